import type { Spot } from '../../model/description.js';
import { slipsOf } from '../believe/slips.js';
import { intervalOf, meet, middle, over, plus, minus, roundedOf, times, width, type Interval } from '../interval.js';
import { directionOf, isAmount, isChange, isRate, unitsInOne } from './places.js';

/** How many figures before and behind a share others of its list are looked for. */
const reach = 12;
/** The room that a whole may leave, over its size, to be known again. */
const mostRoom = 0.05;

/** What a rate right behind an amount says that all is, if it is the share of that amount; null where it is no such rate. */
function wholeBy(spots: readonly Spot[], rate: Spot | undefined, measure: string): Interval | null {
  if (!rate || !isRate(rate) || rate.value <= 0 || directionOf(rate) !== 0) return null;
  const part = spots[rate.at - 1];
  if (!part || !isAmount(part) || part.measure !== measure || part.sentence !== rate.sentence) return null;
  const whole = over(intervalOf(part), times(roundedOf(rate), 1 / unitsInOne(rate)));
  return width(whole) <= mostRoom * middle(whole) ? whole : null;
}

/** Whether the shares of a list, each behind its part, are of one whole that is neither of the figures that were tried: 选项A 96人占48%，选项B 54人占27%. */
export function isOfUnprintedWhole(spots: readonly Spot[], rate: Spot, [part, tried]: readonly [Spot, Spot]): boolean {
  if (spots[rate.at - 1] !== part) return false;
  const own = wholeBy(spots, rate, part.measure);
  // a whole that one slip parts from it is that whole, misprinted
  if (!own || [{ value: intervalOf(tried) }, ...slipsOf(tried)].some(({ value }) => meet(own, value))) return false;
  return spots.slice(Math.max(0, rate.at - reach), rate.at + reach + 1).some((it) => {
    if (it === rate || it.sentence !== rate.sentence) return false;
    const other = wholeBy(spots, it, part.measure);
    return other !== null && meet(own, other);
  });
}

/** What a plan came to by the changes told between it and a rate of it: 预算320万元，调减40万元. */
export const adjusted = (spots: readonly Spot[], rate: Spot, plan: Spot): Interval[] =>
  spots
    .slice(plan.at + 1, Math.max(plan.at + 1, rate.at))
    .filter((it) => it.dimension === plan.dimension && isChange(it) && directionOf(it) !== 0)
    .map((it) => (directionOf(it) > 0 ? plus : minus)(intervalOf(plan), intervalOf(it)));

/** Whether a level is what a change led to: another printed level lies that far from it. */
export const isOutcome = (level: Spot, change: Spot, group: readonly Spot[]): boolean =>
  group.some((it) => it !== level && it !== change && !isChange(it) && leadsTo(it, change, level));

/** Whether a change leads from one level to another, to the last digit printed. */
export const leadsTo = (from: Spot, change: Spot, to: Spot): boolean =>
  meet(
    intervalOf(to),
    (directionOf(change) > 0 ? plus : minus)([from.value, from.value], [change.value, change.value]),
  );
