import type { Spot, Track } from '../model/description.js';
import type { Relation, Verdict } from '../model/relation.js';
import type { Severity } from '../model/report.js';
import { isDoubted } from './believe/doubted.js';
import type { Weights } from './believe/believe.js';
import { settle, type Known, type Settled } from './believe/settle.js';
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

/** Which figures of each paragraph are explained already, and which of them one claim holds together. */
class Told {
  readonly #explained: ReadonlySet<string | null>;
  readonly #byFigure = new Map<string, Set<Verdict>>();

  constructor(told: readonly Verdict[]) {
    const judged = told.filter(
      (it) => it.status !== 'insufficient_data' && it.status !== 'not_applicable' && !isDoubted(it),
    );
    this.#explained = new Set(judged.map(explainedBy));
    for (const it of judged)
      for (const { id } of it.figures) {
        const known = this.#byFigure.get(id);
        if (known) known.add(it);
        else this.#byFigure.set(id, new Set([it]));
      }
  }

  of(spots: readonly Spot[]): Known {
    const sets = new Map<Verdict, Set<Spot>>();
    for (const spot of spots)
      for (const it of this.#byFigure.get(spot.figure.id) ?? []) sets.set(it, (sets.get(it) ?? new Set()).add(spot));
    return {
      claimants: new Set(spots.filter((it) => this.#explained.has(it.figure.id))),
      sets: [...sets.values()].filter((it) => it.size > 2),
    };
  }
}

/**
 * The equations between figures of running text that do not come out, as far as words and numbers tell by the odds. `told`: what
 * was judged of it already; a figure that this explains is not explained again.
 */
export function equations(tracks: readonly Track[], weights: Weights, told: readonly Verdict[]): Relation[] {
  const known = new Told(told);
  return tracks.flatMap(({ spots }) => settle(proposed(spots), weights, known.of(spots)).flatMap(relationOf));
}
