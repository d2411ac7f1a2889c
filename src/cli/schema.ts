import type { Language } from '../model/catalogue.js';
import type { RelationInfo } from '../store/schema.js';
import type { Command } from './command.js';
import { exit } from './exit.js';

export const schema: Command = {
  name: 'schema',
  summary: {
    zh: '输出 Report 的 JSON Schema，或数据库的表和列',
    en: 'print the JSON Schema of a Report, or the database’s tables',
  },
  usage: '',
  options: [
    {
      flags: '--db',
      about: { zh: '数据库的每张表、每个视图和每一列', en: 'every table, view and column of the database' },
    },
    { flags: '--json', about: { zh: '数据库的表和列，JSON', en: 'with --db: as JSON' } },
  ],
  examples: [
    { command: 'schema', about: { zh: '检验 check --json 的输出', en: 'to validate what check --json prints' } },
    { command: 'schema --db', about: { zh: '写 SQL 之前', en: 'before writing SQL' } },
  ],
  async run(_none, given, io) {
    if (given['db'] === undefined) {
      const { z } = await import('zod');
      const { reportSchema } = await import('../model/report.js');
      await io.json(`${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`);
      return exit.done;
    }
    const { databaseSchema } = await import('../store/schema.js');
    const all = databaseSchema();
    if (given['json'] === undefined) await io.out(all.map((it) => markdown(it, io.language)).join('\n'));
    else await io.json(`${JSON.stringify({ schemaVersion: 1, relations: all }, null, 2)}\n`);
    return exit.done;
  },
};

function markdown({ name, about, columns }: RelationInfo, language: Language): string {
  const rows = columns.map((it) => `| \`${it.name}\` | ${it.type} | ${it.about?.[language] ?? ''} |`);
  return [`## ${name}`, '', about?.[language] ?? '', '', '| | | |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
