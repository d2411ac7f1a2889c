import { decimal, toShortText } from '../model/decimal.js';
import { digitsEnd } from './digits.js';
import { folded, gap, type Chars } from './chars.js';
import { plain, type Found } from './found.js';
import type { Lexicon } from './lexicon.js';
import { scanNumeral } from './numeral.js';
import { ch, chineseDigit, code, isDigit, isYen } from './numerals.js';

const [hourMark, pointMark, minuteMark, half] = ['时', '点', '分', '半'].map(code) as [number, number, number, number];
/** 十一点开会: what shows that 点 is the hour and not an opinion. */
const afterHour = '开前后整半钟许左出到起止';

function small(chars: Chars, i: number, most: number, lex: Lexicon): { end: number; value: number } | null {
  if (isDigit(chars.codes[i] ?? 0)) {
    const end = digitsEnd(chars.codes, chars.gaps, i);
    const value = end - i > 2 ? 99 : Number(String.fromCharCode(...chars.codes.subarray(i, end)));
    return value > most ? null : { end, value };
  }
  if (chineseDigit(chars.codes[i] ?? 0) < 0 && chars.codes[i] !== ch.ten) return null;
  const numeral = scanNumeral(chars, i, lex);
  const value = numeral && numeral.coefficient.scale === 0 ? Number(toShortText(numeral.value)) : 99;
  return numeral && value <= most ? { end: numeral.end, value } : null;
}

const halves: Readonly<Record<string, number>> = { 上午: 0, 凌晨: 0, 早上: 0, 中午: 12, 下午: 12, 晚上: 12, 傍晚: 12 };

/** 上午, 下午 and the like before an hour: what to add to it, and where the hour begins. */
function dayHalf(chars: Chars, i: number): { at: number; add: number } {
  const here = chars.codes[i] ?? 0;
  if (isDigit(here) || chineseDigit(here) >= 0) return { at: i, add: 0 };
  const add = halves[String.fromCharCode(here, chars.codes[i + 1] ?? 0)];
  return add === undefined ? { at: i, add: 0 } : { at: i + 2, add };
}

/** Whether 时 or 点 stands behind one or two digits. */
function hourFollows({ codes, gaps }: Chars, i: number): boolean {
  const end = digitsEnd(codes, gaps, i);
  return end - i <= 2 && (codes[end] === hourMark || codes[end] === pointMark);
}

/** Days of a month end at 31; more are a length of time. */
const longestMonth = 31;
const withinMarks = /^[以之]?内/u;

/** 30日内, 90日: a number of days, not a day of the month. */
export function daysAt(chars: Chars, i: number): Found | null {
  const { codes, gaps } = chars;
  const end = digitsEnd(codes, gaps, i);
  if (end === i || end - i > 4 || codes[end] !== code('日') || (gaps[end] ?? 0) > gap.space) return null;
  if (isYen(codes, end)) return null;
  const number = folded(chars, i, end);
  if (Number(number) <= longestMonth && !withinMarks.test(folded(chars, end + 1, end + 3))) return null;
  return { ...plain('duration', i, end + 1, toShortText(decimal(number)), 'day'), number, unitText: '日', step: '1' };
}

/** The clock time behind 上午 or 下午: 下午2:30. */
function clockOfDay(chars: Chars, i: number, at: number, add: number): Found | null {
  const { codes, gaps } = chars;
  const colon = digitsEnd(codes, gaps, at);
  const end = digitsEnd(codes, gaps, colon + 1);
  const [hour, minute] = [Number(folded(chars, at, colon)), Number(folded(chars, colon + 1, end))];
  if (colon === at || codes[colon] !== ch.colon || end - colon !== 3 || hour > 24 || minute > 59) return null;
  const hours = hour + (add === 12 && hour < 12 ? 12 : 0);
  return plain('time', i, end, `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
}

/** What ends a day or a part of one before an hour: 20日8时, 当晚8时. */
const dayEnds = new Set(['日', '号', '晚', '晨', '早', '夜', '午', '天'].map(code));
/** What 时 begins where it is no hour: 8时段. */
const wordsOfHour = '段期代间限长效速空机差刻候';
const untilMarks = new Set(['至', '到', '-', '—', '~'].map(code));

/** Whether the hour at `i` follows a day, or ends a span of hours: 20日8时, 8时至18时. */
function afterDay({ codes, gaps }: Chars, i: number): boolean {
  const end = digitsEnd(codes, gaps, i);
  if (wordsOfHour.includes(String.fromCharCode(codes[end + 1] || 32))) return false;
  const before = codes[i - 1] ?? 0;
  return i > 0 && (dayEnds.has(before) || (untilMarks.has(before) && codes[i - 2] === hourMark));
}

/** Whether another hour follows behind 至: 8时至18时. */
function opensSpan({ codes, gaps }: Chars, i: number): boolean {
  const end = digitsEnd(codes, gaps, i + 1);
  return untilMarks.has(codes[i] ?? 0) && end > i + 1 && end - i <= 3 && codes[end] === hourMark;
}

/** 9时30分, 上午9时, 下午3点半, 十一点开会. */
export function timeOfDay(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes } = chars;
  if (isDigit(codes[i] ?? 0) && !hourFollows(chars, i)) return null;
  const { at, add } = dayHalf(chars, i);
  const clock = at > i ? clockOfDay(chars, i, at, add) : null;
  if (clock) return clock;
  const hour = small(chars, at, 24, lex);
  const mark = hour ? codes[hour.end] : 0;
  if (!hour || (mark !== hourMark && mark !== pointMark)) return null;
  const past = hour.end + 1;
  const minutes = codes[past] === half ? { end: past + 1, value: 30 } : small(chars, past, 59, lex);
  const spelt = minutes && (codes[past] === half || codes[minutes.end] === minuteMark);
  const called =
    at > i ||
    spelt ||
    (mark === hourMark && isDigit(codes[i] ?? 0) && (afterDay(chars, i) || opensSpan(chars, past))) ||
    (mark === pointMark && afterHour.includes(String.fromCharCode(codes[past] ?? 0)) && codes[past] !== 0);
  if (!called || (codes[past] === minuteMark && !spelt)) return null;
  const end = spelt && minutes ? (codes[past] === half ? minutes.end : minutes.end + 1) : past;
  const hours = hour.value + (add === 12 && hour.value < 12 ? 12 : 0);
  return plain(
    'time',
    i,
    end,
    `${String(hours).padStart(2, '0')}:${String(spelt && minutes ? minutes.value : 0).padStart(2, '0')}`,
  );
}
