/** An exact quotient of whole numbers; d > 0. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const rational = (n: bigint, d = 1n): Rational => (d < 0n ? { n: -n, d: -d } : { n, d });
const plus = (a: Rational, b: Rational): Rational => rational(a.n * b.d + b.n * a.d, a.d * b.d);
const minus = (a: Rational, b: Rational): Rational => rational(a.n * b.d - b.n * a.d, a.d * b.d);
const times = (a: Rational, b: Rational): Rational => rational(a.n * b.n, a.d * b.d);
const below = (a: Rational, b: Rational): boolean => a.n * b.d < b.n * a.d;

/** All values that a printed number, or what is computed of printed numbers, may stand for. */
export interface Interval {
  readonly low: Rational;
  readonly high: Rational;
}

const hull = (values: readonly Rational[]): Interval =>
  values
    .map((value): Interval => ({ low: value, high: value }))
    .reduce((a, b) => ({ low: below(b.low, a.low) ? b.low : a.low, high: below(a.high, b.high) ? b.high : a.high }));

export const around = (value: Rational, half: Rational): Interval => ({
  low: minus(value, half),
  high: plus(value, half),
});

export const exceeds = (a: Interval, b: Interval): boolean => below(b.high, a.low);
export const apart = (a: Interval, b: Interval): boolean => exceeds(a, b) || exceeds(b, a);

/** Null for a division by what may be zero. */
export function compute(op: '+' | '-' | '*' | '/', a: Interval, b: Interval): Interval | null {
  if (op === '+') return { low: plus(a.low, b.low), high: plus(a.high, b.high) };
  if (op === '-') return { low: minus(a.low, b.high), high: minus(a.high, b.low) };
  const ends = (f: (x: Rational, y: Rational) => Rational): Interval =>
    hull([f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)]);
  if (op === '*') return ends(times);
  if (b.low.n <= 0n && b.high.n >= 0n) return null;
  return ends((x, y) => rational(x.n * y.d, x.d * y.n));
}

/** `1,234.50` with the worth of a power of ten; null where it is no numeral. */
export function numeral(text: string): { readonly value: Rational; readonly decimals: number } | null {
  const plain = text.replaceAll(',', '');
  if (!/^-?\d+(?:\.\d+)?$/.test(plain)) return null;
  const decimals = plain.split('.')[1]?.length ?? 0;
  return { value: rational(BigInt(plain.replace('.', '')), 10n ** BigInt(decimals)), decimals };
}

export const scaled = (value: Rational, power: number): Rational =>
  power >= 0 ? rational(value.n * 10n ** BigInt(power), value.d) : rational(value.n, value.d * 10n ** BigInt(-power));
