import type { Spot, Track } from '../../model/description.js';
import type { WordsRelation } from '../../model/relation.js';
import { isPlan, isPrior } from '../propose/constructions.js';
import { directionOf, has, isAmount, isChange, isRate, likeness } from '../propose/places.js';

/** How many figures before a rate its base may stand. */
const reach = 4;

/** Whether a rate's own words name a figure as what it is compared with: 比2023年预算执行数增加. */
const isNamed = (rate: Spot, base: Spot): boolean =>
  has(rate, 'clause', 'compare') &&
  (likeness(rate.ownTerms, base.terms) === 'same' || (has(rate, 'lead', 'actual') && has(base, 'lead', 'actual')));

/** What a rate is of, as far as its sentence says: what was planned where it is of a completion, what was before where something grew. */
function baseOf(spots: readonly Spot[], rate: Spot): { readonly check: string; readonly base: Spot } | null {
  const levels = spots
    .slice(Math.max(0, rate.at - reach), rate.at)
    .filter((it) => it.sentence === rate.sentence && isAmount(it) && !isChange(it));
  if (directionOf(rate) !== 0) {
    const base = levels.findLast((it) => isPrior(it)) ?? levels.findLast((it) => isNamed(rate, it));
    return base ? { check: 'zero-base-growth', base } : null;
  }
  if (!has(rate, 'lead', 'completion', 'of')) return null;
  const base = levels.findLast((it) => isPlan(it));
  return base ? { check: 'zero-denominator', base } : null;
}

/** Rates of which the printed base is zero: no rate can be given. 0 of 0 as 0 % is the forms' own way of writing. Where none fails, one speaks for all. */
export function zeroBases(tracks: readonly Track[]): WordsRelation[] {
  const all = tracks.flatMap(({ spots }) =>
    spots.flatMap((rate): WordsRelation[] => {
      const found = isRate(rate) ? baseOf(spots, rate) : null;
      if (!found) return [];
      const { check, base } = found;
      const holds = base.value !== 0 || rate.value === 0;
      return [{ kind: 'words', check, doubt: null, words: rate.figure, holds, wanted: '', against: [base.figure] }];
    }),
  );
  return [...new Set(all.map((it) => it.check))].flatMap((check) => {
    const own = all.filter((it) => it.check === check);
    const failing = own.filter((it) => !it.holds);
    return failing.length > 0 ? failing : own.slice(0, 1);
  });
}
