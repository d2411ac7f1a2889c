import { overlap, type Column } from './aligned-columns.js';
import type { Row } from './lines.js';
import type { Ruling } from './rulings.js';
import { holdsFigures, type Segment, type SegmentedRow } from './segments.js';

// Which lines of a page belong to a table without lines: its body, the header above it, the total below it.

const sentence = /[。；;]|如下[:：]?$|^[（(]?(?:金额|货币|计量|数量)?单位[:：]/;

/** Rows in a row without two figures that a table may hold. */
const mostFillers = 3;

export const size = (row: Row): number => row.fragments[0]?.size ?? 10;

/** True when a line stands close below another; a gap of a line or two is close where both have the same columns. */
function follows(above: SegmentedRow, below: SegmentedRow): boolean {
  const gap = (below.row.top - above.row.bottom) / size(below.row);
  const alike =
    holdsFigures(above) && above.figures === below.figures && above.segments.length === below.segments.length;
  return gap < (alike ? 4.5 : 2.2);
}

const filler = ({ segments }: SegmentedRow): boolean => !segments.some((it) => sentence.test(it.text));

/** Where it holds no figures, the header of another table: dates side by side. */
const ofDates = ({ segments }: SegmentedRow): boolean =>
  segments.filter((it) => /^\d{4}年(?:度|[初末]|\d{1,2}月)/.test(it.text)).length >= 2;

/** True when a figure of the line ends, or has its middle, where one of the rows above does: words between do not part them. */
function goesOnBelow(above: readonly SegmentedRow[], line: SegmentedRow): boolean {
  const figures = above.slice(-mostFillers).flatMap(({ segments }) => segments.filter((it) => it.figure));
  const near = 0.8 * size(line.row);
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
    else if (ofDates(line) || line.row.left < outermost - 1.5 * size(line.row)) break;
    outermost = Math.min(outermost, line.row.left);
  }
  return end;
}

/** Lines of a header are at most so many, or so high in em. */
const mostHeaderLines = 5;
const highestHeader = 9;

/** True when a rule runs over most of the table's width. */
const spans = (rule: Ruling, { left, right }: Row): boolean =>
  Math.min(rule.to, right) - Math.max(rule.from, left) > 0.6 * (right - left);

/** Where a header stands between two rules directly above the body: its first line, and the first below it, which may be a label
 *  above the figures; null where none does. */
export function ruledHeader(
  lines: readonly SegmentedRow[],
  start: number,
  body: Row,
  rules: readonly Ruling[],
): { readonly first: number; readonly end: number } | null {
  const top = lines[start]?.row.top ?? 0;
  const em = size(body);
  const [under, above] = rules.filter((it) => it.at < top + 1 && spans(it, body)).sort((a, b) => b.at - a.at);
  if (!under || !above || top - under.at > 3 * em || under.at - above.at > highestHeader * em) return null;
  let [first, end] = [start, start];
  while ((lines[end - 1]?.row.top ?? -Infinity) > under.at - 1) end--;
  while ((lines[first - 1]?.row.top ?? -Infinity) > above.at - 1) first--;
  const held = lines.slice(first, start);
  const sound =
    held.length <= mostHeaderLines && held.every(filler) && held.every(({ row }) => row.left > body.left - 4 * em);
  return first < end && sound ? { first, end } : null;
}

/** True when words stand over each column of figures. */
function nameEach(words: readonly Segment[], columns: readonly Column[]): boolean {
  const figures = columns.filter((column) => column.figures);
  return words.length >= 3 && figures.every((column) => words.some((it) => overlap(column, it) > 0));
}

/** True when a line names each column of figures: then it may stand a blank row above them. */
function namesAll(line: SegmentedRow, below: SegmentedRow, columns: readonly Column[]): boolean {
  const near = (below.row.top - line.row.bottom) / size(below.row) < 4.5;
  return (
    near &&
    nameEach(
      line.segments.filter((it) => !it.figure),
      columns,
    )
  );
}

/** Labels without figures that may stand between a header and the first row with figures. */
const mostLabelsFirst = 2;

/** Where the header above the body begins and ends: the lines directly above that name its columns, or those above a label or two
 *  with which the body begins. */
export function headerAbove(
  lines: readonly SegmentedRow[],
  start: number,
  columns: readonly Column[],
): { readonly first: number; readonly end: number } {
  const first = headerStart(lines, start, columns);
  if (first < start) return { first, end: start };
  const [labels, next] = columns;
  if (!labels || labels.figures) return { first: start, end: start };
  for (let end = start - 1; end > 0 && start - end <= mostLabelsFirst; end--) {
    const [line, below] = [lines[end], lines[end + 1]];
    const [only, second] = line?.segments ?? [];
    if (!line || !below || !only || second || only.figure || !filler(line) || !follows(line, below)) break;
    if (overlap(labels, only) <= 0 || only.right > (next?.left ?? Infinity)) break;
    const above = headerStart(lines, end, columns);
    const words = lines.slice(above, end).flatMap((it) => it.segments.filter((one) => !one.figure));
    if (nameEach(words, columns)) return { first: above, end };
  }
  return { first: start, end: start };
}

/** First of the lines above the one at `start` that name columns. */
function headerStart(lines: readonly SegmentedRow[], start: number, columns: readonly Column[]): number {
  const single = columns.filter((column) => column.figures).length === 1;
  let first = start;
  while (first > 0 && start - first < 4) {
    const [line, below] = [lines[first - 1], lines[first]];
    if (!line || !below || !filler(line)) break;
    if (!follows(line, below) && !(first === start && namesAll(line, below, columns))) break;
    const over = line.segments.filter((it) => columns.some((column) => column.figures && overlap(column, it) > 0));
    if (single ? over.length !== 1 || line.segments.length > 2 || long(over[0]) : over.length < 2) break;
    first--;
  }
  return first;
}

/** Too long to head a column. */
const long = (it: Segment | undefined): boolean => (it?.text.length ?? 0) > 12;

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
