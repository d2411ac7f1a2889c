import type { Statement } from '../../../model/statement.js';
import { coarser, digitsOf, isExchanged, significant, type Digits, type Slip } from './slip-between.js';

/** Tens of units that a point moved or a unit mistaken makes. */
const shifts: ReadonlySet<number> = new Set([1, 4, 8]);
/** Digits from which the same ones in another order say something. */
const leastShuffled = 4;

/** What a figure prints in its own base unit: 亩 are no round number of 公顷. */
function ownDigits(it: Statement): Digits | null {
  const known = ofOwn.get(it);
  if (known !== undefined) return known;
  const digits = digitsOf({ value: Number(it.figure.value), step: Number(it.figure.step ?? it.step) });
  ofOwn.set(it, digits);
  return digits;
}
const ofOwn = new WeakMap<Statement, Digits | null>();

/** What two figures print, each in its own unit where that is one, else in the common one of their measure. */
function digitsOfBoth(a: Statement, b: Statement): readonly [Digits, Digits] | null {
  const of = a.figure.unit === b.figure.unit ? ownDigits : digitsOf;
  const [own, other] = [of(a), of(b)];
  return own && other && [own, other];
}

/** Two numbers at the precision of the one that is printed coarser. */
function atOnePrecision(a: Digits, b: Digits): readonly [string, string] {
  const by = a.exponent - b.exponent;
  if (by === 0) return [a.text, b.text];
  return by > 0 ? [a.text, coarser(b, by).text] : [coarser(a, -by).text, b.text];
}

/** Whether two figures print one number, one of them rounded perhaps. */
export function printAlike(a: Statement, b: Statement): boolean {
  if (Math.abs(a.value - b.value) > Math.max(a.step, b.step)) return false;
  const both = digitsOfBoth(a, b);
  if (!both) return a.value === b.value;
  const [first, second] = atOnePrecision(...both);
  return first === second;
}

/** A point that moved or a unit mistaken: the same digits at another scale. */
function scaleSlip(a: Statement, b: Statement, own: Digits, other: Digits): Slip | null {
  const tens = Math.abs(Math.log10(a.value / b.value));
  if (!shifts.has(Math.round(tens)) || Math.abs(tens - Math.round(tens)) > 1e-9) return null;
  const said = significant(own.text);
  return said === significant(other.text) ? { kind: 'scale', digits: said.length, place: 0 } : null;
}

const sorted = (text: string): string => [...text].sort().join('');

/** The one slip that parts two printed numbers; null where they are one or more than a slip apart. */
export function slipApart(a: Statement, b: Statement): Slip | null {
  const both = digitsOfBoth(a, b);
  if (!both) return null;
  const [first, second] = atOnePrecision(...both);
  if (first.length !== second.length) return scaleSlip(a, b, ...both);
  const differing: number[] = [];
  let sum = 0;
  for (let i = 0; i < first.length; i++) {
    const by = first.charCodeAt(i) - second.charCodeAt(i);
    sum += by;
    if (by !== 0) differing.push(i);
  }
  const [i, j] = differing;
  // digits in another order have the same sum
  if (i === undefined || (differing.length > 1 && sum !== 0)) return null;
  const digits = Math.max(significant(first).length, significant(second).length);
  const place = first.length - 1 - (j ?? i);
  if (differing.length === 1) return { kind: 'digit', digits, place };
  if (differing.length === 2 && j === i + 1 && first[i] === second[j]) return { kind: 'swap', digits, place };
  if (isExchanged(first, second) && digits >= leastShuffled) return { kind: 'exchange', digits, place: 0 };
  return digits >= leastShuffled && sorted(first) === sorted(second) ? { kind: 'shuffle', digits, place: 0 } : null;
}
