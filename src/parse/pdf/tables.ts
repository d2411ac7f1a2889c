import { asidesIn } from './asides.js';
import { centre, middle, type Fragment } from './fragments.js';
import type { Grid, GridCell } from './grid.js';
import { joinHanging } from './hanging-rows.js';
import { emOf, rowsOf } from './lines.js';
import { splitRows } from './split-rows.js';
import { joinFragments, joinLines, type Printed } from './print.js';

export interface DraftCell extends GridCell, Printed {
  /** White space that the last line of text leaves of the cell's width, in em; null where the cell has no borders or no text. */
  readonly room: number | null;
}

export interface Extent {
  readonly left: number;
  readonly right: number;
}

/** A table of one page, or of several once they are joined. */
export interface DraftTable {
  /** Page it begins on, and the last that it reaches. */
  readonly page: number;
  readonly lastPage: number;
  /** In the frame of its page. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Edges of the columns. */
  readonly xs: readonly number[];
  /** From where to where each column's text stands, where no lines bound the columns. */
  readonly extents: readonly Extent[] | null;
  readonly rows: number;
  readonly headerRows: number;
  readonly cells: readonly DraftCell[];
}

/** Text of one cell, its lines joined: level ones, then those that run otherwise. */
export function cellText(fragments: readonly Fragment[]): Printed {
  const { asides, rest } = asidesIn(fragments, { width: 0, height: 0 });
  const rows = [...rowsOf(rest), ...asides.flatMap((it) => it.rows)];
  return joinLines(rows.map((row) => joinFragments(row.fragments)));
}

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

/** Puts the text of a page into its grids. What stands in none of them, or in one that proves to be no table, is left over. */
export function fillGrids(
  grids: readonly Grid[],
  fragments: readonly Fragment[],
): {
  readonly filled: readonly { readonly grid: Grid; readonly held: readonly Fragment[][] }[];
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
    const whole = joinHanging(grid, ruled);
    const joined = whole === grid ? ruled : fragmentsByCell(whole, mine);
    const split = splitRows(whole, joined);
    if (columns.size >= 2) filled.push({ grid: split, held: split === whole ? joined : fragmentsByCell(split, mine) });
    else rest.push(...mine);
  }
  return { filled, rest };
}

/** Room left by the last line of these fragments in a cell so wide. */
function roomLeft(fragments: readonly Fragment[], width: number): number | null {
  const last = rowsOf(fragments.filter((it) => !it.athwart)).at(-1);
  return last ? (width - (last.right - last.left)) / emOf(last) : null;
}

/** Where the text of each column stands, from the cells of that column alone. */
function extentsOf({ xs, cells }: Grid, held: readonly (readonly Fragment[])[]): Extent[] {
  return xs.slice(1).map((_, col) => {
    const mine = cells.flatMap((cell, i) => (cell.col === col && cell.colSpan === 1 ? (held[i] ?? []) : []));
    return { left: Math.min(...mine.map((it) => it.left)), right: Math.max(...mine.map((it) => it.right)) };
  });
}

/** A table from a grid whose cells hold these fragments. */
export function tableFrom(grid: Grid, held: readonly (readonly Fragment[])[], page: number): DraftTable {
  const { xs, ys } = grid;
  return {
    page,
    lastPage: page,
    left: xs[0] ?? 0,
    top: ys[0] ?? 0,
    right: xs[xs.length - 1] ?? 0,
    bottom: ys[ys.length - 1] ?? 0,
    xs,
    extents: grid.aligned ? extentsOf(grid, held) : null,
    rows: ys.length - 1,
    headerRows: 0,
    cells: grid.cells.map((cell, i) => {
      const fragments = held[i] ?? [];
      const width = (xs[cell.col + cell.colSpan] ?? 0) - (xs[cell.col] ?? 0);
      return { ...cell, ...cellText(fragments), room: roomLeft(fragments, width) };
    }),
  };
}
