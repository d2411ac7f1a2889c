import { fstatSync } from 'node:fs';
import type { Finding } from '../model/report.js';
import { countWords, word } from '../model/words.js';
import type { FindingFilter, StoredFinding } from '../store/store.js';
import type { Command, Io } from './command.js';
import { exit } from './exit.js';
import { databaseOf, databaseOption, formatOption, oneOf, text } from './given.js';

const formats = ['table', 'json', 'ndjson', 'csv'] as const;
type Format = (typeof formats)[number];
type Message = (finding: Finding) => string;

export const findings: Command = {
  name: 'findings',
  summary: { zh: '列出数据库中的发现', en: 'list the findings in the database' },
  usage: '',
  options: [
    databaseOption,
    formatOption(formats),
    {
      flags: '--severity <severity>',
      about: {
        zh: '只列此程度及以上：error、warning、review、info',
        en: 'this severity or worse: error, warning, review, info',
      },
    },
    { flags: '--rule <id>', about: { zh: '只列某条规则的发现', en: 'of one rule only' } },
  ],
  examples: [
    { command: 'findings', about: { zh: '全部发现', en: 'all findings' } },
    { command: 'findings --severity warning', about: { zh: '警告和错误', en: 'warnings and errors' } },
    { command: 'findings -f csv', about: { zh: '供电子表格使用', en: 'for a spreadsheet' } },
  ],
  async run(_none, given, io) {
    const { severities } = await import('../model/report.js');
    const format = oneOf<Format>(given, 'format', '--format', formats, 'table', io);
    const least = oneOf(given, 'severity', '--severity', severities, 'info', io);
    const rule = text(given, 'rule');
    if (rule !== undefined) await mustExist(rule, io);
    const filter = {
      severities: severities.slice(0, severities.indexOf(least) + 1),
      ...(rule === undefined ? {} : { rule }),
    };
    const { messageIn } = await import('./message.js');
    const { openStoreForReading } = await import('../store/open-store.js');
    const store = openStoreForReading(databaseOf(given));
    try {
      await writers[format](store.findings(filter satisfies FindingFilter), messageIn(io.language), io);
      return exit.done;
    } finally {
      await store.close();
    }
  },
};

async function mustExist(rule: string, io: Io): Promise<void> {
  const { checkNamed } = await import('./check-named.js');
  checkNamed(rule, io.language);
}

type Writer = (all: AsyncIterable<StoredFinding>, message: Message, io: Io) => Promise<void>;

const writers: Readonly<Record<Format, Writer>> = {
  async table(all, message, io) {
    const { findingsTable } = await import('../report/findings-table.js');
    const { findingRow } = await import('../report/finding-row.js');
    const { visible } = await import('../report/visible.js');
    const rows = [];
    const counts: Partial<Record<Finding['severity'], number>> = {};
    for await (const { document, finding } of all) {
      rows.push(findingRow(document, finding, message(finding)));
      counts[finding.severity] = (counts[finding.severity] ?? 0) + 1;
    }
    if (rows.length === 0) return io.err(`${word('noFindings', io.language)}\n`);
    await io.out(`${findingsTable(rows, io.language, process.stdout.columns || 120)}\n`);
    const total = { count: rows.length, counts: countWords(counts, io.language) };
    io.err(`${visible(word('findingsTotal', io.language, total))}\n`);
  },
  async json(all, _message, io) {
    let before = '{"schemaVersion":1,"findings":[';
    for await (const { document, finding } of all) {
      await io.out(`${before}\n${JSON.stringify({ document, ...finding })}`);
      before = ',';
    }
    await io.out(`${before === ',' ? '' : before}\n]}\n`);
  },
  async ndjson(all, _message, io) {
    for await (const { document, finding } of all) await io.out(`${JSON.stringify({ document, ...finding })}\n`);
  },
  async csv(all, message, io) {
    const { byteOrderMark, csvLine } = await import('../report/csv.js');
    const { findingColumns, findingRow } = await import('../report/finding-row.js');
    await io.out((intoFile() ? byteOrderMark : '') + csvLine(findingColumns));
    for await (const { document, finding } of all) {
      const row = findingRow(document, finding, message(finding));
      await io.out(csvLine(findingColumns.map((column) => row[column])));
    }
  },
};

/** True when the shell sends stdout to a file, which a person will open; not for a pipe. */
function intoFile(): boolean {
  try {
    return fstatSync(1).isFile();
  } catch {
    return false;
  }
}
