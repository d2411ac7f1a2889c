import type { Fragment } from '../glyphs/fragments.js';
import type { Grid } from './grid.js';
import { emOf, rowOf, rowsOf } from '../lines/lines.js';
import { hangs, type TableRow } from './wrapped-rows.js';

/** Nobody breaks a label shorter than this, in em: it heads the row below. */
const shortest = 5;

/** A row of a grid by its label and the rest; null where a cell goes over several rows. */
function rowAt(grid: Grid, held: readonly (readonly Fragment[])[], row: number): TableRow | null {
  const cells = grid.cells.flatMap((cell, i) =>
    cell.row <= row && row < cell.row + cell.rowSpan ? [{ cell, fragments: held[i] ?? [] }] : [],
  );
  if (cells.some(({ cell }) => cell.rowSpan > 1)) return null;
  const label = cells.find(({ cell }) => cell.col === 0 && cell.colSpan === 1)?.fragments ?? [];
  if (rowsOf(label).length > 1) return null;
  return {
    row: rowOf(cells.flatMap(({ fragments }) => fragments)),
    label: label.length > 0,
    values: cells.some(({ cell, fragments }) => cell.col > 0 && fragments.length > 0),
    labelLeft: Math.min(...label.map((it) => it.left), Infinity),
    labelRight: Math.max(...label.map((it) => it.right), -Infinity),
  };
}

/** A grid without the lines between the two halves of a label that was broken by hand over two of its rows. */
export function joinHanging(grid: Grid, held: readonly (readonly Fragment[])[]): Grid {
  const rows = Array.from({ length: grid.ys.length - 1 }, (_, row) => rowAt(grid, held, row));
  const whole = rows.filter((it) => it !== null);
  const cut = rows.flatMap((it, row) => {
    const [below, next] = [rows[row + 1], rows[row + 2]];
    const broken = it && below && next && it.row.right - it.row.left >= shortest * emOf(it.row);
    return broken && hangs(it, below, next, whole) ? [row + 1] : [];
  });
  if (cut.length === 0) return grid;
  const shift = (row: number): number => row - cut.filter((it) => it <= row).length;
  const cells = grid.cells.filter((cell) => !cut.includes(cell.row)).map((cell) => ({ ...cell, row: shift(cell.row) }));
  return { ...grid, ys: grid.ys.filter((_, row) => !cut.includes(row)), cells };
}
