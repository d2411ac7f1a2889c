/** How many rows and columns a cell covers. */
export interface Span {
  readonly rowSpan: number;
  readonly colSpan: number;
}

interface Placed<Cell> {
  readonly cell: Cell;
  readonly row: number;
  readonly col: number;
}

export interface Grid<Cell> {
  /** In row order, then column order. */
  readonly placed: readonly Placed<Cell>[];
  readonly rows: number;
  readonly columns: number;
}

/** Puts each cell into the first columns of its row that no cell from above still covers. */
export function gridOf<Cell extends Span>(rows: readonly (readonly Cell[])[]): Grid<Cell> {
  const placed: Placed<Cell>[] = [];
  /** By column: the row at which the cell standing there ends. */
  const busyUntil: number[] = [];
  let columns = 0;
  rows.forEach((cells, row) => {
    let col = 0;
    for (const cell of cells) {
      while ((busyUntil[col] ?? 0) > row) col++;
      placed.push({ cell, row, col });
      for (let i = 0; i < cell.colSpan; i++) busyUntil[col + i] = row + cell.rowSpan;
      col += cell.colSpan;
    }
    columns = Math.max(columns, col);
  });
  return { placed, rows: rows.length, columns };
}
