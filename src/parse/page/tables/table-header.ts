import { overlap, type Column } from './aligned-columns.js';
import { isYear } from '../lines/figures.js';
import { emOf, type Row } from '../lines/lines.js';
import type { Ruling } from '../glyphs/ruling.js';
import type { Segment, SegmentedRow } from '../lines/segments.js';
import { filler, follows } from './table-extent.js';

// Which lines above the body of a table without lines name its columns.

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
  const em = emOf(body);
  const [under, ...others] = rules.filter((it) => it.at < top + 1 && spans(it, body)).sort((a, b) => b.at - a.at);
  // a rule that begins further in stands below a heading over several columns, within the header
  const above =
    others.find((it) => under && it.from < under.from + em && under.at - it.at < highestHeader * em) ?? others[0];
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
  const near = (below.row.top - line.row.bottom) / emOf(below.row) < 4.5;
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

/** Too long to head a column. */
const long = (it: Segment | undefined): boolean => (it?.text.length ?? 0) > 12;

/** Words that run on, or announce what follows. */
const introduces = (it: Segment): boolean => it.text.length > 8 && /[，,：:]/.test(it.text);

/** Part of a caption, which may stand over a column: 部门：某局, 公开01表. */
const caption = /^(?:编制|填报)?(?:部门|单位).{0,6}[:：]|表$/;

/** True when a segment stands over a column of figures, or between the columns beside it: figures set flush right under a heading
 *  at the middle of a wide column need not touch it. */
const standsOver = (it: Segment, columns: readonly Column[], at: number): boolean =>
  columns[at]?.figures === true &&
  (overlap(columns[at], it) > 0 ||
    (it.left > (columns[at - 1]?.right ?? -Infinity) && it.right < (columns[at + 1]?.left ?? Infinity)));

/** True when a line names columns of figures: two of them, or the only one, each of its words in a column of its own. */
function names(line: SegmentedRow, columns: readonly Column[]): boolean {
  const alone = line.segments.length === 1;
  const words = line.segments.filter((it) => !it.figure || isYear(it.text));
  const over = words.filter((it) =>
    columns.some((column, at) => (alone ? column.figures && overlap(column, it) > 0 : standsOver(it, columns, at))),
  );
  if (columns.filter((column) => column.figures).length > 1) return over.length >= 2;
  const sound = line.segments.length <= columns.length && !line.segments.some((it) => caption.test(it.text));
  return over.length === 1 && sound && !long(over[0]);
}

/** True when a line heads columns of words only, beside the line of the header below it. */
const headsLabels = (line: SegmentedRow, below: SegmentedRow, columns: readonly Column[]): boolean =>
  below.row.top - line.row.bottom < 0.5 * emOf(line.row) &&
  line.segments.every((it) => !long(it) && !columns.some((column) => column.figures && overlap(column, it) > 0));

/** True when a line is one heading with all others of the header but that of the labels under it, at its middle. */
function headsAll(line: SegmentedRow, header: readonly SegmentedRow[], columns: readonly Column[]): boolean {
  const [only, second] = line.segments;
  const [labels] = columns;
  const named = header.find((it) => names(it, columns));
  if (!only || second || !named || labels?.figures !== false || long(only) || caption.test(only.text)) return false;
  const under = named.segments.filter((it) => it.left > labels.right);
  const [first, last] = [under[0], under[under.length - 1]];
  if (!first || !last || first === last) return false;
  const em = emOf(line.row);
  const close = (header[0]?.row.top ?? Infinity) - line.row.bottom < 1.3 * em;
  return close && Math.abs(first.left + last.right - only.left - only.right) < 1.6 * em;
}

/** First of the lines above the one at `start` that name columns. */
function headerStart(lines: readonly SegmentedRow[], start: number, columns: readonly Column[]): number {
  let first = start;
  while (first > 0 && start - first < mostHeaderLines) {
    const [line, below] = [lines[first - 1], lines[first]];
    if (!line || !below || !filler(line) || line.segments.some(introduces)) break;
    if (!follows(line, below) && !(first === start && namesAll(line, below, columns))) break;
    const header = lines.slice(first, start);
    const belongs =
      names(line, columns) ||
      (header.length > 0 && (headsLabels(line, below, columns) || headsAll(line, header, columns)));
    if (!belongs) break;
    first--;
  }
  // what stands above the whole header beside nothing is a title
  while (first < start && isTitle(lines, first, start, columns)) first++;
  return first;
}

function isTitle(lines: readonly SegmentedRow[], at: number, start: number, columns: readonly Column[]): boolean {
  const [line, below] = [lines[at], lines[at + 1]];
  if (!line || !below || names(line, columns) || headsAll(line, lines.slice(at + 1, start), columns)) return false;
  return line.row.bottom <= below.row.top;
}
