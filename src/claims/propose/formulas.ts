import type { Shape } from '../../model/belief.js';
import type { Spot } from '../../model/description.js';
import type { ComputedTerm } from '../../model/relation.js';
import type { Candidate } from '../candidate.js';
import { multiplied, over, plus, roundedOf, type Interval } from '../interval.js';

/** A product of figures and of `times`; without figures a constant. */
export interface Term {
  readonly of: readonly Spot[];
  readonly times?: number;
}

/** What figures make: Σ over ÷ Σ under. */
export interface Formula {
  readonly over: readonly Term[];
  readonly under?: readonly Term[];
}

interface Said extends Pick<Candidate, 'features' | 'unsaid' | 'slips' | 'slipsOften' | 'sure'> {
  readonly shape: Shape;
  /** The id of the file under rules/checks. */
  readonly check: string;
  /** Which member of a ratio is stated, from 0. */
  readonly member?: number;
  readonly stated?: Interval;
}

/** One of its own unit in the common unit of its measure. */
export const unitOf = ({ worth }: Spot): number => {
  const [top = '1', bottom = '1'] = worth.split('/');
  return Number(top) / Number(bottom);
};
const exact = (it: number): number => Number(it.toPrecision(12));

/** The candidate that a figure states what a formula makes of others. */
export function formulaCandidate(claimant: Spot, formula: Formula, said: Said): Candidate {
  const { over: top, under: bottom = [] } = formula;
  const operands = [...new Set([...top, ...bottom].flatMap(({ of }) => of))];
  const at = new Map(operands.map((it, i) => [it, i]));
  const sum = (terms: readonly Term[], all: readonly Interval[]): Interval =>
    terms
      .map(({ of, times = 1 }) =>
        of.reduce<Interval>((it, spot) => multiplied(it, all[at.get(spot) ?? 0] ?? [1, 1]), [times, times]),
      )
      .reduce(plus, [0, 0]);
  const told = (terms: readonly Term[], by: number): ComputedTerm[] =>
    terms.map(({ of, times = 1 }) => ({
      figures: of.map(({ figure }) => figure),
      times: exact(of.reduce((it, spot) => it * unitOf(spot), times) * by),
    }));
  const {
    shape,
    check,
    member,
    stated = roundedOf(claimant),
    features,
    unsaid = false,
    slips,
    slipsOften,
    sure = false,
  } = said;
  return {
    shape,
    operands,
    stated,
    unsaid,
    sure,
    ...(slips && { slips }),
    ...(slipsOften !== undefined && { slipsOften }),
    compute: (all) => (bottom.length === 0 ? sum(top, all) : over(sum(top, all), sum(bottom, all))),
    features,
    relation: () => ({
      kind: 'computed',
      check,
      doubt: null,
      stated: claimant.figure,
      ...(member !== undefined && { member }),
      over: told(top, 1 / unitOf(claimant)),
      under: told(bottom, 1),
    }),
  };
}
