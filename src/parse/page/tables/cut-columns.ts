import type { Fragment } from '../glyphs/fragments.js';
import { rowsOf } from '../lines/lines.js';
import { segmented, type Segment } from '../lines/segments.js';
import type { Strip } from './strips.js';
import type { Grid, GridCell } from './grid.js';

// Lines down a page may fence groups of columns only: what stands side by side in all lines of such a cell are columns of their own.

/** Lines of a cell with figures side by side that show it to hold columns, and the share of its lines that these are. */
const fewestLines = 2;
const mostOfLines = 0.6;

type Held = readonly (readonly Fragment[])[];

const segmentsOf = (fragments: readonly Fragment[]): Segment[][] =>
  rowsOf(fragments.filter((it) => !it.athwart)).map((row) => [...segmented(row).segments]);

/** The white strips that run down a cell between its figures. */
function stripsIn(lines: readonly (readonly Segment[])[]): Strip[] {
  const several = lines.filter((line) => line.length >= 2 && line.every((it) => it.figure));
  const [first] = [...several].sort((a, b) => b.length - a.length);
  if (!first || several.length < Math.max(fewestLines, mostOfLines * lines.length)) return [];
  return first.slice(1).flatMap((next, i) => {
    const x = ((first[i]?.right ?? next.left) + next.left) / 2;
    const from = Math.max(...lines.flat().map((it) => (it.left + it.right < 2 * x ? it.right : -Infinity)));
    const to = Math.min(...lines.flat().map((it) => (it.left + it.right > 2 * x ? it.left : Infinity)));
    return to > from ? [{ from, to }] : [];
  });
}

/** The strips without what headings take of them, where each line of a cell has one for each column; null where it is otherwise. */
function besides(lines: readonly (readonly Segment[])[], strips: readonly Strip[]): Strip[] | null {
  let left = [...strips];
  for (const line of lines) {
    if (line.length !== strips.length + 1) return null;
    left = left.map(({ from, to }, i) => ({
      from: Math.max(from, line[i]?.right ?? from),
      to: Math.min(to, line[i + 1]?.left ?? to),
    }));
  }
  return lines.length > 0 && left.every(({ from, to }) => to > from) ? left : null;
}

const crosses = (line: readonly Segment[], { from, to }: Strip): boolean =>
  line.some((it) => it.left < from && it.right > to);

/** Where a column of the grid is to be cut, and which of its cells are. */
interface Cut {
  readonly at: readonly number[];
  readonly cells: ReadonlySet<number>;
}

const none: Cut = { at: [], cells: new Set() };

/** The columns within column `col` of the grid, by a cell with figures side by side. Cells above it are headings, of each of them or
 *  of all; those below have their figures in the same columns. */
function cutOf({ cells }: Grid, held: Held, col: number): Cut {
  const mine = cells.flatMap((cell, i) => (cell.col === col && cell.colSpan === 1 ? [i] : []));
  const lines = mine.map((i) => segmentsOf(held[i] ?? []));
  const found = lines.map(stripsIn);
  const at = found.findIndex((it) => it.length > 0);
  if (at < 0) return none;
  let strips: readonly Strip[] = found[at] ?? [];
  const cut = new Set<number>();
  for (const [i, index] of mine.entries()) {
    const those = lines[i] ?? [];
    if (i >= at) {
      if (those.some((line) => strips.some((strip) => crosses(line, strip)))) return none;
      cut.add(index);
      continue;
    }
    const left = besides(those, strips);
    if (left) [strips] = [left, cut.add(index)];
  }
  return { at: strips.map(({ from, to }) => (from + to) / 2), cells: cut };
}

/** A grid with the columns that its lines do not part, where figures side by side in one cell show them. */
export function cutColumns(grid: Grid, held: Held): Grid {
  if (grid.aligned) return grid;
  const cuts = Array.from({ length: grid.xs.length - 1 }, (_, col) => cutOf(grid, held, col));
  if (cuts.every((it) => it === none)) return grid;
  const shift = (col: number): number => cuts.slice(0, col).reduce((sum, it) => sum + it.at.length, col);
  const cells = grid.cells.flatMap((cell, i): GridCell[] => {
    const [from, to] = [shift(cell.col), shift(cell.col + cell.colSpan)];
    if (cuts[cell.col]?.cells.has(i) !== true) return [{ ...cell, col: from, colSpan: to - from }];
    return Array.from({ length: to - from }, (_, part) => Object.assign({}, cell, { col: from + part }));
  });
  const xs = [...grid.xs, ...cuts.flatMap((it) => it.at)].sort((a, b) => a - b);
  return { ...grid, xs, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) };
}
