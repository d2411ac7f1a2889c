import { dense } from '../../../model/dense.js';
import { isColumnFigure, numbersOf, usualDecimals } from '../lines/figures.js';
import { emOf, rowOf } from '../lines/lines.js';
import { asSegment, numberGoesOn, type Segment, type SegmentedRow } from '../lines/segments.js';
import { overlap } from './aligned-columns.js';
import type { WholeRow } from './label-blocks.js';

// Rows of a table without lines whose numbers were broken for want of room: where one begins and ends in two lines under each other
// beyond doubt, the white space between these is that inside rows, and wider white space parts them.

/** Lines between the two pieces of a number at most: cells of fewer lines may stand half way up. */
const mostBetween = 2;
/** White space in em within a number at most, beyond which a table ends, and by which that between rows is wider. */
const within = 1;
const farthest = 2.2;
const wider = 0.15;
const digitWidth = 0.6;

const gapOf = (above: SegmentedRow, below: SegmentedRow): number => below.row.top - above.row.bottom;

/** The widest white space within a number that goes on from this line or the next few; null for none. */
function innerGap(lines: readonly SegmentedRow[], at: number): number | null {
  const above = lines[at];
  if (!above) return null;
  for (const below of lines.slice(at + 1, at + 2 + mostBetween)) {
    const gap = gapOf(above, below);
    if (gap > within * emOf(above.row)) return null;
    if (numberGoesOn(above, below)) return gap;
  }
  return null;
}

interface Region {
  readonly start: number;
  readonly end: number;
  /** Widest white space within its rows, in points. */
  readonly inner: number;
}

/** Stretches of lines close under each other in which numbers go on. */
function regionsOf(lines: readonly SegmentedRow[]): Region[] {
  const regions: Region[] = [];
  let [start, inner] = [0, -Infinity];
  let bottom = -Infinity;
  const close = (end: number): void => {
    if (inner > -Infinity) regions.push({ start, end, inner });
    [start, inner] = [end, -Infinity];
  };
  lines.forEach((line, i) => {
    const prose = line.segments.some((it) => /[。；;]/.test(it.text));
    if (prose || line.row.top - bottom > farthest * emOf(line.row)) close(i);
    bottom = Math.max(bottom, line.row.bottom);
    inner = Math.max(inner, innerGap(lines, i) ?? -Infinity);
  });
  close(lines.length);
  return regions;
}

/** The pieces of a row in cells, those under each other being one. */
function cellsOf(parts: readonly SegmentedRow[]): Segment[][] {
  const cells: Segment[][] = [];
  for (const it of parts.flatMap((line) => line.segments)) {
    const cell = cells.find((other) => other.some((one) => overlap(one, it) > 0));
    if (cell) cell.push(it);
    else cells.push([it]);
  }
  return cells;
}

/** One row of several lines; null where the figures under each other are not one number. */
function joined(parts: readonly SegmentedRow[], widestOf: (it: Segment) => number, decimals: number): WholeRow | null {
  const segments: Segment[] = [];
  for (const cell of cellsOf(parts)) {
    const pieces = cell.map((it) => dense(it.text));
    const full = (i: number): boolean => {
      const it = cell[i];
      return it !== undefined && widestOf(it) - (it.right - it.left) < digitWidth * emOf(it);
    };
    const figures = pieces.every((piece) => /^[-+−(（¥￥$\d.,%)）]+$/.test(piece));
    if (figures && pieces.length > 1) {
      const numbers = numbersOf(pieces, { full, tight: full, broken: true, decimals });
      if (numbers.length > 1 || !isColumnFigure(pieces.join(''))) return null;
    }
    segments.push(asSegment(cell.flatMap((it) => it.fragments)));
  }
  segments.sort((a, b) => a.left - b.left);
  return {
    row: rowOf(parts.flatMap((it) => it.row.fragments)),
    segments,
    figures: segments.filter((it) => it.figure).length,
    parts: parts.map((it) => it.row),
  };
}

function rowsIn(lines: readonly SegmentedRow[], inner: number): readonly (SegmentedRow | WholeRow)[] {
  const figures = lines.flatMap((line) => line.segments.filter((it) => it.figure));
  const decimals = usualDecimals(figures.map((it) => dense(it.text)));
  const widestOf = (it: Segment): number =>
    Math.max(...figures.map((other) => (overlap(it, other) > 0 ? other.right - other.left : 0)), it.right - it.left);
  const rows: SegmentedRow[][] = [];
  let bottom = -Infinity;
  for (const line of lines) {
    const open = rows.at(-1);
    if (open && line.row.top - bottom < inner + wider * emOf(line.row)) open.push(line);
    else rows.push([line]);
    bottom = Math.max(bottom, line.row.bottom);
  }
  if (rows.length < 2) return lines;
  return rows.flatMap((parts) => (parts.length > 1 ? (joined(parts, widestOf, decimals) ?? parts) : parts));
}

/** The lines of a page, those of one row of a table being one where its numbers were broken over them. */
export function withBrokenNumbers(lines: readonly SegmentedRow[]): readonly (SegmentedRow | WholeRow)[] {
  const regions = regionsOf(lines);
  if (regions.length === 0) return lines;
  const rows: (SegmentedRow | WholeRow)[] = [];
  let done = 0;
  for (const { start, end, inner } of regions) {
    rows.push(...lines.slice(done, start), ...rowsIn(lines.slice(start, end), inner));
    done = end;
  }
  return [...rows, ...lines.slice(done)];
}
