import { absolute, add, compare, decimal, isZero, subtract } from '../../model/decimal.js';
import { isOneSlip } from '../../model/misprint.js';
import { printed, sameMeasure } from '../../model/printed.js';
import type { Doubt, EqualRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { View } from './views.js';

/** Two columns count as the same amounts when so many rows that print an amount agree, and this share of those they share. */
const needed = { rows: 3, share: 0.7 };
/** A difference that no slip of the hand explains is claimed only where so many rows agree, and at most so many differ. */
const claimed = { agreeing: 6, differing: 2 };

const adjusted: Doubt = {
  status: 'ambiguous',
  reason: 'several rows differ, or the report says that it adjusted figures of last year',
};

/** Equal, or apart by no more than one unit in the last place of the coarser. */
export function agree(a: Figure, b: Figure): boolean {
  const [x, y] = [printed(a), printed(b)];
  if (!x || !y) return true;
  const coarser = compare(x.half, y.half) > 0 ? x.half : y.half;
  return compare(absolute(subtract(x.value, y.value)), add(coarser, coarser)) <= 0;
}

/** A difference that one slip of the hand explains; any other may be a restatement. */
export const isSlip = ({ left, right }: EqualRelation): boolean => isOneSlip(decimal(left.value), decimal(right.value));

/** So many different amounts above zero: zeros agree everywhere. */
const amounts = (pairs: readonly EqualRelation[]): number =>
  new Set(pairs.filter(({ left }) => !isZero(decimal(left.value))).map(({ left }) => left.value)).size;

/**
 * The rows that two columns of two documents share, each stating one amount; nothing where too few agree for the columns
 * to be of the same amounts. `told`: the document says that figures of last year were adjusted.
 */
function sharedRows(a: View, b: View, check: string, told: boolean): EqualRelation[] {
  const pairs = [...a.rows].flatMap(([key, left]): EqualRelation[] => {
    const right = b.rows.get(key);
    return right && sameMeasure(left, right) ? [{ kind: 'equal', check, doubt: null, left, right }] : [];
  });
  const agreeing = pairs.filter(({ left, right }) => agree(left, right));
  const differing = pairs.filter((it) => !agreeing.includes(it));
  if (amounts(agreeing) < needed.rows || agreeing.length < needed.share * pairs.length)
    return differing.length === 0 ? pairs : [];
  const few = !told && amounts(agreeing) >= claimed.agreeing && differing.length <= claimed.differing;
  return pairs.map((it) => (few || agreeing.includes(it) || (isSlip(it) && !told) ? it : { ...it, doubt: adjusted }));
}

/** Of several columns that might be the same amounts as `a`, the one with which most rows agree. */
export function bestShared(a: View, all: readonly View[], check: string, told: boolean): EqualRelation[] {
  let best: EqualRelation[] = [];
  for (const b of all) {
    const found = sharedRows(a, b, check, told);
    const count = (it: readonly EqualRelation[]): number => it.filter(({ left, right }) => agree(left, right)).length;
    if (count(found) > count(best)) best = found;
  }
  return best;
}
