import type { MammothCell, MammothRow } from './mammoth-body.js';

interface PlacedCell {
  readonly cell: MammothCell;
  readonly row: number;
  readonly col: number;
}

export interface Grid {
  /** In row order, then column order. */
  readonly placed: readonly PlacedCell[];
  readonly rows: number;
  readonly columns: number;
}

/** Puts each cell into the first columns of its row that no cell from above still covers. */
export function gridOf(rows: readonly MammothRow[]): Grid {
  const placed: PlacedCell[] = [];
  /** By column: the row at which the cell standing there ends. */
  const busyUntil: number[] = [];
  let columns = 0;
  rows.forEach(({ children }, row) => {
    let col = 0;
    for (const cell of children) {
      while ((busyUntil[col] ?? 0) > row) col++;
      placed.push({ cell, row, col });
      for (let i = 0; i < cell.colSpan; i++) busyUntil[col + i] = row + cell.rowSpan;
      col += cell.colSpan;
    }
    columns = Math.max(columns, col);
  });
  return { placed, rows: rows.length, columns };
}
