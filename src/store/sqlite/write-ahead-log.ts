import { statSync } from 'node:fs';
import { problem, type Problem } from '../../model/problem.js';
import type { Database } from './database.js';

const megabyte = 1024 * 1024;
/** A log of this part of a large one is written back and cut off after a commit: SQLite alone never makes it smaller. */
const kept = 1 / 8;
/** By this part of a large one a log that could not be written back grows before the next try. */
const nextTry = 1 / 16;
/** Milliseconds that a try waits for readers: enough for those that come and go, little beside writing those bytes. */
const pauseForReaders = 200;
/** Bytes of log of which people are told, and again at each doubling. */
const usualLargeLog = 256 * megabyte;

/**
 * The log in which commits wait until they are written back to the database. A reader that never ends its reading keeps it from
 * being written back, and then it grows with every commit: nothing but ending that reader helps, so that must be said.
 */
export class WriteAheadLog {
  readonly #database: Database;
  readonly #path: string;
  readonly #patience: number;
  readonly #tell: (warning: Problem) => void;
  readonly #large: number;
  #tryAt: number;
  #tellAt: number;

  constructor(database: Database, patience: number, tell: (warning: Problem) => void, large: number = usualLargeLog) {
    this.#database = database;
    this.#path = `${database.name}-wal`;
    this.#patience = patience;
    this.#tell = tell;
    this.#large = this.#tellAt = large;
    this.#tryAt = large * kept;
    database.pragma(`journal_size_limit = ${Math.floor(this.#tryAt)}`);
  }

  /** To be called after each commit. Never throws: what was committed is safe in the log. */
  afterCommit(): void {
    const bytes = this.#size();
    if (bytes >= this.#tryAt) {
      if (this.writeBack()) {
        this.#tryAt = this.#large * kept;
        return;
      }
      this.#tryAt = bytes + this.#large * nextTry;
    }
    if (bytes < this.#tellAt) return;
    this.#tell(problem('STORE_LOG_LARGE', { log: this.#path, megabytes: Math.round(bytes / megabyte) }));
    this.#tellAt = 2 * bytes;
  }

  /** Writes all of the log back and empties it; false where a reader still needs it. */
  writeBack(): boolean {
    this.#database.pragma(`busy_timeout = ${pauseForReaders}`);
    try {
      const [result] = this.#database.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
      return result?.busy === 0;
    } catch {
      return false;
    } finally {
      this.#database.pragma(`busy_timeout = ${this.#patience}`);
    }
  }

  #size(): number {
    return statSync(this.#path, { throwIfNoEntry: false })?.size ?? 0;
  }
}
