import { spacedEnd } from './arabic.js';
import { digitsEnd } from './digits.js';
import { gap, type Chars } from './chars.js';
import { ch, chineseDigit, code, isDigit, isYen } from './numerals.js';

/** A number of a date: its year, month or day, or of a part. */
export interface Whole {
  readonly end: number;
  readonly value: number;
  /** Digits, or 0 for 十二. */
  readonly width: number;
}

export const [yearMark, monthMark, dayMark, numberMark, season, degree] = ['年', '月', '日', '号', '季', '度'].map(
  code,
) as [number, number, number, number, number, number];
const zeroDigit = code('0');

/** 2024 or 3: at most four digits. */
export function arabicWhole(chars: Chars, i: number): Whole | null {
  const end = digitsEnd(chars.codes, chars.gaps, i);
  if (end - i > 4) return null;
  let value = 0;
  for (let j = i; j < end; j++) value = value * 10 + (chars.codes[j] ?? 48) - 48;
  return { end, value, width: end - i };
}

/** 二〇二四, 十二, 三十一: at most four characters. */
function chineseWhole(chars: Chars, i: number): Whole | null {
  let value = 0;
  let tens = false;
  let end = i;
  for (; end < i + 4 && (end === i || (chars.gaps[end] ?? 0) < gap.newline); end++) {
    const here = chars.codes[end] ?? 0;
    const digit = chineseDigit(here);
    if (here === ch.ten || here === code('拾')) {
      if (tens || end > i + 1) break;
      value = (end === i ? 1 : value) * 10;
      tens = true;
    } else if (digit >= 0) {
      if (tens && value % 10 !== 0) break;
      value = tens ? value + digit : value * 10 + digit;
    } else break;
  }
  return end === i ? null : { end, value, width: tens ? 0 : end - i };
}

/** 二00六年, 二０一三年: the zero of a year typed as a digit. */
function typedYear(chars: Chars, i: number): Whole | null {
  let [value, zeros] = [0, 0];
  for (let at = i; at < i + 4; at++) {
    const here = chars.codes[at] ?? 0;
    const digit = here === zeroDigit ? 0 : chineseDigit(here);
    if (digit < 0 || (at > i && (chars.gaps[at] ?? 0) >= gap.newline)) return null;
    if (here === zeroDigit) zeros++;
    value = value * 10 + digit;
  }
  return zeros > 0 && chars.codes[i + 4] === yearMark ? { end: i + 4, value, width: 4 } : null;
}

/** 2 0 2 4 年 1 2 月: a date set wide. */
function spacedWhole(chars: Chars, i: number): Whole | null {
  const end = spacedEnd(chars, i);
  const mark = chars.codes[end] ?? 0;
  if (end === i || end - i > 4 || ![yearMark, monthMark, dayMark].includes(mark)) return null;
  let value = 0;
  for (let j = i; j < end; j++) value = value * 10 + (chars.codes[j] ?? 48) - 48;
  return { end, value, width: end - i };
}

/** 2024, 二〇二四, 十二 or 2 0 2 4 at `i`, whatever stands behind it. */
export function wholeAt(chars: Chars, i: number): Whole | null {
  if (!isDigit(chars.codes[i] ?? 0)) return typedYear(chars, i) ?? chineseWhole(chars, i);
  return spacedWhole(chars, i) ?? arabicWhole(chars, i);
}

/** The mark at `i`, not parted from what stands before it by more than a line end. */
export const marked = (chars: Chars, i: number, mark: number): boolean =>
  chars.codes[i] === mark && (chars.gaps[i] ?? 0) < gap.wall;

/** A number from 1 to 12 with 月 behind it. */
export function monthAt(chars: Chars, i: number): Whole | null {
  if ((chars.gaps[i] ?? 0) === gap.wall) return null;
  const whole = wholeAt(chars, i);
  if (!whole || whole.width > 2 || whole.value < 1 || whole.value > 12 || !marked(chars, whole.end, monthMark))
    return null;
  return { ...whole, end: whole.end + 1 };
}

/** A number from 1 to 31 with 日 or 号 behind it; 30日元 is money. */
export function dayAt(chars: Chars, i: number): Whole | null {
  if ((chars.gaps[i] ?? 0) === gap.wall) return null;
  const whole = wholeAt(chars, i);
  if (!whole || whole.width > 2 || whole.value < 1 || whole.value > 31) return null;
  if (!marked(chars, whole.end, dayMark) && !marked(chars, whole.end, numberMark)) return null;
  if (isYen(chars.codes, whole.end)) return null;
  return { ...whole, end: whole.end + 1 };
}
