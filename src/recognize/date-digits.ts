import { digitsEnd } from './digits.js';
import { gap, type Chars } from './chars.js';
import { connectorEnd } from './connector.js';
import { ch, isDigit, isNumeralChar } from './numerals.js';

interface Read {
  readonly end: number;
  readonly value: string;
}

const digits = ({ codes }: Chars, from: number, to: number): string => String.fromCharCode(...codes.subarray(from, to));

/** 2018-12-1209:03: the day of a date that a clock time is glued to; null where none is. */
export function dayBeforeClock(chars: Chars, i: number): number | null {
  const { codes, gaps } = chars;
  const end = digitsEnd(codes, gaps, i);
  if (end - i !== 4 || codes[end] !== ch.colon || !isDigit(codes[end + 1] ?? 0)) return null;
  const day = Number(digits(chars, i, i + 2));
  return day >= 1 && day <= 31 ? day : null;
}

/** 1999.08: a year, a point and two digits of a month. */
function pointedMonth(chars: Chars, i: number): Read | null {
  const { codes, gaps } = chars;
  const year = digitsEnd(codes, gaps, i);
  if (year - i !== 4 || codes[year] !== ch.dot || gaps[year] !== gap.none || gaps[year + 1] !== gap.none) return null;
  const end = digitsEnd(codes, gaps, year + 1);
  const value = `${digits(chars, i, year)}-${digits(chars, year + 1, end)}`;
  return /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])$/u.test(value) ? { end, value } : null;
}

/** 1999.08-2002.02: two months with points are a stretch of time; one alone is a number. */
export function pointedMonths(chars: Chars, i: number): Read | null {
  const from = pointedMonth(chars, i);
  const between = from ? connectorEnd(chars, from.end) : i;
  const to = from && between > from.end ? pointedMonth(chars, between) : null;
  if (!from || !to || from.value > to.value) return null;
  const next = chars.codes[to.end] ?? 0;
  return isNumeralChar(next) || next === ch.dot ? null : { end: to.end, value: `${from.value}/${to.value}` };
}

/** 20230615: a day in eight digits. */
export function compactDay(chars: Chars, i: number): Read | null {
  const end = digitsEnd(chars.codes, chars.gaps, i);
  if (end - i !== 8) return null;
  const [, year, month, day] =
    /^((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/u.exec(digits(chars, i, end)) ?? [];
  return year === undefined ? null : { end, value: `${year}-${month}-${day}` };
}
