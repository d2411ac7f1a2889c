import type { Statement } from '../../../model/statement.js';

/** Of statements in order those around a place in the document, no more than `most` either way. */
export function around(all: readonly Statement[], at: number, most: number): readonly Statement[] {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.at ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return all.length <= 2 * most ? all : all.slice(Math.max(0, low - most), low + most);
}
