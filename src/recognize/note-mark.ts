import { gap, type Chars } from './chars.js';
import { digitsEnd } from './digits.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { ch, code, scaleOf } from './numerals.js';

const [star, openSquare, closeSquare, note] = ['*', '[', ']', '注'].map(code) as [number, number, number, number];
const isCircled = (here: number): boolean => here >= 0x2460 && here <= 0x2473;
const isRaised = (here: number): boolean =>
  here === 0xb9 || here === 0xb2 || here === 0xb3 || here === 0x2070 || (here >= 0x2074 && here <= 0x2079);

/** End of small raised digits, or of plain ones, or `i`. */
function numberEnd({ codes, gaps }: Chars, i: number): number {
  let end = i;
  while (isRaised(codes[end] ?? 0)) end++;
  const digits = digitsEnd(codes, gaps, i);
  return end > i ? end : digits - i > 2 ? i : digits;
}

/** End of what refers to a note at `i`: ¹, [1], [²], ①, *, （注1） or 注1; `i` where nothing does. */
function markEnd(chars: Chars, i: number): number {
  const { codes } = chars;
  const here = codes[i] ?? 0;
  if (isCircled(here)) return i + 1;
  if (isRaised(here)) return numberEnd(chars, i);
  if (here === star) return codes[i + 1] === star ? i + 2 : i + 1;
  if (here === note) return numberEnd(chars, i + 1) > i + 1 ? numberEnd(chars, i + 1) : i;
  const inside = here === openSquare ? i + 1 : here === ch.open && codes[i + 1] === note ? i + 2 : i;
  if (inside === i) return i;
  const end = numberEnd(chars, inside);
  const closes = codes[end] === (here === openSquare ? closeSquare : ch.close);
  return closes && (end > inside || here === ch.open) ? end + 1 : i;
}

/**
 * 420¹万元, 7.5[2]%: where the scale or unit begins that a number ending at `i` has behind the mark of a note; `i` where it has none.
 * 10⁴人 is a power, and after ① only an amount counts, since ① begins items too.
 */
export function pastNote(chars: Chars, i: number, lex: Lexicon): number {
  const { codes, gaps } = chars;
  const end = gaps[i] === gap.none ? markEnd(chars, i) : i;
  if (end === i || gaps[end] !== gap.none) return i;
  if (isRaised(codes[i] ?? 0) && codes[i - 1] === 48 && codes[i - 2] === 49) return i;
  const unit = unitAt(lex, chars, end)?.unit.kind ?? (scaleOf(codes[end] ?? 0) > 3 ? 'money' : null);
  const amount = unit === 'money' || unit === 'percent';
  return amount || (unit !== null && unit !== 'rank' && !isCircled(codes[i] ?? 0)) ? end : i;
}
