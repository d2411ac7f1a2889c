import { clusters, type Grid, type GridCell } from './grid.js';
import { middle, type Fragment } from './fragments.js';
import { rowsOf, type Row } from './lines.js';

const figure = /^[-+−(（]?[¥￥$]?\d[\d,]*(?:\.\d+)?[%‰]?[)）]?$/;
/** Em of a digit, and the points that a cell usually keeps free beside its text. */
const digitWidth = 0.6;
const padding = 12;
const textOf = (row: Row): string => row.fragments.map((it) => it.text).join('');

/** Lines of a cell when its figures stand on lines of their own, after a line of words at most; null when it holds words, one
 *  line, or a figure that was broken. */
function figureLines(fragments: readonly Fragment[], width: number): Row[] | null {
  const [first, ...others] = rowsOf(fragments);
  if (!first || others.length === 0 || !others.every((line) => figure.test(textOf(line)))) return null;
  const lines = [first, ...others];
  if (!figure.test(textOf(first))) return lines;
  if (!figure.test(lines.map(textOf).join(''))) return lines;
  // a number may have been broken over its lines where the next digit would not have fitted
  const widest = Math.max(...lines.map((line) => line.right - line.left));
  return widest + digitWidth * (fragments[0]?.size ?? 10) < width - padding ? lines : null;
}

/** Heights at which a row of the grid that was ruled once for several lines of figures is to be cut. */
function cutsOf(grid: Grid, held: readonly (readonly Fragment[])[], row: number): number[] {
  const cells = grid.cells.flatMap((cell, i) => (cell.row === row ? [{ cell, fragments: held[i] ?? [] }] : []));
  if (cells.some(({ cell }) => cell.rowSpan > 1)) return [];
  const columns = cells.flatMap(({ cell, fragments }) => {
    const lines = figureLines(fragments, (grid.xs[cell.col + cell.colSpan] ?? 0) - (grid.xs[cell.col] ?? 0));
    return lines ? [lines] : [];
  });
  if (columns.length < 2) return [];
  const heights = clusters(columns.flat().map(middle), 4);
  return heights.slice(1).map((height, i) => ((heights[i] ?? height) + height) / 2);
}

/** A grid with a row for each line of figures, where two columns or more show that one ruled row holds several. */
export function splitRows(grid: Grid, held: readonly (readonly Fragment[])[]): Grid {
  const cuts = Array.from({ length: grid.ys.length - 1 }, (_, row) => cutsOf(grid, held, row));
  if (cuts.every((it) => it.length === 0)) return grid;
  const starts: number[] = [];
  let count = 0;
  for (const it of cuts) {
    starts.push(count);
    count += 1 + it.length;
  }
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const added = cuts.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, it) => sum + it.length, 0);
    const row = starts[cell.row] ?? cell.row;
    if (cell.rowSpan > 1) return [{ ...cell, row, rowSpan: cell.rowSpan + added }];
    return Array.from({ length: 1 + added }, (_, i) => Object.assign({}, cell, { row: row + i }));
  });
  const ys = [...grid.ys, ...cuts.flat()].sort((a, b) => a - b);
  return { ...grid, ys, cells: cells.sort((a, b) => a.row - b.row || a.col - b.col) };
}
