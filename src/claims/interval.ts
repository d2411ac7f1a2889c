import type { Spot } from '../model/description.js';

/** What a printed number may stand for, in floating numbers: they weigh claims, exact decimals judge them. */
export type Interval = readonly [low: number, high: number];

export const intervalOf = ({ value, half }: Spot): Interval => [value - half, value + half];
/** A computed figure was rounded to its last digit, even where it counts whole things. */
export const roundedOf = ({ value, half, step }: Spot): Interval => {
  const slack = Math.max(half, step / 2);
  return [value - slack, value + slack];
};
export const negated = ([low, high]: Interval): Interval => [-high, -low];
export const plus = (a: Interval, b: Interval): Interval => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Interval, b: Interval): Interval => [a[0] - b[1], a[1] - b[0]];
export const times = (a: Interval, factor: number): Interval =>
  factor >= 0 ? [a[0] * factor, a[1] * factor] : [a[1] * factor, a[0] * factor];
export const multiplied = (a: Interval, b: Interval): Interval => {
  const all = [a[0] * b[0], a[0] * b[1], a[1] * b[0], a[1] * b[1]];
  return [Math.min(...all), Math.max(...all)];
};
/** Unbounded where the divisor may be zero. */
export const over = (a: Interval, b: Interval): Interval =>
  b[0] <= 0 && b[1] >= 0 ? [-Infinity, Infinity] : multiplied(a, [1 / b[1], 1 / b[0]]);
export const sum = (all: readonly Interval[]): Interval => all.reduce(plus, [0, 0]);
export const width = ([low, high]: Interval): number => high - low;
export const middle = ([low, high]: Interval): number => (low + high) / 2;

/** Whether two intervals have a value in common, up to the grain of floating numbers. */
export function meet(a: Interval, b: Interval): boolean {
  const finite = [...a, ...b].filter(Number.isFinite).map(Math.abs);
  const grain = 1e-9 * Math.max(1e-9, ...finite);
  return a[0] <= b[1] + grain && b[0] <= a[1] + grain;
}
