import { valueCell, type Cell } from '../xlsx/cell.js';
import { Workbook, type Sheet } from '../xlsx/workbook.js';
import {
  columnName,
  type ExportColumn,
  type ExportSink,
  type ExportTable,
  type ExportValue,
  type Naming,
} from './table.js';

const widths: Readonly<Record<ExportColumn['type'], number>> = { text: 22, integer: 8, decimal: 18 };

/** A workbook with a sheet a table, more where one would be too long. Numbers are numbers as far as a spreadsheet keeps all their digits. */
export class XlsxSink implements ExportSink {
  readonly #book: Workbook;
  #sheet: Sheet | null = null;
  #table: ExportTable | null = null;

  constructor(
    write: (bytes: Uint8Array) => void,
    private readonly naming: Naming,
  ) {
    this.#book = new Workbook(write);
  }

  begin(table: ExportTable): void {
    this.#table = table;
    this.#sheet = this.#book.sheet({
      name: table.name,
      widths: table.columns.map(({ type }) => widths[type]),
      frozen: 1,
    });
    this.#sheet.row(table.columns.map((it) => ({ text: columnName(it, this.naming), look: 'head' })));
  }

  row(values: readonly ExportValue[]): void {
    if (this.#table && this.#sheet?.isFull) this.begin(this.#table);
    const columns = this.#table?.columns ?? [];
    this.#sheet?.row(values.map((value, at) => cellOf(value, columns[at]?.type ?? 'text')));
  }

  end(): void {
    this.#book.end();
  }
}

function cellOf(value: ExportValue, type: ExportColumn['type']): Cell {
  if (value === null) return null;
  return type === 'text' ? { text: String(value) } : valueCell(value, type === 'integer' ? 'integer' : 'number');
}
