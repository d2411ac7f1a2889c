import { decimal, ofDigits, type Decimal } from '../model/decimal.js';
import { gap, type Chars } from './chars.js';
import { commaGroups, fourGroups, groupEnd, openGroups } from './comma-groups.js';
import { digitsEnd } from './digits.js';
import { ch, isDigit } from './numerals.js';

/** A number in Arabic digits, with its separators and its point. */
export interface Arabic {
  readonly end: number;
  readonly value: Decimal;
  /** Digits before the point. */
  readonly width: number;
  readonly leadingZero: boolean;
  /** No separator and no point was met. */
  readonly plain: boolean;
}

/** Longer runs of digits are keys and noise, not numbers. */
export const longestRun = 64;

function spaceGroups(chars: Chars, i: number): number {
  let end = i;
  while (isDigit(chars.codes[end] ?? 0) && chars.gaps[end] === gap.space) {
    const next = groupEnd(chars, end);
    if (next === end) break;
    end = next;
  }
  return end;
}

function text(chars: Chars, start: number, end: number): string {
  let out = '';
  for (let i = start; i < end; i++) {
    const here = chars.codes[i] ?? 0;
    if (isDigit(here)) out += String.fromCharCode(here);
  }
  return out;
}

/** Digits that a float holds exactly. */
const safeDigits = 15;

/** The number whose point, if any, stands at `point`: everything between that is no digit parts its groups. */
function valueOf(chars: Chars, i: number, point: number, end: number): Decimal {
  if (end - i > safeDigits) {
    const fraction = end > point ? `.${text(chars, point + 1, end)}` : '';
    return decimal(`${text(chars, i, point) || '0'}${fraction}`);
  }
  let [digits, places] = [0, 0];
  for (let at = i; at < end; at++) {
    const here = chars.codes[at] ?? 0;
    if (!isDigit(here)) continue;
    digits = digits * 10 + here - 48;
    if (at > point) places++;
  }
  return ofDigits(digits, places);
}

/** End of the decimals whose point stands at `i`, or `i`. */
function decimalsEnd(chars: Chars, i: number, loose: boolean): number {
  const { codes, gaps } = chars;
  const widest = loose ? gap.newline : gap.none;
  if (codes[i] !== ch.dot || (gaps[i] ?? 0) > widest || (gaps[i + 1] ?? 0) > widest) return i;
  const wide = loose ? spacedEnd(chars, i + 1) : i + 1;
  const end = wide > i + 1 ? wide : digitsEnd(codes, gaps, i + 1);
  return end === i + 1 ? i : end;
}

/** Digits set wide beyond which they are a row of numbers. */
const widestNumber = 20;

/** End of two or more digits with a space between each, as in text set wide (7 4 7 7 2), or `i`. */
export function spacedEnd(chars: Chars, i: number): number {
  const { codes, gaps } = chars;
  let end = i;
  while (isDigit(codes[end] ?? 0) && (end === i || gaps[end] === gap.space)) {
    if ((isDigit(codes[end + 1] ?? 0) && gaps[end + 1] === gap.none) || end - i > widestNumber) return i;
    end++;
  }
  return end - i > 1 ? end : i;
}

function wholeEnd(chars: Chars, i: number, loose: boolean): number {
  const wide = loose ? spacedEnd(chars, i) : i;
  if (wide > i) return wide;
  const first = digitsEnd(chars.codes, chars.gaps, i);
  if (first === i) return first;
  if (first - i > 3) return openGroups(chars, i, first);
  const fours = fourGroups(chars, first);
  if (fours > first) return fours;
  const { end, groups } = commaGroups(chars, i, first, loose);
  return groups > 0 || !loose ? end : spaceGroups(chars, first);
}

/**
 * Reads an Arabic number at `i`; null when none begins there or its run of digits is too long to be a number.
 * `loose` takes the spaces that a page adds (295. 82, 12 345 678) as part of the number.
 */
export function scanArabic(chars: Chars, i: number, loose: boolean): Arabic | null {
  const { codes, gaps } = chars;
  const first = codes[i] ?? 0;
  if (!isDigit(first) && !(first === ch.dot && isDigit(codes[i + 1] ?? 0) && gaps[i + 1] === gap.none)) return null;
  const integer = wholeEnd(chars, i, loose);
  const end = decimalsEnd(chars, integer, loose);
  if (end - i > longestRun) return null;
  const value = valueOf(chars, i, integer, end);
  let plain = end === integer;
  for (let j = i; plain && j < integer; j++) plain = isDigit(codes[j] ?? 0) && (j === i || gaps[j] === gap.none);
  return { end, value, width: integer - i, leadingZero: first === 48 && integer - i > 1, plain };
}
