import type { LedgerEntry } from '../../store.js';
import type { Database } from '../database.js';
import { prepared } from '../prepared.js';
import { asJson } from '../row-shape.js';

/** Writes what became of a file in a run, which then has it no longer before it. */
export function keepState(database: Database, run: number, entry: LedgerEntry, document: number | null): void {
  const { path, state, problem, content, seconds } = entry;
  prepared(
    database,
    `INSERT INTO run_files (run, seq, path, state, code, message, params, document, bytes, seconds, at)
     VALUES (@run, (SELECT coalesce(max(seq), 0) + 1 FROM run_files WHERE run = @run), @path, @state, @code, @message, @params,
       @document, @bytes, @seconds, @at)`,
  ).run({
    run,
    path,
    state,
    code: problem?.code ?? null,
    message: problem?.message ?? null,
    params: asJson(problem?.params ?? null),
    document,
    bytes: content?.stamp.size ?? null,
    seconds: seconds ?? null,
    at: new Date().toISOString(),
  });
  prepared(database, 'DELETE FROM run_left WHERE run = ? AND path = ?').run(run, path);
}

/** Remembers of a document that was read whether any word was: one without is told of again by every run that meets it. */
export function keepWordless(database: Database, document: number, { state, problem }: LedgerEntry): void {
  if (state === 'wordless' && problem) {
    const sql = 'INSERT OR REPLACE INTO wordless (document, problem) VALUES (?, ?)';
    prepared(database, sql).run(document, JSON.stringify(problem));
  } else if (state === 'ok' || state === 'ok_partial') {
    prepared(database, 'DELETE FROM wordless WHERE document = ?').run(document);
  }
}
