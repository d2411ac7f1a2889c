import { folded, gap, type Chars } from './chars.js';
import type { Lexicon } from './lexicon.js';
import { ch, code, isLatin } from './numerals.js';

const [each, dot] = [code('每'), code('·')];

/** `/人/年`, `/人·月`, `每人每年` after a unit: its end, and the words joined by ·. */
export function perEnd(chars: Chars, i: number, lex: Lexicon): { readonly end: number; readonly per: string } | null {
  const { codes, gaps } = chars;
  const words: string[] = [];
  let end = i;
  for (;;) {
    const mark = codes[end] ?? 0;
    const joins = mark === ch.slash || mark === each || (mark === dot && words.length > 0);
    if (!joins || (gaps[end] ?? 0) > gap.space || (gaps[end + 1] ?? 0) > gap.space) break;
    const next = lex.per.end(codes, end + 1);
    const cut = isLatin(codes[next - 1] ?? 0) && isLatin(codes[next] ?? 0);
    if (next === end + 1 || cut) break;
    words.push(folded(chars, end + 1, next));
    end = next;
  }
  return words.length === 0 ? null : { end, per: words.join('·') };
}
