import { compare, multiply, shift, toShortText, toText } from '../model/decimal.js';
import type { QuantityKind } from '../model/quantity.js';
import { folded, gap, type Chars } from './chars.js';
import { connectorEnd } from './connector.js';
import type { Found } from './found.js';
import type { Lexicon } from './lexicon.js';
import { measureAt } from './measure.js';
import type { Measured } from './measured.js';
import type { Numeral } from './numeral.js';
import { ch, code, isDigit } from './numerals.js';
import { percentOf } from './percent.js';

/** （含）, （不含） after an end of a range: its end, or `i`. */
function noteEnd(chars: Chars, i: number): number {
  const { codes } = chars;
  if (codes[i] !== ch.open) return i;
  const at = codes[i + 1] === code('不') ? i + 2 : i + 1;
  return codes[at] === code('含') && codes[at + 1] === ch.close ? at + 2 : i;
}

interface Ends {
  readonly from: Measured;
  readonly to: Measured;
  readonly kind: QuantityKind;
  readonly inherits: 'unit' | null;
}

/** The power of ten that 两 takes from 三千 in 两到三千: a single digit before a single digit with its scale. */
function sharedPower(from: Numeral, to: Numeral): number {
  const digits = toShortText(to.coefficient);
  const single = !from.scaled && from.coefficient.scale === 0 && from.coefficient.coefficient < 10n;
  if (!single || to.arabic || !/^[1-9]0+$/u.test(digits)) return 0;
  return from.coefficient.coefficient < BigInt(digits[0] ?? 0) ? digits.length - 1 : 0;
}

/** The left end without a unit takes the right end's, and its scale where the result stays below the right end: 5至10万元, but 8500到3万元. */
function leftTakesUnit(from: Measured, to: Measured): Measured {
  const { numeral } = from;
  const power = sharedPower(numeral, to.numeral);
  const scaled = shift(numeral.value, to.numeral.exponent + power);
  const shares = numeral.exponent === 0 && !numeral.elided && compare(scaled, to.numeral.value) <= 0;
  if (!shares) return { ...from, value: multiply(numeral.value, to.factor) };
  const number = power > 0 ? toText(shift(numeral.coefficient, power)) : from.number;
  return { ...from, number, value: multiply(scaled, to.factor) };
}

/** What a Chinese number with it is counted in or names: 五月, 三季度. */
const otherMarks = '年月日号季点时分成折倍级届期';

/** 五 in 百分之三至五. */
function sharesPercent({ codes }: Chars, to: Measured): boolean {
  const { arabic, positional } = to.numeral;
  const next = codes[to.end] ?? 0;
  return to.unit === null && !arabic && !positional && !otherMarks.includes(String.fromCharCode(next || 32));
}

function pair(chars: Chars, from: Measured, to: Measured, hyphen: boolean): Ends | null {
  if (from.numeral.inexact !== null || to.numeral.inexact !== null) return null;
  if (from.unit === to.unit && from.kind === to.kind) {
    const bare = from.unit === null;
    const exact = bare && !from.numeral.scaled && !to.numeral.scaled;
    if (exact && (hyphen || !from.numeral.arabic)) return null;
    const left = bare && to.numeral.scaled ? leftTakesUnit(from, to) : from;
    return { from: left, to, kind: to.kind, inherits: null };
  }
  if (from.unit === null && to.unit !== null)
    return { from: leftTakesUnit(from, to), to, kind: to.kind, inherits: 'unit' };
  if (from.kind === 'percent' && /分之$/u.test(from.unitText) && sharesPercent(chars, to))
    return { from, to: { ...to, kind: 'percent', unit: from.unit }, kind: 'percent', inherits: 'unit' };
  if (from.kind === 'money' && to.unit === null && to.numeral.scaled && to.kind === 'number')
    return { from, to: { ...to, kind: 'money', unit: from.unit }, kind: 'money', inherits: 'unit' };
  return null;
}

function rangeOf(start: number, end: number, { from, to, kind, inherits }: Ends): Found {
  const [min, max] = [toShortText(from.value), toShortText(to.value)];
  return {
    start,
    end,
    kind,
    value: `${min}..${max}`,
    unit: to.unit,
    number: `${from.number}..${to.number}`,
    unitText: to.unitText,
    step: null,
    more: {
      min,
      max,
      ...(inherits === null ? {} : { inherited: inherits }),
      ...(to.per === undefined ? {} : { per: to.per }),
    },
  };
}

/** 5至10万元, 13万元～17万元, 60分（含）—80分: the range that begins with `from`; null when none does. */
export function rangeFrom(chars: Chars, from: Measured, lex: Lexicon): Found | null {
  const noted = noteEnd(chars, from.end);
  const between = connectorEnd(chars, noted);
  if (between === noted) return boundedFrom(chars, from, lex);
  const to = percentOf(chars, between, lex) ?? measureAt(chars, between, between, lex);
  if (!to) return null;
  const hyphen = chars.codes[noted] === ch.hyphen;
  const ends = pair(chars, from, to, hyphen);
  if (!ends || compare(ends.from.value, ends.to.value) > 0) return null;
  return rangeOf(from.start, noteEnd(chars, to.end), ends);
}

const below = (here: number): boolean => '<≤≦⩽'.includes(String.fromCharCode(here)) && here !== 0;

/** End of a sign that says “less than”, or `i`. */
function belowEnd(chars: Chars, i: number): number {
  if (!below(chars.codes[i] ?? 0)) return i;
  return chars.codes[i + 1] === code('=') ? i + 2 : i + 1;
}

/** 90≤得分≤100. */
function boundedFrom(chars: Chars, from: Measured, lex: Lexicon): Found | null {
  const first = belowEnd(chars, from.end);
  if (first === from.end || from.numeral.inexact !== null) return null;
  let middle = first;
  while (
    middle < first + 8 &&
    !below(chars.codes[middle] ?? 0) &&
    !isDigit(chars.codes[middle] ?? 0) &&
    chars.gaps[middle] !== gap.wall
  )
    middle++;
  const second = belowEnd(chars, middle);
  if (second === middle) return null;
  const to = measureAt(chars, second, second, lex);
  if (!to) return null;
  const scores = to.unit === null && folded(chars, first, middle).includes('分');
  const kind = scores ? 'score' : to.kind;
  const whole = rangeOf(from.start, to.end, {
    from: to.unit === null ? from : leftTakesUnit(from, to),
    to,
    kind,
    inherits: null,
  });
  return scores ? { ...whole, unit: '分' } : whole;
}
