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

/** A run that goes by the rules under which it was read has no use for a failure under others. */
export function clearOutdatedFailure(database: Database, document: number, run: number): void {
  prepared(
    database,
    `DELETE FROM failed_reads WHERE document = @document AND EXISTS (SELECT 1 FROM documents d JOIN runs r ON r.id = @run
       WHERE d.id = @document AND d.rules = r.rules AND d.state IN ('ok', 'ok_partial'))`,
  ).run({ document, run });
}
