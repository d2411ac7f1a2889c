import {
  absolute,
  add,
  compare,
  decimal,
  isZero,
  multiply,
  parseDecimal,
  shift,
  sign,
  subtract,
  zero,
  type Decimal,
} from './decimal.js';
import type { Figure } from './report.js';

/** A printed number stands for every value that rounds to it: [value − half, value + half]. */
export interface Printed {
  readonly value: Decimal;
  /** Half of one unit in the last printed place; 0 for an exact count and for a printed zero. */
  readonly half: Decimal;
}

const half = decimal('0.5');

/** A count in whole things, a score, or a bare whole number is exact; 4.7万人 is rounded like an amount, and so are 46.12个 and a bare 36.79. */
function isExactCount(figure: Figure): boolean {
  if (figure.step === null) return false;
  const order = compare(decimal(figure.step), decimal(1));
  if (figure.kind === 'score') return order <= 0;
  return (figure.kind === 'number' || figure.kind === 'count') && order === 0;
}

const readings = new WeakMap<Figure, Printed | null>();

/** Null where the figure is no single exact number: a range, an approximation, a date. */
export function printed(figure: Figure): Printed | null {
  const cached = readings.get(figure);
  if (cached !== undefined) return cached;
  const found = read(figure);
  readings.set(figure, found);
  return found;
}

function read(figure: Figure): Printed | null {
  if (figure.approx !== null || figure.step === null) return null;
  const value = parseDecimal(figure.value);
  const step = parseDecimal(figure.step);
  if (value === null || step === null) return null;
  return { value, half: isZero(value) || isExactCount(figure) ? zero : multiply(step, half) };
}

/**
 * What 约, 近 and 逾 leave room for: one unit in the last place that is not 0 either way, and for 近 and 逾 half a unit more to their side.
 * Null where the figure is exact or a bound.
 */
export function roughly(figure: Figure): Printed | null {
  const { approx, number } = figure;
  if (figure.step === null || (approx !== 'about' && approx !== 'nearly' && approx !== 'over')) return null;
  const value = parseDecimal(figure.value);
  const zeros = number === null || number.includes('.') ? 0 : (/0*$/.exec(number)?.[0].length ?? 0);
  const step = shift(decimal(figure.step), zeros);
  if (value === null || isZero(value)) return null;
  const side = multiply(step, half);
  const centre = approx === 'about' ? value : approx === 'nearly' ? subtract(value, side) : add(value, side);
  return { value: centre, half: step };
}

/** The value that a bound names (不超过五十万元, 不少于90%), exact as it is a rule and no measurement; else as `printed`. */
export function boundOf(figure: Figure): Printed | null {
  const value = figure.approx === 'lte' || figure.approx === 'gte' ? parseDecimal(figure.value) : null;
  return value === null ? printed(figure) : { value, half: zero };
}

/** Figures that may be added: one kind in one unit (人 and 名 count the same people). */
export function sameMeasure(a: Figure, b: Figure): boolean {
  const people = new Set(['人', '名']);
  if (a.kind !== b.kind) return false;
  return a.unit === b.unit || (people.has(a.unit ?? '') && people.has(b.unit ?? ''));
}

export interface Term {
  readonly figure: Figure;
  readonly weight: 1 | -1;
}

export interface Balance {
  readonly computed: Decimal;
  /** Stated minus computed. */
  readonly residual: Decimal;
  /** The most that rounding of the printed digits explains. */
  readonly bound: Decimal;
  /** The same, if figures that print fewer decimals than their neighbours only left off zeros. */
  readonly strict: Decimal;
}

function finestHalf(
  figures: readonly { readonly figure: Figure; readonly printed: Printed }[],
): ReadonlyMap<string, Decimal> {
  const finest = new Map<string, Decimal>();
  for (const { figure, printed: it } of figures) {
    if (isZero(it.half)) continue;
    const known = finest.get(figure.unitText);
    if (!known || compare(it.half, known) < 0) finest.set(figure.unitText, it.half);
  }
  return finest;
}

/** total − Σ weight × term with its rounding bounds; null where one of them is no exact number. */
export function balance(total: Figure, terms: readonly Term[]): Balance | null {
  const all: { figure: Figure; printed: Printed }[] = [];
  for (const figure of [total, ...terms.map((term) => term.figure)]) {
    const it = printed(figure);
    if (it === null) return null;
    all.push({ figure, printed: it });
  }
  const [whole, ...parts] = all;
  if (!whole) return null;
  const computed = parts.reduce(
    (sum, { printed: it }, i) => (terms[i]?.weight === -1 ? subtract(sum, it.value) : add(sum, it.value)),
    zero,
  );
  const finest = finestHalf(all);
  const bound = all.reduce((sum, { printed: it }) => add(sum, it.half), zero);
  const strict = all.reduce(
    (sum, { figure, printed: it }) => add(sum, isZero(it.half) ? zero : (finest.get(figure.unitText) ?? it.half)),
    zero,
  );
  return { computed, residual: subtract(whole.printed.value, computed), bound, strict };
}

/** Whether rounding explains the whole difference. */
export const closes = (it: Balance): boolean => compare(absolute(it.residual), it.strict) <= 0;

/** Figures that are all added. */
export const plus = (figures: readonly Figure[]): Term[] => figures.map((figure) => ({ figure, weight: 1 }));

/** Whether terms make a total, up to rounding; they do not where one of the figures is no exact number. */
export function makes(total: Figure, terms: readonly Term[]): boolean {
  const it = balance(total, terms);
  return it !== null && closes(it);
}

const hundred = decimal(100);

/** A printed percentage or multiple as a percentage: 1.5倍 is 150 %. */
export function asPercent(rate: Figure): Printed | null {
  const it = printed(rate);
  if (!it || rate.kind !== 'multiple') return it;
  return { value: multiply(it.value, hundred), half: multiply(it.half, hundred) };
}

export type Fit = 'exact' | 'last-digit' | 'no' | 'undefined';

/** Whether a printed percentage fits numerator ÷ denominator, all three taken as the intervals that they stand for. */
export function quotientFit(rate: Printed, numerator: Printed, denominator: Printed): Fit {
  const least = subtract(denominator.value, denominator.half);
  if (compare(absolute(denominator.value), denominator.half) <= 0) return 'undefined';
  if (compare(least, zero) < 0) return 'undefined';
  const most = add(denominator.value, denominator.half);
  const [low, high] = [subtract(numerator.value, numerator.half), add(numerator.value, numerator.half)];
  const reaches = (slack: Decimal): boolean =>
    compare(multiply(subtract(rate.value, slack), sign(high) >= 0 ? least : most), multiply(hundred, high)) <= 0 &&
    compare(multiply(add(rate.value, slack), sign(low) >= 0 ? most : least), multiply(hundred, low)) >= 0;
  if (reaches(rate.half)) return 'exact';
  return reaches(add(rate.half, rate.half)) ? 'last-digit' : 'no';
}

/** What several figures make together; null where one of them is no exact number. */
export function together(figures: readonly Figure[]): Printed | null {
  let sum: Printed = { value: zero, half: zero };
  for (const figure of figures) {
    const it = printed(figure);
    if (!it) return null;
    sum = { value: add(sum.value, it.value), half: add(sum.half, it.half) };
  }
  return sum;
}

/** Whether part ÷ (whole + more) gives the printed rate, its last digit aside. */
export function shareHolds(rate: Figure, part: Figure, whole: Figure, more: readonly Figure[] = []): boolean {
  const [r, p, w] = [asPercent(rate), printed(part), together([whole, ...more])];
  if (!r || !p || !w) return false;
  const fit = quotientFit(r, p, w);
  return fit === 'exact' || fit === 'last-digit';
}
