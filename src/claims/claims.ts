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

const isDecided = ({ status }: Verdict): boolean =>
  status === 'passed' || status === 'passed_with_rounding' || status === 'failed';

/** The figures of a claim, by which two ways of telling it are known for one. */
const keyOf = (ids: readonly string[]): string => [...new Set(ids)].sort().join(' ');

function relationOf({ is, candidate, odds }: Settled): Relation[] {
  // what holds explains its figures; it is told once learning has seen enough to tell it from chance
  if (is === 'holds' || candidate.unsaid) return [];
  const [, severity] = worth.find(([least]) => odds >= least) ?? [0, null];
  return severity === null ? [] : [{ ...candidate.relation(), most: severity }];
}

/**
 * Every claim that the running text makes as far as its words and numbers tell, in reading order. `told`: what was judged of it
 * already; a figure that this explains is not explained again.
 */
export function claims(tracks: readonly Track[], weights: Weights, told: readonly Verdict[]): Relation[] {
  const explained = new Set(
    told.filter((it) => it.status !== 'insufficient_data' && it.status !== 'not_applicable').map(explainedBy),
  );
  const known = new Set(told.filter(isDecided).map(({ figures }) => keyOf(figures.map((it) => it.id))));
  const isNew = ({ spot, candidate }: Settled): boolean => {
    const key = keyOf([spot, ...candidate.operands].map((it) => it.figure.id));
    return known.size < known.add(key).size;
  };
  return tracks.flatMap(({ spots }) => {
    const settled = settle(proposed(spots), weights, new Set<Spot>(spots.filter((it) => explained.has(it.figure.id))));
    return settled.filter(isNew).flatMap(relationOf);
  });
}
