import type { Fragment } from './fragments.js';
import { asSegment, type Segment, type SegmentedRow } from './segments.js';

/** A strip of the page in which the pieces of many rows stand. */
export interface Column {
  left: number;
  right: number;
  hits: number;
  readonly figures: boolean;
}

export const overlap = (a: { left: number; right: number }, b: { left: number; right: number }): number =>
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
export function alignedColumns(body: readonly SegmentedRow[]): Column[] | null {
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

/** First and last column that a segment stands in; the nearest one where it stands between two. */
export function spanOf(segment: Segment, columns: readonly Column[]): readonly [from: number, to: number] {
  const hit = columns.flatMap((column, i) => (overlap(column, segment) > 0 ? [i] : []));
  const [from, to] = [hit[0], hit[hit.length - 1]];
  if (from !== undefined && to !== undefined) return segment.figure ? [from, from] : [from, to];
  let best = 0;
  columns.forEach((column, i) => {
    if (overlap(column, segment) > overlap(columns[best] ?? column, segment)) best = i;
  });
  return [best, best];
}

/** A segment over several columns in pieces, where white space shows that each piece belongs to a column of its own. */
export function partsOf(segment: Segment, columns: readonly Column[]): Segment[] {
  const [from, to] = spanOf(segment, columns);
  if (from === to) return [segment];
  const parts: Fragment[][] = [];
  let last = -1;
  for (const it of segment.fragments) {
    const [first, end] = spanOf(asSegment([it]), columns);
    const before = parts[parts.length - 1]?.at(-1);
    const tight = before && it.left - before.right < 0.25 * it.size && !it.spaced;
    if (first !== end || (first !== last && tight)) return [segment];
    if (first === last) parts[parts.length - 1]?.push(it);
    else parts.push([it]);
    last = first;
  }
  return parts.map(asSegment);
}
