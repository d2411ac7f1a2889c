import { alignedColumns, needHeader, partsOf, spanOf, type Column } from './aligned-columns.js';
import { withBrokenNumbers } from './broken-rows.js';
import { namesBehindCodes } from './code-columns.js';
import type { Fragment } from '../glyphs/fragments.js';
import { mergeRulings } from './edges.js';
import type { GridCell } from './grid.js';
import { headerRows, type HeldCell } from './header-rows.js';
import { withLabelBlocks, type WholeRow } from './label-blocks.js';
import { emOf, rowOf, rowsOf, type Row } from '../lines/lines.js';
import { withRowsByGaps } from './row-gaps.js';
import type { Ruling } from '../glyphs/ruling.js';
import { holdsFigures, namesYears, segmented, type SegmentedRow } from '../lines/segments.js';
import { bodyEnd, runFrom } from './table-extent.js';
import { headerAbove, ruledHeader } from './table-header.js';
import { cellText, type DraftTable } from './draft-table.js';
import { wordTable } from './word-tables.js';
import { joinWrapped } from './wrapped-rows.js';

/** White space in em between the labels of a table and its figures where labels are broken for want of room. */
const tightest = 2.5;

/** The rows of a table, a label of several lines being one row with its figures. */
function withWholeLabels(
  lines: readonly SegmentedRow[],
  columns: readonly Column[],
  names: ReadonlySet<Fragment>,
): readonly SegmentedRow[] {
  const rows = lines.map(({ row, segments }) => {
    const labels = segments.filter((it) => spanOf(it, columns)[0] === 0);
    const labelLeft = Math.min(...labels.map((it) => it.left), Infinity);
    // of a label that is whole already, the last line
    const labelRight = rowsOf(labels.flatMap((it) => it.fragments)).at(-1)?.right ?? -Infinity;
    return { row, label: labels.length > 0, values: labels.length < segments.length, labelLeft, labelRight };
  });
  const values = columns[0]?.figures === false ? columns[1] : undefined;
  const ends = rows.map((it) => it.labelRight).filter((it) => values !== undefined && it < values.left);
  const limit = Math.max(...ends, -Infinity);
  const em = lines[0] ? emOf(lines[0].row) : 10;
  const tight = values !== undefined && values.left - limit < tightest * em;
  const joined = joinWrapped(rows, tight ? limit : null);
  const known = new Map(lines.map((line) => [line.row, line]));
  return joined.length === lines.length ? lines : joined.map((row) => known.get(row) ?? segmented(row, names));
}

/** The cells of a row: what stands in one column is one cell. */
function cellsOf(line: SegmentedRow, row: number, columns: readonly Column[]): HeldCell[] {
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
}

function tableOf({ header, body, columns }: FoundTable, page: number): DraftTable {
  const cells = [...header.flat(), ...body.flatMap((line, row) => cellsOf(line, header.length + row, columns))];
  const whole = rowOf(cells.flatMap((it) => it.fragments));
  const between = columns.slice(1).map((column, i) => ((columns[i]?.right ?? column.left) + column.left) / 2);
  return {
    page,
    lastPage: page,
    left: whole.left,
    top: whole.top,
    right: whole.right,
    bottom: whole.bottom,
    xs: [whole.left, ...between, whole.right],
    extents: columns.map(({ left, right }) => ({ left, right })),
    rows: header.length + body.length,
    headerRows: 0,
    cells: cells.map(({ cell, fragments }) => Object.assign({}, cell, cellText(fragments), { room: null })),
  };
}

/** The lines of a page among which tables are looked for. */
interface Search {
  readonly lines: readonly WholeRow[];
  readonly rules: readonly Ruling[];
  readonly names: ReadonlySet<Fragment>;
  /** The first line that belongs to no table found before. */
  readonly kept: number;
}

/** Where a table stands among the lines, and what it is made of. */
interface FoundTable {
  readonly first: number;
  readonly end: number;
  readonly header: readonly HeldCell[][];
  readonly body: readonly SegmentedRow[];
  readonly columns: readonly Column[];
}

/** Rows of words, at least three, under a header at `at` that names their columns. */
function tableOfWords({ lines }: Search, at: number): FoundTable | null {
  const found = wordTable(lines, at);
  return found && { first: at, end: found.end, header: [], body: lines.slice(at, found.end), columns: found.columns };
}

/** The table whose first row of figures is at `at`: three rows or more whose figures stand under each other in two columns or more,
 *  or two rows of four columns or under a header, or three labels with an amount each. */
function tableOfFigures({ lines, rules, names, kept }: Search, at: number): FoundTable | null {
  const line = lines[at];
  if (!line || !holdsFigures(line) || namesYears(line)) return null;
  const run = runFrom(lines, at);
  const rows = lines.slice(at, run);
  const columns = alignedColumns(rows);
  if (!columns) return null;
  const end = bodyEnd(lines, run, columns);
  const extent = rowOf(lines.slice(at, end).flatMap((it) => it.row.fragments));
  const above = ruledHeader(lines, at, extent, rules) ?? headerAbove(lines, at, columns);
  const first = Math.max(kept, above.first);
  if (needHeader(rows, columns) && first === at) return null;
  const start = Math.max(first, above.end);
  const header = headerRows(lines.slice(first, start), columns);
  return { first, end, header, body: withWholeLabels(lines.slice(start, end), columns, names), columns };
}

/** Ways of telling a table that begins, or has its first row of figures, at a line, in the order in which they are asked. */
const finders: readonly ((search: Search, at: number) => FoundTable | null)[] = [tableOfWords, tableOfFigures];

function tableAt(search: Search, at: number): FoundTable | null {
  for (const find of finders) {
    const found = find(search, at);
    if (found) return found;
  }
  return null;
}

/** Tables without lines, or with lines in one direction only. `rows` from top to bottom; what is no table is given back. */
export function borderlessTables(
  rows: readonly Row[],
  rulings: readonly Ruling[],
  page: number,
): { readonly tables: readonly DraftTable[]; readonly rest: readonly Row[] } {
  const names = namesBehindCodes(rows);
  const lines = withRowsByGaps(withLabelBlocks(withBrokenNumbers(rows.map((row) => segmented(row, names)))));
  const rules = mergeRulings(rulings, 'across');
  const tables: DraftTable[] = [];
  const rest: Row[] = [];
  let kept = 0;
  for (let at = 0; at < lines.length; at++) {
    const found = tableAt({ lines, rules, names, kept }, at);
    if (!found) continue;
    rest.push(...lines.slice(kept, found.first).flatMap((it) => it.parts));
    tables.push(tableOf(found, page));
    kept = found.end;
    at = kept - 1;
  }
  rest.push(...lines.slice(kept).flatMap((it) => it.parts));
  return { tables, rest };
}
