import type { Shape } from '../../model/belief.js';
import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { fitOf, type Fit } from '../fit.js';
import { intervalOf, meet, middle, negated, times, width, type Interval } from '../interval.js';
import { keyOf } from '../propose/places.js';
import { chanceOf, exactChanceOf } from './chance.js';
import { slipsOf, type Slip } from './slips.js';

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
/** How often its point or its unit is. */
const moved = 0.15;
/** A computed figure is now and then cut off and not rounded. */
const lastDigit = 0.05;
/** Slips of so many tries may be met by chance at least so often, whatever the digits say. */
const leastLuck = 1e-3;
/** However plain the words, so often something else is meant. */
const leastNone = 0.01;
/**
 * Weights are held to where they start, which makes shares timid: by how much the score of a kind is to be stretched, so that of the
 * passages that were not learned from as many claims come out as their shares say.
 */
const stretched: Readonly<Partial<Record<Shape, number>>> = {
  difference: 1.7,
  product: 1.6,
  growth: 1.3,
  share: 1.2,
};
/** Odds that change nothing, whatever else speaks for a claim. */
const negligible = 0.02;

/** A candidate weighed: how often words like these claim it, and whether its figures fit. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly prior: number;
  readonly fit: Fit;
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

/** A chance of coming out, less where the numbers as they are printed come out to the last digit. */
const tightened = (chance: number, exactly: boolean, spot: Spot, { stated }: Candidate): number =>
  exactly ? Math.min(chance, exactChanceOf(spot, stated)) : chance;

/** Weighs all that a claimant may mean against each other and against its meaning none of it. */
export function weigh(claimant: Claimant, weights: Weights): Belief {
  const nothing = scoreOf(claimant.features, weights);
  const scores = claimant.candidates.map(
    ({ features, shape }) => nothing + (stretched[shape] ?? 1) * (scoreOf(features, weights) - nothing),
  );
  const top = Math.max(nothing, ...scores);
  const mass = scores.map((it) => Math.exp(it - top));
  const none = Math.exp(nothing - top);
  const total = mass.reduce((a, b) => a + b, none);
  const weighed = claimant.candidates.map((candidate, i): Weighed => {
    const { fit, computed, exactly } = fitOf(candidate);
    const chance = tightened(chanceOf(claimant.spot, candidate.stated, computed), exactly, claimant.spot, candidate);
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

/** How much more often what is wrong lies so near what is right than what has nothing to do with it. */
function closeness(stated: Interval, computed: Interval): number {
  const [a, b] = [middle(stated), middle(computed)];
  const apart = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b), 1e-12);
  if (!Number.isFinite(apart)) return 0.1;
  const wrong = 1 / (9.2 * Math.max(apart, 1e-4));
  return wrong / (0.4 + 0.2 * wrong);
}

/** What may hold between figures, whoever proposed it. */
export type Equation = Pick<Candidate, 'stated' | 'operands' | 'compute' | 'slips' | 'slipsOften'>;

/** A figure and what it would read without a slip. */
interface Repair {
  readonly spot: Spot;
  readonly value: number;
}

interface Mend {
  /** How often a wrong figure is wrong in this way; 0 where no slip mends it. */
  readonly often: number;
  readonly tried: number;
  /** Whether one mends it to the last digit, with the numbers as they are printed. */
  readonly exactly: boolean;
  /** Every slip of a figure that mends it. */
  readonly by: readonly Repair[];
  /** Whether what is stated and what is computed are of another size altogether. */
  readonly far: boolean;
  /** How likely what is wrong in no known way would look so. */
  readonly other: number;
}

function isFar(stated: Interval, computed: Interval): boolean {
  const [a, b] = [middle(stated), middle(computed)];
  return !(Math.abs(a - b) <= Math.max(Math.abs(a), Math.abs(b)) / 2);
}

function otherwise(stated: Interval, computed: Interval): number {
  return isFar(stated, computed) ? seldomFar : (1 - slipped) * closeness(stated, computed);
}

/** Whether one slip would make a candidate hold, and in how many ways that was tried. */
export function mend(spot: Spot, { stated, operands, compute, slips, slipsOften = mistaken * error }: Equation): Mend {
  const intervals = operands.map(intervalOf);
  const computed = compute(intervals);
  const plain = { by: [], exactly: false, far: isFar(stated, computed), other: otherwise(stated, computed) };
  if (stated[0] !== 0 && meet(negated(stated), computed)) return { often: turned, tried: 1, ...plain };
  const special = slips?.(intervals) ?? [];
  if (special.some((it) => meet(stated, it))) return { often: slipsOften / error, tried: special.length, ...plain };
  const unit = spot.value === 0 ? 1 : middle(stated) / spot.value;
  const half = (stated[1] - stated[0]) / 2;
  const tried = { digit: 0, scale: 0 };
  const by = { digit: [] as Repair[], scale: [] as Repair[] };
  let exactly = false;
  const points = operands.map(({ value }): Interval => [value, value]);
  const asPrinted = compute(points);
  const wayOf = ({ kind }: Slip) => (kind === 'scale' ? 'scale' : 'digit');
  const meets = (of: Spot, slip: Slip, at: Interval, made: Interval, plainly: () => Interval): void => {
    if (!meet(at, made)) return;
    by[wayOf(slip)].push({ spot: of, value: middle(slip.value) });
    exactly ||= meet(at, plainly());
  };
  /** Whether an operand with its point moved is no more than the result with its point moved. */
  const isFactor = (i: number): boolean => {
    const [as, tenfold] = [middle(asPrinted), middle(compute(points.map((it, j) => (i === j ? times(it, 10) : it))))];
    return [as * 10, as / 10].some((it) => Math.abs(it - tenfold) <= 1e-9 * Math.abs(it));
  };
  for (const slip of slipsOf(spot)) {
    const to = middle(slip.value) * unit;
    // a point that moved took the last digits with it
    const room = Math.max(half, (width(slip.value) / 2) * Math.abs(unit));
    tried[wayOf(slip)]++;
    meets(spot, slip, [to - room, to + room], computed, () => asPrinted);
  }
  operands.forEach((operand, i) => {
    const among = (all: readonly Interval[], it: Interval): Interval =>
      compute(all.map((other, j) => (j === i ? it : other)));
    const moves = !isFactor(i);
    for (const slip of slipsOf(operand)) {
      const way = wayOf(slip);
      if (way === 'digit' || moves) tried[way]++;
      const to = middle(slip.value);
      meets(operand, slip, stated, among(intervals, slip.value), () => among(points, [to, to]));
    }
  });
  const all = { ...plain, exactly, by: [...by.digit, ...by.scale] };
  // few ways of moving a point are met by chance far less often than the many ways of mistaking a digit
  if (by.scale.length > 0 && by.digit.length === 0) return { ...all, often: moved, tried: tried.scale };
  return { ...all, often: by.digit.length > 0 ? slipped : 0, tried: tried.digit + tried.scale };
}

/** The figures of a candidate, whatever it makes of them: where one way holds, another does not accuse them. */
const figuresOf = ({ candidate }: Weighed): string => keyOf(candidate.operands);

/** Whether a claim comes out only by the mistake that people make with its kind: that another reading of the figures holds is that mistake. */
export function isMistake({ candidate: { stated, operands, slips, sure = false } }: Weighed): boolean {
  if (!sure) return false;
  return slips?.(operands.map(intervalOf)).some((it) => meet(stated, it)) ?? false;
}

/** Whether a share comes out over another whole of its sentence: then its words did not name the whole plainly. */
function isOfAnotherWhole(it: Weighed, weighed: readonly Weighed[]): boolean {
  const [part, whole] = it.candidate.operands;
  return (
    it.candidate.shape === 'share' &&
    weighed.some(({ fit, candidate: { shape, operands } }) => {
      const [other, of] = operands;
      return fit !== 'no' && shape === 'share' && other === part && of !== whole && of?.sentence === part?.sentence;
    })
  );
}

/** Of candidates that mean nearly the same, those that are weighed one by one. */
const mostWeighed = 4;

/** A failing candidate with the odds that it is meant and wrong, against all else. */
export interface Broken {
  readonly candidate: Candidate;
  readonly odds: number;
  readonly prior: number;
  /** How likely it would come out by chance. */
  readonly chance: number;
  readonly mendedBy: readonly Repair[];
  /** What it was weighed against. */
  readonly among: Belief;
}

/** The failing candidates that are most likely meant, the likeliest first; where it would not change anything, without looking for slips. */
export function brokenOdds(belief: Belief): Broken[] {
  const holding = new Set(belief.weighed.flatMap((it) => (it.fit === 'no' ? [] : [figuresOf(it)])));
  const failing = belief.weighed
    .filter((it) => it.fit === 'no' && !it.candidate.unsaid && (!holding.has(figuresOf(it)) || isMistake(it)))
    .filter((it) => isMistake(it) || !isOfAnotherWhole(it, belief.weighed))
    .sort((a, b) => b.prior - a.prior);
  const rivals = Math.max(leastNone, belief.none) + belief.none * heldOdds(belief);
  return failing.slice(0, mostWeighed).map((it): Broken => {
    const odds = (it.prior * error) / rivals;
    const { candidate, prior } = it;
    const told = { candidate, prior, chance: it.chance, among: belief };
    if ((odds * slipped) / leastLuck < negligible) return { ...told, odds: odds * (1 - slipped), mendedBy: [] };
    const { often, tried, other, by, exactly } = mend(belief.claimant.spot, candidate);
    const chance = tightened(it.chance, exactly, belief.claimant.spot, candidate);
    const luck = Math.min(1, Math.max(tried * chance, leastLuck));
    return { ...told, chance, odds: odds * Math.max(often / luck, other), mendedBy: by };
  });
}
