import type { Spot } from '../../model/description.js';
import type { Relation } from '../../model/relation.js';
import type { Candidate, Claimant } from '../candidate.js';
import { minus, negated, plus, roundedOf, type Interval } from '../interval.js';
import { around, directionOf, has, isAmount, isChange, isPoints, isRate } from './places.js';
import { comparison, isPlain } from './constructions.js';
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

/** 1 where a net amount is spoken of, and `a` came in and `b` went out; -1 the other way round; 0 where words say neither. */
function netOrder(it: Spot, a: Spot, b: Spot): 1 | 0 | -1 {
  if (!has(it, 'lead', 'net', 'deficit')) return 0;
  const comes = (spot: Spot): boolean => has(spot, 'lead', 'inflow') && !has(spot, 'lead', 'outflow');
  const goes = (spot: Spot): boolean => has(spot, 'lead', 'outflow') && !has(spot, 'lead', 'inflow');
  return comes(a) && goes(b) ? 1 : comes(b) && goes(a) ? -1 : 0;
}

/** Whether a figure is called the gap between the two levels right before it: 男性66.9%，女性51.8%，相差15.1个百分点. */
function isGap(it: Spot, a: Spot, b: Spot, group: readonly Spot[]): boolean {
  const [last, first] = group.filter((level) => level.at < it.at && level.sentence === it.sentence && !isChange(level));
  return has(it, 'lead', 'differ') && ((a === last && b === first) || (a === first && b === last));
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

/** What two figures leave beside another that stands among them or next to them: 8.6 − 1.1 − 0.75, 余额6.75. */
function leftBeside(
  group: readonly Spot[],
  [it, a, b]: readonly [Spot, Spot, Spot],
  sign: number,
): NonNullable<Candidate['besides']> {
  const ats = [it.at, a.at, b.at];
  const [from, to] = [Math.min(...ats) - 1, Math.max(...ats) + 1];
  const others = group.filter(
    (other) => other !== a && other !== b && other.sentence === it.sentence && other.at >= from && other.at <= to,
  );
  return ([p = nothing, q = nothing]) =>
    others.map((other) => {
      const left = minus(p, q);
      const own: Interval = [other.value - other.half, other.value + other.half];
      return sign < 0 ? plus(left, own) : minus(left, own);
    });
}

/** Changes, gaps, remainders and percentage points, and the two figures that may lie so far apart. */
export function differences(spots: readonly Spot[], it: Spot): Claimant[] {
  const points = isPoints(it);
  if (!points && !isAmount(it)) return [];
  const cue = cueOf(it);
  const wanted = (other: Spot): boolean =>
    points ? isRate(other) && other.figure.unit === '%' : isAmount(other) && other.dimension === it.dimension;
  const group = around(spots, it, wanted).slice(0, 10);
  const direction = directionOf(it);
  const said = roundedOf(it);
  const check = points ? 'percentage-points' : 'stated-difference';
  const candidates = group.flatMap((a) =>
    group.flatMap((b): Candidate[] => {
      if (a === b || a.value === b.value || a.value === 0 || b.value === 0) return [];
      // where nothing says which is the larger, that is the first
      const order = netOrder(it, a, b);
      if (order < 0 || (order === 0 && direction === 0 && a.value < b.value)) return [];
      const falls = order > 0 ? has(it, 'lead', 'deficit') : direction < 0;
      const stated = falls ? negated(said) : said;
      const construction = comparison(it, a, b, group);
      const plainly = cue !== 'none' && (isPlain(construction) || isGap(it, a, b, group)) ? ['difference plainly'] : [];
      return [
        {
          shape: 'difference',
          unsaid: cue === 'none',
          operands: [a, b],
          stated,
          compute: ([p = nothing, q = nothing]) => minus(p, q),
          besides: leftBeside(group, [it, a, b], falls ? -1 : 1),
          features: pairFeatures(
            spots,
            'difference',
            { cue, calls: cue !== 'none' },
            construction,
            it,
            [a, b],
            group,
          ).concat(
            order > 0 &&
              !has(it, 'lead', 'closing') &&
              Math.abs(a.at - b.at) === 1 &&
              Math.max(a.at, b.at) === it.at - 1
              ? ['difference net signed']
              : plainly,
          ),
          relation: () => (falls ? differenceOf(check, it, b, a) : differenceOf(check, it, a, b)),
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
