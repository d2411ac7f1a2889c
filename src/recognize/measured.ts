import { compare, decimal, multiply, shift, toShortText, toText, type Decimal } from '../model/decimal.js';
import type { QuantityKind } from '../model/quantity.js';
import type { Found } from './found.js';
import type { Unit } from './lexicon.js';
import type { Numeral } from './numeral.js';

/** A number with what it is counted in, before it is known whether it is one end of a range. */
export interface Measured {
  readonly start: number;
  /** After the unit and what follows it. */
  readonly end: number;
  readonly numeral: Numeral;
  readonly kind: QuantityKind;
  readonly unit: string | null;
  /** Worth of the unit in its base unit. */
  readonly factor: Decimal;
  readonly value: Decimal;
  readonly upper: Decimal | null;
  /** Worth of the last printed place. */
  readonly step: Decimal;
  readonly number: string;
  readonly unitText: string;
  readonly per?: string;
}

const one = decimal(1);
const isOne = (value: Decimal): boolean => value.scale === 0 && value.coefficient === 1n;
const known = new Map<number, Decimal>();

/** 10^`power`, kept once made: every quantity asks for the worth of its last place. */
function powerOfTen(power: number): Decimal {
  const made = known.get(power) ?? shift(one, power);
  if (known.size < 64) known.set(power, made);
  return made;
}

/** `numeral` counted in `unit`, as printed from `start` to `end`. */
export function measured(numeral: Numeral, start: number, end: number, unit: Unit | null, unitText: string): Measured {
  const factor = unit?.factor ?? one;
  return {
    start,
    end,
    numeral,
    kind: unit === null || unit.kind === 'rank' ? 'number' : unit.kind,
    unit: unit?.unit ?? null,
    factor,
    value: isOne(factor) ? numeral.value : multiply(numeral.value, factor),
    upper: numeral.upper === null ? null : multiply(numeral.upper, factor),
    step: isOne(factor) ? powerOfTen(numeral.place) : multiply(powerOfTen(numeral.place), factor),
    number: toText(numeral.coefficient),
    unitText,
  };
}

/** A measured number as a quantity. */
export function toFound(whole: Measured, negative: boolean): Found {
  const sign = (text: string): string => (negative && compare(whole.value, decimal(0)) !== 0 ? `-${text}` : text);
  const { upper, numeral } = whole;
  const bounds = upper === null ? {} : { min: toShortText(whole.value), max: toShortText(upper) };
  const inexact =
    numeral.inexact === 'over'
      ? { approx: 'over' as const }
      : numeral.inexact === 'between'
        ? { approx: 'about' as const }
        : {};
  const between = numeral.inexact === 'between' && upper !== null;
  return {
    start: whole.start,
    end: whole.end,
    kind: whole.kind,
    value: between ? `${bounds.min}..${bounds.max}` : sign(toShortText(whole.value)),
    unit: whole.unit,
    number: between
      ? `${whole.number}..${toShortText(shift(numeral.upper ?? numeral.value, -numeral.exponent))}`
      : sign(whole.number),
    unitText: whole.unitText,
    step: between ? null : toShortText(whole.step),
    more: { ...inexact, ...bounds, ...(whole.per === undefined ? {} : { per: whole.per }) },
    numeral,
    negative,
    factor: whole.factor,
  };
}
