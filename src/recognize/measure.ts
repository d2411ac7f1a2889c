import { add, decimal, multiply, toText } from '../model/decimal.js';
import { foldWord, folded, gap, type Chars } from './chars.js';
import { unitAt, type Lexicon, type Unit } from './lexicon.js';
import { measured, type Measured } from './measured.js';
import { lumpIsMoney, moneyTail, yuan } from './money.js';
import { scanNumeral, type Numeral } from './numeral.js';
import { isHalfAt } from './half.js';
import { ch, chineseDigit, code, isCapital, isDigit } from './numerals.js';
import { perEnd } from './per.js';
import { tenths } from './percent.js';

/** What shows that 拾元 is an amount: 整, 零 or capitals behind it. 单位：仟元 and the form 仟 佰 拾 元 are none. */
const goesOnInCapitals = ({ codes, gaps }: Chars, i: number): boolean =>
  gaps[i] === gap.none && (isCapital(codes[i] ?? 0) || codes[i] === ch.zero || closings.has(codes[i] ?? 0));
const closings = new Set(['整', '正'].map(code));

/** 佰 拾 元 with gaps between: scales of a form to be filled in. */
function spaced({ gaps }: Chars, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (gaps[at] !== gap.none) return true;
  return false;
}

/** A Chinese numeral before 镇 or 市 is a name; 百 or 千 alone before a unit needs 近, 上 or 余. */
function counts(chars: Chars, start: number, numeral: Numeral, unit: Unit, lex: Lexicon): boolean {
  if (numeral.bare && chars.codes[start] !== ch.ten && numeral.inexact === null) {
    if (unit.kind === 'money' && spaced(chars, start, numeral.end)) return false;
    if (unit.kind === 'money' && isCapital(chars.codes[start] ?? 0) && goesOnInCapitals(chars, numeral.end + 1))
      return true;
    if (unit.kind === 'rank' || lex.before.approx.longest(chars.codes, start) === null)
      return unit.kind === 'money' && numeral.end - start > 1;
  }
  if (unit.arabicOnly && !numeral.arabic) return numeral.end - start > 1 && !numeral.positional;
  if (unit.kind === 'rank') return false;
  if (numeral.positional && !numeral.arabic && (unit.kind === 'count' || unit.kind === 'score')) return false;
  if (numeral.leadingZero && unit.kind === 'count') return false;
  return true;
}

const tael = code('两');

/** 三斤二两: tenths of the 斤 before. */
function taelsAfter(chars: Chars, whole: Measured): Measured {
  if (whole.unit !== '斤' || whole.numeral.exponent > 0 || whole.numeral.coefficient.scale > 0) return whole;
  const here = chars.codes[whole.end] ?? 0;
  const few = isDigit(here) ? here - 0x30 : chineseDigit(here);
  if (few < 1 || few > 9 || chars.codes[whole.end + 1] !== tael) return whole;
  const step = decimal('0.1');
  const value = add(whole.value, multiply(decimal(few), step));
  return { ...whole, end: whole.end + 2, value, step, number: toText(value) };
}

const halved = new Set(['dimension', 'duration', 'multiple']);

/** 半 after the unit: 三斤半, 一倍半. */
function halfAfter(chars: Chars, whole: Measured, lex: Lexicon): Measured {
  if (!isHalfAt(chars, whole.end, lex) || whole.numeral.exponent > 0 || !halved.has(whole.kind)) return whole;
  const half = decimal('0.5');
  return {
    ...whole,
    end: whole.end + 1,
    value: add(whole.value, multiply(half, whole.factor)),
    step: multiply(decimal('0.5'), whole.factor),
    number: toText(add(whole.numeral.coefficient, half)),
  };
}

/** 万 in 两万余元: the scale words at the end, without 余 or 多 among them. */
const scaleWords = (chars: Chars, numeral: Numeral): string =>
  folded(chars, numeral.scaleStart, numeral.end).replace(/[余多来几]/gu, '');

/** 三个半月, 两个半小时. */
function withHalfBefore(chars: Chars, start: number, numeral: Numeral, lex: Lexicon): Measured | null {
  const { codes } = chars;
  if (codes[numeral.end] !== code('个') || codes[numeral.end + 1] !== code('半') || numeral.scaled) return null;
  const rest = numeral.end + 2;
  const month = codes[rest] === code('月') ? lex.units.longest(foldWord('个月'), 0)?.value : undefined;
  const read = month ? { unit: month, end: rest + 1 } : unitAt(lex, chars, rest);
  if (read?.unit.kind !== 'duration') return null;
  const half = decimal('0.5');
  const whole = measured(numeral, start, read.end, read.unit, folded(chars, numeral.end, read.end));
  return { ...whole, value: add(whole.value, half), step: half, number: toText(add(numeral.coefficient, half)) };
}

/** Reads the number at `i` with its unit; null when no number begins there. `start` is where its sign or currency stands. */
export function measureAt(chars: Chars, i: number, start: number, lex: Lexicon): Measured | null {
  const numeral = scanNumeral(chars, i, lex);
  if (!numeral) return null;
  const asTenths = tenths(chars, start, numeral, lex);
  if (asTenths) return asTenths;
  const withHalf = withHalfBefore(chars, start, numeral, lex);
  if (withHalf) return withHalf;
  const found = unitAt(lex, chars, numeral.end);
  const scaleText = scaleWords(chars, numeral);
  const bare = measured(numeral, start, numeral.end, null, scaleText);
  if (!found || !counts(chars, i, numeral, found.unit, lex)) return bare;
  const unit = lumpIsMoney(chars, numeral, lex) ? yuan : found.unit;
  const whole = measured(numeral, start, found.end, unit, scaleText + folded(chars, numeral.end, found.end));
  return withPer(
    chars,
    unit.kind === 'money' ? moneyTail(chars, whole, lex) : halfAfter(chars, taelsAfter(chars, whole), lex),
    lex,
  );
}

/** 80元/人/年, 8人/组. */
export function withPer(chars: Chars, whole: Measured, lex: Lexicon): Measured {
  if (whole.unit === null) return whole;
  const per = perEnd(chars, whole.end, lex);
  return per === null ? whole : { ...whole, end: per.end, per: per.per };
}
