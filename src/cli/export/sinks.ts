import { join } from 'node:path';
import { columnName, type ExportSink, type ExportTable, type Naming } from '../../report/export/table.js';
import type { Drafts } from '../output/draft.js';

export const exportFormats = ['csv', 'xlsx', 'ndjson', 'parquet', 'sqlite'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What writes tables into a folder: a file each, or one file of all in the formats that hold several. */
export async function sinkOf(
  format: ExportFormat,
  folder: string,
  naming: Naming,
  drafts: Drafts,
): Promise<ExportSink> {
  const file = ({ name }: ExportTable): string => join(folder, `${name}.${format}`);
  const opened = (table: ExportTable): ((text: string) => void) => {
    const draft = drafts.open(file(table));
    return (text) => draft.write(text);
  };
  switch (format) {
    case 'csv':
      return new (await import('../../report/export/text-sinks.js')).CsvSink(opened, naming);
    case 'ndjson':
      return new (await import('../../report/export/text-sinks.js')).NdjsonSink(opened, naming);
    case 'parquet': {
      const { ParquetSink } = await import('../../report/export/parquet-sink.js');
      return new ParquetSink((table) => drafts.open(file(table)).draft, naming);
    }
    case 'xlsx': {
      const { XlsxSink } = await import('../../report/export/xlsx-sink.js');
      const draft = drafts.open(join(folder, 'gouji.xlsx'));
      return new XlsxSink((bytes) => draft.write(bytes), naming);
    }
    case 'sqlite': {
      const { ExportFile } = await import('../../store/export-file.js');
      const written = new ExportFile(drafts.open(join(folder, 'gouji.sqlite')).draft);
      return {
        begin: ({ name, columns }) =>
          written.begin(
            name,
            columns.map((it) => ({ name: columnName(it, naming), type: it.type })),
          ),
        row: (values) => written.row(values),
        end: () => written.end(),
      };
    }
  }
}
