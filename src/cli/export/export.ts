import { word } from '../../model/words.js';
import type { ExportTable, ExportValue, Naming } from '../../report/export/table.js';
import type { Store } from '../../store/store.js';
import type { Command } from '../command.js';
import { exit } from '../exit.js';
import { maskOption, maskingOf, type Masking } from '../findings/masking.js';
import {
  databaseOf,
  databaseOption,
  formatOption,
  oneOf,
  reportOptions,
  reportsOf,
  rulesOption,
  text,
} from '../given.js';
import { exportFormats, type ExportFormat } from './sinks.js';

const tableNames = ['documents', 'headings', 'figures', 'facts', 'indicators', 'findings'] as const;
type TableName = (typeof tableNames)[number];

export const exportCommand: Command = {
  name: 'export',
  summary: {
    zh: '把事实、数字、指标、标题、文档、发现写成分析用的文件，附数据字典',
    en: 'write facts, figures, indicators, headings, documents and findings to files for analysis, with a dictionary',
  },
  usage: '',
  options: [
    databaseOption,
    formatOption(exportFormats),
    {
      flags: '--tables <names>',
      about: {
        zh: `用逗号分开的表名（默认全部）：${tableNames.join('、')}`,
        en: `of ${tableNames.join(', ')} (default all)`,
      },
    },
    { flags: '--out <dir>', about: { zh: '写到哪个文件夹（默认 out/export）', en: 'folder (default out/export)' } },
    {
      flags: '--columns <language>',
      about: { zh: '列名：en（默认）或 zh', en: 'names of columns: en (default) or zh' },
    },
    ...reportOptions,
    {
      flags: '--all-editions',
      about: { zh: '同一报告的其他文件也写出', en: 'also the other files of the same report' },
    },
    maskOption,
    rulesOption,
  ],
  examples: [
    { command: 'export', about: { zh: '全部，写成 CSV', en: 'everything, as CSV' } },
    {
      command: 'export -f parquet --tables facts,findings --out lake',
      about: { zh: '只写两张表', en: 'two tables only' },
    },
    {
      command: 'export -f xlsx --columns zh --year 2024',
      about: { zh: '一个工作簿，中文列名', en: 'one workbook, Chinese names' },
    },
  ],
  async run(_none, given, io) {
    const format = oneOf<ExportFormat>(given, 'format', '--format', exportFormats, 'csv', io);
    const naming = oneOf<Naming>(given, 'columns', '--columns', ['en', 'zh'], 'en', io);
    const asked = (text(given, 'tables') ?? tableNames.join(',')).split(',').map((it) => it.trim());
    const names: ReadonlySet<string> = new Set(
      asked.map((it) => oneOf<TableName>({ it }, 'it', '--tables', tableNames, 'facts', io)),
    );
    const masking = await maskingOf(given, io);
    const filter = { ...reportsOf(given, io), repeated: given['allEditions'] === true };
    const folder = text(given, 'out') ?? 'out/export';
    const { rulebookWith } = await import('../../rulebook/user-rules.js');
    const rulebook = rulebookWith(text(given, 'rules'));
    const { openStoreForReading } = await import('../../store/open-store.js');
    const { Drafts } = await import('../output/draft.js');
    const { makeFolder } = await import('../output/writable.js');
    const { sinkOf } = await import('./sinks.js');
    const { documentTables } = await import('../../report/export/tables.js');
    const { findingsExport, findingValues } = await import('../../report/export/findings-table.js');
    const { dictionaryRows, dictionaryTable } = await import('../../report/export/dictionary.js');
    const { findingRow } = await import('../../report/finding-row.js');
    const { messageIn } = await import('../../rulebook/message-in.js');
    const store = openStoreForReading(databaseOf(given));
    const drafts = new Drafts();
    try {
      makeFolder(folder);
      const sink = await sinkOf(format, folder, naming, drafts);
      const metrics = new Map(rulebook.metrics.map(({ id, name }) => [id, name.zh]));
      const metricName = (id: string): string | null => metrics.get(id) ?? null;
      const tables: ExportTable[] = [];
      let count = 0;
      const begin = (table: ExportTable): ((values: readonly ExportValue[]) => void) => {
        tables.push(table);
        sink.begin(table);
        return (values) => {
          if (io.signal.aborted) throw new DOMException('stopped', 'AbortError');
          count++;
          sink.row(maskedRow(values, table, masking));
        };
      };
      for (const table of documentTables.filter(({ name }) => names.has(name))) {
        const add = begin(table);
        for await (const { document, report } of reports(store, filter))
          for (const values of table.rows({ report, path: document.path, edition: document.edition, metricName }))
            add(values);
      }
      if (names.has('findings')) {
        const add = begin(findingsExport);
        const message = messageIn(io.language, () => rulebook);
        for await (const it of store.findings(filter))
          add(findingValues(findingRow(it, message(it.finding), io.language)));
      }
      const written = [...tables];
      const rows = count;
      const add = begin(dictionaryTable);
      for (const values of dictionaryRows(written, naming)) add(values);
      sink.end();
      const files = drafts.keep();
      for (const file of files) await io.out(`${file}\n`);
      io.err(`${word('exported', io.language, { rows, files: files.length })}\n`);
      return exit.done;
    } finally {
      drafts.discard();
      await store.close();
    }
  },
};

/** One report after the other: never more than one is held. */
async function* reports(store: Store, filter: Parameters<Store['documents']>[0]) {
  for (const document of await store.documents(filter)) {
    const report = await store.loadReport(document.sha256);
    if (report) yield { document, report };
  }
}

/** Texts with what names a person masked; where that is a printed number without a unit, its value goes too. */
function maskedRow(
  values: readonly ExportValue[],
  { columns }: ExportTable,
  { text: masked }: Masking,
): readonly ExportValue[] {
  const shown = values.map((value, at) => {
    return typeof value === 'string' && columns[at]?.type === 'text' && !columns[at]?.isKey ? masked(value) : value;
  });
  const printed = columns.findIndex(({ name }) => name === 'printed');
  const unit = columns.findIndex(({ name }) => name === 'unit');
  if (printed < 0 || shown[printed] === values[printed] || values[unit] !== null) return shown;
  return shown.map((value, at) => (columns[at]?.name === 'value' ? null : value));
}
