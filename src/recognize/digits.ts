import { gap } from './chars.js';
import { isDigit } from './numerals.js';

/** End of the digits at `i` that nothing parts, or `i`. */
export function digitsEnd(codes: Uint16Array, gaps: Uint8Array, i: number): number {
  let j = i;
  while (isDigit(codes[j] ?? 0) && (j === i || (gaps[j] ?? 0) === gap.none)) j++;
  return j;
}
