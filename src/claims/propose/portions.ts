import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { formulaCandidate } from './formulas.js';
import { around, has, isAmount, isChange, isRate, nearness, unitsInOne } from './places.js';
import { standingFeatures } from './standing.js';

const mostRates = 4;
const mostBases = 6;

/** What part of a year interest may be paid for where no span is printed. */
const parts: readonly (readonly [name: string, part: number])[] = [
  ['duration year', 1],
  ['duration half', 1 / 2],
  ['duration quarter', 1 / 4],
  ['duration month', 1 / 12],
];
/** How often a printed span of time goes into the year. */
const perYear: Readonly<Record<string, readonly number[]>> = {
  'duration year': [1],
  'duration month': [12],
  'duration quarter': [4],
  'duration day': [360, 365],
};

interface Span {
  readonly name: string;
  readonly part: number;
  readonly of: readonly Spot[];
}

/** The spans of time that a rate a year may be paid for. */
function spansOf(spots: readonly Spot[], amount: Spot): Span[] {
  const printed = around(
    spots,
    amount,
    (it) => it.dimension in perYear && it.each.length === 0 && it.sentence === amount.sentence,
  ).slice(0, 3);
  return [
    ...parts.map(([name, part]): Span => ({ name, part, of: [] })),
    ...printed.flatMap((it) =>
      (perYear[it.dimension] ?? []).map((count): Span => ({ name: 'printed', part: 1 / count, of: [it] })),
    ),
  ];
}

/** Amounts that a rate makes of another amount: interest, fees, what a score comes to by its weight. */
export function portions(spots: readonly Spot[], amount: Spot): Claimant[] {
  if ((!isAmount(amount) && amount.figure.kind !== 'number') || amount.value <= 0) return [];
  // interest may be told in the sentence behind its rate
  const far = has(amount, 'clause', 'interest') ? 1 : 0;
  const rates = around(
    spots,
    amount,
    (it) =>
      isRate(it) &&
      it.figure.kind === 'percent' &&
      it.value > 0 &&
      !isChange(it) &&
      amount.sentence - it.sentence >= 0 &&
      amount.sentence - it.sentence <= far,
  ).slice(0, mostRates);
  const bases = around(
    spots,
    amount,
    (it) => it.dimension === amount.dimension && it !== amount && it.value > amount.value && !isChange(it),
  );
  const candidates = rates.flatMap((rate) => {
    const dear = has(amount, 'clause', 'interest') && has(rate, 'clause', 'interest');
    const scored = amount.figure.kind === 'score' || amount.figure.kind === 'number';
    return bases.slice(0, mostBases).flatMap((base) =>
      (dear ? spansOf(spots, amount) : [{ name: 'once', part: 1, of: [] }]).map(({ name, part, of }): Candidate => {
        const weighed = scored && has(base, 'lead', 'limit');
        const calls = dear || weighed || (has(rate, 'clause', 'interest') && rate.at === amount.at - 1);
        const says = Math.abs(rate.at - amount.at) === 1 && base.sentence === amount.sentence;
        return formulaCandidate(
          amount,
          { over: [{ of: [base, rate, ...of], times: part / unitsInOne(rate) }] },
          {
            shape: 'portion',
            check: 'stated-portion',
            unsaid: !calls,
            features: [
              'portion',
              `portion ${dear ? 'interest' : weighed ? 'score' : 'other'}`,
              `portion ${dear ? 'interest' : 'other'} ${name}`,
              ...(dear && amount.each.some((it) => it.measure === name) ? ['portion pace'] : []),
              `portion rate ${rate.at < amount.at ? 'before' : 'behind'} ${nearness(rate, amount)}`,
              `portion base ${nearness(base, amount)}`,
              ...(has(amount, 'near', 'amountto') ? ['portion amounts to'] : []),
              ...standingFeatures(spots, amount, [base, rate], { calls, says }),
            ],
          },
        );
      }),
    );
  });
  const kind = has(amount, 'clause', 'interest') ? 'interest' : amount.figure.kind === 'score' ? 'score' : 'other';
  return candidates.length > 0
    ? [{ spot: amount, candidates, features: ['none portion', `none portion ${kind}`] }]
    : [];
}
