import { overlap, type Column } from './aligned-columns.js';
import { namesBehindCodes } from './code-columns.js';
import { middle, type Fragment } from '../glyphs/fragments.js';
import { linesOutside, type Grid } from './grid.js';
import { hasWideHeading, headerGrid, linesAbove, type HeaderGrid } from './half-ruled-header.js';
import { hasCents } from '../lines/figures.js';
import { rowText, rowsOf, type Row } from '../lines/lines.js';
import type { Ruling } from '../glyphs/ruling.js';
import { numberGoesOn, segmented } from '../lines/segments.js';
import { besideHeadings, headingsIn, narrowStrips, whiteStrips } from './strips.js';

/** Ends of lines of one table agree within this many points. */
const near = 4;
/** A table whose rows are higher than this is rather a page with rules across it, in points. */
const highestRow = 150;
const fewestRows = 3;

/** Runs of lines under each other with the same ends. */
function ladders(across: readonly Ruling[]): Ruling[][] {
  const runs: Ruling[][] = [];
  for (const line of across) {
    const run = runs.find((it) => {
      const last = it[it.length - 1];
      return (
        last !== undefined &&
        Math.abs(last.from - line.from) <= near &&
        Math.abs(last.to - line.to) <= near &&
        line.at - last.at <= highestRow
      );
    });
    if (run) run.push(line);
    else runs.push([line]);
  }
  return runs.filter((run) => run.length > fewestRows);
}

/** Middles of the white strips between columns, and the ends of codes that names stand right behind. */
function columnEnds(rows: readonly (readonly Fragment[])[]): number[] {
  // headings may stand over several columns
  const body = rows.slice(1).flat();
  const headings = headingsIn(rows[0] ?? []);
  const wide = whiteStrips(body).map((strip) => besideHeadings(strip, headings));
  const found = [...wide, ...narrowStrips(rows, wide)].sort((a, b) => a - b);
  const begin = Math.min(...[...namesBehindCodes(rows.flatMap(rowsOf))].map((it) => it.left));
  const known = found.some((x) => x < begin && !body.some((it) => it.left >= x && it.right <= begin));
  return known || begin === Infinity ? found : [...found, begin - 0.1].sort((a, b) => a - b);
}

/** True when rows of figures stand between two lines, which then are not drawn under each row: three of them, or two with an
 *  amount in one column. Lines in which numbers go on are one row. */
function holdsSeveral(fragments: readonly Fragment[]): boolean {
  const rows = rowsOf(fragments).map((row) => segmented(row));
  if (rows.some((row, i) => i > 0 && numberGoesOn(rows[i - 1] ?? row, row))) return false;
  if (rows.filter((row) => row.figures >= 2).length >= 3) return true;
  const amounts = rows.map((row) => row.segments.filter((it) => hasCents(it.text)));
  return amounts.some((those, i) =>
    those.some((it) => amounts.slice(i + 1).some((others) => others.some((other) => overlap(it, other) > 0))),
  );
}

const middleOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** What stands between each two rules of a run. */
function between(run: readonly Ruling[], fragments: readonly Fragment[]): Fragment[][] {
  const [from, to] = [Math.min(...run.map((it) => it.from)), Math.max(...run.map((it) => it.to))];
  return run.slice(1).map((below, i) =>
    fragments.filter((it) => {
      const y = middle(it);
      return y > (run[i]?.at ?? 0) && y < below.at && it.left > from - near && it.right < to + near;
    }),
  );
}

/** A run without the rules before and behind its rows: that of a page header may have the ends of the table's. */
function trimmed(run: readonly Ruling[], fragments: readonly Fragment[]): readonly Ruling[] {
  const rows = between(run, fragments);
  const first = rows.findIndex((row) => row.length > 0);
  const last = rows.findLastIndex((row) => row.length > 0);
  return first < 0 ? [] : run.slice(first, last + 2);
}

/** A run of rules cut where no row stands between two of them, but the note of a table and the title or unit of the next. */
function cutAtText(run: readonly Ruling[], fragments: readonly Fragment[]): Ruling[][] {
  const usual = middleOf(run.slice(1).map((it, i) => it.at - (run[i]?.at ?? 0)));
  const parts: Ruling[][] = [[]];
  const rows = between(run, fragments);
  run.forEach((rule, i) => {
    parts.at(-1)?.push(rule);
    const next = run[i + 1];
    const lines = rowsOf(rows[i] ?? []);
    if (next && next.at - rule.at > 1.8 * usual && lines.length >= 2 && lines.some(saysUnit)) parts.push([]);
  });
  return parts.filter((part) => part.length > fewestRows);
}

const saysUnit = (row: Row): boolean => /单位[:：]/.test(rowText(row));

function gridOf(run: readonly Ruling[], fragments: readonly Fragment[]): Grid | null {
  const [from, to] = [Math.min(...run.map((it) => it.from)), Math.max(...run.map((it) => it.to))];
  const ys = run.map((it) => it.at);
  const rows = between(run, fragments);
  if (rows.slice(1).some(holdsSeveral)) return null;
  const inner = columnEnds(rows);
  const columns = inner.length + 1;
  const parted = rows.filter((row) =>
    inner.some((x) => row.some((it) => it.right < x) && row.some((it) => it.left > x)),
  );
  if (columns < 2 || parted.length < Math.max(fewestRows, 0.6 * rows.length)) return null;
  const xs = [from, ...inner, to];
  const header = headerIn(run, rows, fragments, xs);
  const first = header?.cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0) ?? 0;
  const body = header?.over === false ? rows.slice(1) : rows;
  const cells = body.flatMap((_, row) =>
    Array.from({ length: columns }, (__, col) => ({ row: first + row, col, rowSpan: 1, colSpan: 1 })),
  );
  const below = header?.over === false ? ys.slice(1) : ys;
  return { xs, ys: [...(header?.ys ?? []), ...below], cells: [...(header?.cells ?? []), ...cells], aligned: true };
}

/** Where the text of each column stands in the rows below the first. */
function columnsOf(xs: readonly number[], body: readonly Fragment[]): Column[] {
  return xs.slice(1).map((x, i) => {
    const mine = body.filter((it) => it.left > (xs[i] ?? 0) - near && it.right < x + near);
    const [left, right] = [
      Math.min(...mine.map((it) => it.left), x),
      Math.max(...mine.map((it) => it.right), xs[i] ?? 0),
    ];
    return { left: Math.min(left, right), right: Math.max(left, right), hits: mine.length, figures: false };
  });
}

/** The header above the first rule, or the one between the first two that holds headings over several columns; null for a row of
 *  single headings. `over` tells which. */
function headerIn(
  run: readonly Ruling[],
  rows: readonly (readonly Fragment[])[],
  fragments: readonly Fragment[],
  xs: readonly number[],
): (HeaderGrid & { readonly over: boolean }) | null {
  const columns = columnsOf(xs, rows.slice(1).flat());
  const [rule] = run;
  const lines = rowsOf(rows[0] ?? []);
  if (!rule) return null;
  if (hasWideHeading(lines, xs.slice(1, -1))) {
    const grid = headerGrid(lines, columns, rule.at);
    return grid && { ...grid, over: false };
  }
  const above = linesAbove(rule, fragments, columns);
  const grid = above.length > 0 ? headerGrid(above, columns, (above[0]?.top ?? rule.at) - 1) : null;
  return grid && { ...grid, over: true };
}

/** Tables with a line under each row and none between their columns, which white space tells apart. `grids` are found already. */
export function halfRuledGrids(
  rulings: readonly Ruling[],
  fragments: readonly Fragment[],
  grids: readonly Grid[],
): Grid[] {
  return ladders(linesOutside(rulings, grids))
    .map((run) => trimmed(run, fragments))
    .flatMap((run) => cutAtText(run, fragments))
    .flatMap((run) => gridOf(run, fragments) ?? []);
}
