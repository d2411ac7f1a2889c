import { decimal, multiply, negate, shift, toShortText, type Decimal } from '../model/decimal.js';
import type { Quantity, QuantityKind } from '../model/quantity.js';
import type { Numeral } from './numeral.js';

const one = decimal(1);

/** A quantity while its sentence is still being read: places count characters of `Chars`, and neighbours may complete it. */
export interface Found {
  start: number;
  end: number;
  kind: QuantityKind;
  value: string;
  unit: string | null;
  number: string | null;
  unitText: string;
  step: string | null;
  /** What more is known; goes into the Quantity as it is. */
  more: Partial<Omit<Quantity, 'start' | 'end' | 'kind' | 'value' | 'unit' | 'number' | 'unitText' | 'step'>>;
  /** The numeral of a number that may still get its unit from elsewhere. */
  numeral?: Numeral;
  /** The sign of that numeral. */
  negative?: boolean;
  /** Worth of the unit in its base unit. */
  factor?: Decimal;
}

/** A quantity without magnitude: a date, a code, a list marker. */
export const plain = (
  kind: QuantityKind,
  start: number,
  end: number,
  value: string,
  unit: string | null = null,
): Found => ({
  start,
  end,
  kind,
  value,
  unit,
  number: null,
  unitText: unit ?? '',
  step: null,
  more: {},
});

/** The unit that a bare number takes from its neighbours. */
export interface Lent {
  readonly kind: QuantityKind;
  readonly unit: string;
  readonly unitText: string;
  readonly factor: Decimal;
  /** Power of ten of the scale words that come with the unit: 4 for 万元. */
  readonly exponent: number;
}

/** Gives a bare number a unit that stands elsewhere; `inherited` says where, when it is not its own. */
export function lend(found: Found, lent: Lent, inherited?: 'unit' | 'currency' | 'header'): void {
  const { numeral } = found;
  if (!numeral) return;
  const extra = numeral.scaled ? 0 : lent.exponent;
  const worth = (value: Decimal): string => toShortText(shift(multiply(value, lent.factor), extra));
  const { upper } = numeral;
  found.kind = lent.kind;
  found.unit = lent.unit;
  found.value = worth(found.negative ? negate(numeral.value) : numeral.value);
  if (numeral.inexact === 'between' && upper) found.value = `${found.value}..${worth(upper)}`;
  if (upper) found.more = { ...found.more, min: worth(numeral.value), max: worth(upper) };
  found.unitText = numeral.scaled ? found.unitText : lent.unitText;
  found.step = numeral.inexact === 'between' ? null : worth(shift(one, numeral.place));
  if (inherited) found.more = { ...found.more, inherited };
  found.factor = lent.factor;
}
