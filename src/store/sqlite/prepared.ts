import type BetterSqlite3 from 'better-sqlite3';
import type { Database } from './database.js';

type Statement<R> = BetterSqlite3.Statement<unknown[], R>;

const statements = new WeakMap<Database, Map<string, Statement<unknown>>>();

/** The statement of an SQL text, compiled once for each connection. `R` is what its rows hold. */
export function prepared<R = unknown>(database: Database, sql: string): Statement<R> {
  let known = statements.get(database);
  if (!known) statements.set(database, (known = new Map()));
  let statement = known.get(sql);
  if (!statement) known.set(sql, (statement = database.prepare<unknown[], unknown>(sql)));
  return statement as Statement<R>;
}
