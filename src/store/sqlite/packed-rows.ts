import { deserialize, serialize } from 'node:v8';
import type { Row, SqlValue } from './row-shape.js';

/** Rows of one table, without the key of the document that they belong to. */
export interface PackedRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
}

/** About as many characters make a part. */
const partLength = 256 * 1024;

const lengthOf = (value: SqlValue): number => (typeof value === 'string' ? value.length : 8);

/** Gathers rows into parts of about equal size and sends each when it is full. Rows of a table have the same columns. */
export class RowPacker {
  readonly #send: (part: Uint8Array) => void;
  #table = '';
  #columns: readonly string[] = [];
  #rows: SqlValue[][] = [];
  #length = 0;
  /** Characters packed so far. */
  total = 0;

  constructor(send: (part: Uint8Array) => void) {
    this.#send = send;
  }

  add(table: string, row: Row): void {
    if (table !== this.#table) {
      this.flush();
      this.#table = table;
      this.#columns = Object.keys(row);
    }
    const values = this.#columns.map((name) => row[name] ?? null);
    this.#rows.push(values);
    this.#length += values.reduce<number>((sum, value) => sum + lengthOf(value), 0);
    if (this.#length >= partLength) this.flush();
  }

  flush(): void {
    if (this.#rows.length > 0) {
      this.#send(serialize({ table: this.#table, columns: this.#columns, rows: this.#rows } satisfies PackedRows));
    }
    this.total += this.#length;
    this.#rows = [];
    this.#length = 0;
  }
}

/** What `RowPacker` sent. */
export const unpackedRows = (part: Uint8Array): PackedRows => deserialize(part) as PackedRows;
