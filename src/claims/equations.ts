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

/** What a verdict is about: the figure that others are to explain. */
function explainedBy({ relation }: Verdict): string | null {
  switch (relation.kind) {
    case 'sum':
    case 'product':
      return relation.total.id;
    case 'share':
    case 'growth':
      return relation.rate.id;
    case 'equal':
      return relation.left.id;
    default:
      return null;
  }
}

function relationOf({ is, candidate, odds }: Settled): Relation[] {
  // what holds explains its figures; it is told once learning has seen enough to tell it from chance
  if (is === 'holds' || candidate.unsaid) return [];
  const [, severity] = worth.find(([least]) => odds >= least) ?? [0, null];
  return severity === null ? [] : [{ ...candidate.relation(), most: severity }];
}

/**
 * The equations between figures of running text that do not come out, as far as words and numbers tell by the odds. `told`: what
 * was judged of it already; a figure that this explains is not explained again.
 */
export function equations(tracks: readonly Track[], weights: Weights, told: readonly Verdict[]): Relation[] {
  const explained = new Set(
    told.filter((it) => it.status !== 'insufficient_data' && it.status !== 'not_applicable').map(explainedBy),
  );
  return tracks.flatMap(({ spots }) =>
    settle(proposed(spots), weights, new Set<Spot>(spots.filter((it) => explained.has(it.figure.id)))).flatMap(
      relationOf,
    ),
  );
}
