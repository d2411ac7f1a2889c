import type { Problem } from '../model/problem.js';
import { openForReading, openForWriting } from './sqlite/database.js';
import { defaultPatience } from './sqlite/faults.js';
import { SqliteStore } from './sqlite/sqlite-store.js';
import { WriteAheadLog } from './sqlite/write-ahead-log.js';
import type { Store } from './store.js';

export interface StoreOptions {
  /** Milliseconds to wait for another program that is writing before giving up with STORE_BUSY. */
  readonly patience?: number;
  /** Is told what the person should know of a database that works all the same: STORE_LOG_LARGE. */
  readonly onWarning?: (warning: Problem) => void;
  /** Bytes of the log beside the database from which on STORE_LOG_LARGE is said. */
  readonly largeLog?: number;
}

/**
 * Opens the database at a path, creating it and its folder when there is none. Throws a GoujiError before anything is
 * written when the file is not ours, of a newer gouji, damaged, or cannot be written.
 */
export function openStore(path: string, options: StoreOptions = {}): Store {
  const { patience = defaultPatience, onWarning = () => {}, largeLog } = options;
  const database = openForWriting(path, patience);
  return new SqliteStore(path, database, patience, new WriteAheadLog(database, patience, onWarning, largeLog));
}

/** Opens an existing database for reading; throws STORE_NOT_FOUND where there is none. */
export function openStoreForReading(path: string, { patience = defaultPatience }: StoreOptions = {}): Store {
  return new SqliteStore(path, openForReading(path, patience), patience);
}
