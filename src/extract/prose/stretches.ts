import type { Quantity } from '../../model/quantity.js';
import { isMeasured } from './clauses.js';

/**
 * More figures than any paragraph holds that people write. Reading looks back at what was said before, so a longer run of text is read
 * in stretches of whole sentences: it costs its length and no more.
 */
const most = 64;
/** A stretch without the end of a sentence is cut where it has become this long. */
const longest = 4 * most;
const sentenceEnd = /[。！？\n](?=[^。！？\n]*$)/;

/** A part of a paragraph that is read by itself. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly quantities: readonly Quantity[];
}

/** A paragraph as it is read: in one, unless it is overlong. */
export function stretchesOf(text: string, quantities: readonly Quantity[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [start, first, held] = [0, 0, 0];
  quantities.forEach((quantity, at) => {
    if (!isMeasured(quantity)) return;
    if (held >= most) {
      const before = quantities[at - 1]?.end ?? 0;
      const stop = sentenceEnd.exec(text.slice(before, quantity.start));
      const cut = stop ? before + stop.index + 1 : held >= longest ? quantity.start : null;
      if (cut !== null) {
        stretches.push({ start, end: cut, quantities: quantities.slice(first, at) });
        [start, first, held] = [cut, at, 0];
      }
    }
    held++;
  });
  return [...stretches, { start, end: text.length, quantities: quantities.slice(first) }];
}
