import { asidesIn } from '../lines/asides.js';
import type { Fragment } from '../glyphs/fragments.js';
import type { Grid, GridCell } from './grid.js';
import { emOf, rowsOf } from '../lines/lines.js';
import { joinFragments, joinLines, type Printed } from '../glyphs/print.js';

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
