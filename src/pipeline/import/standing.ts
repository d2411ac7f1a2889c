import type { State } from '../../model/report.js';
import type { Problem } from '../../model/problem.js';
import type { Allowed, FailedRead, KnownContent, LedgerState } from '../../store/store.js';

/**
 * What is read beside files that are new, changed or failed for outer reasons, each with what those before it read: nothing; what
 * was read by other rules or another gouji; what failed for reasons of its own or had no words; everything.
 */
export const reprocessing = ['changed', 'stale', 'failed', 'all'] as const;
export type Reprocess = (typeof reprocessing)[number];

/** What a run reads by. */
export interface ReadBy {
  readonly rules: string;
  readonly limits: Allowed;
  /** Of a PDF, beyond which it is not read. */
  readonly mostPages: number;
  /** True where LibreOffice is there. */
  readonly converts: boolean;
  readonly reprocess: Reprocess;
}

export const readable = (state: LedgerState): boolean => state === 'ok' || state === 'ok_partial';

/** Failures that say nothing of the file: another day it may be read. */
const outer: ReadonlySet<string> = new Set(['READER_DIED', 'INTERNAL', 'FILE_UNREADABLE']);

const couldNow = (
  { problem: { code, params }, allowed }: FailedRead,
  { limits, mostPages, converts }: ReadBy,
): boolean =>
  outer.has(code) ||
  (code === 'ENGINE_MISSING' && converts) ||
  (code === 'TIME_EXCEEDED' && limits.seconds > allowed.seconds) ||
  (code === 'MEMORY_EXCEEDED' && limits.megabytes > allowed.megabytes) ||
  (code === 'LIMIT_EXCEEDED' && params['limit'] === 'pages' && Number(params['met']) <= mostPages);

/** A content that need not be read again, and is no success. */
export interface Unsuccessful {
  readonly state: Exclude<State, 'ok' | 'ok_partial'> | 'wordless';
  readonly problem: Problem;
}

/**
 * How a stored content stands without reading it again: `read`, or failed as it would fail again. Null where it must be read:
 * by other rules or a newer gouji, after a failure that was not the file's own, with more time or memory, or when asked.
 */
export function standingOf(known: KnownContent, by: ReadBy): 'read' | Unsuccessful | null {
  const { state, rules, failed, wordless } = known;
  if (by.reprocess === 'all') return null;
  const fits = (other: string): boolean => other === by.rules || by.reprocess === 'changed';
  if (readable(state) && fits(rules)) {
    if (wordless === null) return 'read';
    return by.reprocess === 'failed' ? null : { state: 'wordless', problem: wordless };
  }
  if (failed === null || !fits(failed.rules) || by.reprocess === 'failed' || couldNow(failed, by)) return null;
  return failed;
}
