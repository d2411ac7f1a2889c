import type { Ruling } from '../glyphs/ruling.js';
import { clusters, mergeRulings, near } from './edges.js';

/** A cell of a ruled table, merged where no line is drawn between its parts. Rows and columns count from 0. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Where lines cross to make cells. `xs` and `ys` are the lines, so there is one more of each than columns and rows. */
export interface Grid {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** No line bounds its columns; white space does. */
  readonly aligned?: true;
}

/** More lines of one direction than this are a drawing. */
const mostLines = 1500;

interface Web {
  readonly across: Ruling[];
  readonly down: Ruling[];
}

const meet = (across: Ruling, down: Ruling): boolean =>
  down.at >= across.from - near &&
  down.at <= across.to + near &&
  across.at >= down.from - near &&
  across.at <= down.to + near;

/** Lines that touch each other directly or through others. */
function websOf(across: readonly Ruling[], down: readonly Ruling[]): Web[] {
  const parent = Array.from({ length: across.length + down.length }, (_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) at = parent[at] = parent[parent[at] ?? at] ?? at;
    return at;
  };
  across.forEach((a, i) =>
    down.forEach((d, j) => {
      if (meet(a, d)) parent[root(i)] = root(across.length + j);
    }),
  );
  const webs = new Map<number, Web>();
  const webAt = (i: number): Web => {
    const web = webs.get(root(i)) ?? { across: [], down: [] };
    webs.set(root(i), web);
    return web;
  };
  across.forEach((it, i) => webAt(i).across.push(it));
  down.forEach((it, j) => webAt(across.length + j).down.push(it));
  return [...webs.values()];
}

/** How much of [from, to] the lines near `at` cover, 0 to 1. */
function covered(lines: readonly Ruling[], at: number, from: number, to: number): number {
  let sum = 0;
  for (const it of lines) {
    if (Math.abs(it.at - at) <= near) sum += Math.max(0, Math.min(it.to, to) - Math.max(it.from, from));
  }
  return sum / (to - from);
}

/** Lines of a web in one direction, with the open ends of the lines that cross them as further edges. */
function edges(lines: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const at = clusters(lines.map((it) => it.at));
  const [first = Infinity, last = -Infinity] = [at[0], at[at.length - 1]];
  const begin = Math.min(...crossing.map((it) => it.from));
  const end = Math.max(...crossing.map((it) => it.to));
  // a side without a border still bounds its cells
  return [...(begin < first - 8 ? [begin] : []), ...at, ...(end > last + 8 ? [end] : [])];
}

/** Joins the parts of each merged cell. A region that is no rectangle is cut into its rows. */
function mergeCells(rows: number, columns: number, openRight: boolean[][], openBelow: boolean[][]): GridCell[] {
  const region = Array.from({ length: rows }, () => Array.from({ length: columns }, () => -1));
  const members: [row: number, col: number][][] = [];
  const visit = (row: number, col: number, id: number): void => {
    const stack: [number, number][] = [[row, col]];
    while (stack.length > 0) {
      const [r, c] = stack.pop() ?? [0, 0];
      const line = region[r];
      if (!line || line[c] !== -1) continue;
      line[c] = id;
      members[id]?.push([r, c]);
      if (openRight[r]?.[c] && c + 1 < columns) stack.push([r, c + 1]);
      if (c > 0 && openRight[r]?.[c - 1]) stack.push([r, c - 1]);
      if (openBelow[r]?.[c] && r + 1 < rows) stack.push([r + 1, c]);
      if (r > 0 && openBelow[r - 1]?.[c]) stack.push([r - 1, c]);
    }
  };
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < columns; col++) {
      if (region[row]?.[col] !== -1) continue;
      members.push([]);
      visit(row, col, members.length - 1);
    }
  }
  return members.flatMap(rectangles).sort((a, b) => a.row - b.row || a.col - b.col);
}

function rectangles(parts: readonly (readonly [row: number, col: number])[]): GridCell[] {
  const spans = new Map<number, [from: number, to: number][]>();
  for (const [row, col] of [...parts].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const list = spans.get(row) ?? [];
    const last = list[list.length - 1];
    if (last && last[1] === col) last[1] = col + 1;
    else list.push([col, col + 1]);
    spans.set(row, list);
  }
  const cells: { row: number; col: number; rowSpan: number; colSpan: number }[] = [];
  for (const [row, list] of spans) {
    for (const [from, to] of list) {
      const above = cells.find((it) => it.col === from && it.colSpan === to - from && it.row + it.rowSpan === row);
      if (above) above.rowSpan++;
      else cells.push({ row, col: from, rowSpan: 1, colSpan: to - from });
    }
  }
  return cells;
}

function gridOf({ across, down }: Web): Grid | null {
  const xs = edges(down, across);
  const ys = edges(across, down);
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows < 1 || columns < 1 || rows * columns > 20_000) return null;
  const open = (make: (row: number, col: number) => boolean): boolean[][] =>
    Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, col) => make(row, col)));
  const openRight = open((row, col) => covered(down, xs[col + 1] ?? 0, ys[row] ?? 0, ys[row + 1] ?? 1) < 0.5);
  const openBelow = open((row, col) => covered(across, ys[row + 1] ?? 0, xs[col] ?? 0, xs[col + 1] ?? 1) < 0.5);
  return { xs, ys, cells: mergeCells(rows, columns, openRight, openBelow) };
}

/** The tables that ruling lines draw, from top to bottom. A box with one cell is no table. */
export function gridsOf(rulings: readonly Ruling[]): Grid[] {
  const across = mergeRulings(rulings, 'across');
  const down = mergeRulings(rulings, 'down');
  if (across.length > mostLines || down.length > mostLines) return [];
  return websOf(across, down)
    .flatMap((web) => gridOf(web) ?? [])
    .filter((grid) => grid.cells.length > 1)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0) || (a.xs[0] ?? 0) - (b.xs[0] ?? 0));
}

/** More lines across a page than this are a drawing. */
const mostAcross = 500;
/** How far outside a grid a line may stand and still be its edge, in points. */
const edge = 4;

/** The lines across a page that belong to no grid, merged; none where the page is a drawing. */
export function linesOutside(rulings: readonly Ruling[], grids: readonly Grid[]): Ruling[] {
  const taken = (at: number): boolean =>
    grids.some(({ ys }) => at > (ys[0] ?? Infinity) - edge && at < (ys[ys.length - 1] ?? -Infinity) + edge);
  const across = mergeRulings(rulings, 'across').filter((it) => !taken(it.at));
  return across.length > mostAcross ? [] : across;
}
