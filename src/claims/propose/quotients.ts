import type { Shape } from '../../model/belief.js';
import type { Spot } from '../../model/description.js';
import type { Relation } from '../../model/relation.js';
import type { Candidate, Claimant } from '../candidate.js';
import { minus, negated, over, plus, roundedOf, times, type Interval } from '../interval.js';
import { digitsOf, around, byDimension, directionOf, has, isAmount, isChange, isRate, unitsInOne } from './places.js';
import { comparison, isPlan, isPrior, isPlain, overChange, portion } from './constructions.js';
import { pairFeatures } from './pair-features.js';

const one: Interval = [1, 1];

/** Growth at other prices, or of another scope, than the levels beside it. */
const isComparable = (spot: Spot): boolean =>
  has(spot, 'clause', 'comparable') || has(spot, 'before', 'comparable') || has(spot, 'tail', 'comparable');

/** What the words of a rate say it is. */
function cueOf(rate: Spot): string {
  if (has(rate, 'near', 'share') || (has(rate, 'near', 'of') && has(rate, 'lead', 'share'))) return 'share';
  if (has(rate, 'lead', 'savingrate')) return 'saving';
  if (has(rate, 'near', 'growthrate') || (directionOf(rate) !== 0 && !has(rate, 'near', 'rate'))) return 'change';
  if (has(rate, 'lead', 'share')) return 'share';
  if (has(rate, 'lead', 'completion')) return 'completion';
  if (has(rate, 'lead', 'rate')) return 'rate';
  if (has(rate, 'lead', 'of')) return 'of';
  if (has(rate, 'clause', 'share')) return 'share';
  return 'bare';
}

const changes: ReadonlySet<Shape> = new Set(['growth', 'change-share', 'implied-growth']);
const callsFor = (cue: string, shape: Shape): boolean =>
  cue !== 'bare' && (cue === 'change') === changes.has(shape) && shape !== 'rest-share';

/** The check of a quotient, by what its rate is called and what it divides. */
function checkOf(cue: string, [a, b]: readonly [Spot, Spot]): string {
  const things = [a, b].every(({ figure: { kind } }) => kind === 'count' || kind === 'dimension');
  if (things && !isPlan(b) && (cue === 'rate' || cue === 'completion')) return 'rate-of-counts';
  return cue === 'completion' ? 'completion-rate' : 'share-of-total';
}

type Compute = Candidate['compute'];
type Slips = NonNullable<Candidate['slips']>;
const quotient: Compute = ([a = one, b = one]) => over(a, b);
const growth: Compute = ([a = one, b = one]) => minus(over(a, b), one);

function growthRelation(
  rate: Spot,
  direction: 1 | 0 | -1,
  parts: { current?: Spot; prior?: Spot; delta?: Spot },
): Relation {
  const { current = null, prior = null, delta = null } = parts;
  return {
    kind: 'growth',
    check: 'growth-rate',
    doubt: null,
    rate: rate.figure,
    direction: direction < 0 ? 'decrease' : 'increase',
    current: current?.figure ?? null,
    prior: prior?.figure ?? null,
    delta: delta?.figure ?? null,
  };
}

/** Rates, and what they may be quotients of: a share, a growth over a base, a change over a base. */
export function quotients(spots: readonly Spot[], rate: Spot): Claimant[] {
  if (!isRate(rate)) return [];
  const unit = unitsInOne(rate);
  const cue = cueOf(rate);
  const direction = directionOf(rate);
  const said = times(roundedOf(rate), 1 / unit);
  const turned = direction < 0 ? negated(said) : said;
  const candidates: Candidate[] = [];
  for (const group of byDimension(around(spots, rate, isAmount), rate)) {
    for (const a of group) {
      for (const b of group) {
        if (a === b || a.value === 0 || b.value === 0) continue;
        const add = (
          shape: Shape,
          stated: Interval,
          compute: Compute,
          relation: () => Relation,
          slips: Slips,
        ): void => {
          const way =
            shape === 'growth'
              ? comparison(rate, a, b, group)
              : shape === 'share' || shape === 'rest-share'
                ? portion(rate, a, b, group)
                : overChange(rate, a, b, group);
          const features = pairFeatures(spots, shape, { cue, calls: callsFor(cue, shape) }, way, rate, [a, b], group);
          if (shape === 'growth' && cue === 'change' && isPlain(way)) features.push('growth plainly');
          // a rate of few in a thousand is of a middle over the year as often as not: only where the sentence says of what
          // and a rate of one digit is met too easily to say more than that it fits
          const unsaid =
            (unit > 100 && way === null) ||
            (digitsOf(rate) < 2 && rate.figure.kind !== 'multiple') ||
            (changes.has(shape) &&
              ([rate, a].some(isComparable) || has(rate, 'near', 'from') || has(rate, 'lead', 'to')));
          const sure =
            (shape === 'growth' && /^from to|prior/.test(way ?? '')) ||
            (shape === 'share' && (cue === 'completion' || cue === 'of') && /^done of plan/.test(way ?? '')) ||
            // what is saved is saved of what was planned
            (shape === 'share' && cue === 'saving' && isPlan(b)) ||
            (shape === 'implied-growth' && has(a, 'lead', 'compare', 'prior') && !isPrior(b));
          candidates.push({ sure, shape, operands: [a, b], stated, compute, slips, features, relation, unsaid });
        };
        const figures = { rate: rate.figure, part: a.figure, whole: b.figure };
        add(
          'share',
          said,
          quotient,
          () => ({ kind: 'share', check: checkOf(cue, [a, b]), doubt: null, ...figures }),
          ([p = one, q = one]) => (cue === 'saving' ? [over(q, p), over(p, minus(q, p))] : [over(q, p)]),
        );
        if (a.value < b.value) {
          // what is left beside the part: the relation reads as the fall from the whole to the part
          add(
            'rest-share',
            said,
            ([p = one, q = one]) => minus(one, over(p, q)),
            () => growthRelation(rate, -1, { current: a, prior: b }),
            () => [],
          );
        }
        const sign = direction || (a.value < b.value ? -1 : 1);
        const signed = direction === 0 && rate.value >= 0 && a.value < b.value ? negated(said) : turned;
        add(
          'growth',
          signed,
          growth,
          () => growthRelation(rate, sign, { current: a, prior: b }),
          ([p = one, q = one]) => [minus(one, over(q, p)), over(p, q)],
        );
        if (isChange(a) && directionOf(a) !== 0) {
          add(
            'change-share',
            said,
            quotient,
            () => growthRelation(rate, direction, { delta: a, prior: b }),
            ([d = one, was = one]) => [over(d, plus(was, d)), over(d, minus(was, d))],
          );
          const way = directionOf(a);
          const base: Compute = ([d = one, now = one]) => over(d, way > 0 ? minus(now, d) : plus(now, d));
          add(
            'implied-growth',
            said,
            base,
            () => growthRelation(rate, way, { delta: a, current: b }),
            ([d = one, now = one]) => [over(d, now)],
          );
        }
      }
    }
  }
  if (candidates.length === 0) return [];
  const features = [`none quotient ${cue}`];
  for (const it of ['yearly', 'comparable', 'prior', 'about', 'rate', 'share'] as const)
    if (has(rate, 'clause', it) || has(rate, 'before', it)) features.push(`none quotient ${it}`);
  return [{ spot: rate, candidates, features }];
}
