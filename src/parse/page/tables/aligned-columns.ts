import type { Fragment } from '../glyphs/fragments.js';
import { asSegment, holdsFigures, type Segment, type SegmentedRow } from '../lines/segments.js';
import { emOf } from '../lines/lines.js';

/** A strip of the page in which the pieces of many rows stand. */
export interface Column {
  left: number;
  right: number;
  hits: number;
  readonly figures: boolean;
}

export const overlap = (a: { left: number; right: number }, b: { left: number; right: number }): number =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left);

/** Ends of figures in one column differ by less than this, in em: a bracket or a sign may hang out. */
const endsWithin = 0.8;

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

/** Columns by the places where figures end, for those whose widest figures reach into the column before. */
function columnsByEnds(segments: readonly Segment[]): Column[] {
  const columns: Column[] = [];
  let first = -Infinity;
  for (const it of [...segments].sort((a, b) => a.right - b.right)) {
    const last = columns[columns.length - 1];
    if (last && it.right - first < endsWithin * emOf(it)) {
      [last.left, last.right] = [Math.min(last.left, it.left), it.right];
      last.hits++;
    } else {
      columns.push({ left: it.left, right: it.right, hits: 1, figures: true });
      first = it.right;
    }
  }
  columns.forEach((column, i) => {
    column.left = Math.max(column.left, columns[i - 1]?.right ?? -Infinity);
  });
  return columns;
}

/** Rows with two figures in one column. */
const doubledIn = (rows: readonly SegmentedRow[], columns: readonly Column[]): number =>
  rows.filter((line) => {
    const taken = line.segments.filter((it) => it.figure).map((it) => nearestOf(it, columns));
    return new Set(taken).size < taken.length;
  }).length;

function figureColumns(rows: readonly SegmentedRow[]): Column[] | null {
  const figures = rows.flatMap((line) => line.segments.filter((it) => it.figure));
  const touching = columnsOf(figures, true, []);
  const doubled = doubledIn(rows, touching);
  if (doubled === 0) return touching;
  const ending = columnsByEnds(figures);
  const [columns, still] =
    doubledIn(rows, ending) < doubled ? [ending, doubledIn(rows, ending)] : ([touching, doubled] as const);
  return still > 0.1 * rows.length ? null : columns;
}

/** True when single amounts stand in one column: they end, or else begin, at one place. */
function oneColumn(rows: readonly SegmentedRow[]): boolean {
  const amounts = rows.flatMap((line) => line.segments.slice(-1));
  const [first] = amounts;
  if (!first || amounts.length < 3) return false;
  const spread = (of: (it: Segment) => number): number => Math.max(...amounts.map(of)) - Math.min(...amounts.map(of));
  return (
    Math.min(
      spread((it) => it.right),
      spread((it) => it.left),
    ) <
    0.6 * emOf(first)
  );
}

/** Figure columns that two rows must have to be a table, without a header above them and with one. */
const fewestOfTwoRows = 4;
const fewestUnderHeader = 2;

/** True when rows are so few that only a header shows them to be a table. */
export const needHeader = (body: readonly SegmentedRow[], columns: readonly Column[]): boolean =>
  severalIn(body) <= 2 &&
  (body.filter(holdsFigures).length === 2 || severalIn(body) === 2) &&
  columns.filter((it) => it.figures).length < fewestOfTwoRows;

/** Rows with figures side by side. */
const severalIn = (body: readonly SegmentedRow[]): number => body.filter((line) => line.figures >= 2).length;

/** The columns of a run of rows; null where its figures do not stand under each other. */
export function alignedColumns(body: readonly SegmentedRow[]): Column[] | null {
  const rows = body.filter(holdsFigures);
  const figures = figureColumns(rows);
  if (!figures) return null;
  const single = rows.every((line) => line.figures === 1);
  // totals of one column may stand between the rows that show the columns
  const aligned = figures.filter((column) => column.hits >= Math.min(3, Math.max(2, severalIn(rows)))).length;
  if (single ? !oneColumn(rows) : rows.length < 2 || aligned < fewestUnderHeader) return null;
  const labels = columnsOf(
    rows.flatMap((line) => line.segments.filter((it) => !it.figure)),
    false,
    figures,
  );
  return [...figures, ...labels].sort((a, b) => a.left - b.left);
}

/** The column that holds most of a segment; the nearest one where it stands between two. */
function nearestOf(segment: Segment, columns: readonly Column[]): number {
  let best = 0;
  columns.forEach((column, i) => {
    if (overlap(column, segment) > overlap(columns[best] ?? column, segment)) best = i;
  });
  return best;
}

/** First and last column that a segment stands in. */
export function spanOf(segment: Segment, columns: readonly Column[]): readonly [from: number, to: number] {
  if (!segment.figure) {
    const meets = (column: Column): boolean => overlap(column, segment) > 0;
    const from = columns.findIndex(meets);
    if (from >= 0) return [from, columns.findLastIndex(meets)];
  }
  const best = nearestOf(segment, columns);
  return [best, best];
}

/** White space in em within one heading: typesetters leave more about the digits of a date (2007 年 12 月). */
const tightest = (before: Fragment, after: Fragment): number =>
  /[年月]$/.test(before.text) || /^[年月日]/.test(after.text) ? 0.5 : 0.25;

/** A segment over several columns in pieces, where white space shows that each piece belongs to a column of its own. */
export function partsOf(segment: Segment, columns: readonly Column[]): Segment[] {
  const [from, to] = spanOf(segment, columns);
  if (from === to) return [segment];
  const parts: Fragment[][] = [];
  let last = -1;
  for (const it of segment.fragments) {
    const [first, end] = spanOf(asSegment([it]), columns);
    const before = parts[parts.length - 1]?.at(-1);
    const tight = before && it.left - before.right < tightest(before, it) * it.size && !it.spaced;
    if (first !== end || (first !== last && tight)) return [segment];
    if (first === last) parts[parts.length - 1]?.push(it);
    else parts.push([it]);
    last = first;
  }
  return parts.map(asSegment);
}
