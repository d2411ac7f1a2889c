import { isDecided } from '../model/decided.js';
import type { Spot, Track } from '../model/description.js';
import type { OutcomeReason } from '../model/outcome-reason.js';
import type { Relation, Verdict } from '../model/relation.js';
import type { Severity } from '../model/report.js';
import type { Weights } from './believe/believe.js';
import { toldOf } from './believe/told.js';
import { settle, type Known, type Settled } from './believe/settle.js';
import { proposed } from './propose/generators.js';
import { digitsOf, keyOf } from './propose/places.js';

/** Odds from which a broken claim is worth a look, is suspicious, is an error. */
const worth: readonly [odds: number, severity: Severity][] = [
  [20, 'error'],
  [3, 'warning'],
  [1 / 5, 'review'],
];

/** Why a claim was left open though its words were understood: numbers say nothing more of it. */
const open: ReadonlySet<string | null> = new Set<OutcomeReason>(['the list may not be complete']);

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
/** Of how many digits a rate agrees by no chance, whatever its words. */
const telling = 3;

const quotients: ReadonlySet<Settled['candidate']['shape']> = new Set([
  'share',
  'rest-share',
  'growth',
  'change-share',
  'implied-growth',
]);

/** Floating numbers found that it holds: where exact ones find that it does not, nothing is said. */
const held = (relation: Relation): Relation => ({
  ...relation,
  doubt: { status: 'ambiguous', reason: 'one unit in the last place' },
  most: 'info',
});

function relationOf(settled: Settled, weights: Weights): Relation[] {
  const { is, spot, candidate, odds, prior } = settled;
  if (candidate.unsaid) return [];
  const isTelling = !quotients.has(candidate.shape) || digitsOf(spot) >= telling;
  if (is === 'holds') return isTelling && odds >= told.odds && prior >= told.prior ? [held(candidate.relation())] : [];
  const [, severity] = worth.find(([least]) => odds >= least) ?? [0, null];
  return severity === null ? [] : [{ ...candidate.relation(), most: severity, belief: toldOf(settled, weights) }];
}

/** Which figures of each paragraph are explained already, and which of them one claim holds together. */
class Judged {
  readonly #explained: ReadonlySet<string | null>;
  readonly #accused: ReadonlySet<string | null>;
  readonly #byFigure = new Map<string, Set<Verdict>>();

  constructor(verdicts: readonly Verdict[]) {
    const judged = verdicts.filter((it) => it.alarm !== null || isDecided(it) || open.has(it.reason));
    this.#explained = new Set(judged.map(explainedBy));
    this.#accused = new Set(judged.filter(({ alarm }) => alarm !== null).map(explainedBy));
    for (const it of judged)
      for (const { id } of it.figures) {
        const known = this.#byFigure.get(id);
        if (known) known.add(it);
        else this.#byFigure.set(id, new Set([it]));
      }
  }

  /** Whether a claim fails of a figure whose claim over others is told already; a total may be broken down in several ways. */
  isAccused({ is, spot, candidate }: Settled): boolean {
    return is === 'broken' && candidate.shape !== 'run' && this.#accused.has(spot.figure.id);
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
 * The equations between figures of running text that come out or do not, as far as words and numbers tell by the odds. `known`: what
 * was judged of it already; a figure that this explains is not explained again.
 */
export function equations(tracks: readonly Track[], weights: Weights, known: readonly Verdict[]): Relation[] {
  const judged = new Judged(known);
  return tracks.flatMap(({ spots }) =>
    likeliest(settle(proposed(spots), weights, judged.of(spots)))
      .filter((it) => !judged.isAccused(it))
      .flatMap((it) => relationOf(it, weights)),
  );
}

/** Of claims that hold over the same figures only the one that is most likely meant: interest over its principal is no share of it. */
function likeliest(settled: readonly Settled[]): Settled[] {
  const nameOf = ({ spot, candidate }: Settled): string => keyOf([spot, ...candidate.operands]);
  const best = new Map<string, Settled>();
  for (const it of settled) {
    if (it.is === 'holds' && it.prior > (best.get(nameOf(it))?.prior ?? 0)) best.set(nameOf(it), it);
  }
  return settled.filter((it) => it.is === 'broken' || best.get(nameOf(it)) === it);
}
