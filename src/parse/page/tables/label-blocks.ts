import type { Fragment } from '../glyphs/fragments.js';
import { emOf, rowOf, type Row } from '../lines/lines.js';
import { asSegment, type Segment, type SegmentedRow } from '../lines/segments.js';
import { begins, isFull } from './wrapped-rows.js';

// Labels of several lines with their figures half way down: which lines are the label of which figures shows only where a whole
// stretch of the table is looked at, for the lines of all labels follow each other evenly.

/** Lines of one label at most. */
const mostLines = 5;
/** White space in em between the lines of one label. */
const leading = 0.9;
/** How far the middle of a label may be from its figures, in em. */
const drift = 0.3;

/** A line of a label, or the figures of a row whose label has no line at their height. */
interface Line {
  readonly line: SegmentedRow;
  /** What stands left of the figures. */
  readonly label: Segment | null;
  readonly values: boolean;
}

const middle = (it: { readonly top: number; readonly bottom: number }): number => (it.top + it.bottom) / 2;

/** The line at `at` as part of a table; null for a line that cannot be one of its labels or rows of figures. */
function lineAt(lines: readonly SegmentedRow[], at: number): Line | null {
  const line = lines[at];
  const first = line?.segments[0];
  if (!first || /[。；;]/.test(first.text)) return null;
  if (line.figures === 0) return line.segments.length === 1 ? { line, label: first, values: false } : null;
  // the number of a note may stand before the figures
  const besides = [lines[at - 1], lines[at + 1]].some(
    (it) => it?.segments.length === 1 && it.row.right < first.left && apart(it.row, line.row) < leading,
  );
  return { line, label: first.figure || besides ? null : first, values: true };
}

/** White space between two lines, in em. */
const apart = (a: Row, b: Row): number => (Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom)) / emOf(b);

/** Where the figures of a row begin. */
const valuesLeft = ({ line, label, values }: Line): number =>
  values ? (line.segments[label ? 1 : 0]?.left ?? Infinity) : Infinity;

/** Stretches of lines close under each other whose labels end before any of their figures begin. */
function stretchesOf(lines: readonly SegmentedRow[]): { readonly start: number; readonly lines: readonly Line[] }[] {
  const stretches: { start: number; lines: Line[] }[] = [];
  let open: Line[] = [];
  let [limit, bound] = [-Infinity, Infinity];
  lines.forEach((_, i) => {
    const it = lineAt(lines, i);
    const above = open[open.length - 1];
    const right = it?.label?.right ?? -Infinity;
    const left = it ? valuesLeft(it) : Infinity;
    const near = it && above && apart(above.line.row, it.line.row) < leading;
    if (near && Math.max(limit, right) < Math.min(bound, left)) open.push(it);
    else {
      open = it ? [it] : [];
      [limit, bound] = [-Infinity, Infinity];
      if (it) stretches.push({ start: i, lines: open });
    }
    [limit, bound] = [Math.max(limit, right), Math.min(bound, left)];
  });
  return stretches;
}

/** True when the label goes on in the line below: it was full to `limit`, so that the next word did not fit. */
function goesOn(above: Segment, below: Segment, limit: number): boolean {
  if (/[:：]$/.test(above.text) || begins.test(below.text) || below.top - above.bottom > leading * emOf(above))
    return false;
  return isFull(above.right, limit, emOf(above), below.text);
}

/** Lines of a stretch that make one row: a label about its figures. */
interface Block {
  readonly from: number;
  readonly to: number;
}

interface Plan {
  /** Lines of labels that stand in no block. */
  readonly left: number;
  readonly blocks: readonly Block[];
}

/** Blocks of a stretch that leave the fewest lines of labels without figures. */
function blocksOf(lines: readonly Line[]): readonly Block[] {
  const limit = Math.max(...lines.map((it) => it.label?.right ?? -Infinity));
  const soundFrom = (from: number): Block[] => {
    const found: Block[] = [];
    let [values, labels] = [lines[from]?.values ? 1 : 0, lines[from]?.label ? 1 : 0];
    let last = lines[from]?.label;
    let at = lines[from]?.values ? from : -1;
    if (!last) return found;
    const top = last.top;
    for (let to = from + 1; to < lines.length && labels < mostLines; to++) {
      const it = lines[to];
      if (!it) break;
      if (it.values) [values, at] = [values + 1, to];
      if (values > 1) break;
      if (!it.label) continue;
      const pair = labels === 1 && at >= 0 && !lines[at]?.label;
      const sound = goesOn(last, it.label, limit) || (pair && !begins.test(it.label.text));
      if (!sound) break;
      [last, labels] = [it.label, labels + 1];
      const figures = lines[at]?.line.segments.at(-1);
      if (figures && Math.abs((top + last.bottom) / 2 - middle(figures)) < drift * emOf(last)) found.push({ from, to });
    }
    return found;
  };
  // from the end: what is best for the lines from here on
  const best: Plan[] = [];
  best[lines.length] = { left: 0, blocks: [] };
  for (let from = lines.length - 1; from >= 0; from--) {
    const it = lines[from];
    const alone = best[from + 1] ?? { left: 0, blocks: [] };
    let plan: Plan = { left: alone.left + (it?.label && it.values ? 0 : 1), blocks: alone.blocks };
    for (const block of soundFrom(from)) {
      const rest = best[block.to + 1] ?? { left: 0, blocks: [] };
      if (rest.left < plan.left) plan = { left: rest.left, blocks: [block, ...rest.blocks] };
    }
    best[from] = plan;
  }
  return best[0]?.blocks ?? [];
}

/** One row of a label's lines and its figures. */
function joined(lines: readonly Line[]): WholeRow {
  const [only] = lines;
  if (only && lines.length === 1) return whole(only.line);
  const label = asSegment(lines.flatMap((it) => [...(it.label?.fragments ?? [])]));
  const values = lines.flatMap((it) => (it.values ? it.line.segments.slice(it.label ? 1 : 0) : []));
  const fragments: readonly Fragment[] = lines.flatMap((it) => it.line.row.fragments);
  return {
    row: rowOf(fragments),
    segments: [label, ...values],
    figures: values.filter((it) => it.figure).length,
    parts: lines.flatMap((it) => whole(it.line).parts),
  };
}

/** True when the blocks of a stretch show that its labels stand about their figures: figures between two lines, or two labels of
 *  three lines or more. */
function shown(lines: readonly Line[], blocks: readonly Block[]): boolean {
  const between = blocks.some(({ from, to }) => lines.slice(from, to + 1).some((it) => it.values && !it.label));
  return between || blocks.length >= 2;
}

/** The row that begins at `at`: a block, or labels without figures that go on in the next line. */
function rowAt(lines: readonly Line[], at: number, blocks: readonly Block[], limit: number): readonly Line[] {
  const block = blocks.find((it) => it.from === at);
  if (block) return lines.slice(at, block.to + 1);
  let end = at + 1;
  for (; end < lines.length; end++) {
    const [above, below] = [lines[end - 1], lines[end]];
    if (!above?.label || !below?.label || above.values || below.values || blocks.some((it) => it.from === end)) break;
    const inset = Math.abs(above.label.left - below.label.left) > drift * emOf(above.label);
    if (inset || !goesOn(above.label, below.label, limit)) break;
  }
  return lines.slice(at, end);
}

/** A row of a table, and the lines of the page that it is made of. */
export interface WholeRow extends SegmentedRow {
  readonly parts: readonly Row[];
}

const whole = (line: SegmentedRow | WholeRow): WholeRow => ('parts' in line ? line : { ...line, parts: [line.row] });

/** The lines of a page, those of a label that stands about its figures being one with them. */
export function withLabelBlocks(lines: readonly (SegmentedRow | WholeRow)[]): readonly WholeRow[] {
  const rows: WholeRow[] = [];
  let done = 0;
  for (const stretch of stretchesOf(lines)) {
    const blocks = stretch.lines.length < 3 ? [] : blocksOf(stretch.lines);
    if (!shown(stretch.lines, blocks)) continue;
    rows.push(...lines.slice(done, stretch.start).map(whole));
    const limit = Math.max(...stretch.lines.map((it) => it.label?.right ?? -Infinity));
    for (let at = 0; at < stretch.lines.length;) {
      const row = rowAt(stretch.lines, at, blocks, limit);
      rows.push(joined(row));
      at += row.length;
    }
    done = stretch.start + stretch.lines.length;
  }
  return [...rows, ...lines.slice(done).map(whole)];
}
