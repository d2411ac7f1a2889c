import { createHash, type Hash } from 'node:crypto';
import type { Database } from '../database.js';

/** Tables of rows; those in which an index of the full text keeps itself follow from the others. */
const tables = `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql NOT LIKE 'CREATE VIRTUAL%'
  AND NOT EXISTS (SELECT 1 FROM sqlite_schema v WHERE v.sql LIKE 'CREATE VIRTUAL%' AND instr(sqlite_schema.name, v.name || '_') = 1)
  ORDER BY name`;

const kinds = { null: 0, number: 1, bigint: 2, string: 3, object: 4 } as const;

function add(hash: Hash, value: unknown): void {
  const kind = value === null ? 'null' : (typeof value as keyof typeof kinds);
  const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value === null ? '' : String(value));
  const head = Buffer.alloc(5);
  head.writeUInt8(kinds[kind], 0);
  head.writeUInt32BE(bytes.length, 1);
  hash.update(head).update(bytes);
}

/**
 * Names all that the tables of a database hold, row by row in order of their keys: two databases with the same have the same
 * rows, however they lie in their files.
 */
export function digestOf(database: Database): string {
  const hash = createHash('sha256');
  for (const name of database.prepare<[], string>(tables).pluck().all()) {
    const keys = database
      .prepare<[string], string>('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk')
      .pluck();
    const key = keys.all(name).map((it) => `"${it}"`);
    hash.update(`${name}\n`);
    const rows = database.prepare<[], unknown[]>(`SELECT * FROM "${name}" ORDER BY ${key.join(', ') || 'rowid'}`);
    for (const row of rows.raw().safeIntegers().iterate()) for (const value of row) add(hash, value);
  }
  return hash.digest('hex');
}
