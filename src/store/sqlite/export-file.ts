import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { valueE4 } from '../../model/value-e4.js';

export interface ExportFileColumn {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'decimal';
}

/** Rows of one transaction: what is held until they are written. */
const atOnce = 10_000;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A new SQLite file for analysts: STRICT tables, a decimal as exact text beside the integer of 1/10,000 of it with `_e4`. */
export class ExportFile {
  readonly #database: BetterSqlite3.Database;
  #add: BetterSqlite3.Statement | null = null;
  #decimals: readonly boolean[] = [];
  #pending = 0;

  /** The file must not exist. */
  constructor(path: string) {
    const open = createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3;
    this.#database = new open(path);
    this.#database.pragma('journal_mode = MEMORY');
    this.#database.pragma('synchronous = OFF');
    this.#database.exec('BEGIN');
  }

  begin(table: string, columns: readonly ExportFileColumn[]): void {
    this.#decimals = columns.map(({ type }) => type === 'decimal');
    const declared = columns.flatMap(({ name, type }) =>
      type === 'decimal'
        ? [`${quoted(name)} TEXT`, `${quoted(`${name}_e4`)} INTEGER`]
        : [`${quoted(name)} ${type === 'integer' ? 'INTEGER' : 'TEXT'}`],
    );
    this.#database.exec(`CREATE TABLE ${quoted(table)} (${declared.join(', ')}) STRICT`);
    const places = declared.map(() => '?').join(', ');
    this.#add = this.#database.prepare(`INSERT INTO ${quoted(table)} VALUES (${places})`);
  }

  row(values: readonly (string | number | null)[]): void {
    const bound = values.flatMap((value, at) =>
      this.#decimals[at] ? [value, valueE4(value === null ? null : String(value))] : [value],
    );
    this.#add?.run(...bound);
    if (++this.#pending % atOnce === 0) this.#database.exec('COMMIT; BEGIN');
  }

  end(): void {
    this.#database.exec('COMMIT');
    this.#database.close();
  }
}
