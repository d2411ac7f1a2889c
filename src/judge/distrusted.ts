import { isPassed } from '../model/decided.js';
import { figuresOf } from '../model/figures-of.js';
import type { Relation, Verdict } from '../model/relation.js';

/** So many causes are more than the slips of one report, where next to none of its relations holds. */
const leastCauses = 5;
const failingForEachThatHolds = 4;

export interface Trust {
  readonly verdicts: readonly Verdict[];
  /** Set where the figures of the document do not belong together as they were read. */
  readonly broken: { readonly failed: number; readonly passed: number } | null;
}

const equations: ReadonlySet<Relation['kind']> = new Set(['sum', 'share', 'growth', 'product', 'equal']);

/** Bounds hold by chance every other time, and nothing equals nothing. */
const isEquation = (relation: Relation): boolean =>
  equations.has(relation.kind) && figuresOf(relation).filter(({ value }) => Number(value) !== 0).length > 1;

/** One wrong total fails every share of it: what the most common figure explains is one cause. */
function causes(failing: readonly Verdict[]): number {
  const among = new Map<string, number>();
  for (const { relation } of failing)
    for (const id of new Set(figuresOf(relation).map((it) => it.id))) among.set(id, (among.get(id) ?? 0) + 1);
  const most = [...among.values()].reduce((a, b) => Math.max(a, b), 0);
  return failing.length - Math.max(0, most - 1);
}

/**
 * Its publisher got nearly all figures of a report right. Where nearly all relations between figures fail, they were read wrongly or
 * are made up, and none of them is worth an alarm of its own.
 */
export function distrusted(verdicts: readonly Verdict[]): Trust {
  const failing = verdicts.filter((it) => it.alarm !== null && figuresOf(it.relation).length > 1);
  const unequal = failing.filter(({ relation }) => isEquation(relation));
  const failed = unequal.length;
  const passed = verdicts.filter((it) => isPassed(it) && isEquation(it.relation)).length;
  if (causes(unequal) < leastCauses || failed < failingForEachThatHolds * passed) return { verdicts, broken: null };
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
