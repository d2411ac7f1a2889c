import type { FoundFile, RunFilter, RunHow, RunProcess, RunRow, StateTally } from '../../ledger.js';
import type { LedgerState } from '../../store.js';
import type { Database } from '../database.js';
import { prepared } from '../prepared.js';
import { fromJsonIfWhole } from '../row-shape.js';

export function planRun(database: Database, run: number, files: readonly FoundFile[]): void {
  const add = prepared(database, 'INSERT OR IGNORE INTO run_left (run, path, bytes) VALUES (?, ?, ?)');
  for (const { path, bytes } of files) add.run(run, path, bytes);
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  prepared(database, 'UPDATE runs SET files = ?, bytes = ? WHERE id = ?').run(files.length, total, run);
}

interface Row {
  readonly id: number;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly ended: RunHow | null;
  readonly last_at: string | null;
  readonly paths: string;
  readonly rules: string;
  readonly version: string;
  readonly options: string;
  readonly process: string | null;
  readonly files: number | null;
  readonly bytes: number | null;
  readonly recorded_bytes: number;
  readonly recorded_seconds: number;
  readonly remaining: number;
}

/** A file that a later run came to is left to nobody. */
const left = `FROM run_left l WHERE l.run = r.id AND NOT EXISTS (SELECT 1 FROM run_files f WHERE f.path = l.path AND f.run > l.run)`;

const every = `SELECT r.id, r.started_at, r.ended_at, r.ended, r.paths, r.rules, r.version, r.options, r.process, r.files, r.bytes,
    (SELECT f.at FROM run_files f WHERE f.run = r.id ORDER BY f.seq DESC LIMIT 1) AS last_at,
    (SELECT count(*) ${left}) AS remaining,
    coalesce((SELECT sum(f.bytes) FROM run_files f WHERE f.run = r.id AND f.state <> 'missing'), 0) AS recorded_bytes,
    coalesce((SELECT sum(f.seconds) FROM run_files f WHERE f.run = r.id), 0.0) AS recorded_seconds
  FROM runs r WHERE (@run IS NULL OR r.id = @run) AND (@open = 0 OR r.ended IS NULL) ORDER BY r.id DESC LIMIT @most`;

/** Newest first. */
export function runs(database: Database, { run, open, most }: RunFilter): readonly RunRow[] {
  return prepared<Row>(database, every)
    .all({ run: run ?? null, open: open ? 1 : 0, most: most ?? -1 })
    .map((row) => ({
      run: row.id,
      startedAt: row.started_at,
      endedAt: row.ended_at,
      ended: row.ended,
      lastAt: row.last_at,
      paths: (fromJsonIfWhole(row.paths) ?? []) as readonly string[],
      rules: row.rules,
      version: row.version,
      options: (fromJsonIfWhole(row.options) ?? {}) as RunRow['options'],
      process: row.process === null ? null : (fromJsonIfWhole(row.process) as RunProcess | null),
      files: row.files,
      bytes: row.bytes,
      counts: countsOf(database, row.id),
      left: row.remaining,
      recorded: { bytes: row.recorded_bytes, seconds: row.recorded_seconds },
    }));
}

/** Nobody misses what was only ever passed by. */
const missed = `(f.state <> 'missing' OR f.code IS NOT NULL)`;

type Count = { readonly state: LedgerState; readonly count: number };
const tally = (rows: readonly Count[]): StateTally => Object.fromEntries(rows.map((it) => [it.state, it.count]));

function countsOf(database: Database, run: number): StateTally {
  const sql = `SELECT f.state, count(*) AS count FROM run_files f WHERE f.run = ? AND ${missed} GROUP BY 1 ORDER BY count DESC, 1`;
  return tally(prepared<Count>(database, sql).all(run));
}

export function leftOf(database: Database, run: number): readonly string[] {
  const sql = `SELECT l.path FROM runs r JOIN run_left l ON l.run = r.id WHERE r.id = ?
    AND NOT EXISTS (SELECT 1 FROM run_files f WHERE f.path = l.path AND f.run > l.run) ORDER BY l.path`;
  return prepared<{ readonly path: string }>(database, sql)
    .all(run)
    .map(({ path }) => path);
}

/**
 * What a file is, whatever the last run had to say of it: one that it found unchanged, a copy or moved is as it was read. Where
 * something lay that is elsewhere now, it was moved.
 */
export function fileStates(database: Database): StateTally {
  const sql = `SELECT CASE WHEN f.state IN ('unchanged', 'duplicate', 'moved') THEN d.state WHEN f.code = 'FILE_MOVED' THEN 'moved' ELSE f.state END AS state,
      count(*) AS count FROM v_files f LEFT JOIN documents d ON d.sha256 = f.sha256 WHERE ${missed} GROUP BY 1 ORDER BY count DESC, 1`;
  return tally(prepared<Count>(database, sql).all());
}
