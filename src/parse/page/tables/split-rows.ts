import { clusters } from './edges.js';
import type { Grid, GridCell } from './grid.js';
import { middle, type Fragment } from '../glyphs/fragments.js';
import { hasCents, isDash, isFigure } from '../lines/figures.js';
import { emOf, rowText, rowsOf, type Row } from '../lines/lines.js';
import { begins, isFull } from './wrapped-rows.js';

/** Whole as it stands: what was broken over lines has its decimals on the last one only. */
const isWhole = (text: string): boolean => hasCents(text) || isDash(text);
/** Em of a digit, and the points that a cell usually keeps free beside its text. */
const digitWidth = 0.6;
const padding = 12;

/** Lines of a column of a ruled row, and whether they are amounts beyond doubt. */
interface FigureLines {
  readonly lines: readonly Row[];
  readonly amounts: boolean;
}

/** Lines of a cell when its figures stand on lines of their own, after a line of words at most; null when it holds words, one
 *  line, or a figure that was broken. */
function figureLines(fragments: readonly Fragment[], width: number): FigureLines | null {
  const lines = rowsOf(fragments);
  const [first, ...others] = lines;
  if (!first || others.length === 0 || !others.every((line) => isFigure(rowText(line)))) return null;
  const amounts = lines.every((line) => isWhole(rowText(line)));
  if (amounts || !isFigure(rowText(first))) return { lines, amounts };
  if (!isFigure(lines.map(rowText).join(''))) return { lines, amounts };
  // a number may have been broken over its lines where the next digit would not have fitted
  const widest = Math.max(...lines.map((line) => line.right - line.left));
  return widest + digitWidth * (fragments[0]?.size ?? 10) < width - padding ? { lines, amounts } : null;
}

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** Labels of a cell, each with all of its lines: one goes on where the line before was full. */
function labelsIn(fragments: readonly Fragment[], left: number, right: number): Band[] {
  const lines = rowsOf(fragments);
  const limit = right - Math.max(0, Math.min(...lines.map((line) => line.left)) - left);
  const labels: { top: number; bottom: number }[] = [];
  lines.forEach((line, i) => {
    const [above, last] = [lines[i - 1], labels[labels.length - 1]];
    const size = emOf(line);
    const near = above !== undefined && line.top - above.bottom < 0.9 * size;
    const next = rowText(line);
    const goesOn =
      near && !begins.test(next) && !/[:：]$/.test(rowText(above)) && isFull(above.right, limit, size, next);
    if (goesOn && last) last.bottom = line.bottom;
    else labels.push({ top: line.top, bottom: line.bottom });
  });
  return labels;
}

/** The two halves of a label that stand about these figures, with no other half nearer. */
function halvesAbout(band: Band, labels: readonly Band[]): readonly Band[] {
  const height = middle(band);
  const above = labels.findLast((it) => middle(it) < height);
  const below = labels.find((it) => middle(it) > height);
  if (!above || !below || below.top - above.bottom > band.bottom - band.top) return [];
  return Math.abs((above.top + below.bottom) / 2 - height) < 0.3 * (band.bottom - band.top) ? [above, below] : [];
}

/** The rows that the lines of figures make: a label about one of them belongs to it, one beside none is a row of its own. */
function bandsOf(figures: readonly Row[], labels: readonly Band[]): Band[] {
  const bands = clusters(figures.map(middle), 4).map((height) => {
    const at = figures.filter((line) => Math.abs(middle(line) - height) <= 4);
    return { top: Math.min(...at.map((it) => it.top)), bottom: Math.max(...at.map((it) => it.bottom)) };
  });
  const within = (label: Band): typeof bands =>
    bands.filter((band) => middle(band) > label.top - 1 && middle(band) < label.bottom + 1);
  const own = labels.filter((label) => within(label).length === 0);
  const labelled = new Set(labels.flatMap(within));
  const halves = new Map(bands.filter((it) => !labelled.has(it)).map((it) => [it, halvesAbout(it, own)]));
  const taken = new Set([...halves.values()].flat());
  for (const band of bands) {
    const whole = labels.filter((label) => within(label).length === 1 && within(label)[0] === band);
    for (const it of [...whole, ...(halves.get(band) ?? [])]) {
      band.top = Math.min(band.top, it.top);
      band.bottom = Math.max(band.bottom, it.bottom);
    }
  }
  return [...bands, ...own.filter((it) => !taken.has(it))].sort((a, b) => middle(a) - middle(b));
}

/** Heights at which a row of the grid that was ruled once for several lines of figures is to be cut. */
function cutsOf(grid: Grid, held: readonly (readonly Fragment[])[], row: number): number[] {
  const cells = grid.cells.flatMap((cell, i) => (cell.row === row ? [{ cell, fragments: held[i] ?? [] }] : []));
  if (cells.some(({ cell }) => cell.rowSpan > 1)) return [];
  const edges = (cell: GridCell): [number, number] => [grid.xs[cell.col] ?? 0, grid.xs[cell.col + cell.colSpan] ?? 0];
  const columns = cells.flatMap(({ cell, fragments }) => {
    const [left, right] = edges(cell);
    const found = figureLines(fragments, right - left);
    return found ? [found] : [];
  });
  if (columns.length < 2 && !columns.some((it) => it.amounts && it.lines.length > 1)) return [];
  const figures = columns.flatMap((it) => it.lines);
  const [first] = cells;
  const isLabel = first !== undefined && figureLines(first.fragments, Infinity) === null;
  const bands = bandsOf(figures, isLabel ? labelsIn(first.fragments, ...edges(first.cell)) : []);
  return bands.slice(1).map((band, i) => ((bands[i]?.bottom ?? band.top) + band.top) / 2);
}

/** A grid with a row for each line of figures, where two columns or more, or one of amounts, show that one ruled row holds several. */
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
