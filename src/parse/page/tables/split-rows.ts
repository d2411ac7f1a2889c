import { figureLines, isBroken, widthOf, type Band, type FigureCell } from './figure-lines.js';
import type { Grid, GridCell } from './grid.js';
import { middle, type Fragment } from '../glyphs/fragments.js';
import { usualDecimals } from '../lines/figures.js';
import { emOf, rowText, rowsOf, type Row } from '../lines/lines.js';
import { begins, isFull } from './wrapped-rows.js';

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

/** How far figures of one row may stand from each other's height, in points. */
const drift = 4;

/** True for figures of one row: at one height, or one within the lines of the other. */
function atOneHeight(a: Band, b: Band): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= Math.min(a.bottom - a.top, b.bottom - b.top) - drift;
}

/** The rows that the figures make: a label about one of them belongs to it, one beside none is a row of its own. */
function bandsOf(figures: readonly Band[], labels: readonly Band[]): Band[] {
  const bands: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of [...figures].sort((a, b) => middle(a) - middle(b))) {
    const open = bands.findLast((it) => atOneHeight(it, { top, bottom }));
    if (open) [open.top, open.bottom] = [Math.min(open.top, top), Math.max(open.bottom, bottom)];
    else bands.push({ top, bottom });
  }
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

/** A grid with what its cells hold, and how the numbers in it are printed. */
interface Printed {
  readonly grid: Grid;
  readonly held: readonly (readonly Fragment[])[];
  readonly lines: readonly (readonly Row[])[];
  /** Width of the widest line in each column. */
  readonly widest: readonly number[];
  readonly decimals: number;
}

function printed(grid: Grid, held: readonly (readonly Fragment[])[]): Printed {
  const lines = held.map(rowsOf);
  const widest = grid.xs.map(() => 0);
  grid.cells.forEach(({ col, colSpan }, i) => {
    if (colSpan === 1) widest[col] = Math.max(widest[col] ?? 0, ...(lines[i] ?? []).map(widthOf));
  });
  const alone = lines.flatMap((those) => (those.length === 1 ? those.map(rowText) : []));
  return { grid, held, lines, widest, decimals: usualDecimals(alone) };
}

/** Heights at which a row of the grid that was ruled once for several lines of figures is to be cut. */
function cutsOf({ grid, held, lines, widest, decimals }: Printed, row: number): number[] {
  const cells = grid.cells.flatMap((cell, i) => (cell.row === row ? [{ cell, i }] : []));
  if (cells.some(({ cell }) => cell.rowSpan > 1)) return [];
  const edges = (cell: GridCell): [number, number] => [grid.xs[cell.col] ?? 0, grid.xs[cell.col + cell.colSpan] ?? 0];
  const ofFigures = cells.map(({ cell, i }): FigureCell => {
    const [left, right] = edges(cell);
    return { lines: lines[i] ?? [], width: right - left, widest: widest[cell.col] ?? 0 };
  });
  const broken = ofFigures.some(isBroken);
  const found = ofFigures.map((it) => figureLines(it, broken, decimals));
  const columns = found.filter((it) => it !== null);
  if (columns.some((it) => it.joined && it.figures.length === 1)) return [];
  if (columns.length < 2 && !columns.some((it) => it.amounts)) return [];
  const [first] = cells;
  const labels = first && !found[0] ? labelsIn(held[first.i] ?? [], ...edges(first.cell)) : [];
  const bands = bandsOf(
    columns.flatMap((it) => it.figures),
    labels,
  );
  return bands.slice(1).map((band, i) => ((bands[i]?.bottom ?? band.top) + band.top) / 2);
}

/** A grid with a row for each line of figures, where two columns or more, or one of amounts, show that one ruled row holds several. */
export function splitRows(grid: Grid, held: readonly (readonly Fragment[])[]): Grid {
  const table = printed(grid, held);
  const cuts = Array.from({ length: grid.ys.length - 1 }, (_, row) => cutsOf(table, row));
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
