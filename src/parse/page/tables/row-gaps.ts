import { overlap } from './aligned-columns.js';
import { emOf, rowOf } from '../lines/lines.js';
import type { WholeRow } from './label-blocks.js';
import { asSegment, holdsFigures, type Segment } from '../lines/segments.js';
import { begins, isFull } from './wrapped-rows.js';

// Rows of a table without lines whose cells take several lines: the white space between rows is wider than inside their cells.

/** Rows of figures that show how far apart rows are. */
const fewestRows = 3;
/** Lines of one row at most. */
const mostLines = 8;
/** White space in em beyond which a table ends. */
const farthest = 2.2;
/** How much wider the white space between rows is, in em. */
const wider = 0.12;

const gapIn = (lines: readonly WholeRow[], at: number): number => {
  const [above, below] = [lines[at - 1], lines[at]];
  return above && below ? below.row.top - above.row.bottom : Infinity;
};

/** Runs of lines close under each other, none of them a sentence, that hold rows of figures. */
function runsOf(lines: readonly WholeRow[]): (readonly [start: number, end: number])[] {
  const runs: [number, number][] = [];
  let [start, rows] = [0, 0];
  const close = (end: number): void => {
    if (rows >= fewestRows && end - start > rows) runs.push([start, end]);
    [start, rows] = [end, 0];
  };
  lines.forEach((line, i) => {
    const prose = line.segments.some((it) => /[。；;]/.test(it.text));
    if (prose || gapIn(lines, i) > farthest * emOf(line.row)) close(i);
    if (prose) start = i + 1;
    else if (holdsFigures(line)) rows++;
  });
  close(lines.length);
  return runs;
}

/** White space that parts the rows of a run: the least of the widest between each two lines of figures. */
function rowGap(lines: readonly WholeRow[]): number {
  let least = Infinity;
  let widest = -Infinity;
  let begun = false;
  lines.forEach((line, i) => {
    if (i > 0) widest = Math.max(widest, gapIn(lines, i));
    if (!holdsFigures(line)) return;
    if (begun) least = Math.min(least, widest);
    begun = true;
    widest = -Infinity;
  });
  return least;
}

/** Where the column of a segment ends: the furthest right end of all that stand under or above it. */
const limitOf = (it: Segment, lines: readonly WholeRow[]): number =>
  Math.max(
    ...lines.flatMap((line) => line.segments.filter((other) => overlap(it, other) > 0)).map((other) => other.right),
  );

/** The pieces of a row of several lines, those under each other joined; null where one does not go on with the one above. */
function cellsOf(parts: readonly WholeRow[], run: readonly WholeRow[]): Segment[] | null {
  const cells: Segment[][] = [];
  for (const it of parts.flatMap((line) => line.segments)) {
    const cell = cells.find((other) => other.some((one) => overlap(one, it) > 0));
    const above = cell?.at(-1);
    if (!above) {
      cells.push([it]);
      continue;
    }
    const ended = it.figure || above.figure || /[:：]$/.test(above.text) || begins.test(it.text);
    if (ended || !isFull(above.right, limitOf(above, run), emOf(above), it.text)) return null;
    cell?.push(it);
  }
  return cells.map((cell) => asSegment(cell.flatMap((it) => it.fragments))).sort((a, b) => a.left - b.left);
}

/** One row of several lines; null where they are no row. */
function joined(parts: readonly WholeRow[], run: readonly WholeRow[]): WholeRow | null {
  if (parts.length > mostLines || parts.filter(holdsFigures).length !== 1) return null;
  const segments = cellsOf(parts, run);
  if (!segments) return null;
  return {
    row: rowOf(parts.flatMap((it) => it.row.fragments)),
    segments,
    figures: segments.filter((it) => it.figure).length,
    parts: parts.flatMap((it) => it.parts),
  };
}

function rowsOf(run: readonly WholeRow[]): WholeRow[] {
  const [first] = run;
  const least = rowGap(run) - wider * (first ? emOf(first.row) : 10);
  const rows: WholeRow[] = [];
  for (let at = 0; at < run.length;) {
    let end = at + 1;
    while (end < run.length && gapIn(run, end) < least) end++;
    const parts = run.slice(at, end);
    const row = parts.length > 1 ? joined(parts, run) : null;
    rows.push(...(row ? [row] : parts));
    at = end;
  }
  return rows;
}

/** The lines of a page, those of one row of a table being one where the white space between them shows it. */
export function withRowsByGaps(lines: readonly WholeRow[]): readonly WholeRow[] {
  const rows: WholeRow[] = [];
  let done = 0;
  for (const [start, end] of runsOf(lines)) {
    rows.push(...lines.slice(done, start), ...rowsOf(lines.slice(start, end)));
    done = end;
  }
  return done === 0 ? lines : [...rows, ...lines.slice(done)];
}
