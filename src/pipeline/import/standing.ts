import type { State } from '../../model/report.js';
import type { Allowed, FailedRead, KnownContent } from '../../store/store.js';

/** What a run reads by. */
export interface ReadBy {
  readonly rules: string;
  readonly limits: Allowed;
  /** Whether to read again what failed for reasons of its own. */
  readonly retry: boolean;
}

export const readable = (state: State): boolean => state === 'ok' || state === 'ok_partial';

/** Failures that say nothing of the file: another day it may be read. */
const outer: ReadonlySet<string> = new Set(['READER_DIED', 'INTERNAL', 'FILE_UNREADABLE']);

const couldNow = ({ problem: { code }, allowed }: FailedRead, { limits }: ReadBy): boolean =>
  outer.has(code) ||
  (code === 'TIME_EXCEEDED' && limits.seconds > allowed.seconds) ||
  (code === 'MEMORY_EXCEEDED' && limits.megabytes > allowed.megabytes);

/**
 * How a stored content stands without reading it again: `read`, or failed as it would fail again. Null where it must be read:
 * by other rules or a newer gouji, after a failure that was not the file's own, with more time or memory, or when asked.
 */
export function standingOf({ state, rules, failed }: KnownContent, by: ReadBy): 'read' | FailedRead | null {
  if (readable(state) && rules === by.rules) return 'read';
  if (failed === null || failed.rules !== by.rules || by.retry || couldNow(failed, by)) return null;
  return failed;
}
