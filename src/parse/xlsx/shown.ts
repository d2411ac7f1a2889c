import { isZero } from '../../model/decimal.js';
import type { Range } from './address.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';

/** A sheet as its tables are made of it: without the hidden rows and columns that nothing shown depends on. */
export interface ShownSheet {
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Range[];
  readonly isLeftOut: (row: number) => boolean;
  /** Hidden rows that hold something, and hidden columns. */
  readonly hidden: { readonly rows: number; readonly columns: number };
}

const states = ({ exact }: SheetCell): boolean => exact !== null && !isZero(exact);

/**
 * Hidden rows stay where a formula adds them or their amounts stand among those that are shown: a total counts them. So do hidden
 * columns that a formula adds. Others, as the names of fields that an accounting system leaves, are what nobody is meant to read.
 */
export function shownSheet({ rows, merged, hiddenColumns }: Sheet, added: readonly Range[]): ShownSheet {
  const isColumnHidden = (col: number): boolean => hiddenColumns.some(({ from, to }) => from <= col && col <= to);
  const isAdded = ({ row, col }: SheetCell): boolean =>
    added.some(({ top, left, bottom, right }) => top <= row && row <= bottom && left <= col && col <= right);
  const numeric = new Set<number>();
  for (const { isHidden, cells } of rows)
    for (const cell of cells) if (!isHidden && states(cell)) numeric.add(cell.col);
  const counts = (cell: SheetCell): boolean => states(cell) && (isAdded(cell) || numeric.has(cell.col));
  const leftOut = new Set(rows.filter(({ isHidden, cells }) => isHidden && !cells.some(counts)).map(({ row }) => row));
  const shownRows = rows.filter(({ row }) => !leftOut.has(row));
  const hiddenCells = shownRows.flatMap(({ cells }) => cells).filter(({ col }) => isColumnHidden(col));
  const needed = new Set(hiddenCells.filter((cell) => states(cell) && isAdded(cell)).map(({ col }) => col));
  const isShown = ({ col }: SheetCell): boolean => needed.has(col) || !isColumnHidden(col);
  const hiddenColumnsMet = new Set(
    rows.flatMap(({ cells }) => cells.map(({ col }) => col)).filter((col) => isColumnHidden(col)),
  );
  return {
    rows: shownRows.map((it) => ({ ...it, cells: it.cells.filter(isShown) })),
    merged,
    isLeftOut: (row) => leftOut.has(row),
    hidden: {
      rows: rows.filter(({ isHidden, cells }) => isHidden && cells.length > 0).length,
      columns: hiddenColumnsMet.size,
    },
  };
}
