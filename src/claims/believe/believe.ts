import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { intervalOf, meet, middle, negated, width, type Interval } from '../interval.js';
import { chanceOf } from './chance.js';
import { slipsOf } from './slips.js';

/** What each feature weighs, in thousandths of a log-odd. */
export type Weights = Readonly<Record<string, number>>;

/** How often a publisher prints a figure wrong. */
const error = 0.02;
/** How often a wrong figure is one slip away from the right one. */
const slipped = 0.7;
/** How often a wrong figure that no slip mends is of another size altogether. */
const seldomFar = 0.02;
/** How often its direction is the wrong one, or its base. */
const turned = 0.1;
const mistaken = 0.15;
/** A computed figure is now and then cut off and not rounded. */
const lastDigit = 0.05;
/** Slips of so many tries may be met by chance at least so often, whatever the digits say. */
const leastLuck = 1e-3;
/** Odds that change nothing, whatever else speaks for a claim. */
const negligible = 0.02;

/** A candidate weighed: how often words like these claim it, and whether its figures fit. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly prior: number;
  readonly fit: 'fits' | 'near' | 'no';
  /** How likely figures that mean something else would fit all the same. */
  readonly chance: number;
}

export interface Belief {
  readonly claimant: Claimant;
  readonly weighed: readonly Weighed[];
  /** Of no candidate being meant. */
  readonly none: number;
}

function scoreOf(features: readonly string[], weights: Weights): number {
  let score = 0;
  for (const it of features) score += weights[it] ?? 0;
  return score / 1000;
}

function fitOf({ stated, operands, compute }: Candidate): Pick<Weighed, 'fit'> & { readonly computed: Interval } {
  const computed = compute(operands.map(intervalOf));
  if (meet(stated, computed)) return { fit: 'fits', computed };
  const slack = (stated[1] - stated[0]) / 2;
  return { fit: meet([stated[0] - slack, stated[1] + slack], computed) ? 'near' : 'no', computed };
}

/** Weighs all that a claimant may mean against each other and against its meaning none of it. */
export function weigh(claimant: Claimant, weights: Weights): Belief {
  const scores = claimant.candidates.map((it) => scoreOf(it.features, weights));
  const nothing = scoreOf(claimant.features, weights);
  const top = Math.max(nothing, ...scores);
  const mass = scores.map((it) => Math.exp(it - top));
  const none = Math.exp(nothing - top);
  const total = mass.reduce((a, b) => a + b, none);
  const weighed = claimant.candidates.map((candidate, i): Weighed => {
    const { fit, computed } = fitOf(candidate);
    const chance = chanceOf(claimant.spot, candidate.stated, computed);
    return { candidate, prior: (mass[i] ?? 0) / total, fit, chance };
  });
  return { claimant, weighed, none: none / total };
}

/** How much more likely what stands there is, if the candidate is meant, than if it is not. */
export function evidence({ fit, chance }: Weighed): number {
  if (fit === 'fits') return (1 - error) / chance;
  return fit === 'near' ? lastDigit / chance : error;
}

/** Odds that all rivals together are meant and hold, against that none is. */
export const heldOdds = ({ weighed, none }: Belief): number =>
  weighed.reduce((sum, it) => sum + (it.fit === 'no' ? 0 : it.prior * evidence(it)), 0) / none;

/** The candidate that holds and is most likely meant; null where none holds. */
export function bestHolding({ weighed }: Belief): Weighed | null {
  let best: Weighed | null = null;
  for (const it of weighed)
    if (it.fit !== 'no' && (!best || it.prior * evidence(it) > best.prior * evidence(best))) best = it;
  return best;
}

export type Equation = Pick<Candidate, 'stated' | 'operands' | 'compute' | 'slips'>;

interface Mend {
  /** How often a wrong figure is wrong in this way; 0 where no slip mends it. */
  readonly often: number;
  /** Every slip of a figure that mends it. */
  readonly by: readonly Repair[];
  readonly tried: number;
  /** Whether what is stated and what is computed are of another size altogether. */
  readonly far: boolean;
}

/** A figure and what it would read without a slip. */
export interface Repair {
  readonly spot: Spot;
  readonly value: number;
}

function isFar(stated: Interval, computed: Interval): boolean {
  const [a, b] = [middle(stated), middle(computed)];
  return !(Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) / 2);
}

/** Whether one slip would make a candidate hold, and in how many ways that was tried. */
export function mend(spot: Spot, { stated, operands, compute, slips }: Equation): Mend {
  const intervals = operands.map(intervalOf);
  const computed = compute(intervals);
  if (stated[0] !== 0 && meet(negated(stated), computed)) return { often: turned, by: [], tried: 1, far: false };
  const special = slips?.(intervals) ?? [];
  if (special.some((it) => meet(stated, it))) return { often: mistaken, by: [], tried: special.length, far: false };
  const unit = spot.value === 0 ? 1 : middle(stated) / spot.value;
  const half = (stated[1] - stated[0]) / 2;
  let tried = 0;
  const by: Repair[] = [];
  for (const slip of slipsOf(spot)) {
    const slippedTo = middle(slip.value) * unit;
    // a point that moved took the last digits with it
    const room = Math.max(half, (width(slip.value) / 2) * Math.abs(unit));
    tried++;
    if (meet([slippedTo - room, slippedTo + room], computed)) by.push({ spot, value: middle(slip.value) });
  }
  operands.forEach((operand, i) => {
    for (const slip of slipsOf(operand)) {
      tried++;
      if (meet(stated, compute(intervals.map((it, j) => (j === i ? slip.value : it)))))
        by.push({ spot: operand, value: middle(slip.value) });
    }
  });
  return { often: by.length > 0 ? slipped : 0, by, tried, far: isFar(stated, computed) };
}

/** The figures of a candidate, whatever it makes of them: where one way holds, another does not accuse them. */
const figuresOf = ({ candidate }: Weighed): string =>
  candidate.operands
    .map((it) => it.at)
    .sort((a, b) => a - b)
    .join(' ');

/** Of candidates that mean nearly the same, those that are weighed one by one. */
const mostWeighed = 4;

/** A failing candidate with the odds that it is meant and wrong, against all else. */
export interface Broken {
  readonly candidate: Candidate;
  readonly odds: number;
  readonly mendedBy: readonly Repair[];
}

/** The failing candidates that are most likely meant, the likeliest first; where it would not change anything, without looking for slips. */
export function brokenOdds(belief: Belief): Broken[] {
  const holding = new Set(belief.weighed.flatMap((it) => (it.fit === 'no' ? [] : [figuresOf(it)])));
  const failing = belief.weighed
    .filter((it) => it.fit === 'no' && !it.candidate.unsaid && !holding.has(figuresOf(it)))
    .sort((a, b) => b.prior - a.prior);
  const rivals = belief.none * (1 + heldOdds(belief));
  return failing.slice(0, mostWeighed).map((it): Broken => {
    const odds = (it.prior * error) / rivals;
    const { candidate } = it;
    if ((odds * slipped) / leastLuck < negligible) return { candidate, odds: odds * (1 - slipped), mendedBy: [] };
    const { often, by, tried, far } = mend(belief.claimant.spot, candidate);
    const luck = Math.min(1, Math.max(tried * it.chance, leastLuck));
    return { candidate, odds: odds * Math.max(often / luck, far ? seldomFar : 1 - slipped), mendedBy: by };
  });
}
