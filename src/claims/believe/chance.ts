import type { Spot } from '../../model/description.js';
import { width, type Interval } from '../interval.js';

/** Digits of a number that say something: zeros at its end do not. */
function grain(spot: Spot): number {
  const digits = (spot.figure.number ?? '').replaceAll(',', '');
  const zeros = digits.includes('.') ? 0 : (/0*$/.exec(digits)?.[0].length ?? 0);
  const step = spot.step > 0 ? spot.step : Math.abs(spot.value) / 1000;
  return step * 10 ** zeros;
}

/** How likely a number that means something else would be met all the same: the room that both leave, over their size. */
export function chanceOf(claimant: Spot, stated: Interval, computed: Interval): number {
  const size = Math.max(Math.abs(stated[0]), Math.abs(stated[1]), 1e-12);
  const unit = Math.abs(claimant.value) > 0 ? size / Math.abs(claimant.value) : 1;
  const room =
    Math.max(grain(claimant) * unit, width(stated)) + (Number.isFinite(width(computed)) ? width(computed) : size);
  return Math.min(0.5, Math.max(1e-6, room / size));
}
