import { GoujiError } from '../../model/error.js';
import type { Database } from './database.js';
import { migrations } from './migrations/migrations.js';

/** The tables that stand after the first so many migrations. */
function tablesAt(version: number): ReadonlySet<string> {
  const names = new Set<string>();
  for (const sql of migrations.slice(0, version)) {
    for (const [, verb, name = ''] of sql.matchAll(/^\s*(CREATE(?: VIRTUAL)?|DROP) TABLE (\w+)/gm)) {
      if (verb === 'DROP') names.delete(name);
      else names.add(name);
    }
  }
  return names;
}

/**
 * Throws STORE_SCHEMA for a database that bears our mark without our tables, before anything is written to it. More tables
 * than ours are its owner's affair. None of ours is ever seen before its first migration, since it is made elsewhere; what a
 * newer one holds is not known here.
 */
export function mustBeOurs(database: Database, path: string, version: number): void {
  if (version > migrations.length) return;
  if (version === 0) throw new GoujiError('STORE_SCHEMA', { path, reason: 'user_version 0' });
  const sql = `SELECT name FROM sqlite_schema WHERE type = 'table'`;
  const found = new Set(database.prepare<[], string>(sql).pluck().all());
  const missing = [...tablesAt(version)].find((name) => !found.has(name));
  if (missing !== undefined) throw new GoujiError('STORE_SCHEMA', { path, reason: `no such table: ${missing}` });
}
