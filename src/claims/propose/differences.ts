import type { Spot } from '../../model/description.js';
import type { Relation } from '../../model/relation.js';
import type { Candidate, Claimant } from '../candidate.js';
import { minus, negated, roundedOf, type Interval } from '../interval.js';
import { around, directionOf, has, isAmount, isPoints, isRate } from './places.js';
import { comparison } from './constructions.js';
import { pairFeatures } from './pair-features.js';

const nothing: Interval = [0, 0];

/** What the words of a figure say of the difference that it may be. */
function cueOf(spot: Spot): string {
  if (isPoints(spot)) return 'points';
  for (const it of ['differ', 'net', 'exceed', 'below', 'up', 'down', 'remain'] as const)
    if (has(spot, 'near', it)) return it;
  for (const it of ['differ', 'exceed', 'below', 'up', 'down', 'remain', 'net', 'rest', 'closing'] as const)
    if (has(spot, 'lead', it)) return `lead ${it}`;
  for (const it of ['differ', 'exceed', 'below', 'up', 'down', 'remain'] as const)
    if (has(spot, 'tail', it)) return `tail ${it}`;
  return 'none';
}

function differenceOf(check: string, total: Spot, larger: Spot, smaller: Spot): Relation {
  return {
    kind: 'sum',
    check,
    doubt: null,
    total: total.figure,
    terms: [
      { figure: larger.figure, weight: 1 },
      { figure: smaller.figure, weight: -1 },
    ],
    complete: true,
  };
}

/** Changes, gaps, remainders and percentage points, and the two figures that may lie so far apart. */
export function differences(spots: readonly Spot[], it: Spot): Claimant[] {
  const points = isPoints(it);
  if (!points && !isAmount(it)) return [];
  const cue = cueOf(it);
  const wanted = (other: Spot): boolean =>
    points ? isRate(other) && other.figure.unit === '%' : isAmount(other) && other.measure === it.measure;
  const group = around(spots, it, wanted).slice(0, 8);
  const direction = directionOf(it);
  const said = roundedOf(it);
  const check = points ? 'percentage-points' : 'stated-difference';
  const candidates = group.flatMap((a) =>
    group.flatMap((b): Candidate[] => {
      if (a === b || a.value === b.value || a.value === 0 || b.value === 0) return [];
      // where nothing says which is the larger, that is the first
      if (direction === 0 && a.value < b.value) return [];
      const stated = direction < 0 ? negated(said) : said;
      return [
        {
          shape: 'difference',
          unsaid: cue === 'none',
          operands: [a, b],
          stated,
          compute: ([p = nothing, q = nothing]) => minus(p, q),
          features: pairFeatures('difference', cue, comparison(it, a, b, group), it, [a, b], group),
          relation: () => (direction < 0 ? differenceOf(check, it, b, a) : differenceOf(check, it, a, b)),
        },
      ];
    }),
  );
  if (candidates.length === 0) return [];
  const features = [`none difference ${cue}`];
  for (const of of ['compare', 'prior', 'total', 'ofwhich', 'about', 'yearly'] as const)
    if (has(it, 'clause', of) || has(it, 'before', of)) features.push(`none difference ${of}`);
  return [{ spot: it, candidates, features }];
}
