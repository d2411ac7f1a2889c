import { centre, middle, type Fragment } from '../glyphs/fragments.js';
import { cutColumns } from './cut-columns.js';
import type { Grid } from './grid.js';
import { joinHanging } from './hanging-rows.js';
import { splitRows } from './split-rows.js';

/** Index of the interval of ascending `edges` that holds `value`; clamped by half a point outside. */
function intervalOf(edges: readonly number[], value: number): number {
  for (let i = 1; i < edges.length; i++) if (value < (edges[i] ?? Infinity)) return i - 1;
  return edges.length - 2;
}

const inside = ({ xs, ys }: Grid, it: Fragment): boolean => {
  const [x, y] = [centre(it), middle(it)];
  return x > (xs[0] ?? 0) && x < (xs[xs.length - 1] ?? 0) && y > (ys[0] ?? 0) && y < (ys[ys.length - 1] ?? 0);
};

const area = ({ xs, ys }: Grid): number =>
  ((xs[xs.length - 1] ?? 0) - (xs[0] ?? 0)) * ((ys[ys.length - 1] ?? 0) - (ys[0] ?? 0));

/** Which fragments stand in which cell of a grid, cells numbered as in `grid.cells`. */
function fragmentsByCell(grid: Grid, fragments: readonly Fragment[]): Fragment[][] {
  const owner = new Map<number, number>();
  const columns = grid.xs.length - 1;
  grid.cells.forEach(({ row, col, rowSpan, colSpan }, index) => {
    for (let r = row; r < row + rowSpan; r++)
      for (let c = col; c < col + colSpan; c++) owner.set(r * columns + c, index);
  });
  const held: Fragment[][] = grid.cells.map(() => []);
  for (const it of fragments) {
    const index = owner.get(intervalOf(grid.ys, middle(it)) * columns + intervalOf(grid.xs, centre(it)));
    if (index !== undefined) held[index]?.push(it);
  }
  return held;
}

/** A grid and what stands in each of its cells. */
export interface FilledGrid {
  readonly grid: Grid;
  readonly held: readonly (readonly Fragment[])[];
}

/** Rows and columns that lines draw otherwise than a reader takes them, in the order in which they are mended. */
const corrections: readonly ((grid: Grid, held: FilledGrid['held']) => Grid)[] = [joinHanging, cutColumns, splitRows];

function corrected(table: FilledGrid, fragments: readonly Fragment[]): FilledGrid {
  let { grid, held } = table;
  for (const correct of corrections) {
    const better = correct(grid, held);
    if (better !== grid) [grid, held] = [better, fragmentsByCell(better, fragments)];
  }
  return { grid, held };
}

/** Puts the text of a page into its grids. What stands in none of them, or in one that proves to be no table, is left over. */
export function fillGrids(
  grids: readonly Grid[],
  fragments: readonly Fragment[],
): {
  readonly filled: readonly FilledGrid[];
  readonly rest: Fragment[];
} {
  const smallestFirst = [...grids].sort((a, b) => area(a) - area(b));
  const within = new Map<Grid, Fragment[]>();
  const rest: Fragment[] = [];
  for (const it of fragments) {
    const grid = smallestFirst.find((candidate) => inside(candidate, it));
    if (!grid) rest.push(it);
    else if (within.has(grid)) within.get(grid)?.push(it);
    else within.set(grid, [it]);
  }
  const filled = [];
  for (const grid of grids) {
    const mine = within.get(grid) ?? [];
    const ruled = fragmentsByCell(grid, mine);
    const columns = new Set(grid.cells.filter((_, i) => (ruled[i]?.length ?? 0) > 0).map((cell) => cell.col));
    if (columns.size >= 2) filled.push(corrected({ grid, held: ruled }, mine));
    else rest.push(...mine);
  }
  return { filled, rest };
}
