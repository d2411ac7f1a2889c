import { alignedColumns, overlap, partsOf, spanOf, type Column } from './aligned-columns.js';
import type { Fragment } from './fragments.js';
import type { GridCell } from './grid.js';
import { rowOf, type Row } from './lines.js';
import { segmented, type Segment, type SegmentedRow } from './segments.js';
import { cellText, type DraftTable } from './tables.js';
import { joinWrapped } from './wrapped-rows.js';

const sentence = /[。；;]|^[（(]?(?:金额|货币|计量|数量)?单位[:：]/;

/** Rows in a row without two figures that a table may hold. */
const mostFillers = 3;

const size = (row: Row): number => row.fragments[0]?.size ?? 10;

/** True when a line stands close below another; a gap of a line or two is close where both have the same columns. */
function follows(above: SegmentedRow, below: SegmentedRow): boolean {
  const gap = (below.row.top - above.row.bottom) / size(below.row);
  const alike =
    above.figures >= 2 && above.figures === below.figures && above.segments.length === below.segments.length;
  return gap < (alike ? 4.5 : 2.2);
}

const filler = ({ segments }: SegmentedRow): boolean => !segments.some((it) => sentence.test(it.text));

/** Index after the last line of the run of rows with figures that begins at `start`. */
function runFrom(lines: readonly SegmentedRow[], start: number): number {
  let end = start + 1;
  for (let i = end; i < lines.length && i - end < mostFillers; i++) {
    const [above, line] = [lines[i - 1], lines[i]];
    if (!above || !line || !follows(above, line) || !filler(line)) break;
    if (line.figures >= 2) end = i + 1;
  }
  return end;
}

/** Lines above the body that name its columns. */
function headerStart(lines: readonly SegmentedRow[], start: number, columns: readonly Column[]): number {
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
function bodyEnd(lines: readonly SegmentedRow[], end: number, columns: readonly Column[]): number {
  let after = end;
  for (;;) {
    const [above, line] = [lines[after - 1], lines[after]];
    if (!above || !line || !follows(above, line) || !filler(line) || line.segments.length < 2) return after;
    const fits = line.segments.filter((it) => it.figure).length === 1;
    if (!fits || !line.segments.every((it) => columns.some((column) => overlap(column, it) > 0))) return after;
    after++;
  }
}

/** The rows of a table, a label of two lines about its figures being one row with them. */
function withWholeLabels(lines: readonly SegmentedRow[], columns: readonly Column[]): readonly SegmentedRow[] {
  const rows = lines.map(({ row, segments }) => {
    const inFirst = (it: Segment): boolean => spanOf(it, columns)[0] === 0;
    return { row, label: segments.some(inFirst), values: !segments.every(inFirst) };
  });
  const joined = joinWrapped(rows);
  return joined.length === lines.length ? lines : joined.map(segmented);
}

function tableOf(body: readonly SegmentedRow[], columns: readonly Column[], page: number): DraftTable {
  const cells = body.flatMap((line, row) => {
    const held = new Map<number, { readonly cell: GridCell; readonly fragments: Fragment[] }>();
    for (const segment of line.segments.flatMap((it) => partsOf(it, columns))) {
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
  const lines = rows.map(segmented);
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
    tables.push(tableOf(withWholeLabels(lines.slice(first, after), columns), columns, page));
    kept = after;
    i = after - 1;
  }
  rest.push(...rows.slice(kept));
  return { tables, rest };
}
