import { toShortText } from '../model/decimal.js';
import { digitsEnd } from './digits.js';
import { beginsLine, folded, gap, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { scanNumeral } from './numeral.js';
import { ch, chineseDigit, code, isDigit, isHan, isLatin, scaleOf } from './numerals.js';

const circled = 0x2460;
const [is, year, pausing] = [code('是'), code('年'), '。；;：:!！?？'];

/** ①–⑳, ⑴–⒇ and ⒈–⒛ are markers wherever they stand. */
export function enumSign(chars: Chars, i: number): Found | null {
  const here = chars.codes[i] ?? 0;
  if (here < circled || here > 0x249b) return null;
  return plain('enum', i, i + 1, String(((here - circled) % 20) + 1));
}

const afterStop = (chars: Chars, i: number): boolean =>
  beginsLine(chars, i) || pausing.includes(String.fromCharCode(chars.codes[i - 1] ?? 0));

/** 一是, 二是: at the start of a line, a sentence or a clause. */
export function enumIs(chars: Chars, i: number): Found | null {
  const digit = chineseDigit(chars.codes[i] ?? 0);
  const at = chars.codes[i] === ch.ten ? 10 : digit;
  if (at < 1 || chars.codes[i + 1] !== is) return null;
  const before = chars.codes[i - 1] ?? 0;
  const begins =
    afterStop(chars, i) ||
    before === ch.wideComma ||
    before === ch.comma ||
    before === ch.pause ||
    before === code('”') ||
    before === ch.close;
  return begins || (chars.gaps[i] ?? 0) > gap.none ? plain('enum', i, i + 2, String(at)) : null;
}

/** （一）, (1): a small whole number alone in its brackets. */
export function enumInBrackets(chars: Chars, i: number, lex: Lexicon): Found | null {
  const inside = scanNumeral(chars, i + 1, lex);
  if (!inside || chars.codes[inside.end] !== ch.close || inside.end - i > 4) return null;
  if (inside.coefficient.scale > 0 || inside.inexact !== null || (inside.arabic && inside.plainDigits === 0))
    return null;
  return plain('enum', i, inside.end + 1, toShortText(inside.value));
}

/** 一、 at the start of a line or after a full stop. */
export function enumChinese(chars: Chars, i: number, lex: Lexicon): Found | null {
  if (!afterStop(chars, i)) return null;
  let end = i;
  while (end < i + 4 && (chineseDigit(chars.codes[end] ?? 0) >= 0 || scaleOf(chars.codes[end] ?? 0) === 1)) end++;
  const mark = chars.codes[end] ?? 0;
  if (end === i || (mark !== ch.pause && mark !== ch.dot && !(mark === ch.wideComma && beginsLine(chars, i))))
    return null;
  const next = chars.codes[end + 1] ?? 0;
  if (mark === ch.pause && !beginsLine(chars, i) && (chineseDigit(next) >= 0 || scaleOf(next) > 0)) return null;
  const numeral = scanNumeral(chars, i, lex);
  return numeral && numeral.end === end ? plain('enum', i, end + 1, toShortText(numeral.value)) : null;
}

/** End of dotted whole numbers: 1.2.3. */
export function dottedEnd(chars: Chars, i: number): { readonly end: number; readonly dots: number } {
  const { codes, gaps } = chars;
  let end = digitsEnd(codes, gaps, i);
  let dots = 0;
  while (
    codes[end] === ch.dot &&
    gaps[end] === gap.none &&
    gaps[end + 1] === gap.none &&
    isDigit(codes[end + 1] ?? 0)
  ) {
    end = digitsEnd(codes, gaps, end + 1);
    dots++;
  }
  return { end, dots };
}

/** True when what stands at `i` can be the words of a heading rather than the unit of a number. */
function beginsWords(chars: Chars, i: number, lex: Lexicon): boolean {
  const here = chars.codes[i] ?? 0;
  if (!isHan(here) && here !== code('“') && here !== code('《')) return false;
  if (scaleOf(here) > 0 || here === year || '成折至到'.includes(String.fromCharCode(here))) return false;
  const unit = unitAt(lex, chars, i);
  if (unit?.unit.kind === 'count') return chars.length - unit.end > 3;
  return unit === null || unit.unit.kind === 'rank' || lex.currencyBefore.end(chars.codes, i) > i;
}

/** 1. 1、 1) 1.2 at the start of a line; 2.3 glued to the amount before it. `glued`: a quantity ended right here. */
export function enumArabic(chars: Chars, i: number, lex: Lexicon, glued: boolean): Found | null {
  const { codes, gaps } = chars;
  const starts = afterStop(chars, i) || glued || (gaps[i] ?? 0) > gap.none;
  const first = digitsEnd(codes, gaps, i);
  if (!starts || (codes[i] === 48 && first > i + 1) || first - i > 2 || isLatin(codes[i - 1] ?? 0)) return null;
  const mark = codes[first] ?? 0;
  const { end, dots } = dottedEnd(chars, i);
  const opens = (beginsLine(chars, i) || glued) && codes[i] !== 48;
  if (dots === 1 && opens && first + 5 === end && codes[end] === year)
    return plain('enum', i, first + 1, folded(chars, i, first));
  if (
    dots > 0 &&
    opens &&
    end - i <= 8 &&
    gaps[end] !== gap.wall &&
    beginsWords(chars, end, lex) &&
    end - first <= 3 * dots
  )
    return plain('enum', i, codes[end] === ch.pause ? end + 1 : end, folded(chars, i, end));
  if (dots > 0) return null;
  const next = codes[first + 1] ?? 0;
  const value = folded(chars, i, first);
  if (mark === ch.dot && (isHan(next) || isLatin(next) || '“《（('.includes(String.fromCharCode(next))))
    return plain('enum', i, first + 1, value);
  if (mark === ch.dot && beginsLine(chars, i) && (next === 0 || (gaps[first + 1] ?? 0) > gap.none))
    return plain('enum', i, first + 1, value);
  if (mark === ch.pause && afterStop(chars, i) && !isDigit(next)) return plain('enum', i, first + 1, value);
  const bracket = mark === ch.close && !chars.codes.subarray(Math.max(0, i - 3), i).includes(ch.open);
  return bracket && afterStop(chars, i) ? plain('enum', i, first + 1, value) : null;
}
