import type { Spot } from '../../model/description.js';
import { middle, width, type Interval } from '../interval.js';

/** Digits of a number that say something: zeros at its end do not. */
function grain(spot: Spot): number {
  const digits = (spot.figure.number ?? '').replaceAll(',', '');
  const zeros = digits.includes('.') ? 0 : (/0*$/.exec(digits)?.[0].length ?? 0);
  const step = spot.step > 0 ? spot.step : Math.abs(spot.value) / 1000;
  return step * 10 ** zeros;
}

/** How often what a claim is over was not rounded itself: then what it makes is met to the last printed digit. */
const unrounded = 0.5;

const sizeOf = ([low, high]: Interval): number => Math.max(Math.abs(low), Math.abs(high), 1e-12);
const bounded = (chance: number): number => Math.min(0.5, Math.max(1e-6, chance));

/** The room that a printed number leaves, over its size. */
function roomOf(claimant: Spot, stated: Interval): number {
  const size = sizeOf(stated);
  const unit = Math.abs(claimant.value) > 0 ? size / Math.abs(claimant.value) : 1;
  return Math.max(grain(claimant) * unit, width(stated)) / size;
}

/** How likely a number that means something else would be met all the same: the room that both leave, each over its size. */
export function chanceOf(claimant: Spot, stated: Interval, computed: Interval): number {
  const size = Math.max(sizeOf(stated), Math.abs(middle(computed)) || 0);
  const made = Number.isFinite(width(computed)) && Number.isFinite(size) ? width(computed) / size : 1;
  return bounded(roomOf(claimant, stated) + made);
}

/** The same of a number that is met to the last digit by the numbers as printed, whatever they may be rounded from. */
export const exactChanceOf = (claimant: Spot, stated: Interval): number =>
  bounded(roomOf(claimant, stated) / unrounded);
