import { gap, type Chars } from './chars.js';
import { ch, code } from './numerals.js';

/** End of a word or sign that stands between the ends of a range, or `i`. */
export function connectorEnd(chars: Chars, i: number): number {
  const { codes, gaps } = chars;
  const here = codes[i] ?? 0;
  if ((gaps[i] ?? 0) >= gap.newline) return i;
  let end = i;
  if (here === code('至') || here === code('到')) end = i + 1;
  else
    while (
      (codes[end] === here || end === i) &&
      [ch.hyphen, ch.dash, ch.tilde].includes(codes[end] as never) &&
      end < i + 2
    )
      end++;
  return end > i && (gaps[end] ?? 0) < gap.newline ? end : i;
}
