import type { State } from '../../model/report.js';
import type { Problem } from '../../model/problem.js';
import type { FailedRead, KnownContent, KnownPath } from '../store.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { fromJsonIfWhole } from './row-shape.js';

interface ContentRow {
  readonly sha256: string;
  readonly state: State;
  readonly rules: string;
  /** Null where no attempt failed since it was read. */
  readonly failed_run: number | bigint | null;
  readonly failed_state: FailedRead['state'];
  readonly failed_problem: string;
  readonly failed_rules: string;
  readonly failed_seconds: number;
  readonly failed_megabytes: number;
  readonly wordless: string | null;
}

interface PathRow extends ContentRow {
  readonly size: bigint;
  readonly modified_ns: bigint;
  readonly changed_ns: bigint;
}

const columns = `d.sha256, d.state, d.rules, f.run AS failed_run, f.state AS failed_state, f.problem AS failed_problem,
  f.rules AS failed_rules, f.seconds AS failed_seconds, f.megabytes AS failed_megabytes, w.problem AS wordless`;
const failures = 'LEFT JOIN failed_reads f ON f.document = d.id LEFT JOIN wordless w ON w.document = d.id';
const byPath = `SELECT ${columns}, p.size, p.modified_ns, p.changed_ns
  FROM paths p JOIN documents d ON d.id = p.document ${failures} WHERE p.path = ? AND (p.current = 1 OR p.missing_since IS NOT NULL)`;

function failedRead(row: ContentRow): FailedRead | null {
  if (row.failed_run === null) return null;
  const problem = fromJsonIfWhole(row.failed_problem) as Problem | null;
  return (
    problem && {
      run: Number(row.failed_run),
      state: row.failed_state,
      problem,
      rules: row.failed_rules,
      allowed: { seconds: row.failed_seconds, megabytes: row.failed_megabytes },
    }
  );
}

const content = (row: ContentRow): KnownContent => {
  const { sha256, state, rules } = row;
  const wordless = row.wordless === null ? null : (fromJsonIfWhole(row.wordless) as Problem | null);
  return { sha256, state, rules, failed: failedRead(row), wordless };
};

export function pathKnown(database: Database, path: string): KnownPath | null {
  const row = prepared<PathRow>(database, byPath).safeIntegers().get(path);
  if (!row) return null;
  const { size, modified_ns: modified, changed_ns: changed } = row;
  return { ...content(row), stamp: { size: Number(size), modified, changed } };
}

export function contentKnown(database: Database, sha256: string): KnownContent | null {
  const sql = `SELECT ${columns} FROM documents d ${failures} WHERE d.sha256 = ?`;
  const row = prepared<ContentRow>(database, sql).get(sha256);
  return row ? content(row) : null;
}

/** The rules of the run begun last; null where none was. */
export function lastRules(database: Database): string | null {
  const sql = 'SELECT rules FROM runs ORDER BY id DESC LIMIT 1';
  return prepared<{ readonly rules: string }>(database, sql).get()?.rules ?? null;
}
