import { add, decimal, round, shift, type Decimal } from '../model/decimal.js';
import type { Chars } from './chars.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { ch, isCapital, scaleOf } from './numerals.js';
import { Reading } from './reading.js';

export interface Numeral {
  readonly end: number;
  readonly value: Decimal;
  /** `value` = `coefficient` × 10^`exponent`; the coefficient is what is printed before the scale words at the end. */
  readonly coefficient: Decimal;
  readonly exponent: number;
  /** Power of ten of the last printed place, and where the scale words at the end begin. */
  readonly place: number;
  readonly scaleStart: number;
  readonly arabic: boolean;
  /** Digits alone: how many, with no separator, point or scale; 0 otherwise. */
  readonly plainDigits: number;
  readonly leadingZero: boolean;
  /** Nothing but scale words: 百, 万亿. */
  readonly bare: boolean;
  readonly scaled: boolean;
  /** Chinese digits one after the other: 二〇二四. */
  readonly positional: boolean;
  readonly elided: boolean;
  /** The largest it may stand for: 300余, 三十几, 两三百. */
  readonly upper: Decimal | null;
  readonly inexact: 'over' | 'between' | null;
}

/** Capitals that are words of their own: 队伍, 大陆, 参加, 收拾. */
const commonCapitals = '伍陆参拾佰仟';

/** A capital alone may be a common character: it needs a neighbour that shows an amount, or is one that nothing else means (肆份). */
function capitalAlone(chars: Chars, i: number, lex: Lexicon): boolean {
  const next = chars.codes[i + 1] ?? 0;
  const here = chars.codes[i] ?? 0;
  if (!isCapital(here) || chars.length === 1) return false;
  if (!commonCapitals.includes(String.fromCharCode(here)) && unitAt(lex, chars, i + 1)?.unit.kind === 'count')
    return false;
  return (
    !isCapital(next) && scaleOf(next) === 0 && next !== ch.zero && !'元圆角分点'.includes(String.fromCharCode(next))
  );
}

function finish(reading: Reading, upper: Reading | null, lex: Lexicon, chars: Chars): Numeral {
  const { sum } = reading;
  let elided = reading.hidden >= 0 || reading.pair || reading.places > 0 ? 0 : sum.elision();
  if (elided > 0 && ['count', 'duration'].includes(unitAt(lex, chars, reading.pos)?.unit.kind ?? '')) {
    elided = 0;
    reading.undo();
  }
  const value = sum.total(elided);
  const { tail } = reading;
  let bound: Decimal | null = upper ? upper.sum.total(0) : null;
  if (reading.hidden >= 0) bound = add(value, shift(decimal(1), reading.hidden));
  return {
    end: reading.pos,
    value,
    coefficient: tail === 0 ? value : (reading.only ?? round(shift(value, -tail), reading.places)),
    exponent: tail,
    place: elided > 0 ? elided : tail - reading.places,
    scaleStart: reading.scaleStart,
    arabic: reading.arabic,
    plainDigits: reading.scaled || reading.places > 0 ? 0 : reading.plainDigits,
    leadingZero: reading.leadingZero,
    bare: sum.bare,
    scaled: reading.scaled,
    positional: reading.positional,
    elided: elided > 0,
    upper: bound,
    inexact: upper ? 'between' : reading.hidden >= 0 ? 'over' : null,
  };
}

/** Reads the longest numeral at `i`, Arabic, Chinese or mixed, with the scale words after it; null when none begins there. */
export function scanNumeral(chars: Chars, i: number, lex: Lexicon): Numeral | null {
  if (capitalAlone(chars, i, lex)) return null;
  const reading = new Reading(chars, i, lex, false);
  if (!reading.run()) return null;
  const upper = reading.pair ? new Reading(chars, i, lex, true) : null;
  upper?.run();
  return finish(reading, upper, lex, chars);
}
