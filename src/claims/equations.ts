import type { Spot, Track } from '../model/description.js';
import type { Relation, Verdict } from '../model/relation.js';
import type { Severity } from '../model/report.js';
import type { Weights } from './believe/believe.js';
import { settle, type Settled } from './believe/settle.js';
import { proposed } from './propose/generators.js';

/** Odds from which a broken claim is worth a look, is suspicious, is an error. */
const worth: readonly [odds: number, severity: Severity][] = [
  [20, 'error'],
  [3, 'warning'],
  [1 / 5, 'review'],
];

const decided: ReadonlySet<Verdict['status']> = new Set(['passed', 'passed_with_rounding', 'failed', 'ambiguous']);

/** What a verdict is about: the figure that others are to explain. */
function explainedBy({ relation }: Verdict): string | null {
  switch (relation.kind) {
    case 'sum':
    case 'product':
      return relation.total.id;
    case 'share':
    case 'growth':
      return relation.rate.id;
    case 'computed':
      return relation.stated.id;
    case 'equal':
      return relation.left.id;
    default:
      return null;
  }
}

/** Odds, and how likely it is meant by its words, from which a claim that holds is told. */
const told = { odds: 30, prior: 0.3 };

/** Floating numbers found that it holds: where exact ones find that it does not, nothing is said. */
const held = (relation: Relation): Relation => ({
  ...relation,
  doubt: { status: 'ambiguous', reason: 'one unit in the last place' },
  most: 'info',
});

function relationOf({ is, candidate, odds, prior }: Settled): Relation[] {
  if (candidate.unsaid) return [];
  if (is === 'holds') return odds >= told.odds && prior >= told.prior ? [held(candidate.relation())] : [];
  const [, severity] = worth.find(([least]) => odds >= least) ?? [0, null];
  return severity === null ? [] : [{ ...candidate.relation(), most: severity }];
}

/**
 * The equations between figures of running text that do not come out, as far as words and numbers tell by the odds. `known`: what
 * was judged of it already; a figure that this explains is not explained again.
 */
export function equations(tracks: readonly Track[], weights: Weights, known: readonly Verdict[]): Relation[] {
  const explained = new Set(known.filter((it) => decided.has(it.status)).map(explainedBy));
  return tracks.flatMap(({ spots }) =>
    settle(proposed(spots), weights, new Set<Spot>(spots.filter((it) => explained.has(it.figure.id)))).flatMap(
      relationOf,
    ),
  );
}
