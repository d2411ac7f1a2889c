import { figuresOf } from '../model/figures-of.js';
import type { Verdict } from '../model/relation.js';

/** So many failing relations are more than the slips of one report, where next to none holds. */
const leastFailing = 8;
const failingForEachThatHolds = 4;

export interface Trust {
  readonly verdicts: readonly Verdict[];
  /** Set where the figures of the document do not belong together as they were read. */
  readonly broken: { readonly failed: number; readonly passed: number } | null;
}

const isPassed = ({ status }: Verdict): boolean => status === 'passed' || status === 'passed_with_rounding';

/**
 * Its publisher got nearly all figures of a report right. Where nearly all relations between figures fail, they were read wrongly or
 * are made up, and none of them is worth an alarm of its own.
 */
export function distrusted(verdicts: readonly Verdict[]): Trust {
  const between = (it: Verdict): boolean => figuresOf(it.relation).length > 1;
  const failing = verdicts.filter((it) => it.alarm !== null && between(it));
  const passed = verdicts.filter((it) => isPassed(it) && between(it)).length;
  const failed = failing.length;
  if (failed < leastFailing || failed < failingForEachThatHolds * passed) return { verdicts, broken: null };
  const taken = new Set(failing);
  return {
    verdicts: verdicts.map((it) =>
      taken.has(it)
        ? { ...it, status: 'ambiguous', reason: 'nearly all relations of the document fail', alarm: null }
        : it,
    ),
    broken: { failed, passed },
  };
}
