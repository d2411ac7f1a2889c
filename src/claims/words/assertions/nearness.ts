import type { Level } from './levels.js';

/** Half the worth of the last printed digit; nothing for whole things counted. */
export const half = ({ figure: { kind }, step }: Level): number =>
  (kind === 'count' || kind === 'score') && step <= 1 ? 0 : step / 2;

/** Whether a change is how far two levels lie apart, whichever is the larger: as an amount, in points, or as a rate of `prior`. */
export function spans(change: Level, current: Level, prior: Level): boolean {
  const apart = Math.abs(current.value - prior.value);
  const slack = half(current) + half(prior);
  const { kind, unit } = change.figure;
  if (apart === 0) return false;
  if (kind === 'percent' && unit === 'pp')
    return current.measure.startsWith('percent') && close(apart, Math.abs(change.value), slack + half(change));
  if (kind === 'percent') {
    const base = Math.abs(prior.value);
    if (base === 0) return false;
    const loose = ((half(current) + (half(prior) * current.value) / base) / base) * 100;
    return close((apart / base) * 100, Math.abs(change.value), loose + change.step);
  }
  return change.measure === current.measure && close(apart, Math.abs(change.value), slack + half(change));
}

const close = (a: number, b: number, slack: number): boolean => Math.abs(a - b) <= slack * 1.001 + 1e-9 * Math.abs(a);
