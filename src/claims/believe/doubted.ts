import type { Spot, Track } from '../../model/description.js';
import type { OutcomeReason } from '../../model/outcome-reason.js';
import type { AtMostRelation, Relation, Verdict } from '../../model/relation.js';
import { milder, type Figure } from '../../model/report.js';
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
import { has, isRate, unitsInOne } from '../propose/places.js';
import { generators } from '../propose/generators.js';
import type { Candidate } from '../candidate.js';
import { chanceOf } from './chance.js';
import { bestHolding, heldOdds, mend, weigh, type Belief, type Equation, type Weights } from './believe.js';
import { slipsOf } from './slips.js';

type Told = Equation & { readonly spot: Spot };
type Compute = Equation['compute'];
type Slips = NonNullable<Equation['slips']>;
type TrackOf = (spot: Spot) => Track | undefined;
type SpotOf = (figure: Figure) => Spot | undefined;

const one: Interval = [1, 1];
/** From which share of all that its words may claim on a claim is meant, whatever its figures make of it. */
const meant = 0.3;
/** Where some slip of all that are tried is met by chance as often, that one mends a claim says nothing: short numbers. */
const byLuck = 0.3;
/** Of longer lists one member is not told from another by what is left out. */
const mostMembers = 12;

/** What a percentage, a per mille or a multiple is of one. */
const asPart = (rate: Spot): Interval => times(roundedOf(rate), 1 / unitsInOne(rate));

/** What adding up makes where a member is left out, or taken off where it was to be added. */
function miscounted(all: readonly Interval[], compute: Compute): Interval[] {
  if (all.length > mostMembers) return [];
  const nothing: Interval = [0, 0];
  const left = all.map((_, i) => compute(all.map((it, j) => (i === j ? nothing : it))));
  const [a = one, b = one] = all;
  return all.length === 2 ? [...left, plus(a, b), minus(a, b)] : left;
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
      const slips: Slips = (all) => miscounted(all, compute);
      return told(total, figures, (spot) => ({ stated: roundedOf(spot), compute, slips }));
    }
    case 'share': {
      const { rate, part, whole, more = [] } = relation;
      const compute: Compute = ([a = one, ...rest]) => over(a, sum(rest));
      const slips: Slips = ([a = one, ...rest]) => [over(sum(rest), a), over(a, minus(sum(rest), a))];
      return told(rate, [part, whole, ...more], (spot) => ({ stated: asPart(spot), compute, slips }));
    }
    case 'growth': {
      const { rate, current, prior, delta, direction } = relation;
      const falls = direction === 'decrease';
      if (current && prior) {
        const compute: Compute = ([a = one, b = one]) => minus(over(a, b), one);
        const slips: Slips = ([a = one, b = one]) => [minus(one, over(b, a)), over(a, b)];
        return told(rate, [current, prior], (spot) => ({
          stated: falls ? negated(asPart(spot)) : asPart(spot),
          compute,
          slips,
        }));
      }
      const base = prior ?? current;
      if (!delta || !base) return null;
      const compute: Compute = ([d = one, a = one]) => over(d, prior ? a : falls ? plus(a, d) : minus(a, d));
      const slips: Slips = ([d = one, a = one]) => [over(d, a), over(d, plus(a, d)), over(d, minus(a, d))];
      return told(rate, [delta, base], (spot) => ({ stated: asPart(spot), compute, slips }));
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

/** All that the words of a figure may claim, each kind weighed by itself. */
const beliefsOf = (spot: Spot, { spots }: Track, weights: Weights): Belief[] =>
  Object.values(generators).flatMap((generator) => generator(spots, spot).map((it) => weigh(it, weights)));

/** Whether words like these claim it more often than not. */
function isMeant({ operands }: Told, beliefs: readonly Belief[]): boolean {
  const own = new Set(operands);
  const same = ({ candidate }: { candidate: Candidate }): boolean =>
    candidate.operands.length === own.size && candidate.operands.every((it) => own.has(it));
  return beliefs.some(({ weighed }) => weighed.some((it) => same(it) && it.prior >= meant));
}

/** Odds from which another claim of the same figure that comes out is what was meant: of one that its words say, and of any. */
const likely = 10;
const surely = 100;
/** A figure that is met more easily by chance explains nothing: 100%. */
const tellingChance = 0.05;
const explained: OutcomeReason = 'it comes out in another way that its words say';

/** Whether what is stated comes out in a way that its words claim: over other figures, or over these by another rule. */
const isExplained = (beliefs: readonly Belief[]): boolean =>
  beliefs.some((belief) => {
    const best = bestHolding(belief);
    if (best?.fit !== 'fits' || best.chance > tellingChance) return false;
    return heldOdds(belief) >= (best.prior >= meant ? likely : surely);
  });

const overlap: OutcomeReason = 'the parts may overlap or be only some of them';

/** Whether parts that make more than their whole are said to overlap, in their sentence or the next. */
function mayOverlap({ spot, operands, stated, compute }: Told, { spots }: Track): boolean {
  if (middle(compute(operands.map(intervalOf))) <= middle(stated)) return false;
  const last = Math.max(spot.sentence, ...operands.map((it) => it.sentence));
  return spots.some(
    (it) =>
      it.sentence >= spot.sentence &&
      it.sentence <= last + 1 &&
      (['lead', 'clause', 'before', 'tail', 'after'] as const).some((zone) => has(it, zone, 'overlap')),
  );
}

/** What the figures of a claim say of it: another claim was meant, or a person is to look; null where nothing speaks against it. */
type Doubt = OutcomeReason | 'asks' | null;

function doubtOf(relation: Relation, spotOf: SpotOf, trackOf: TrackOf, weights: Weights): Doubt {
  if (relation.kind === 'at-most') return doubtOfBound(relation, spotOf);
  const equation = equationOf(relation, spotOf);
  if (!equation) return null;
  const { far, ...found } = mend(equation.spot, equation);
  // how far two figures lie apart is said without a sign
  const turned = { ...equation, stated: negated(equation.stated) };
  const isSum = relation.kind === 'sum';
  const ways = isSum ? [found, mend(equation.spot, turned)] : [found];
  const track = trackOf(equation.spot);
  const luck = chanceOf(equation.spot, equation.stated, equation.compute(equation.operands.map(intervalOf)));
  if (isSum && track && mayOverlap(equation, track)) return overlap;
  let known: readonly Belief[] | undefined;
  const beliefs = (): readonly Belief[] => (known ??= track ? beliefsOf(equation.spot, track, weights) : []);
  // one total may be broken down in several ways, of which each is to come out; what a share is printed to be of is not another whole
  const isNamed = relation.kind === 'share' && relation.named === true;
  if (!isSum && !isNamed && isExplained(beliefs()) && !isMeant(equation, beliefs())) return explained;
  if (ways.some(({ often, tried }) => often > 0 && tried * luck < byLuck)) return null;
  const mended = ways.some(({ often }) => often > 0) || (track !== undefined && isPrinted(equation, track));
  if (!mended && isSum && ![equation.spot, ...equation.operands].every(addsUp))
    return 'averages and rates do not add up';
  if (!mended && far) return 'by its size it is of other figures';
  if (isMeant(equation, beliefs())) return null;
  if (isSum) return mended ? 'asks' : 'no words say that these parts make it up';
  return mended ? null : 'asks';
}

/**
 * What was told of running text, with doubt where its figures say that another claim was read into them: what no slip of the hand
 * mends and what lies far off is not asked about; what no slip
 * mends is a question at most.
 */
export function doubted(told: readonly Verdict[], tracks: readonly Track[], weights: Weights): Verdict[] {
  const spots = new Map<string, Spot>();
  const trackOf = new Map<Spot, Track>();
  for (const track of tracks)
    for (const it of track.spots) {
      spots.set(it.figure.id, it);
      trackOf.set(it, track);
    }
  return told.map((it): Verdict => {
    if (it.alarm === null) return it;
    const doubt = doubtOf(
      it.relation,
      ({ id }) => spots.get(id),
      (spot) => trackOf.get(spot),
      weights,
    );
    if (doubt === null) return it;
    if (doubt === 'asks') return { ...it, alarm: { ...it.alarm, severity: milder(it.alarm.severity, 'review') } };
    return { ...it, status: 'ambiguous', reason: doubt, alarm: null };
  });
}
