import type { Spot, Track } from '../../../model/description.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Slips } from '../../../rulebook/slips.js';

/** How many figures either way of a price its total and its count may stand, and how many of each are tried. */
const mostAround = 8;
const mostTried = 3;
/** A total of fewer digits is met by chance, and so is a product known less exactly. */
const fewestDigits = 3;
const leastExact = 0.015;
/** How often a span goes into what is stated: once, the months or days of a year. */
const rounds: Readonly<Record<string, readonly number[]>> = {
  'duration day': [1, 30, 360, 365, 366],
  'duration month': [1, 3, 6, 12],
  'duration quarter': [1, 4],
  'duration year': [1],
};

const digitsOf = ({ figure }: Spot): number => (figure.number ?? '').replace(/\D/g, '').replace(/^0+|0+$/g, '').length;
const spanOf = (it: Spot): string | undefined => it.each.find(({ measure }) => measure.startsWith('duration'))?.measure;

/** A figure that would fit in another unit. */
interface Wrong {
  readonly spot: Spot;
  readonly wanted: string;
}

/** What a figure would be in the unit that is `factor` times its own; null where nobody prints such a unit. */
function inUnit(spot: Spot, factor: number, units: Readonly<Record<string, number>>): Wrong | null {
  const number = Number((spot.figure.number ?? '').replace(/,/g, ''));
  const worth = (spot.value / number) * factor;
  const [unit] = Object.entries(units).find(([, it]) => Math.abs(it / worth - 1) < 1e-6) ?? [];
  return unit === undefined ? null : { spot, wanted: `${spot.figure.number}${unit}` };
}

/** Of two figures that may be the wrong one that in the greater unit: a price rarely carries 万 or 亿, a total does. */
function suspectOf(total: Wrong | null, price: Wrong | null, units: Readonly<Record<string, number>>): Wrong | null {
  if (!total || !price) return total ?? price;
  const least = Math.min(...Object.values(units).filter((it) => it >= 1));
  const worth = price.spot.value / Number((price.spot.figure.number ?? '').replace(/,/g, ''));
  return worth > least * 1.000001 ? price : total;
}

/** Prices, densities and needs per head that fit what they make only in another unit: 4.2万人，人均日用水150立方米，日供水6,300立方米. */
export function productUnits(tracks: readonly Track[], { powers, units }: Slips): WordsRelation[] {
  return tracks.flatMap(({ spots }) =>
    spots.flatMap((price): WordsRelation[] => {
      const dimension = price.dimension.split(' ')[0] ?? '';
      const [off, printed] = [powers[dimension], units[dimension]];
      const [thing, ...things] = price.each.filter((it) => !it.measure.startsWith('duration'));
      if (!off || !printed || !thing || things.length > 0 || price.value <= 0) return [];
      const near = spots
        .slice(Math.max(0, price.at - mostAround), price.at + mostAround + 1)
        .filter((it) => it !== price && Math.abs(it.sentence - price.sentence) <= 1 && it.value > 0)
        .sort((a, b) => Math.abs(a.at - price.at) - Math.abs(b.at - price.at));
      const counts = near.filter((it) => it.measure === thing.measure).slice(0, mostTried);
      const totals = near
        .filter((it) => it.dimension === price.dimension && it.each.every((e) => e.measure.startsWith('duration')))
        .slice(0, mostTried);
      const found: { readonly total: Spot; readonly count: Spot; readonly factor: number }[] = [];
      for (const total of totals) {
        const times = spanOf(total) ? [1] : (rounds[spanOf(price) ?? ''] ?? [1, 12]);
        for (const count of counts) {
          for (const round of times) {
            const made = (price.value * count.value * round) / thing.size;
            const exact =
              (price.figure.kind === 'money' ? 0 : price.half / price.value) +
              count.half / count.value +
              total.half / total.value;
            const fits = (factor: number): boolean =>
              Math.abs(total.value / (made * factor) - 1) <= exact + Number.EPSILON;
            if (fits(1)) return [];
            if (exact > leastExact || digitsOf(total) < fewestDigits) continue;
            const factor = off.flatMap((power) => [10 ** power, 10 ** -power]).find(fits);
            if (factor !== undefined) found.push({ total, count, factor });
          }
        }
      }
      const [only, ...more] = found;
      if (!only || more.length > 0) return [];
      const { total, count, factor } = only;
      const either = [inUnit(total, 1 / factor, printed), inUnit(price, factor, printed)] as const;
      const wrong = suspectOf(...either, printed);
      if (!wrong) return [];
      const against = [total, price, count].filter((it) => it !== wrong.spot).map((it) => it.figure);
      const { figure: words } = wrong.spot;
      const { wanted } = wrong;
      // where either may be the wrong one a person decides
      const most = either.every((it) => it !== null) ? 'review' : 'warning';
      return [{ kind: 'words', check: 'unit-slip', doubt: null, words, holds: false, wanted, against, most }];
    }),
  );
}
