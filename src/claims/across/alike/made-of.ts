import type { Statement } from '../../../model/statement.js';

/** Figures in a row that may together be another. */
const mostInRow = 6;
/** Figures right before that are tried two by two. */
const mostPaired = 10;

/** Whether figures before one make it: what is left of two, or what some in a row are together. */
export function isMadeOf(it: Statement, before: readonly Statement[]): boolean {
  const is = (value: number): boolean => Math.abs(value - it.value) <= it.half + 1e-9 * it.value;
  for (let from = 0; from < before.length; from++) {
    let sum = before[from]?.value ?? 0;
    for (let to = from + 1; to < before.length && to - from < mostInRow; to++) {
      sum += before[to]?.value ?? 0;
      if (is(sum)) return true;
    }
  }
  const last = before.slice(-mostPaired);
  return last.some((a) => last.some((b) => a !== b && is(a.value - b.value)));
}
