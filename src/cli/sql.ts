import { word } from '../model/words.js';
import type { Command } from './command.js';
import { exit } from './exit.js';
import { databaseOf, databaseOption, formatOption, numberOf, oneOf } from './given.js';

const formats = ['table', 'json', 'ndjson', 'csv'] as const;
const usual = { limit: 1000, seconds: 10 };

export const sql: Command = {
  name: 'sql',
  summary: { zh: '查询数据库（只读，有时限）', en: 'query the database: reading only, with a time limit' },
  usage: '<select>',
  options: [
    databaseOption,
    formatOption(formats),
    {
      flags: '--limit <n>',
      about: { zh: `最多几行（默认 ${usual.limit}）`, en: `so many rows at most (default ${usual.limit})` },
    },
    {
      flags: '--timeout <seconds>',
      about: { zh: `可用的处理器时间（默认 ${usual.seconds} 秒）`, en: `processor time (default ${usual.seconds} s)` },
    },
  ],
  examples: [
    {
      command: 'sql "SELECT organisation, year, yuan FROM v_spending"',
      about: { zh: '各单位各年度总支出', en: 'total spending by organisation and year' },
    },
  ],
  async run([select = ''], given, io) {
    const format = oneOf(given, 'format', '--format', formats, 'table', io);
    const most = { least: 1, most: 1_000_000, whole: true };
    const limit = numberOf(given, 'limit', '--limit', most, io) ?? usual.limit;
    const time = { least: 0.1, most: 3600, whole: false };
    const seconds = numberOf(given, 'timeout', '--timeout', time, io) ?? usual.seconds;
    const { runQuery } = await import('../pipeline/query/run-query.js');
    const { columns, rows, more } = await runQuery({ path: databaseOf(given), sql: select, limit }, seconds);
    if (format === 'csv') {
      const { csvLine } = await import('../report/csv.js');
      for (const row of [columns, ...rows]) await io.csv(csvLine(row));
    } else if (format === 'table') {
      const { plainTable } = await import('../report/plain-table.js');
      await io.out(plainTable(columns, rows, process.stdout.columns || 80));
    } else {
      const objects = rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[at]]))));
      if (format === 'ndjson') for (const line of objects) await io.json(`${line}\n`);
      else await io.json(`{"schemaVersion":1,"more":${more},"rows":[\n${objects.join(',\n')}\n]}\n`);
    }
    io.err(`${word(more ? 'moreRows' : 'rowsTotal', io.language, { count: rows.length })}\n`);
    return exit.done;
  },
};
