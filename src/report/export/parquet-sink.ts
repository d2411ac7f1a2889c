import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { valueE4 } from '../../model/value-e4.js';
import {
  columnName,
  type ExportColumn,
  type ExportSink,
  type ExportTable,
  type ExportValue,
  type Naming,
} from './table.js';

/** Rows that are held until they are written together. */
const groupRows = 10_000;
/** 18 digits, of which 4 stand behind the point: what an INT64 holds. */
const decimalType = { type: 'INT64', converted_type: 'DECIMAL', scale: 4, precision: 18 } as const;
const largest = 10n ** 18n;

interface ParquetColumn {
  readonly element: SchemaElement;
  readonly of: (values: readonly ExportValue[]) => string | bigint | null;
}

const asText = (value: ExportValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);

/** The exact value as a DECIMAL(18,4); null for a range or what has more digits than that. */
function asDecimal(value: ExportValue | undefined): bigint | null {
  const scaled = valueE4(asText(value));
  return scaled === null || scaled >= largest || scaled <= -largest ? null : scaled;
}

/** A decimal is exact text, and a DECIMAL(18,4) of the same name with `_decimal` for computing. */
function columnsOf(column: ExportColumn, at: number, naming: Naming): ParquetColumn[] {
  const name = columnName(column, naming);
  const optional = { repetition_type: 'OPTIONAL' } as const;
  const text: ParquetColumn = {
    element: { name, type: 'BYTE_ARRAY', converted_type: 'UTF8', ...optional },
    of: (values) => asText(values[at]),
  };
  if (column.type === 'text') return [text];
  if (column.type === 'integer') {
    const of = (values: readonly ExportValue[]): bigint | null => {
      const value = values[at] ?? null;
      return value === null ? null : BigInt(value);
    };
    return [{ element: { name, type: 'INT64', ...optional }, of }];
  }
  const element: SchemaElement = { name: `${name}_decimal`, ...decimalType, ...optional };
  return [text, { element, of: (values) => asDecimal(values[at]) }];
}

/** A Parquet file a table, written in groups of rows: never more of them are held. */
export class ParquetSink implements ExportSink {
  #writer: ParquetWriter | null = null;
  #columns: readonly ParquetColumn[] = [];
  #rows: (readonly ExportValue[])[] = [];

  /** `open` names the file that a table goes into. */
  constructor(
    private readonly open: (table: ExportTable) => string,
    private readonly naming: Naming,
  ) {}

  begin(table: ExportTable): void {
    this.#finish();
    this.#columns = table.columns.flatMap((column, at) => columnsOf(column, at, this.naming));
    const root: SchemaElement = { name: 'root', num_children: this.#columns.length };
    const schema = [root, ...this.#columns.map(({ element }) => element)];
    this.#writer = new ParquetWriter({ writer: fileWriter(this.open(table)), schema, createdBy: 'gouji' });
  }

  row(values: readonly ExportValue[]): void {
    this.#rows.push(values);
    if (this.#rows.length >= groupRows) this.#flush();
  }

  end(): void {
    this.#finish();
  }

  #flush(): void {
    const columnData = this.#columns.map(({ element, of }) => ({ name: element.name, data: this.#rows.map(of) }));
    void this.#writer?.write({ columnData, rowGroupSize: groupRows });
    this.#rows = [];
  }

  #finish(): void {
    if (this.#rows.length > 0) this.#flush();
    void this.#writer?.finish();
    this.#writer = null;
  }
}
