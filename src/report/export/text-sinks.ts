import { byteOrderMark, csvLine } from '../csv.js';
import { columnName, type ExportSink, type ExportTable, type ExportValue, type Naming } from './table.js';

/** Opens the file of a table and gives what writes to it. */
export type OpenFile = (table: ExportTable) => (text: string) => void;

/** A CSV file a table, with a byte order mark: Excel takes it for UTF-8, no text in it is run, and numbers are bare. */
export class CsvSink implements ExportSink {
  #write: (text: string) => void = () => {};

  constructor(
    private readonly open: OpenFile,
    private readonly naming: Naming,
  ) {}

  begin(table: ExportTable): void {
    this.#write = this.open(table);
    this.#write(byteOrderMark + csvLine(table.columns.map((it) => columnName(it, this.naming))));
  }

  row(values: readonly ExportValue[]): void {
    this.#write(csvLine(values));
  }

  end(): void {}
}

/** A line of JSON a row. Decimals are text, since a number of JSON is a binary float to most readers. */
export class NdjsonSink implements ExportSink {
  #write: (text: string) => void = () => {};
  #names: readonly string[] = [];

  constructor(
    private readonly open: OpenFile,
    private readonly naming: Naming,
  ) {}

  begin(table: ExportTable): void {
    this.#write = this.open(table);
    this.#names = table.columns.map((it) => columnName(it, this.naming));
  }

  row(values: readonly ExportValue[]): void {
    this.#write(`${JSON.stringify(Object.fromEntries(this.#names.map((name, at) => [name, values[at]])))}\n`);
  }

  end(): void {}
}
