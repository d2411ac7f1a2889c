import { overlap, partsOf, spanOf, type Column } from './aligned-columns.js';
import type { Fragment } from '../glyphs/fragments.js';
import type { GridCell } from './grid.js';
import type { Segment, SegmentedRow } from '../lines/segments.js';
import { emOf } from '../lines/lines.js';

export interface HeldCell {
  readonly cell: GridCell;
  readonly fragments: readonly Fragment[];
}

interface OpenCell {
  readonly level: number;
  readonly from: number;
  readonly to: number;
  readonly fragments: Fragment[];
}

const middle = (from: Segment, to: Segment): number => (from.left + to.right) / 2;

/** Longest run of headings side by side that a wider one has at its middle; all of them where `least` is their count. */
function centredUnder(
  segment: Segment,
  mine: readonly Segment[],
  least: number,
): readonly [first: Segment, last: Segment] | null {
  for (let count = mine.length; count >= Math.max(2, least); count--) {
    for (let from = 0; from + count <= mine.length; from++) {
      const [first, last] = [mine[from], mine[from + count - 1]];
      if (first && last && Math.abs(middle(first, last) - middle(segment, segment)) <= 1.5 * emOf(segment))
        return [first, last];
    }
  }
  return null;
}

/** The headings below that belong to a heading where the same ones stand again under each of its line: 预算数 决算数 预算数 决算数 under
 *  two years, wherever those are set. */
function repeatedUnder(
  segment: Segment,
  line: SegmentedRow,
  below: readonly Segment[],
  columns: readonly Column[],
): readonly [first: Segment, last: Segment] | null {
  const isValue = (it: Segment): boolean => spanOf(it, columns)[0] > 0;
  const [heads, values] = [line.segments.filter(isValue), below.filter(isValue)];
  const size = values.length / heads.length;
  if (heads.length < 2 || size < 2 || !Number.isInteger(size)) return null;
  const groups = heads.map((_, i) => values.slice(i * size, (i + 1) * size));
  const wording = (group: readonly Segment[]): string => group.map((it) => it.text).join('\n');
  const again = groups.every((group) => wording(group) === wording(groups[0] ?? []));
  const distinct = new Set(groups[0]?.map((it) => it.text)).size === size;
  const inPlace = heads.every((it, i) => {
    const [first, last] = [groups[i]?.[0], groups[i]?.at(-1)];
    return first && last && it.right > first.left && it.left < last.right;
  });
  const mine = groups[heads.indexOf(segment)];
  const [first, last] = [mine?.[0], mine?.at(-1)];
  return again && distinct && inPlace && first && last ? [first, last] : null;
}

/** The columns that a heading stands over: those of the headings below that are nearer to it than to others of its line, where
 *  there are several and it has them at its middle, or else those that it touches. `below` are the headings right under its line. */
function headed(
  segment: Segment,
  line: SegmentedRow,
  below: readonly Segment[],
  columns: readonly Column[],
): readonly [from: number, to: number] {
  const distance = (a: Segment, b: Segment): number => Math.abs(middle(a, a) - middle(b, b));
  const mine = below.filter((it) => line.segments.every((other) => distance(it, segment) <= distance(it, other)));
  // one alone on its line is nearest to all; the same words side by side are the first lines of headings, not over several
  const shared = new Set(line.segments.map((it) => it.text)).size === line.segments.length && line.segments.length > 1;
  const touched = spanOf(segment, columns);
  const values = mine.filter((it) => spanOf(it, columns)[0] > 0);
  const under =
    repeatedUnder(segment, line, below, columns) ??
    centredUnder(segment, mine, shared ? 2 : mine.length) ??
    (touched[0] === touched[1] && line.segments.length === 1 ? centredUnder(segment, values, values.length) : null);
  return under ? [spanOf(under[0], columns)[0], spanOf(under[1], columns)[1]] : touched;
}

/** The headings right under the line at `at`: of the next line wholly below it, and of those beside that one, which stand at nearly
 *  its height or in other columns. */
function headingsBelow(lines: readonly SegmentedRow[], at: number): readonly Segment[] {
  const above = lines[at]?.row.bottom ?? 0;
  const found: Segment[] = [];
  let bottom = Infinity;
  for (const line of lines.slice(at + 1)) {
    if (line.row.top <= above - 1) continue;
    const em = line.segments[0] ? emOf(line.segments[0]) : 10;
    const apart = !line.segments.some((it) => found.some((other) => overlap(it, other) > 0));
    if (line.row.top >= (apart ? bottom + 0.5 * em : bottom - 1)) break;
    if (bottom === Infinity) ({ bottom } = line.row);
    found.push(...line.segments);
  }
  return found.sort((a, b) => a.left - b.left);
}

/** Empty cells where nothing stands. */
function fillHoles(rows: readonly HeldCell[][], columns: number): void {
  const taken = new Set<string>();
  for (const { cell } of rows.flat()) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let col = cell.col; col < cell.col + cell.colSpan; col++) taken.add(`${row} ${col}`);
    }
  }
  rows.forEach((held, row) => {
    for (let col = 0; col < columns; col++) {
      if (!taken.has(`${row} ${col}`)) held.push({ cell: { row, col, rowSpan: 1, colSpan: 1 }, fragments: [] });
    }
  });
}

/** Cells of a header of several lines: lines of one heading joined, headings over several columns above those of each. */
export function headerRows(header: readonly SegmentedRow[], columns: readonly Column[]): HeldCell[][] {
  // a year is a heading here, which may stand over several columns
  const lines = header.map((line) => ({ ...line, segments: line.segments.map((it) => ({ ...it, figure: false })) }));
  const open: OpenCell[] = [];
  const lowest: (OpenCell | undefined)[] = columns.map(() => undefined);
  lines.forEach((line, i) => {
    const below = headingsBelow(lines, i);
    for (const segment of line.segments.flatMap((it) => partsOf(it, columns))) {
      const [from, to] = headed(segment, line, below, columns);
      const over = [...new Set(lowest.slice(from, to + 1))];
      const [above] = over;
      if (over.length === 1 && above?.from === from && above.to === to) {
        above.fragments.push(...segment.fragments);
        continue;
      }
      const level = Math.max(...over.map((it) => (it ? it.level + 1 : 0)));
      const cell = { level, from, to, fragments: [...segment.fragments] };
      open.push(cell);
      for (let col = from; col <= to; col++) lowest[col] = cell;
    }
  });
  if (lines.length === 0) return [];
  const depth = 1 + Math.max(0, ...open.map((it) => it.level));
  const isLowest = (it: OpenCell): boolean => lowest.slice(it.from, it.to + 1).every((cell) => cell === it);
  const rows: HeldCell[][] = Array.from({ length: depth }, () => []);
  for (const it of open) {
    const rowSpan = isLowest(it) ? depth - it.level : 1;
    rows[it.level]?.push({
      cell: { row: it.level, col: it.from, rowSpan, colSpan: it.to - it.from + 1 },
      fragments: it.fragments,
    });
  }
  fillHoles(rows, columns.length);
  return rows.map((row) => row.sort((a, b) => a.cell.col - b.cell.col));
}
