import { cellKey, type TableReading } from '../../model/reading.js';

/** Nothing is printed in the cell: no amount, no dash, no words. */
export const isBlank = ({ cells }: TableReading, row: number, col: number): boolean =>
  (cells.get(cellKey(row, col))?.text ?? '').trim() === '';
