import type { State } from '../../model/report.js';
import type { KnownContent, KnownPath } from '../store.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

interface PathRow {
  readonly sha256: string;
  readonly state: State;
  readonly rules: string;
  readonly size: bigint;
  readonly modified_ns: bigint;
  readonly changed_ns: bigint;
}

const byPath = `SELECT d.sha256, d.state, d.rules, p.size, p.modified_ns, p.changed_ns
  FROM paths p JOIN documents d ON d.id = p.document WHERE p.path = ? AND p.current = 1`;

export function pathKnown(database: Database, path: string): KnownPath | null {
  const row = prepared<PathRow>(database, byPath).safeIntegers().get(path);
  if (!row) return null;
  const { sha256, state, rules } = row;
  return {
    sha256,
    state,
    rules,
    stamp: { size: Number(row.size), modified: row.modified_ns, changed: row.changed_ns },
  };
}

export function contentKnown(database: Database, sha256: string): KnownContent | null {
  const sql = 'SELECT sha256, state, rules FROM documents WHERE sha256 = ?';
  return prepared<KnownContent>(database, sql).get(sha256) ?? null;
}

/** The rules of the run begun last; null where none was. */
export function lastRules(database: Database): string | null {
  const sql = 'SELECT rules FROM runs ORDER BY id DESC LIMIT 1';
  return prepared<{ readonly rules: string }>(database, sql).get()?.rules ?? null;
}
