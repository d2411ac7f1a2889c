import type { Brand } from './brand.js';

/** An exact decimal: `coefficient` × 10^−`scale`, scale ≥ 0. `12.30` is { 1230n, 2 }. A binary float never holds an amount. */
export type Decimal = Brand<{ readonly coefficient: bigint; readonly scale: number }, 'Decimal'>;

const make = (coefficient: bigint, scale: number): Decimal => ({ coefficient, scale }) as Decimal;
const powers: readonly bigint[] = Array.from({ length: 48 }, (_, power) => 10n ** BigInt(power));
const tenTo = (power: number): bigint => powers[power] ?? 10n ** BigInt(power);

export const zero: Decimal = make(0n, 0);
export const one: Decimal = make(1n, 0);
export const hundred: Decimal = make(100n, 0);

/** Reads `-12.30`; null for anything that is not a plain decimal (no separators, no exponent). */
export function parseDecimal(text: string): Decimal | null {
  const match = /^([-+]?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) return null;
  const [, sign, whole = '', fraction = ''] = match;
  const magnitude = BigInt(whole + fraction);
  return make(sign === '-' ? -magnitude : magnitude, fraction.length);
}

/** `digits` × 10^−`scale`; `digits` is a safe integer, so nothing is rounded. */
export const ofDigits = (digits: number, scale: number): Decimal => make(BigInt(digits), scale);

/** As `parseDecimal`, for text that is known to be a decimal. Throws a TypeError otherwise. */
export function decimal(text: string | number): Decimal {
  const value = parseDecimal(String(text));
  if (value === null) throw new TypeError(`not a decimal: ${text}`);
  return value;
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  const scale = Math.max(a.scale, b.scale);
  return [a.coefficient * tenTo(scale - a.scale), b.coefficient * tenTo(scale - b.scale), scale];
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a === zero) return b;
  if (b === zero) return a;
  if (a.scale === b.scale) return make(a.coefficient + b.coefficient, a.scale);
  const [x, y, scale] = aligned(a, b);
  return make(x + y, scale);
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const [x, y, scale] = aligned(a, b);
  return make(x - y, scale);
}

export const multiply = (a: Decimal, b: Decimal): Decimal => make(a.coefficient * b.coefficient, a.scale + b.scale);
export const negate = (a: Decimal): Decimal => make(-a.coefficient, a.scale);
export const absolute = (a: Decimal): Decimal => (a.coefficient < 0n ? negate(a) : a);
export const sum = (values: readonly Decimal[]): Decimal => values.reduce(add, zero);
export const isZero = (a: Decimal): boolean => a.coefficient === 0n;
export const sign = (a: Decimal): -1 | 0 | 1 => (a.coefficient < 0n ? -1 : a.coefficient > 0n ? 1 : 0);

/** −1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : x > y ? 1 : 0;
}

export const equals = (a: Decimal, b: Decimal): boolean => compare(a, b) === 0;
export const atMost = (a: Decimal, b: Decimal): boolean => compare(a, b) <= 0;

/** a × 10^power, exact in both directions: `shift(12.3, -4)` is 0.00123. */
export function shift(a: Decimal, power: number): Decimal {
  const scale = a.scale - power;
  return scale >= 0 ? make(a.coefficient, scale) : make(a.coefficient * tenTo(-scale), 0);
}

/** a ÷ b rounded half away from zero to `decimals` places. For showing only: judging multiplies instead of dividing. */
export function divide(a: Decimal, b: Decimal, decimals: number): Decimal {
  if (isZero(b)) throw new RangeError('division by zero');
  const numerator = a.coefficient * tenTo(b.scale + decimals);
  const denominator = b.coefficient * tenTo(a.scale);
  const negative = numerator < 0n !== denominator < 0n;
  const [n, d] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  const quotient = (2n * n + d) / (2n * d);
  return make(negative ? -quotient : quotient, decimals);
}

/** a rounded half away from zero to `decimals` places. */
export const round = (a: Decimal, decimals: number): Decimal => (a.scale <= decimals ? a : divide(a, one, decimals));

/** The decimal as text with its own places: { 1230n, 2 } is `12.30`. */
export function toText(a: Decimal): string {
  const digits = (a.coefficient < 0n ? -a.coefficient : a.coefficient).toString().padStart(a.scale + 1, '0');
  const whole = digits.slice(0, digits.length - a.scale);
  return `${a.coefficient < 0n ? '-' : ''}${whole}${a.scale > 0 ? `.${digits.slice(-a.scale)}` : ''}`;
}

/** The shortest text of the same value: `12.30` and `12.3` are both `12.3`. */
export function toShortText(a: Decimal): string {
  const text = toText(a);
  return a.scale > 0 ? text.replace(/\.?0+$/, '') : text;
}
