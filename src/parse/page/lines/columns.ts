import { middle, type Fragment } from '../glyphs/fragments.js';
import { emOf, rowText, rowsOf, type Row } from './lines.js';

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lines side by side that make two columns of text; fewer do where the page before has the same two. */
const fewestLines = 6;
const fewestAgain = 2;
/** Least width in em of the white space between two columns. */
const leastGap = 0.9;
/** Share of the lines beside each other that may run over both columns. */
const mostCrossing = 0.25;

/** A row with the white spaces in it that may part two columns. */
interface GappedRow {
  readonly row: Row;
  readonly gaps: readonly (readonly [from: number, to: number])[];
}

function gapped(row: Row): GappedRow {
  const gaps: [number, number][] = [];
  let right = Infinity;
  for (const it of row.fragments) {
    if (it.left - right >= leastGap * it.size) gaps.push([right, it.left]);
    right = Math.max(right === Infinity ? -Infinity : right, it.right);
  }
  return { row, gaps };
}

const runsOver = ({ row, gaps }: GappedRow, x: number): boolean =>
  row.left < x && row.right > x && !gaps.some(([from, to]) => from <= x && x <= to);

/** True when the lines fill their side as running text does; columns of a form or of figures do not. */
function running(sides: readonly Row[]): boolean {
  const left = Math.min(...sides.map((it) => it.left));
  const right = Math.max(...sides.map((it) => it.right));
  const full = sides.filter((it) => it.right - it.left > 0.75 * (right - left) && /\p{L}{6}/u.test(rowText(it)));
  return full.length >= 0.5 * sides.length;
}

/** The text left and right of a line down the page, row by row; what runs over it is neither. */
interface Halves {
  readonly lefts: readonly Row[];
  readonly rights: readonly Row[];
  readonly across: readonly Row[];
}

function halvesAt(rows: readonly GappedRow[], x: number): Halves {
  const [lefts, rights, across]: [Fragment[], Fragment[], Row[]] = [[], [], []];
  for (const it of rows) {
    if (runsOver(it, x)) across.push(it.row);
    else for (const fragment of it.row.fragments) (fragment.right <= x ? lefts : rights).push(fragment);
  }
  // lines of two columns need not stand at one height
  return { lefts: rowsOf(lefts), rights: rowsOf(rights), across };
}

/** How many lines stand beside others over the gap at `x`; 0 where too much text runs over it. */
function besideAt(rows: readonly GappedRow[], x: number): number {
  const [lefts, rights, across]: [Row[], Row[], Row[]] = [[], [], []];
  for (const it of rows) {
    if (runsOver(it, x)) across.push(it.row);
    else {
      if (it.row.left < x) lefts.push(it.row);
      if (it.row.right > x) rights.push(it.row);
    }
  }
  if (lefts.length === 0 || rights.length === 0) return 0;
  const middles = [lefts, rights].map((side) => side.map(middle));
  const top = Math.max(...middles.map((side) => Math.min(...side)));
  const bottom = Math.min(...middles.map((side) => Math.max(...side)));
  const count = (of: readonly Row[]): number =>
    of.filter((it) => middle(it) > top - emOf(it) && middle(it) < bottom + emOf(it)).length;
  const [beside, over] = [Math.min(count(lefts), count(rights)), count(across)];
  return over > mostCrossing * (beside + over) ? 0 : beside;
}

/** Where the white space between two columns of running text stands; null for a page of one column. `before` is that of the page
 *  before. */
export function gutterOf(rows: readonly Row[], before: number | null): number | null {
  if (rows.length < fewestAgain) return null;
  const left = Math.min(...rows.map((it) => it.left));
  const right = Math.max(...rows.map((it) => it.right));
  const candidates = rows.map(gapped);
  let best =
    before !== null && besideAt(candidates, before) >= fewestAgain ? { x: before, beside: fewestLines - 1 } : null;
  for (let share = 0.35; share <= 0.65; share += 0.01) {
    const x = left + share * (right - left);
    const beside = besideAt(candidates, x);
    if (beside >= fewestLines && beside > (best?.beside ?? 0)) best = { x, beside };
  }
  if (best === null) return null;
  const { lefts, rights } = halvesAt(candidates, best.x);
  const gap = Math.min(...rights.map((it) => it.left)) - Math.max(...lefts.map((it) => it.right));
  return gap > 0.5 * leastGap * Math.max(...rows.map(emOf)) && running(lefts) && running(rights) ? best.x : null;
}

/** The rows of a page of two columns, each column's of its own. */
export function inColumns(rows: readonly Row[], gutter: number): readonly Row[] {
  const { lefts, rights, across } = halvesAt(rows.map(gapped), gutter);
  return [...across, ...lefts, ...rights];
}

/** 1 and 2 for what stands left and right of the gutter, 0 for what runs over it. */
export function columnOf({ left, right }: Extent, gutter: number | null): number {
  if (gutter === null || (left < gutter - 2 && right > gutter + 2)) return 0;
  return right <= gutter + 2 ? 1 : 2;
}

/** How much taller than all text beside it a line must be to be a heading. */
const taller = 1.15;

/** The left column of a band of text, and a heading below both columns that is short enough to stand within it. */
function belowBoth<T extends Extent>(
  lefts: readonly T[],
  rights: readonly T[],
): [inside: readonly T[], below: readonly T[]] {
  const height = (it: T): number => it.bottom - it.top;
  const bottom = Math.max(...rights.map((it) => it.bottom));
  const highest = Math.max(...rights.map(height));
  let end = lefts.length;
  while (end > 0 && rights.length > 0) {
    const it = lefts[end - 1];
    if (!it || it.top < bottom || height(it) < taller * highest) break;
    end--;
  }
  return [lefts.slice(0, end), lefts.slice(end)];
}

/** Reading order: down the left column, then down the right one; what runs over both parts what is above from what is below. */
export function inReadingOrder<T extends Extent>(items: readonly T[], gutter: number | null): T[] {
  const ordered = [...items].sort((a, b) => a.top - b.top || a.left - b.left);
  if (gutter === null) return ordered;
  const result: T[] = [];
  let band: T[] = [];
  const close = (): void => {
    const rights = band.filter((it) => columnOf(it, gutter) === 2);
    const [lefts, below] = belowBoth(
      band.filter((it) => columnOf(it, gutter) === 1),
      rights,
    );
    result.push(...lefts, ...rights, ...below);
    band = [];
  };
  for (const it of ordered) {
    if (columnOf(it, gutter) === 0) {
      close();
      result.push(it);
    } else band.push(it);
  }
  close();
  return result;
}
