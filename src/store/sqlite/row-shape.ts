import type { Database } from './database.js';
import { prepared } from './prepared.js';

export type SqlValue = string | number | bigint | null;
export type Row = Readonly<Record<string, SqlValue>>;

/** How the items of one list of a Report lie in a table: a row each, after the keys that say where they belong. */
export interface RowShape<T> {
  readonly table: string;
  readonly toRow: (item: T) => Row;
  /** Rebuilds the item, to be checked by the Report schema. */
  readonly fromRow: (row: Row) => Record<string, unknown>;
}

/** Adds a row to a table; its columns are the row's own. */
export function insert(database: Database, table: string, row: Row): void {
  const columns = Object.keys(row);
  const values = columns.map((name) => `@${name}`).join(', ');
  prepared(database, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`).run(row);
}

export const asJson = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
export const fromJson = (text: SqlValue | undefined): unknown => (typeof text === 'string' ? JSON.parse(text) : null);

/** Of what is kept only to save work: null where it is damaged, and the work is done again. */
export function fromJsonIfWhole(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Fields that a Report leaves out rather than sets to null. */
export function present(fields: Row): Record<string, SqlValue> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined));
}
