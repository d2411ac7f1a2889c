import type { Words } from '../../model/words.js';

export type ExportValue = string | number | null;

/** `decimal`: exact text in the base unit; what is no plain decimal (a range, a date) stands as text. `integer`: a safe integer. */
export type ColumnType = 'text' | 'integer' | 'decimal';

export interface ExportColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly about: Words;
  /** Its name for people who read Chinese. */
  readonly zh: string;
  /** Found by, and so never masked: hashes, paths, ids. */
  readonly isKey?: boolean;
}

export interface ExportTable {
  readonly name: string;
  readonly about: Words;
  readonly columns: readonly ExportColumn[];
}

/** How columns are called. */
export type Naming = 'zh' | 'en';
export const columnName = ({ name, zh }: ExportColumn, naming: Naming): string => (naming === 'zh' ? zh : name);

/** Takes the rows of tables one after the other, the values in the order of the columns, and writes them away. */
export interface ExportSink {
  begin(table: ExportTable): void;
  row(values: readonly ExportValue[]): void;
  /** After the last row of the last table. */
  end(): void;
}
