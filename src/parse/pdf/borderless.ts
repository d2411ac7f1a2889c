import type { Fragment } from './fragments.js';
import type { GridCell } from './grid.js';
import { rowOf, type Row } from './lines.js';
import { joinFragments } from './print.js';
import { cellText, type DraftTable } from './tables.js';

/** A stretch of a row between gaps that set columns apart. */
interface Segment extends Row {
  readonly text: string;
  readonly figure: boolean;
}

interface Line {
  readonly row: Row;
  readonly segments: readonly Segment[];
  readonly figures: number;
}

interface Column {
  left: number;
  right: number;
  hits: number;
  readonly figures: boolean;
}

const figure = /^(?:[-+−(（]?[¥￥$]?\d[\d,]*(?:\.\d+)?[%‰]?[)）]?|[-—–]{1,2}|\d{4}[AE年]?)$/;
const sentence = /[。；;]|^[（(]?(?:金额|货币|计量|数量)?单位[:：]/;

/** Gap in em that parts two columns; between two figures a space is enough. */
const columnGap = 0.9;
const figureGap = 0.35;
/** Rows in a row without two figures that a table may hold. */
const mostFillers = 3;

function segmentsOf({ fragments }: Row): Segment[] {
  const parts: Fragment[][] = [];
  let right = -Infinity;
  for (const it of fragments) {
    const open = parts[parts.length - 1];
    const gap = (it.left - right) / it.size;
    const figures = open !== undefined && figure.test(it.text) && figure.test(open.map((part) => part.text).join(''));
    if (open && gap < (figures && !it.spaced ? figureGap : columnGap) && !(figures && it.spaced)) open.push(it);
    else parts.push([it]);
    right = Math.max(right, it.right);
  }
  return parts.map((part) => {
    const { text } = joinFragments(part);
    return Object.assign({}, rowOf(part), { text, figure: figure.test(text.replace(/\s+/g, '')) });
  });
}

function lineOf(row: Row): Line {
  const segments = segmentsOf(row);
  return { row, segments, figures: segments.filter((it) => it.figure).length };
}

const size = (row: Row): number => row.fragments[0]?.size ?? 10;

/** True when a line stands close below another; a gap of a line or two is close where both have the same columns. */
function follows(above: Line, below: Line): boolean {
  const gap = (below.row.top - above.row.bottom) / size(below.row);
  const alike =
    above.figures >= 2 && above.figures === below.figures && above.segments.length === below.segments.length;
  return gap < (alike ? 4.5 : 2.2);
}

const filler = ({ segments }: Line): boolean => !segments.some((it) => sentence.test(it.text));

/** Index after the last line of the run of rows with figures that begins at `start`. */
function runFrom(lines: readonly Line[], start: number): number {
  let end = start + 1;
  for (let i = end; i < lines.length && i - end < mostFillers; i++) {
    const [above, line] = [lines[i - 1], lines[i]];
    if (!above || !line || !follows(above, line) || !filler(line)) break;
    if (line.figures >= 2) end = i + 1;
  }
  return end;
}

const overlap = (a: { left: number; right: number }, b: { left: number; right: number }): number =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** Intervals that the segments leave white space between; those that overlap are one column. */
function columnsOf(segments: readonly Segment[], figures: boolean, taken: readonly Column[]): Column[] {
  const columns: Column[] = [];
  for (const it of [...segments].sort((a, b) => a.left - b.left)) {
    if (taken.some((column) => overlap(column, it) > 0)) continue;
    const last = columns[columns.length - 1];
    if (last && it.left < last.right) {
      last.right = Math.max(last.right, it.right);
      last.hits++;
    } else columns.push({ left: it.left, right: it.right, hits: 1, figures });
  }
  return columns;
}

/** The columns of a run of rows; null where its figures do not stand under each other. */
function alignedColumns(body: readonly Line[]): Column[] | null {
  const rows = body.filter((line) => line.figures >= 2);
  const segments = rows.flatMap((line) => line.segments);
  const figures = columnsOf(
    segments.filter((it) => it.figure),
    true,
    [],
  );
  const aligned = figures.filter((column) => column.hits >= Math.min(3, rows.length)).length;
  if (rows.length < 2 || aligned < (rows.length >= 3 ? 2 : 4)) return null;
  const doubled = rows.filter((line) =>
    figures.some((column) => line.segments.filter((it) => it.figure && overlap(column, it) > 0).length > 1),
  );
  if (doubled.length > 0.1 * rows.length) return null;
  const labels = columnsOf(
    segments.filter((it) => !it.figure),
    false,
    figures,
  );
  return [...figures, ...labels].sort((a, b) => a.left - b.left);
}

/** Lines above the body that name its columns. */
function headerStart(lines: readonly Line[], start: number, columns: readonly Column[]): number {
  let first = start;
  while (first > 0 && start - first < 4) {
    const [line, below] = [lines[first - 1], lines[first]];
    if (!line || !below || !follows(line, below) || !filler(line) || line.segments.length < 2) break;
    const over = line.segments.filter((it) => columns.some((column) => column.figures && overlap(column, it) > 0));
    if (over.length < 2) break;
    first--;
  }
  return first;
}

/** Lines below the body with one figure under its columns: a total, a row with blanks. */
function bodyEnd(lines: readonly Line[], end: number, columns: readonly Column[]): number {
  let after = end;
  for (;;) {
    const [above, line] = [lines[after - 1], lines[after]];
    if (!above || !line || !follows(above, line) || !filler(line) || line.segments.length < 2) return after;
    const fits = line.segments.filter((it) => it.figure).length === 1;
    if (!fits || !line.segments.every((it) => columns.some((column) => overlap(column, it) > 0))) return after;
    after++;
  }
}

/** First and last column that a segment stands in; the nearest one where it stands between two. */
function spanOf(segment: Segment, columns: readonly Column[]): readonly [from: number, to: number] {
  const hit = columns.flatMap((column, i) => (overlap(column, segment) > 0 ? [i] : []));
  const [from, to] = [hit[0], hit[hit.length - 1]];
  if (from !== undefined && to !== undefined) return segment.figure ? [from, from] : [from, to];
  let best = 0;
  columns.forEach((column, i) => {
    if (overlap(column, segment) > overlap(columns[best] ?? column, segment)) best = i;
  });
  return [best, best];
}

function tableOf(body: readonly Line[], columns: readonly Column[], page: number): DraftTable {
  const cells = body.flatMap((line, row) => {
    const held = new Map<number, { readonly cell: GridCell; readonly fragments: Fragment[] }>();
    for (const segment of line.segments) {
      const [from, to] = spanOf(segment, columns);
      const open = [...held.values()].find(({ cell }) => cell.col <= to && from < cell.col + cell.colSpan);
      if (open) open.fragments.push(...segment.fragments);
      else
        held.set(from, {
          cell: { row, col: from, rowSpan: 1, colSpan: to - from + 1 },
          fragments: [...segment.fragments],
        });
    }
    for (let col = 0; col < columns.length; col++) {
      const covered = [...held.values()].some(({ cell }) => cell.col <= col && col < cell.col + cell.colSpan);
      if (!covered) held.set(col, { cell: { row, col, rowSpan: 1, colSpan: 1 }, fragments: [] });
    }
    return [...held.values()].sort((a, b) => a.cell.col - b.cell.col);
  });
  const whole = rowOf(body.flatMap((line) => line.row.fragments));
  const between = columns.slice(1).map((column, i) => ((columns[i]?.right ?? column.left) + column.left) / 2);
  return {
    page,
    lastPage: page,
    left: whole.left,
    top: whole.top,
    right: whole.right,
    bottom: whole.bottom,
    xs: [whole.left, ...between, whole.right],
    rows: body.length,
    headerRows: 0,
    cells: cells.map(({ cell, fragments }) => Object.assign({}, cell, cellText(fragments))),
  };
}

/** Tables without lines (or with lines in one direction only): three rows or more whose figures stand under each other in two
 *  columns or more, or two rows of four columns. `rows` from top to bottom; what is no table is given back. */
export function borderlessTables(
  rows: readonly Row[],
  page: number,
): { readonly tables: readonly DraftTable[]; readonly rest: readonly Row[] } {
  const lines = rows.map(lineOf);
  const tables: DraftTable[] = [];
  const rest: Row[] = [];
  let kept = 0;
  for (let i = 0; i < lines.length; i++) {
    if ((lines[i]?.figures ?? 0) < 2) continue;
    const end = runFrom(lines, i);
    const body = lines.slice(i, end);
    const columns = alignedColumns(body);
    if (!columns) continue;
    const first = Math.max(kept, headerStart(lines, i, columns));
    const after = bodyEnd(lines, end, columns);
    rest.push(...rows.slice(kept, first));
    tables.push(tableOf(lines.slice(first, after), columns, page));
    kept = after;
    i = after - 1;
  }
  rest.push(...rows.slice(kept));
  return { tables, rest };
}
