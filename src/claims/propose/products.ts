import type { Spot } from '../../model/description.js';
import type { Candidate, Claimant } from '../candidate.js';
import { over, roundedOf, times, type Interval } from '../interval.js';
import { foldsOf } from './folds.js';
import { around, has, isAmount, isChange, isOfListed, likeness, nearness, placeOf } from './places.js';
import { formulaCandidate, unitOf } from './formulas.js';
import { standingFeatures } from './standing.js';

const one: Interval = [1, 1];

/** How often a span of time goes into the year, and into the days and months that people count with. */
const spans: Readonly<Record<string, readonly number[]>> = {
  'duration day': [365, 366, 360, 30, 1],
  'duration month': [12, 1, 6, 3, 9, 11, 10, 8, 7, 5, 4, 2],
  'duration quarter': [4, 1],
  'duration year': [1],
};

/** Counts of which two may be what there was at first and at last. */
const mostOfMean = 4;

/** What one takes of as many as there were on the average of two times; that it comes out explains a price, that it does not accuses none. */
function overMeans(
  spots: readonly Spot[],
  price: Spot,
  totals: readonly Spot[],
  counts: readonly (Spot | null)[],
  size: number,
): Candidate[] {
  const some = counts.filter((it) => it !== null).slice(0, mostOfMean);
  const pairs = some.flatMap((a, i) => some.slice(i + 1).flatMap((b) => (a.measure === b.measure ? [[a, b]] : [])));
  return totals.flatMap((total) =>
    pairs.map((pair) =>
      formulaCandidate(
        price,
        { over: [{ of: [total], times: 2 * size }], under: pair.map((it) => ({ of: [it] })) },
        {
          shape: 'product',
          check: 'unit-price',
          unsaid: true,
          features: [
            'product',
            'product over a mean',
            ...standingFeatures(spots, price, [total, ...pair], { calls: true, says: false }),
          ],
        },
      ),
    ),
  );
}

/** How many figures away another price may stand. */
const pricesNear = 8;

/** Averages, prices and densities: what one thing takes, how many there are, and what they take together. */
export function products(spots: readonly Spot[], price: Spot): Claimant[] {
  const mean = price.each.length === 0;
  if (!isAmount(price) || price.value === 0 || (mean && !has(price, 'lead', 'average', 'price'))) return [];
  const things = price.each.filter((it) => !it.measure.startsWith('duration'));
  const paces = price.each.filter((it) => it.measure.startsWith('duration')).map((it) => spans[it.measure] ?? [1]);
  const size = things[0]?.size ?? 1;
  const rounds = paces[0] ?? (mean ? [1] : [1, 12]);
  const totals = around(
    spots,
    price,
    (it) =>
      isAmount(it) &&
      it.dimension === price.dimension &&
      it.each.length === 0 &&
      it.value >= price.value &&
      !isChange(it),
  ).slice(0, 6);
  const counted = (it: Spot): boolean =>
    isAmount(it) &&
    it.measure !== price.dimension &&
    (it.figure.kind === 'count' || it.figure.kind === 'dimension' || (mean && it.figure.kind === 'duration'));
  const counts = things.length > 0 || mean ? around(spots, price, counted).slice(0, 8) : [null];
  // what several prices make together is no product of one of them
  const others = spots
    .slice(Math.max(0, price.at - pricesNear), price.at + pricesNear)
    .filter(
      (it) => it !== price && it.sentence === price.sentence && it.measure === price.measure && it.each.length > 0,
    );
  const parts = foldsOf(spots);
  const candidates: Candidate[] = [];
  for (const total of totals) {
    for (const count of counts) {
      for (const round of rounds) {
        const operands = count ? [total, count] : [total];
        const say = (it: string): string => `product ${it}`;
        const features = [
          'product',
          say(`total ${placeOf(total, price, totals)} ${nearness(total, price)}`),
          say(paces.length > 0 ? `pace ${price.each[0]?.measure} ${round}` : `unsaid ${round}`),
        ];
        if (count) {
          const fits = things.some((it) => it.measure === count.measure);
          features.push(say(mean ? 'counts unnamed' : fits ? 'counts it' : 'counts others'));
          features.push(
            say(
              `count ${placeOf(
                count,
                price,
                counts.filter((it) => it !== null),
              )} ${nearness(count, price)}`,
            ),
          );
          if (fits) features.push(say(`counts it ${nearness(count, total)}`));
          features.push(say(`named ${likeness(count.terms, price.terms)}`));
        }
        for (const it of ['total', 'actual', 'plan', 'up', 'down', 'ofwhich', 'prior', 'average', 'price'] as const)
          if (has(total, 'clause', it)) features.push(say(`total ${it}`));
        if (total.figure.unitText === price.figure.unitText) features.push(say('unit'));
        const near = Math.abs(total.clause - price.clause) + (count ? Math.abs(count.clause - price.clause) : 0);
        const fitting = mean ? 'mean' : count && !things.some((it) => it.measure === count.measure) ? 'others' : 'fits';
        features.push(say(`${fitting} within ${Math.min(4, near)}`));
        features.push(
          ...standingFeatures(spots, price, operands, {
            calls: fitting === 'fits',
            says: fitting === 'fits' && near <= 3,
          }),
        );
        if (fitting === 'fits' && count && near <= 2 && total.sentence === price.sentence && !paces.length)
          features.push('product plainly');
        if (isOfListed(price, operands)) features.push('any of a list behind');
        // 统筹支出4.62亿元，其中住院3.57亿元、门诊1.05亿元，人均: what is told of all is of the whole
        const whole = parts.get(total);
        if (whole && totals.includes(whole) && price.clause !== total.clause) features.push('product of a part');
        if (price.figure.unit === null) features.push(say('bare'));
        const scale = size / round;
        candidates.push({
          shape: 'product',
          operands,
          stated: roundedOf(price),
          compute: ([t = one, c = one]) => times(count ? over(t, c) : t, scale),
          features,
          unsaid: others.some((it) => it.at < total.at && Math.abs(it.at - price.at) <= Math.abs(total.at - price.at)),
          relation: () => ({
            kind: 'product',
            check: 'unit-price',
            doubt: null,
            total: total.figure,
            factors: count ? [price.figure, count.figure] : [price.figure],
            times: Number(
              ((round * unitOf(price) * (count ? unitOf(count) : 1)) / (size * unitOf(total))).toPrecision(12),
            ),
          }),
        });
      }
    }
  }
  candidates.push(...overMeans(spots, price, totals, counts, size));
  if (candidates.length === 0) return [];
  const features = ['none product', `none product ${price.each[0]?.measure}`];
  for (const it of ['average', 'price', 'up', 'down', 'plan'] as const)
    if (has(price, 'clause', it)) features.push(`none product ${it}`);
  return [{ spot: price, candidates, features }];
}
