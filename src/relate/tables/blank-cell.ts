import { cellKey, type TableReading } from '../../model/reading.js';
import type { Doubt } from '../../model/relation.js';

/** Nothing is printed in the cell: no amount, no dash, no words. */
export const isBlank = ({ cells }: TableReading, row: number, col: number): boolean =>
  (cells.get(cellKey(row, col))?.text ?? '').trim() === '';

/** A sum that lacks just what one blank cell may have held: whoever left it out knows. */
export const blankCell: Doubt = { status: 'ambiguous', reason: 'a cell that belongs to the sum is blank', asks: true };
