import type { Spot } from '../../model/description.js';
import type { Claimant, Candidate } from '../candidate.js';
import { bestFailing, bestHolding, brokenOdds, heldOdds, weigh, type Belief, type Weights } from './believe.js';

/** A claim that is believed: it holds, or it is broken with these odds against all else that could be meant. */
export interface Settled {
  readonly claimant: Claimant;
  readonly candidate: Candidate;
  readonly is: 'holds' | 'broken';
  readonly odds: number;
}

/** Odds from which a claim that holds is believed to be meant. */
const believed = 3;
/** What remains of the odds of a claim whose figures another claim explains. */
const whatExplainedLeaves = 0.03;
const pairTaken = 0.1;

const key = (spots: readonly Spot[]): string =>
  spots
    .map((it) => it.at)
    .sort((a, b) => a - b)
    .join(' ');

/** What claims that hold explain of the figures of a paragraph. */
class Explained {
  readonly #claimants = new Set<Spot>();
  readonly #pairs = new Set<string>();
  readonly #sets: ReadonlySet<Spot>[] = [];

  constructor(holding: readonly Settled[], known: ReadonlySet<Spot>) {
    for (const it of known) this.#claimants.add(it);
    for (const { claimant, candidate } of holding) {
      this.#claimants.add(claimant.spot);
      this.#pairs.add(`${candidate.shape} ${key(candidate.operands)}`);
      this.#sets.push(new Set([claimant.spot, ...candidate.operands]));
    }
  }

  /** What remains of a failing claim's odds beside them. */
  leaves(spot: Spot, { shape, operands }: Candidate): number {
    if (this.#claimants.has(spot)) return whatExplainedLeaves;
    const all = [spot, ...operands];
    if (this.#sets.some((set) => all.filter((it) => set.has(it)).length >= Math.max(2, Math.min(3, all.length))))
      return whatExplainedLeaves;
    if (shape === 'run' && this.#sets.some((set) => operands.filter((it) => set.has(it)).length >= 2))
      return whatExplainedLeaves;
    return this.#pairs.has(`${shape} ${key(operands)}`) ? pairTaken : 1;
  }
}

/**
 * Settles what the claimants of a paragraph claim: first what holds, then what fails and is not explained by it. `known`: figures
 * that are explained already.
 */
export function settle(
  claimants: readonly Claimant[],
  weights: Weights,
  known: ReadonlySet<Spot> = new Set(),
): Settled[] {
  const beliefs = claimants.map((it) => weigh(it, weights));
  const holding = beliefs.flatMap((belief): Settled[] => {
    const best = bestHolding(belief);
    const odds = heldOdds(belief);
    return best && odds >= believed
      ? [{ claimant: belief.claimant, candidate: best.candidate, is: 'holds', odds }]
      : [];
  });
  const explained = new Explained(holding, known);
  const settled = new Set(holding.map((it) => it.claimant));
  const broken = beliefs.filter((it) => !settled.has(it.claimant)).flatMap((belief) => brokenOf(belief, explained));
  return [...holding, ...broken.map((it) => ({ ...it, odds: it.odds * ofFrame(it, holding, broken) }))];
}

/** Odds from which a claim counts as one that does not hold. */
const doubtful = 0.02;

/** Where more claims of a kind fail in a paragraph than hold, its figures hang together in another way than was thought. */
function ofFrame({ candidate: { shape } }: Settled, holding: readonly Settled[], broken: readonly Settled[]): number {
  const held = holding.filter((it) => it.candidate.shape === shape).length;
  const failed = broken.filter((it) => it.candidate.shape === shape && it.odds >= doubtful).length;
  return failed >= held + 3 ? whatExplainedLeaves : 1;
}

function brokenOf(belief: Belief, explained: Explained): Settled[] {
  const worst = bestFailing(belief);
  if (!worst) return [];
  const { claimant } = belief;
  const odds = brokenOdds(belief, (it) => explained.leaves(claimant.spot, it));
  return [{ claimant, candidate: worst.candidate, is: 'broken', odds }];
}
