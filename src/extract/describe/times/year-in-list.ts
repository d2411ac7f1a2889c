import type { Quantity } from '../../../model/quantity.js';
import type { Piece } from '../cut.js';

/** How long a list of years is followed to the one that is marked as such. */
const mostYears = 12;

/** 2014、2015、2016年: a year whose mark stands behind the last of a list; null where the number is none. */
export function yearInList<T>(pieces: readonly Piece<T>[], at: number): Quantity | null {
  const piece = pieces[at];
  if (piece?.is !== 'quantity') return null;
  for (let i = at; i < at + 2 * mostYears; i += 2) {
    const own = pieces[i];
    if (own?.is !== 'quantity' || !/^(?:19|20)\d\d$/.test(own.quantity.value)) return null;
    if (own.quantity.kind === 'date') return i > at ? { ...piece.quantity, kind: 'date' } : null;
    const mark = pieces[i + 1];
    if (own.quantity.kind !== 'number' || mark?.is !== 'mark' || mark.mark !== 'item') return null;
  }
  return null;
}
