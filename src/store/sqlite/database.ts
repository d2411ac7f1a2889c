import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type BetterSqlite3 from 'better-sqlite3';
import { GoujiError } from '../../model/error.js';
import { create, removeAbandoned } from './create.js';
import { defaultPatience, guarded } from './faults.js';
import { migrations } from './migrations/migrations.js';
import { noteOpen } from './open-here.js';
import { applicationId, probe } from './probe.js';
import { mustBeOurs } from './our-tables.js';
import { indexed } from './search/fold.js';

export type Database = BetterSqlite3.Database;

/** The native module loads when the first database opens, not when this file does. */
function load(): typeof BetterSqlite3 {
  return createRequire(import.meta.url)('better-sqlite3') as typeof BetterSqlite3;
}

function versionOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** Applies the migrations that are missing, all or none. */
function migrate(database: Database): void {
  database.function('gouji_indexed', { deterministic: true, directOnly: true }, (text) =>
    indexed(String(text), Infinity),
  );
  const apply = database.transaction(() => {
    const from = versionOf(database);
    for (const sql of migrations.slice(from)) database.exec(sql);
    if (from < migrations.length) database.pragma(`user_version = ${migrations.length}`);
  });
  apply.immediate();
}

/** What a new database is made of, in a file of its own. */
function fill(draft: string): void {
  const database = new (load())(draft);
  try {
    database.pragma(`application_id = ${applicationId}`);
    migrate(database);
    database.pragma('journal_mode = WAL');
  } finally {
    database.close();
  }
}

/** The schema that this gouji makes. */
export const supportedSchema = migrations.length;

/** Opens a file that is known to be a database of ours, as it is. */
export const openExactly = (path: string): Database => new (load())(path, { fileMustExist: true });
export const openExactlyForReading = (path: string): Database =>
  new (load())(path, { fileMustExist: true, readonly: true });

/** A database in memory with the newest schema and nothing in it. */
export function emptyDatabase(): Database {
  const database = new (load())(':memory:');
  migrate(database);
  return database;
}

function configure(database: Database): void {
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
}

/** Opens the database for writing and creates or migrates it; nothing is written to one that is not ours or is newer. */
export function openForWriting(path: string, patience: number = defaultPatience): Database {
  return guarded(path, patience, () => {
    if (!probe(path, migrations.length)) create(path, fill);
    removeAbandoned(path);
    const database = new (load())(path, { timeout: patience, fileMustExist: true });
    try {
      noteOpen(database, path);
      const found = versionOf(database);
      mustBeOurs(database, path, found);
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = FULL');
      configure(database);
      if (found > migrations.length) throw new GoujiError('STORE_NEWER', { path, found, supported: migrations.length });
      if (found < migrations.length) migrate(database);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Opens an existing database for reading only, after migrating one of an older gouji. Throws STORE_NOT_FOUND where there is none. */
export function openForReading(path: string, patience: number = defaultPatience): Database {
  return guarded(path, patience, () => {
    if (!probe(path, migrations.length)) throw new GoujiError('STORE_NOT_FOUND', { path });
    const current = opened(() => new (load())(path, { timeout: patience, readonly: true, fileMustExist: true }));
    if (current) return current;
    openForWriting(path, patience).close();
    return openForReading(path, patience);
  });

  /** Null for a database of an older schema. */
  function opened(open: () => Database): Database | null {
    const database = open();
    try {
      noteOpen(database, path);
      configure(database);
      const found = versionOf(database);
      mustBeOurs(database, path, found);
      if (found === migrations.length) return database;
    } catch (error) {
      database.close();
      if (isCannotOpen(error) && !existsSync(`${path}-wal`)) return opened(() => copyOf(path));
      throw error;
    }
    database.close();
    return null;
  }
}

/** SQLite writes beside a database even to read it. Where the folder allows nothing, a copy in memory does as well. */
function copyOf(path: string): Database {
  const bytes = readFileSync(path);
  // The two bytes that say it is written through a log beside it, which a copy has none of.
  bytes.fill(1, 18, 20);
  return new (load())(bytes, { readonly: true });
}

function isCannotOpen(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(CANTOPEN|READONLY)/.test(String(error.code));
}
