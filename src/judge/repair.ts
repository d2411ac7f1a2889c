import {
  absolute,
  add,
  compare,
  decimal,
  equals,
  multiply,
  negate,
  parseDecimal,
  shift,
  subtract,
  toShortText,
  type Decimal,
} from '../model/decimal.js';
import { balance, closes, printed, type Balance, type Term } from '../model/printed.js';
import type { Figure, Hypothesis } from '../model/report.js';
import { powerOf } from './show.js';

/** A change to one figure that might be the whole cause of a failure. */
interface Repair {
  readonly kind: Hypothesis['kind'];
  readonly figure: Figure;
  readonly value: Decimal;
  readonly unitText: string | null;
  readonly expected: string;
}

const units: Readonly<Record<number, string>> = { 0: '元', 4: '万元', 8: '亿元' };

/** 元 for 万元 and the like: only between units that people print. */
function unitSlips(figure: Figure, value: Decimal): Repair[] {
  if (figure.kind !== 'money' || figure.unit !== 'CNY') return [];
  const from = powerOf(figure);
  return [-8, -4, 4, 8].flatMap((power): Repair[] => {
    const unitText = units[from + power];
    if (unitText === undefined) return [];
    const expected = `${figure.number ?? ''}${unitText}`;
    return [{ kind: 'unit', figure, value: shift(value, power), unitText, expected }];
  });
}

function decimalSlips(figure: Figure, value: Decimal): Repair[] {
  if (figure.kind === 'count') return [];
  return [-2, -1, 1, 2].map((power) => {
    const moved = shift(value, power);
    const number = toShortText(shift(moved, -powerOf(figure)));
    return { kind: 'decimal', figure, value: moved, unitText: null, expected: `${number}${figure.unitText}` };
  });
}

/** Two neighbouring digits swapped: 1871.30 for 1817.30. */
function transpositions(figure: Figure): Repair[] {
  const number = figure.number;
  if (number === null) return [];
  const digits = [...number];
  const places = digits.flatMap((char, i) => (/\d/.test(char) ? [i] : []));
  return places.slice(1).flatMap((right, i): Repair[] => {
    const left = places[i] ?? 0;
    if (digits[left] === digits[right]) return [];
    const swapped = digits
      .with(left, digits[right] ?? '')
      .with(right, digits[left] ?? '')
      .join('');
    const value = parseDecimal(swapped);
    if (value === null || (swapped.startsWith('0') && !swapped.startsWith('0.'))) return [];
    return [
      {
        kind: 'transposed',
        figure,
        value: shift(value, powerOf(figure)),
        unitText: null,
        expected: `${swapped}${figure.unitText}`,
      },
    ];
  });
}

const sameRepair = (a: Repair, b: Repair): boolean => a.figure.id === b.figure.id && equals(a.value, b.value);

function withValue(figure: Figure, value: Decimal, step: string | null = figure.step): Figure {
  return { ...figure, value: toShortText(value), step };
}

/** The figure with its repaired value; a unit or decimal slip moves the worth of its last digit too. */
function repaired({ figure, kind, value }: Repair): Figure {
  const before = parseDecimal(figure.value);
  const step = figure.step === null ? null : parseDecimal(figure.step);
  if ((kind !== 'unit' && kind !== 'decimal') || before === null || step === null || before.coefficient === 0n)
    return withValue(figure, value);
  const power = [-8, -4, -2, -1, 1, 2, 4, 8].find((p) => equals(shift(before, p), value)) ?? 0;
  return withValue(figure, value, toShortText(shift(step, power)));
}

function signSlips(terms: readonly Term[]): Repair[] {
  return terms.flatMap(({ figure }): Repair[] => {
    const value = parseDecimal(figure.value);
    if (value === null || value.coefficient === 0n) return [];
    const negated = multiply(value, decimal(-1));
    return [{ kind: 'sign', figure, value: negated, unitText: null, expected: `-${figure.text}` }];
  });
}

/** With which sign each figure is a term, by its id. */
type Weights = ReadonlyMap<Figure['id'], Term['weight']>;

/** False when the repaired figure certainly leaves a gap: the residual moves by as much as the figure does. */
function mayClose(stated: Balance, candidate: Repair, total: Figure, weights: Weights): boolean {
  const after = repaired(candidate);
  const [before, now] = [printed(candidate.figure), printed(after)];
  if (!before || !now) return true;
  const change = subtract(now.value, before.value);
  const subtracted = weights.get(candidate.figure.id) === -1;
  const moved = candidate.figure.id === total.id || subtracted ? change : negate(change);
  const slack = add(stated.bound, now.half);
  return compare(absolute(add(stated.residual, moved)), slack) <= 0;
}

/**
 * The one change to one figure that makes the sum close; null when there is none or more than one.
 * Never says which figure is wrong unless only one can be.
 */
export function repairOf(total: Figure, terms: readonly Term[]): Hypothesis | null {
  const figures = [total, ...terms.map((term) => term.figure)];
  const candidates = figures.flatMap((figure): Repair[] => {
    const value = parseDecimal(figure.value);
    return value === null ? [] : unitSlips(figure, value).concat(decimalSlips(figure, value), transpositions(figure));
  });
  candidates.push(...(terms.some((term) => term.weight === -1) ? [] : signSlips(terms)));
  const stated = balance(total, terms);
  const weights: Weights = new Map(terms.toReversed().map(({ figure, weight }) => [figure.id, weight]));
  const found: Repair[] = [];
  for (const candidate of candidates) {
    if (stated && !mayClose(stated, candidate, total, weights)) continue;
    const swap = (old: Figure): Figure => (old.id === candidate.figure.id ? repaired(candidate) : old);
    const it = balance(
      swap(total),
      terms.map(({ figure, weight }) => ({ figure: swap(figure), weight })),
    );
    if (it && closes(it) && !found.some((other) => sameRepair(other, candidate))) found.push(candidate);
    if (found.length > 1) return null;
  }
  const [only] = found;
  if (!only) return null;
  const { kind, figure, value, unitText, expected } = only;
  return { kind, figure: figure.id, printed: figure.text, expected, value: toShortText(value), unitText };
}
