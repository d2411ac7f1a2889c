import { openForReading, openForWriting } from './sqlite/database.js';
import { defaultPatience } from './sqlite/faults.js';
import { SqliteStore } from './sqlite/sqlite-store.js';
import type { Store } from './store.js';

export interface StoreOptions {
  /** Milliseconds to wait for another program that is writing before giving up with STORE_BUSY. */
  readonly patience?: number;
}

/**
 * Opens the database at a path, creating it and its folder when there is none. Throws a GoujiError before anything is
 * written when the file is not ours, of a newer gouji, damaged, or cannot be written.
 */
export function openStore(path: string, { patience = defaultPatience }: StoreOptions = {}): Store {
  return new SqliteStore(path, openForWriting(path, patience), patience);
}

/** Opens an existing database for reading; throws STORE_NOT_FOUND where there is none. */
export function openStoreForReading(path: string, { patience = defaultPatience }: StoreOptions = {}): Store {
  return new SqliteStore(path, openForReading(path, patience), patience);
}
