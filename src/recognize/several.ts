import { decimal, multiply, toShortText, type Decimal } from '../model/decimal.js';
import { folded, type Chars } from './chars.js';
import type { Found } from './found.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { measureAt } from './measure.js';
import { toFound } from './measured.js';
import { chineseDigit, code, scaleOf } from './numerals.js';

const times = (value: Decimal, by: number): string => toShortText(multiply(value, decimal(by)));

/** 数百户, 几十万元: two to ten of what follows. `i` is at 数 or 几, `start` where a currency word stands. */
export function severalAt(chars: Chars, i: number, start: number, lex: Lexicon): Found | null {
  if (scaleOf(chars.codes[i + 1] ?? 0) === 0 || chars.codes[i + 2] === code('分')) return null;
  const whole = measureAt(chars, i + 1, i + 1, lex);
  if (!whole?.numeral.bare || whole.numeral.inexact !== null) return null;
  const counted = whole.unit === null ? unitAt(lex, chars, whole.numeral.end) : null;
  if (whole.unit === null && !counted && whole.numeral.exponent < 4) return null;
  const unit = counted?.unit;
  const [min, max] = [times(whole.value, 2), times(whole.value, 10)];
  const { numeral: _bare, ...found } = toFound(whole, false);
  const end = counted ? counted.end : whole.end;
  return {
    ...found,
    start,
    end,
    ...(unit && unit.kind !== 'rank'
      ? { kind: unit.kind, unit: unit.unit, unitText: folded(chars, whole.numeral.scaleStart, end) }
      : {}),
    value: `${min}..${max}`,
    number: null,
    step: null,
    more: { ...found.more, approx: 'about', min, max },
  };
}

/** 上千名, 上百亿元: at least that many. `i` is at 上. */
export function upwardsAt(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes } = chars;
  if (scaleOf(codes[i + 1] ?? 0) === 0 || codes[i + 2] === code('分') || codes[i - 1] === code('以')) return null;
  const whole = measureAt(chars, i + 1, i + 1, lex);
  if (!whole?.numeral.bare) return null;
  const counted = whole.unit === null ? unitAt(lex, chars, whole.numeral.end) : null;
  if (whole.unit === null && !counted) return null;
  const found = toFound(whole, false);
  const named =
    counted && counted.unit.kind !== 'rank'
      ? {
          kind: counted.unit.kind,
          unit: counted.unit.unit,
          end: counted.end,
          unitText: folded(chars, whole.numeral.end, counted.end),
        }
      : {};
  return { ...found, ...named, start: i, more: { ...found.more, approx: 'gte' } };
}

/** 半个, 半年, 半斤. */
export function halfUnit(chars: Chars, i: number, lex: Lexicon): Found | null {
  const { codes } = chars;
  const read = unitAt(lex, chars, i + 1);
  const before = codes[i - 1] ?? 0;
  if (
    !read ||
    read.unit.kind === 'rank' ||
    read.unit.arabicOnly ||
    chineseDigit(before) >= 0 ||
    '过一大上下'.includes(String.fromCharCode(before || 32))
  )
    return null;
  if (read.unit.kind === 'percent' || read.unit.kind === 'score' || codes[read.end] === code('度')) return null;
  const value = toShortText(multiply(decimal('0.5'), read.unit.factor));
  return {
    start: i,
    end: read.end,
    kind: read.unit.kind,
    value,
    unit: read.unit.unit,
    number: '0.5',
    unitText: String.fromCharCode(...codes.subarray(i + 1, read.end)),
    step: value,
    more: {},
  };
}
