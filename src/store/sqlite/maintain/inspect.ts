import { statSync } from 'node:fs';
import { openExactlyForReading, supportedSchema } from '../database.js';
import { defaultPatience, guarded } from '../faults.js';
import { probe } from '../probe.js';

/** A database as it lies there, before anything is done to it. */
export interface Inspected {
  readonly schema: number;
  /** The schema that this gouji makes; an older one is brought to it by the next use. */
  readonly supported: number;
  /** What SQLite finds wrong with it first; null where it finds nothing. */
  readonly fault: string | null;
  readonly journalMode: string;
  readonly bytes: number;
}

/** Looks at a database without changing it; null where there is none. Throws what opening it would. */
export function inspectDatabase(path: string): Inspected | null {
  return guarded(path, defaultPatience, () => {
    if (!probe(path, supportedSchema)) return null;
    const database = openExactlyForReading(path);
    try {
      const quick = database.prepare<[], string>('PRAGMA quick_check(1)').pluck().get() ?? '?';
      return {
        schema: Number(database.pragma('user_version', { simple: true })),
        supported: supportedSchema,
        fault: quick === 'ok' ? null : quick,
        journalMode: String(database.pragma('journal_mode', { simple: true })),
        bytes: statSync(path).size,
      };
    } finally {
      database.close();
    }
  });
}
