import { overlap, type Column } from './aligned-columns.js';
import { emOf } from '../lines/lines.js';
import { holdsFigures, type Segment, type SegmentedRow } from '../lines/segments.js';

// Which lines of a page belong to the body of a table without lines, and to the total below it.

const sentence = /[。；;]|如下[:：]?$|^[（(]?(?:金额|货币|计量|数量)?单位[:：]/;

/** Rows in a row without two figures that a table may hold. */
const mostFillers = 3;

/** True when a line stands close below another; a gap of a line or two is close where both have the same columns. */
export function follows(above: SegmentedRow, below: SegmentedRow): boolean {
  const gap = (below.row.top - above.row.bottom) / emOf(below.row);
  const alike =
    holdsFigures(above) && above.figures === below.figures && above.segments.length === below.segments.length;
  return gap < (alike ? 4.5 : 2.2);
}

export const filler = ({ segments }: SegmentedRow): boolean => !segments.some((it) => sentence.test(it.text));

/** Where it holds no figures, the header of another table: dates side by side. */
const ofDates = ({ segments }: SegmentedRow): boolean =>
  segments.filter((it) => /^\d{4}年(?:度|[初末]|\d{1,2}月)/.test(it.text)).length >= 2;

/** True when a figure of the line ends, or has its middle, where one of the rows above does: words between do not part them. */
function goesOnBelow(above: readonly SegmentedRow[], line: SegmentedRow): boolean {
  const figures = above.slice(-mostFillers).flatMap(({ segments }) => segments.filter((it) => it.figure));
  const near = 0.8 * emOf(line.row);
  const alike = (a: Segment, b: Segment): boolean =>
    Math.abs(a.right - b.right) < near || Math.abs(a.left + a.right - b.left - b.right) < near;
  return line.segments.some((it) => it.figure && figures.some((other) => alike(it, other)));
}

/** True when a line without figures heads another table: a title stands above it, and it names two columns of figures or more. */
function headsAnother(above: readonly SegmentedRow[], fillers: readonly SegmentedRow[], line: SegmentedRow): boolean {
  const titled = fillers.some(({ segments }) => segments.length === 1);
  if (!titled || line.segments.length < 2) return false;
  const figures = above.slice(-mostFillers).flatMap(({ segments }) => segments.filter((it) => it.figure));
  const named = line.segments.filter((it) => figures.some((other) => overlap(it, other) > 0));
  return named.length >= 2 || named.some((it) => figures.filter((other) => sideBySide(it, other)).length >= 2);
}

/** True when the second lies wholly under the first, which is much wider. */
const sideBySide = (wide: Segment, other: Segment): boolean =>
  overlap(wide, other) > 0.9 * (other.right - other.left) && wide.right - wide.left > 1.8 * (other.right - other.left);

/** Index after the last line of the run of rows with figures that begins at `start`. */
export function runFrom(lines: readonly SegmentedRow[], start: number): number {
  let end = start + 1;
  // what begins further out than every row is a heading of what follows
  let outermost = lines[start]?.row.left ?? 0;
  for (let i = end; i < lines.length && i - end < mostFillers; i++) {
    const [above, line] = [lines[i - 1], lines[i]];
    if (!above || !line || !follows(above, line) || !filler(line)) break;
    if (holdsFigures(line)) {
      if (i > end && !goesOnBelow(lines.slice(start, end), line)) break;
      end = i + 1;
    } else if (headsAnother(lines.slice(start, end), lines.slice(end, i), line)) break;
    else if (ofDates(line) || line.row.left < outermost - 1.5 * emOf(line.row)) break;
    outermost = Math.min(outermost, line.row.left);
  }
  return end;
}

/** True when a segment stands in a column; words that run on over a column of figures are a sentence. */
function standsIn(it: Segment, columns: readonly Column[]): boolean {
  const over = columns.filter((column) => overlap(column, it) > 0);
  return over.length > 0 && (over.length === 1 || !over.some((column) => column.figures && !it.figure));
}

/** Lines below the body with one figure under its columns: a total, a row with blanks. */
export function bodyEnd(lines: readonly SegmentedRow[], end: number, columns: readonly Column[]): number {
  let after = end;
  for (;;) {
    const [above, line] = [lines[after - 1], lines[after]];
    if (!above || !line || !follows(above, line) || !filler(line) || line.segments.length < 2) return after;
    const fits = line.segments.filter((it) => it.figure).length === 1;
    if (!fits || !line.segments.every((it) => standsIn(it, columns))) return after;
    after++;
  }
}
