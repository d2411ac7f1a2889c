import { toText } from '../model/decimal.js';
import { longestRun, scanArabic } from './arabic.js';
import { folded, gap, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { ch, code, isDigit, scaleOf } from './numerals.js';

const colon = (here: number): boolean => here === ch.colon || here === ch.ratio;

const isComma = (here: number): boolean => here === ch.comma || here === ch.wideComma;

interface Parts {
  readonly end: number;
  readonly values: readonly string[];
  readonly sign: number;
}

/** Whether a colon stands right behind the digits, commas and points at `i`: most numbers have none. */
function colonFollows({ codes }: Chars, i: number): boolean {
  let end = i;
  const last = i + 2 * longestRun;
  for (
    let here = codes[end] ?? 0;
    end < last && (isDigit(here) || here === ch.dot || isComma(here));
    here = codes[end] ?? 0
  )
    end++;
  return colon(codes[end] ?? 0);
}

function parts(chars: Chars, i: number): Parts | null {
  const { codes, gaps } = chars;
  if (!colonFollows(chars, i)) return null;
  const values: string[] = [];
  let at = i;
  let sign = 0;
  while (values.length < 6) {
    const number = scanArabic(chars, at, false);
    if (!number) break;
    values.push(toText(number.value));
    const mark = codes[number.end] ?? 0;
    const goes = colon(mark) && (gaps[number.end] ?? 0) === gap.none && (gaps[number.end + 1] ?? 0) === gap.none;
    if (!goes || !scanArabic(chars, number.end + 1, false))
      return values.length > 1 ? { end: number.end, values, sign } : null;
    sign = mark;
    at = number.end + 1;
  }
  return null;
}

/** 比 or 比例 shortly before: 师生比为1:12. */
function isCalledRatio(chars: Chars, i: number, lex: Lexicon): boolean {
  for (let at = i; at > Math.max(0, i - 4); at--) if (lex.before.ratio.longest(chars.codes, at)) return true;
  return false;
}

const isClock = (printed: string): boolean => /^([01]?\d|2[0-4]):[0-5]\d(:[0-5]\d)?$/u.test(printed);

function clock(chars: Chars, i: number, end: number): Found {
  const [hour = '', ...rest] = folded(chars, i, end).split(':');
  return plain('time', i, end, [hour.padStart(2, '0'), ...rest].join(':'));
}

/** 1:12.5 and 9:30: which of the two a pair of numbers around a colon is. */
export function ratioOrTime(chars: Chars, i: number, lex: Lexicon): Found | null {
  const read = parts(chars, i);
  if (!read) return null;
  const { end, values, sign } = read;
  const ratio = plain('ratio', i, end, values.join(':'));
  if (sign === ch.ratio || isCalledRatio(chars, i, lex)) return ratio;
  if (isClock(folded(chars, i, Math.min(end, i + 9)))) return clock(chars, i, end);
  const next = chars.codes[end] ?? 0;
  const counted = unitAt(lex, chars, end) !== null || scaleOf(next) > 0 || next === code('年') || next === ch.dot;
  return counted ? null : ratio;
}
