import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { minus, over, roundedOf, times, type Interval } from '../interval.js';
import { around, byDimension, directionOf, has, isAmount, isChange, isRate } from './places.js';
import { comparison } from './constructions.js';
import { standingFeatures } from './standing.js';

const one: Interval = [1, 1];
/** Over how many years a rate a year may run where no number of them is printed. */
const usual = [2, 3, 4, 5, 10];

const rooted = ([low, high]: Interval, years: number): Interval => [
  Math.max(0, low) ** (1 / years) - 1,
  Math.max(0, high) ** (1 / years) - 1,
];

/** Over how many years, as far as the sentence or the one before it says. */
function spansBefore(spots: readonly Spot[], rate: Spot): number[] {
  const found = spots
    .slice(Math.max(0, rate.at - 12), rate.at)
    .filter((it) => it.dimension === 'duration year' && rate.sentence - it.sentence <= 1 && it.each.length === 0)
    .map(({ value }) => value)
    .filter((it) => Number.isInteger(it) && it >= 2 && it <= 50);
  return [...new Set(found)];
}

/** Growth a year between two levels some years apart. */
export function paces(spots: readonly Spot[], rate: Spot): Claimant[] {
  if (!isRate(rate) || rate.figure.kind !== 'percent' || !has(rate, 'clause', 'yearly')) return [];
  const direction = directionOf(rate) < 0 ? -1 : 1;
  const told = spansBefore(spots, rate);
  const spans = told.length > 0 ? told : usual;
  const candidates = byDimension(
    around(spots, rate, (it) => isAmount(it) && !isChange(it) && it.value > 0),
    rate,
  ).flatMap((group) =>
    group.flatMap((now) =>
      group.flatMap((was) =>
        now === was || now.value > was.value !== direction > 0
          ? []
          : spans.map((years): Candidate => {
              const says = comparison(rate, now, was, group) !== null;
              const stated = times(roundedOf(rate), direction / 100);
              return {
                shape: 'pace',
                operands: [now, was],
                stated,
                unsaid: !says,
                sure: says,
                compute: ([a = one, b = one]) => rooted(over(a, b), years),
                // the growth of all years, and its share of a year
                slips: ([a = one, b = one]) => [minus(over(a, b), one), times(minus(over(a, b), one), 1 / years)],
                features: [
                  'pace',
                  told.length > 0 ? 'pace told' : `pace ${years}`,
                  ...standingFeatures(spots, rate, [now, was], { calls: true, says }),
                ],
                relation: () => ({
                  kind: 'computed',
                  check: 'stated-rate',
                  doubt: null,
                  stated: rate.figure,
                  years: direction * years,
                  over: [{ figures: [now.figure], times: 1 }],
                  under: [{ figures: [was.figure], times: 1 }],
                }),
              };
            }),
      ),
    ),
  );
  return candidates.length > 0 ? [{ spot: rate, candidates, features: ['none pace'] }] : [];
}
