import type { Spot, Track } from '../../model/description.js';
import type { OutcomeReason } from '../../model/outcome-reason.js';
import type { AtMostRelation, Relation, Verdict } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import {
  intervalOf,
  meet,
  middle,
  minus,
  negated,
  over,
  plus,
  roundedOf,
  sum,
  times,
  type Interval,
} from '../interval.js';
import { has, isRate } from '../propose/places.js';
import { mend, type Equation } from './believe.js';
import { slipsOf } from './slips.js';

type Told = Equation & { readonly spot: Spot };
type Compute = Equation['compute'];
type Slips = NonNullable<Equation['slips']>;
type SpotOf = (figure: Figure) => Spot | undefined;

const one: Interval = [1, 1];

/** What a percentage, a per mille or a multiple is of one. */
function asPart(rate: Spot): Interval {
  const { kind, unit } = rate.figure;
  return times(roundedOf(rate), kind === 'multiple' ? 1 : unit === '\u2030' ? 1 / 1000 : 1 / 100);
}

/** A relation of figures in running text as an equation over them; null where it is none or a figure was not described. */
function equationOf(relation: Relation, spotOf: SpotOf): Told | null {
  const told = (
    claimant: Figure,
    figures: readonly Figure[],
    equation: (spot: Spot) => Omit<Equation, 'operands'>,
  ): Told | null => {
    const [spot, ...operands] = [claimant, ...figures].map(spotOf);
    return spot && operands.every((it) => it !== undefined) ? { spot, operands, ...equation(spot) } : null;
  };
  switch (relation.kind) {
    case 'sum': {
      const { total, terms } = relation;
      const figures = terms.map((it) => it.figure);
      const compute: Compute = (all) => sum(all.map((it, i) => (terms[i]?.weight === -1 ? negated(it) : it)));
      // a change that is added where it was to be taken off
      const slips: Slips = ([a = one, b = one, ...more]) => (more.length > 0 ? [] : [plus(a, b), minus(a, b)]);
      return told(total, figures, (spot) => ({ stated: roundedOf(spot), compute, slips }));
    }
    case 'share': {
      const { rate, part, whole, more = [] } = relation;
      const compute: Compute = ([a = one, ...rest]) => over(a, sum(rest));
      return told(rate, [part, whole, ...more], (spot) => ({ stated: asPart(spot), compute }));
    }
    case 'growth': {
      const { rate, current, prior, delta, direction } = relation;
      const falls = direction === 'decrease';
      if (current && prior) {
        const compute: Compute = ([a = one, b = one]) => minus(over(a, b), one);
        return told(rate, [current, prior], (spot) => ({
          stated: falls ? negated(asPart(spot)) : asPart(spot),
          compute,
        }));
      }
      const base = prior ?? current;
      if (!delta || !base) return null;
      const compute: Compute = ([d = one, a = one]) => over(d, prior ? a : falls ? plus(a, d) : minus(a, d));
      return told(rate, [delta, base], (spot) => ({ stated: asPart(spot), compute }));
    }
    default:
      return null;
  }
}

/** Averages, prices and rates are no parts of each other. */
const addsUp = (spot: Spot): boolean =>
  !isRate(spot) &&
  spot.each.length === 0 &&
  !has(spot, 'near', 'average') &&
  !has(spot, 'lead', 'average', 'rate', 'price');

/** Whether a figure beside the equation reads what its operands make: two figures changed places. */
function isPrinted(equation: Told, track: Track): boolean {
  const { spot, operands, stated, compute } = equation;
  const computed = compute(operands.map(intervalOf));
  const unit = spot.value === 0 ? 1 : middle(stated) / spot.value;
  return track.spots.some(
    (it) =>
      it !== spot &&
      it.measure === spot.measure &&
      it.sentence === spot.sentence &&
      !operands.includes(it) &&
      meet(times(roundedOf(it), unit), computed),
  );
}

/** A part that is larger than its whole, with no slip that would make it smaller, is a part of something else. */
function doubtOfBound({ lesser, more = [], greater }: AtMostRelation, spotOf: SpotOf): OutcomeReason | null {
  const [part, whole] = [spotOf(lesser), spotOf(greater)];
  if (!part || !whole) return null;
  if (![part, whole].every(addsUp)) return 'averages and rates do not add up';
  if (more.length > 0) return null;
  const least = Math.min(part.value, ...slipsOf(part).map((it) => it.value[0]));
  const most = Math.max(whole.value, ...slipsOf(whole).map((it) => it.value[1]));
  return least > whole.value && most < part.value ? 'by its size it is of other figures' : null;
}

function doubtOf(relation: Relation, spotOf: SpotOf, trackOf: (spot: Spot) => Track | undefined): OutcomeReason | null {
  if (relation.kind === 'at-most') return doubtOfBound(relation, spotOf);
  const equation = equationOf(relation, spotOf);
  if (!equation) return null;
  const { often, far } = mend(equation.spot, equation);
  // how far two figures lie apart is said without a sign
  const turned = { ...equation, stated: negated(equation.stated) };
  if (relation.kind === 'sum' && mend(equation.spot, turned).often > 0) return null;
  const track = trackOf(equation.spot);
  if (often > 0 || (track && isPrinted(equation, track))) return null;
  if (relation.kind === 'sum' && ![equation.spot, ...equation.operands].every(addsUp))
    return 'averages and rates do not add up';
  return far ? 'by its size it is of other figures' : null;
}

const reasons: ReadonlySet<string | null> = new Set<OutcomeReason>([
  'averages and rates do not add up',
  'by its size it is of other figures',
]);

/** Whether a verdict was taken back: its figures claim something else. */
export const isDoubted = ({ reason }: Verdict): boolean => reasons.has(reason);

/**
 * What was told of running text, with doubt where its figures say that another claim was read into them: what no slip of the hand
 * mends and what lies far off is not asked about.
 */
export function doubted(told: readonly Verdict[], tracks: readonly Track[]): Verdict[] {
  const spots = new Map<string, Spot>();
  const trackOf = new Map<Spot, Track>();
  for (const track of tracks)
    for (const it of track.spots) {
      spots.set(it.figure.id, it);
      trackOf.set(it, track);
    }
  return told.map((it): Verdict => {
    if (it.alarm === null) return it;
    const reason = doubtOf(
      it.relation,
      ({ id }) => spots.get(id),
      (spot) => trackOf.get(spot),
    );
    return reason === null ? it : { ...it, status: 'ambiguous', reason, alarm: null };
  });
}
