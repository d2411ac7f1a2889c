import { tableText, type Cell, type TableBlock } from '../model/document.js';

export type PlainCell = Pick<Cell, 'row' | 'col' | 'rowSpan' | 'colSpan' | 'text'>;

/** Cells in a row each, none of them merged. */
export const cellsOfRows = (rows: readonly (readonly string[])[]): PlainCell[] =>
  rows.flatMap((row, r) => row.map((text, c) => ({ row: r, col: c, rowSpan: 1, colSpan: 1, text })));

/** A table of a format without pages, of cells in row order. */
export function plainTable(plain: readonly PlainCell[], headerRows: number): Omit<TableBlock, 'id'> {
  const cells = plain.map((cell): Cell => ({ ...cell, page: null, stretches: [] }));
  const most = (ends: readonly number[]): number => ends.reduce((found, one) => Math.max(found, one), 0);
  const rows = most(cells.map((cell) => cell.row + cell.rowSpan));
  const columns = most(cells.map((cell) => cell.col + cell.colSpan));
  return { kind: 'table', text: tableText(cells), page: null, stretches: [], rows, columns, headerRows, cells };
}
