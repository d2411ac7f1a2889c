import type { Spot } from '../../model/description.js';
import type { Claimant, Candidate } from '../candidate.js';
import {
  bestHolding,
  brokenOdds,
  heldOdds,
  isMistake,
  weigh,
  type Belief,
  type Broken,
  type Weighed,
  type Weights,
} from './believe.js';
import { isSpokenOf, keyOf } from '../propose/places.js';
import { mendedTogether, type Failing } from './common-repair.js';

/** A claim that is believed: it holds, or it is broken with these odds against all else that could be meant. */
export interface Settled extends Pick<Broken, 'mendedBy' | 'among'> {
  /** The figure that claims it. */
  readonly spot: Spot;
  readonly candidate: Candidate;
  readonly is: 'holds' | 'broken';
  readonly odds: number;
  /** How often words like these claim it. */
  readonly prior: number;
}

/** Odds from which a claim that holds is believed to be meant. */
const believed = 3;
/** What remains of the odds of a claim whose figures another claim explains. */
const whatExplainedLeaves = 0.015;
/** What holds explains others only where it is meant at least so likely: numbers agree by chance. */
const leastMeant = 0.1;
/** Odds from which it does whatever its words. */
const surely = 30;
const pairTaken = 0.02;
const otherBreakdown = 0.8;
/** Of a sum that adds to one that holds: a quarter to the half of a year. */
const nested = 0.5;

/** What is known of the figures of a paragraph before its claims are weighed. */
export interface Known {
  /** Figures that are explained already. */
  readonly claimants: ReadonlySet<Spot>;
  /** Figures of one claim. */
  readonly sets: readonly ReadonlySet<Spot>[];
}

const nothing: Known = { claimants: new Set(), sets: [] };

/** What claims that hold explain of the figures of a paragraph. */
class Explained {
  readonly #claimants = new Set<Spot>();
  /** Figures that a run makes, or is made of, with the figures of that run. */
  readonly #totals = new Map<Spot, Set<Spot>>();
  readonly #pairs = new Set<string>();
  readonly #sets: ReadonlySet<Spot>[] = [];

  constructor(holding: readonly Settled[], known: Known) {
    for (const it of known.claimants) this.#claimants.add(it);
    this.#sets.push(...known.sets);
    for (const { spot, candidate, prior, odds } of holding) {
      if (prior < leastMeant && odds < surely) continue;
      if (candidate.shape === 'run') {
        const parts = this.#totals.get(spot) ?? new Set();
        for (const it of candidate.operands) parts.add(it);
        this.#totals.set(spot, parts);
      } else this.#claimants.add(spot);
      this.#pairs.add(`${candidate.shape} ${keyOf(candidate.operands)}`);
      this.#sets.push(new Set([spot, ...candidate.operands]));
    }
  }

  /** What remains of a failing claim's odds beside them. */
  leaves(spot: Spot, { shape, operands }: Candidate, vouched: boolean): number {
    // a total may be broken down in several ways, of which each is to come out
    const parts = this.#totals.get(spot);
    if (parts && shape === 'run' && !operands.some((it) => parts.has(it))) return otherBreakdown;
    if (!vouched && (parts || this.#claimants.has(spot))) return whatExplainedLeaves;
    const all = [spot, ...operands];
    const sets = vouched ? this.#sets.filter((it) => !it.has(spot)) : this.#sets;
    if (sets.some((set) => all.filter((it) => set.has(it)).length >= Math.max(2, Math.min(3, all.length))))
      return whatExplainedLeaves;
    if (shape === 'run') {
      const shared = sets.filter((set) => operands.filter((it) => set.has(it)).length >= 2);
      const isNested = (set: ReadonlySet<Spot>): boolean =>
        [...set].every((it) => operands.includes(it) || this.#totals.has(it));
      if (shared.length > 0)
        return shared.every((set) => set.size <= operands.length && isNested(set)) ? nested : whatExplainedLeaves;
    }
    return this.#pairs.has(`${shape} ${keyOf(operands)}`) ? pairTaken : 1;
  }
}

/**
 * Settles what the claimants of a paragraph claim: first what holds, then what fails and is not explained by it or by what
 * is known already.
 */
export function settle(claimants: Iterable<Claimant>, weights: Weights, known: Known = nothing): Settled[] {
  const holding: Settled[] = [];
  const failing: Failing[] = [];
  for (const belief of apart([...claimants].map((it) => weigh(it, weights)))) {
    const { spot } = belief.claimant;
    const best = bestHolding(belief);
    const odds = heldOdds(belief);
    if (best && odds >= believed && !isOutdone(belief, best))
      holding.push({
        spot,
        candidate: best.candidate,
        is: 'holds',
        odds,
        prior: best.prior,
        mendedBy: [],
        among: belief,
      });
    else failing.push(...failingOf(belief));
  }
  const explained = new Explained(holding, known);
  const broken = mendedTogether(failing).map((it) => brokenOf(it, explained));
  return [...holding, ...broken.map((it) => ({ ...it, odds: it.odds * ofFrame(it, holding, broken) }))];
}

/** How much likelier than what holds a claim must be for that to be its mistake. */
const farLikelier = 10;
/** Kinds whose base is fixed by what they are. */
const changed: ReadonlySet<Candidate['shape']> = new Set(['growth', 'implied-growth', 'rate', 'pace', 'share']);
/** What remains of a rival that is better meant by another figure. */
const takenLeaves = 0.02;

/** How much better words must say what an amount was paid for than those of another price. */
const farBetter = 3;

/** By a key, the figure whose words claim most plainly what has it; null keys are left out. */
function mostPlainly<K>(
  beliefs: readonly Belief[],
  keyFor: (it: Weighed) => K | null,
): ReadonlyMap<K, { readonly spot: Spot; readonly prior: number }> {
  const found = new Map<K, { readonly spot: Spot; readonly prior: number }>();
  for (const { claimant, weighed } of beliefs)
    for (const it of weighed) {
      const key = keyFor(it);
      if (key === null || it.prior < leastMeant) continue;
      if ((found.get(key)?.prior ?? 0) < it.prior) found.set(key, { spot: claimant.spot, prior: it.prior });
    }
  return found;
}

const nameOf = ({ candidate }: Weighed): string => `${candidate.shape} ${keyOf(candidate.operands)}`;
/** The amount that a price and a count make: no other price makes it again. */
const paidBy = ({ candidate: { shape, operands } }: Weighed): Spot | null =>
  shape === 'product' ? (operands[0] ?? null) : null;

/** Beliefs without the rivals that are no rivals: what another figure claims of the same operands with better words, and what holds by mistake. */
function apart(beliefs: readonly Belief[]): Belief[] {
  const claimed = mostPlainly(beliefs, (it) => (it.fit === 'no' ? null : nameOf(it)));
  const paidFor = mostPlainly(beliefs, (it) => (it.fit === 'fits' ? paidBy(it) : null));
  return beliefs.map((belief) => {
    const top = belief.weighed.reduce((a, b) => (b.prior > a.prior ? b : a));
    const byMistake =
      top.fit === 'no' && changed.has(top.candidate.shape) && top.candidate.unsaid !== true && isMistake(top);
    const leaves = (it: Weighed): number => {
      if (it.fit === 'no') return 1;
      const amount = paidBy(it);
      const paid = amount && paidFor.get(amount);
      if (paid && paid.spot !== belief.claimant.spot && paid.prior > farBetter * it.prior) return takenLeaves;
      const other = claimed.get(nameOf(it));
      if (other && other.spot.value !== belief.claimant.spot.value && other.prior > 2 * it.prior) return takenLeaves;
      return byMistake && top.prior > farLikelier * it.prior ? takenLeaves : 1;
    };
    return { ...belief, weighed: belief.weighed.map((it) => ({ ...it, prior: it.prior * leaves(it) })) };
  });
}

/** Whether what comes out is met by chance, beside what the words say far more plainly and a slip explains. */
function isOutdone(belief: Belief, { prior }: Weighed): boolean {
  if (!belief.weighed.some((it) => it.fit === 'no' && it.prior > farLikelier * prior)) return false;
  return brokenOdds(belief).reduce((sum, it) => sum + it.odds, 0) >= 1;
}

/** Odds from which a claim counts as one that does not hold. */
const doubtful = 0.02;

/** Where more claims of a kind fail in a paragraph than hold, its figures hang together in another way than was thought. */
function ofFrame({ candidate: { shape } }: Settled, holding: readonly Settled[], broken: readonly Settled[]): number {
  const held = holding.filter((it) => it.candidate.shape === shape).length;
  const failed = new Set(
    broken.filter((it) => it.candidate.shape === shape && it.odds >= doubtful).map((it) => it.spot),
  ).size;
  return failed >= held + 3 ? whatExplainedLeaves : 1;
}

function failingOf(belief: Belief): Failing[] {
  const [first, ...more] = brokenOdds(belief).filter(({ candidate }) =>
    [belief.claimant.spot, ...candidate.operands].some(isSpokenOf),
  );
  return first ? [{ spot: belief.claimant.spot, claims: [first, ...more] }] : [];
}

function brokenOf({ spot, claims: [first, ...more], vouched }: Failing, explained: Explained): Settled {
  const odds = [first, ...more].reduce(
    (sum, it) => sum + it.odds * explained.leaves(spot, it.candidate, vouched ?? false),
    0,
  );
  return { ...first, spot, is: 'broken', odds };
}
