import type { FailedRead } from '../store.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** Remembers that the last attempt to read a document failed, in place of an earlier one. */
export function keepFailure(database: Database, document: number, failed: FailedRead): void {
  const { run, state, problem, rules, allowed } = failed;
  prepared(
    database,
    `INSERT OR REPLACE INTO failed_reads (document, run, state, code, problem, rules, seconds, megabytes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(document, run, state, problem.code, JSON.stringify(problem), rules, allowed.seconds, allowed.megabytes);
}

/** It was read. */
export function clearFailure(database: Database, document: number): void {
  prepared(database, 'DELETE FROM failed_reads WHERE document = ?').run(document);
}
