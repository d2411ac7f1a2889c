import type { Statement } from '../../model/statement.js';
import { coarser, digitsOf, significant, type Digits, type Slip } from './slip-between.js';

/** Tens of units that a point moved or a unit mistaken makes. */
const shifts: ReadonlySet<number> = new Set([1, 4, 8]);
/** Digits from which the same ones in another order say something. */
const leastShuffled = 4;

/** What a figure prints in its own base unit: 亩 are no round number of 公顷. */
const ownDigits = ({ figure, step }: Statement): Digits | null =>
  digitsOf({ value: Number(figure.value), step: Number(figure.step ?? step) });

/** What two figures print, each in its own unit where that is one, else in the common one of their measure. */
function digitsOfBoth(a: Statement, b: Statement): readonly [Digits, Digits] | null {
  const of = a.figure.unit === b.figure.unit ? ownDigits : digitsOf;
  const [own, other] = [of(a), of(b)];
  return own && other && [own, other];
}

/** Two numbers at the precision of the one that is printed coarser. */
function atOnePrecision(a: Digits, b: Digits): readonly [string, string] {
  const by = a.exponent - b.exponent;
  return by > 0 ? [a.text, coarser(b, by).text] : [coarser(a, -by).text, b.text];
}

/** Whether two figures print one number, one of them rounded perhaps. */
export function printAlike(a: Statement, b: Statement): boolean {
  const both = digitsOfBoth(a, b);
  if (!both) return a.value === b.value;
  const [first, second] = atOnePrecision(...both);
  return first === second;
}

/** The one slip that parts two printed numbers; null where they are one or more than a slip apart. */
export function slipApart(a: Statement, b: Statement): Slip | null {
  const both = digitsOfBoth(a, b);
  if (!both) return null;
  const [own, other] = both;
  const [first, second] = atOnePrecision(own, other);
  const digits = Math.max(significant(first).length, significant(second).length);
  if (first.length === second.length) {
    const differing = [...first].flatMap((it, i) => (it === second[i] ? [] : [i]));
    const [i = 0, j] = differing;
    const place = first.length - 1 - (j ?? i);
    if (differing.length === 1) return { kind: 'digit', digits, place };
    if (differing.length === 2 && j === i + 1 && first[i] === second[j] && first[j] === second[i])
      return { kind: 'swap', digits, place };
    const sorted = (text: string): string => [...text].sort().join('');
    if (differing.length > 0 && digits >= leastShuffled && sorted(first) === sorted(second))
      return { kind: 'shuffle', digits, place: 0 };
  }
  const [tens, said] = [Math.abs(Math.log10(a.value / b.value)), significant(own.text)];
  const scaled = said === significant(other.text) && Math.abs(tens - Math.round(tens)) < 1e-9;
  return scaled && shifts.has(Math.round(tens)) ? { kind: 'scale', digits: said.length, place: 0 } : null;
}
