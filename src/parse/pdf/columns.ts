import { rowOf, type Row } from './lines.js';

interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

/** Lines side by side that make two columns of text. */
const fewestLines = 6;

/** Width in em of the gap of a row that holds `x`; 0 where text runs over it or stands on one side only. */
function gapAt({ fragments }: Row, x: number): number {
  let [before, after, size] = [-Infinity, Infinity, 1];
  for (const it of fragments) {
    if (it.left < x && it.right > x) return 0;
    if (it.right <= x) before = Math.max(before, it.right);
    else after = Math.min(after, it.left);
    ({ size } = it);
  }
  return Number.isFinite(after - before) ? (after - before) / size : 0;
}

const textOf = (row: Row): string => row.fragments.map((it) => it.text).join('');

/** True when the lines fill their side as running text does; columns of a form or of figures do not. */
function running(sides: readonly Row[]): boolean {
  const left = Math.min(...sides.map((it) => it.left));
  const right = Math.max(...sides.map((it) => it.right));
  const full = sides.filter((it) => it.right - it.left > 0.75 * (right - left) && /\p{L}{6}/u.test(textOf(it)));
  return full.length >= 0.5 * sides.length;
}

export function splitAt(row: Row, x: number): Row[] {
  const left = row.fragments.filter((it) => it.right <= x);
  const right = row.fragments.filter((it) => it.right > x);
  return left.length > 0 && right.length > 0 ? [rowOf(left), rowOf(right)] : [row];
}

/** Where the white space between two columns of running text stands; null for a page of one column. */
export function gutterOf(rows: readonly Row[]): number | null {
  if (rows.length < fewestLines) return null;
  const left = Math.min(...rows.map((it) => it.left));
  const right = Math.max(...rows.map((it) => it.right));
  let best = { x: 0, rows: [] as Row[] };
  for (let share = 0.35; share <= 0.65; share += 0.01) {
    const x = left + share * (right - left);
    const parted = rows.filter((row) => gapAt(row, x) >= 1.2);
    if (parted.length > best.rows.length) best = { x, rows: parted };
  }
  if (best.rows.length < fewestLines || best.rows.length < 0.4 * rows.length) return null;
  const halves = best.rows.map((row) => splitAt(row, best.x));
  const [lefts, rights] = [halves.flatMap((it) => it[0] ?? []), halves.flatMap((it) => it[1] ?? [])];
  return running(lefts) && running(rights) ? best.x : null;
}

/** 1 and 2 for what stands left and right of the gutter, 0 for what runs over it. */
export function columnOf({ left, right }: Extent, gutter: number | null): number {
  if (gutter === null || (left < gutter - 2 && right > gutter + 2)) return 0;
  return right <= gutter + 2 ? 1 : 2;
}

/** Reading order: down the left column, then down the right one; what runs over both parts what is above from what is below. */
export function inReadingOrder<T extends Extent>(items: readonly T[], gutter: number | null): T[] {
  const ordered = [...items].sort((a, b) => a.top - b.top || a.left - b.left);
  if (gutter === null) return ordered;
  const result: T[] = [];
  let band: T[] = [];
  const close = (): void => {
    for (const column of [1, 2]) result.push(...band.filter((it) => columnOf(it, gutter) === column));
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
