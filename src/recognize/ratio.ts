import { toText } from '../model/decimal.js';
import { longestRun, scanArabic } from './arabic.js';
import { folded, gap, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { scanNumeral, type Numeral } from './numeral.js';
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

const versus = code('比');
/** What follows a comparison, not a ratio: 100比50多. */
const compared = '多少高低大小增减强弱快慢好差长短重轻贵便上下降升年月日号点时季';
const ratioParts = 4;

/** A number of a ratio at `i`: small, exact and counted in nothing. */
function part(chars: Chars, i: number, lex: Lexicon): Numeral | null {
  const numeral = (chars.gaps[i] ?? 0) === gap.none || i === 0 ? scanNumeral(chars, i, lex) : null;
  if (
    !numeral ||
    numeral.inexact !== null ||
    numeral.elided ||
    numeral.exponent > 0 ||
    numeral.bare !== (numeral.end - i === 1 && chars.codes[i] === ch.ten)
  )
    return null;
  return numeral.positional && !numeral.arabic ? null : numeral;
}

const isYear = ({ plainDigits, value }: Numeral): boolean =>
  plainDigits === 4 && value.coefficient >= 1900n && value.coefficient < 2100n;

/** 三比一, 1比2.5: numbers with 比 between them and nothing that compares behind. */
export function ratioInWords(chars: Chars, i: number, lex: Lexicon): Found | null {
  const first = mayBeVersus(chars, i) ? part(chars, i, lex) : null;
  if (!first || chars.codes[first.end] !== versus || isYear(first)) return null;
  const all = [first];
  for (let last = first; chars.codes[last.end] === versus && all.length < ratioParts;) {
    const next = chars.gaps[last.end] === gap.none ? part(chars, last.end + 1, lex) : null;
    if (!next || isYear(next)) break;
    all.push(next);
    last = next;
  }
  const end = all.at(-1)?.end ?? i;
  const after = chars.codes[end] ?? 0;
  const counts = unitAt(lex, chars, end) !== null || scaleOf(after) > 0 || after === ch.ratio;
  if (all.length < 2 || counts || compared.includes(String.fromCharCode(after || 32))) return null;
  return plain('ratio', i, end, all.map((it) => toText(it.value)).join(':'));
}

/** Whether 比 stands within the few characters of a small number: most numbers have none behind them. */
function mayBeVersus({ codes }: Chars, i: number): boolean {
  for (let at = i + 1; at < i + 8; at++) if (codes[at] === versus) return true;
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
