import { absolute, compare, decimal, isZero, multiply, shift, subtract, type Decimal } from './decimal.js';
import type { Balance } from './printed.js';

/** The significant digits of a number, zeros at either end left off: 0.0540 is `54`. */
const digits = (value: Decimal): string => String(absolute(value).coefficient).replace(/0+$/, '');

/**
 * Whether one wrong digit or two neighbouring digits exchanged can be the whole of a difference: d·10ᵏ or 9d·10ᵏ.
 * Chance alone gives such a difference between unrelated amounts in a few per cent of cases.
 */
export function isDigitSlip(difference: Decimal): boolean {
  const told = digits(difference);
  return told.length > 0 && told.length <= 2 && (told.length === 1 || Number(told) % 9 === 0);
}

/** Whether two amounts differ as one slip of the hand: a digit, two digits exchanged, or the decimal point. */
export function isOneSlip(a: Decimal, b: Decimal): boolean {
  if (isZero(a) || isZero(b)) return false;
  return digits(a) === digits(b) || isDigitSlip(subtract(a, b));
}

const off = decimal(9999);

/**
 * Whether one of the amounts printed in 元 where the others are in 万元, or the other way round, can be the whole of a
 * difference. `slack` is what rounding explains of it. A difference of just one of the amounts is no slip: that amount was left out or does not belong.
 */
function isUnitSlip(difference: Decimal, amounts: readonly Decimal[], slack: Decimal): boolean {
  const gap = absolute(difference);
  const near = (expected: Decimal): boolean => compare(absolute(subtract(gap, expected)), slack) <= 0;
  return amounts.some((amount) => {
    const small = multiply(absolute(amount), off);
    if (isZero(amount) || compare(gap, absolute(amount)) === 0) return false;
    return near(small) || near(shift(small, -4));
  });
}

/** Whether what is left of a sum that does not hold is one wrong digit, two exchanged, or one of its `amounts` in another unit. */
export const isMisprint = ({ residual, bound }: Balance, amounts: readonly Decimal[]): boolean =>
  isDigitSlip(residual) || isUnitSlip(residual, amounts, multiply(bound, decimal(10_000)));
