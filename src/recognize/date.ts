import { gap, type Chars } from './chars.js';
import { digitsEnd } from './digits.js';
import { connectorEnd } from './connector.js';
import { dayBeforeClock, pointedMonths } from './date-digits.js';
import { fullYear, namesYear, shortYears } from './short-year.js';
import {
  arabicWhole,
  dayAt,
  dayMark,
  degree,
  marked,
  monthAt,
  monthMark,
  numberMark,
  season,
  wholeAt,
  yearMark,
  type Whole,
} from './date-numbers.js';
import { ch, chineseDigit, code, isDigit, isNumeralChar } from './numerals.js';

/** A date read at a place: ISO, with XXXX for a year that is not printed. */
export interface DateAt {
  readonly end: number;
  readonly value: string;
}

interface Point {
  readonly end: number;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  /** `Q1`, `H2`. */
  readonly part?: string;
  readonly lastPart?: string;
  readonly kind: 'word' | 'iso';
}

const [first, half, up, down, before] = ['第', '半', '上', '下', '前'].map(code) as [
  number,
  number,
  number,
  number,
  number,
];

const allOf = code('全');

const two = (value: number): string => String(value).padStart(2, '0');

/** 底, 初, 末, 中旬 and 份 after a month. */
function monthTail(chars: Chars, i: number): number {
  if (chars.gaps[i] !== gap.none) return i;
  const here = String.fromCharCode(chars.codes[i] ?? 0);
  if ('上中下'.includes(here) && chars.codes[i + 1] === code('旬')) return i + 2;
  if (here === '初' && isNumeralChar(chars.codes[i + 1] ?? 0)) return i;
  return '底初末份'.includes(here) && here !== '\0' ? i + 1 : i;
}

function monthPoint(chars: Chars, i: number, withYear: { year: number } | Record<string, never>): Point | null {
  const month = monthAt(chars, i);
  if (!month) return null;
  const day = dayAt(chars, month.end);
  if (day) return { ...withYear, month: month.value, day: day.value, end: day.end, kind: 'word' };
  return { ...withYear, month: month.value, end: monthTail(chars, month.end), kind: 'word' };
}

/** 第一季度, 首季度, 前三季度, 上半年. */
function partAt(chars: Chars, i: number): { end: number; part: string; lastPart?: string } | null {
  const here = chars.codes[i] ?? 0;
  if (here === code('首') && chars.codes[i + 1] === season)
    return { end: chars.codes[i + 2] === degree ? i + 3 : i + 2, part: 'Q1' };
  if ((here === up || here === down) && chars.codes[i + 1] === half && chars.codes[i + 2] === yearMark)
    return { end: i + 3, part: here === up ? 'H1' : 'H2' };
  const at = here === first || here === before ? i + 1 : i;
  const whole = wholeAt(chars, at);
  if (!whole || whole.value < 1 || whole.value > 4 || chars.codes[whole.end] !== season) return null;
  if (chars.codes[whole.end + 1] !== degree) return null;
  const end = whole.end + 2;
  return here === before ? { end, part: 'Q1', lastPart: `Q${whole.value}` } : { end, part: `Q${whole.value}` };
}

/** 2022全年, 2022前三季度: a year whose mark is left out before a part of it. */
function yearOf(chars: Chars, { end, value }: Whole): Point | null {
  if (value < 1990 || value > 2099 || chars.gaps[end] !== gap.none) return null;
  const named = { year: value, kind: 'word' } as const;
  if (chars.codes[end] === allOf && chars.codes[end + 1] === yearMark) return { ...named, end: end + 2 };
  const begins = [first, up, down, before, code('首')].includes(chars.codes[end] ?? 0);
  const part = begins ? partAt(chars, end) : null;
  return part ? { ...named, ...part } : null;
}

function yearPoint(chars: Chars, i: number): Point | null {
  const whole = wholeAt(chars, i);
  const spelt = whole?.width === 4 ? whole : null;
  const short = whole?.width === 2 && isDigit(chars.codes[i] ?? 0) ? { ...whole, value: fullYear(whole.value) } : null;
  const read = spelt ?? short;
  if (!read || read.value < 1000) return null;
  if (!marked(chars, read.end, yearMark)) return spelt && yearOf(chars, spelt);
  const end = read.end + 1;
  const named = { year: read.value };
  const inMonth = monthPoint(chars, end, named);
  if (inMonth) return inMonth;
  if (!spelt && !namesYear(chars, i, end) && !(chars.gaps[end] === gap.none && partAt(chars, end))) return null;
  const part = (chars.gaps[end] ?? 0) < gap.wall ? partAt(chars, end) : null;
  if (part) return { ...named, ...part, kind: 'word' };
  if (marked(chars, end, degree) || marked(chars, end, code('底'))) return { ...named, end: end + 1, kind: 'word' };
  return { ...named, end, kind: 'word' };
}

/** 2025-09-10, 2025.9.10, 2025/9/10; two parts only with a slash. */
function isoPoint(chars: Chars, i: number): Point | null {
  const { codes, gaps } = chars;
  const whole = isDigit(codes[i] ?? 0) ? arabicWhole(chars, i) : null;
  const mark = codes[whole?.end ?? i] ?? 0;
  if (!whole || whole.width !== 4 || whole.value < 1900 || whole.value > 2999) return null;
  if (mark !== ch.hyphen && mark !== ch.dot && mark !== ch.slash && mark !== code('·')) return null;
  if (gaps[whole.end] !== gap.none || gaps[whole.end + 1] !== gap.none) return null;
  const month = arabicWhole(chars, whole.end + 1);
  if (!month || month.width < 1 || month.width > 2 || month.value < 1 || month.value > 12) return null;
  const named = { year: whole.value, month: month.value, kind: 'iso' } as const;
  const day = codes[month.end] === mark ? arabicWhole(chars, month.end + 1) : null;
  if (day && day.width >= 1 && day.width <= 2 && day.value >= 1 && day.value <= 31)
    return { ...named, day: day.value, end: day.end };
  const glued = codes[month.end] === mark && month.width === 2 ? dayBeforeClock(chars, month.end + 1) : null;
  if (glued !== null) return { ...named, day: glued, end: month.end + 3 };
  if (mark !== ch.slash || day || isDigit(codes[month.end] ?? 0)) return null;
  return { ...named, end: month.end };
}

const pointAt = (chars: Chars, i: number): Point | null =>
  isoPoint(chars, i) ?? yearPoint(chars, i) ?? monthPoint(chars, i, {});

function iso(point: Point): string {
  const name = point.year === undefined ? 'XXXX' : String(point.year);
  if (point.part !== undefined) {
    return point.lastPart === undefined || point.lastPart === point.part
      ? `${name}-${point.part}`
      : `${name}-${point.part}/${name}-${point.lastPart}`;
  }
  const withMonth = point.month === undefined ? '' : `-${two(point.month)}`;
  return `${name}${withMonth}${point.day === undefined ? '' : `-${two(point.day)}`}`;
}

/** The end of a range that may leave out what it shares with its beginning: 3月1日至5日. */
function lastPoint(chars: Chars, i: number, from: Point): Point | null {
  const named = from.year === undefined ? {} : { year: from.year };
  const point = pointAt(chars, i);
  if (point) return point.year === undefined ? { ...point, ...named } : point;
  const day = from.day === undefined || from.month === undefined ? null : dayAt(chars, i);
  return day ? { ...named, month: from.month ?? 1, day: day.value, end: day.end, kind: 'word' } : null;
}

/** 2021—2025年, 1—12月, 2023-2024学年: the first end prints its number only. */
function shortRange(chars: Chars, i: number, named: { year: number } | Record<string, never>): DateAt | null {
  const from = wholeAt(chars, i);
  const between = from ? connectorEnd(chars, from.end) : i;
  if (!from || between === from.end) return null;
  const to = wholeAt(chars, between);
  if (!to) return null;
  if (from.width === 4 && to.width === 4 && from.value <= to.value && from.value >= 1000) {
    const study = chars.codes[to.end] === code('学') ? to.end + 1 : to.end;
    if (!marked(chars, study, yearMark)) return null;
    const end = marked(chars, study + 1, degree) ? study + 2 : study + 1;
    return { end, value: `${from.value}/${to.value}` };
  }
  const study = shortYears(chars, from, to);
  if (study) return study;
  const month = monthAt(chars, between);
  if (!month || from.width > 2 || from.value < 1 || from.value > 12) return null;
  const [start, last] = [
    iso({ ...named, month: from.value, end: 0, kind: 'word' }),
    iso({ ...named, month: month.value, end: 0, kind: 'word' }),
  ];
  return { end: monthTail(chars, month.end), value: `${start}/${last}` };
}

/** “十四五”: the years of a five-year plan. */
function planAt(chars: Chars, i: number): DateAt | null {
  const { codes } = chars;
  const nth = chineseDigit(codes[i + 1] ?? 0);
  if (codes[i] !== ch.ten || nth < 1 || codes[i + 2] !== code('五') || chineseDigit(codes[i + 3] ?? 0) >= 0)
    return null;
  const from = 2021 + (nth - 4) * 5;
  return { end: i + 3, value: `${from}/${from + 4}` };
}

/** What may stand behind the first digits of a date. */
const afterDigits = new Set([
  yearMark,
  monthMark,
  dayMark,
  numberMark,
  season,
  ch.hyphen,
  ch.dash,
  ch.tilde,
  ch.dot,
  ch.slash,
  code('·'),
  code('至'),
  code('到'),
  allOf,
  first,
  up,
  down,
  before,
  code('首'),
]);

/** Whether the digits at `i` can begin a date: at most four, with a mark of one behind them or set wide. */
function mayBegin({ codes, gaps }: Chars, i: number): boolean {
  if (!isDigit(codes[i] ?? 0)) return true;
  const end = digitsEnd(codes, gaps, i);
  return end - i <= 4 && (afterDigits.has(codes[end] ?? 0) || (gaps[end] !== gap.none && isDigit(codes[end] ?? 0)));
}

/** Reads a date or a range of dates at `i`; null when none begins there. */
export function dateAt(chars: Chars, i: number): DateAt | null {
  if (!mayBegin(chars, i)) return null;
  const plan = planAt(chars, i);
  if (plan) return plan;
  const short = shortRange(chars, i, {});
  if (short) return short;
  const part = partAt(chars, i);
  const from: Point | null = part ? { ...part, kind: 'word' } : pointAt(chars, i);
  if (!from) return yearMonths(chars, i) ?? pointedMonths(chars, i);
  const within =
    from.month === undefined && from.part === undefined && from.year !== undefined ? yearMonths(chars, i) : null;
  if (within) return within;
  const between = connectorEnd(chars, from.end);
  const to = between > from.end ? lastPoint(chars, between, from) : null;
  return to ? { end: to.end, value: `${iso(from)}/${iso(to)}` } : { end: from.end, value: iso(from) };
}

/** 2024年1-9月. */
function yearMonths(chars: Chars, i: number): DateAt | null {
  const whole = wholeAt(chars, i);
  if (!whole || whole.width !== 4 || !marked(chars, whole.end, yearMark)) return null;
  return shortRange(chars, whole.end + 1, { year: whole.value });
}

/** A day of a month that is not printed: 25日. */
export function dayOnly(chars: Chars, i: number): DateAt | null {
  const day = dayAt(chars, i);
  return day && chars.codes[day.end - 1] !== numberMark ? { end: day.end, value: `XXXX-XX-${two(day.value)}` } : null;
}
