import type { Column } from './aligned-columns.js';
import { middle, type Fragment } from '../glyphs/fragments.js';
import type { GridCell } from './grid.js';
import { headerRows, type HeldCell } from './header-rows.js';
import { emOf, rowsOf, type Row } from '../lines/lines.js';
import { segmented } from '../lines/segments.js';

// The header of a table with lines under its rows only: above the first line, or with headings over several columns.

/** The header's cells, and the heights at which its rows begin. */
export interface HeaderGrid {
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

const mostLines = 4;
/** White space in em above the first line and between the lines of a header. */
const closest = 1;

/** What belongs to a caption, which may stand above the first line as well. */
const caption = /单位.{0,4}[:：]|部门.{0,4}[:：]|[。；;]|表$/;

/** Lines close above the first rule that name each column but the first; none where they do not. */
export function linesAbove(
  rule: { readonly at: number; readonly from: number; readonly to: number },
  fragments: readonly Fragment[],
  columns: readonly Column[],
): readonly Row[] {
  const over = fragments.filter(
    (it) => middle(it) < rule.at && it.left > rule.from - 4 && it.right < rule.to + 4 && !it.athwart,
  );
  const lines: Row[] = [];
  let below = rule.at;
  for (const line of rowsOf(over).reverse()) {
    const em = emOf(line);
    if (below - line.bottom > closest * em || lines.length === mostLines) break;
    if (segmented(line).segments.some((it) => it.figure || caption.test(it.text))) break;
    lines.unshift(line);
    below = line.top;
  }
  const held = lines.flatMap((it) => it.fragments);
  const named = columns.filter((it, i) => held.some((one) => inColumn(one, columns, i)) || it === columns[0]);
  const apart = lines.filter((it) => segmented(it).segments.length > 1);
  return named.length === columns.length && apart.length > 0 ? lines : [];
}

const inColumn = (it: Fragment, columns: readonly Column[], at: number): boolean =>
  it.left > (columns[at - 1]?.right ?? -Infinity) && it.right < (columns[at + 1]?.left ?? Infinity);

/** True when a heading runs over white space that parts the columns below. */
export const hasWideHeading = (lines: readonly Row[], inner: readonly number[]): boolean =>
  lines.some((line) => segmented(line).segments.some((it) => inner.some((x) => it.left < x && it.right > x)));

const bottomOf = (held: readonly HeldCell[]): number =>
  Math.max(...held.flatMap((it) => it.fragments.map((one) => one.bottom)));
const topOf = (held: readonly HeldCell[]): number =>
  Math.min(...held.flatMap((it) => it.fragments.map((one) => one.top)));

/** The cells of a header whose first row begins at `top`; null where its lines do not make rows. */
export function headerGrid(lines: readonly Row[], columns: readonly Column[], top: number): HeaderGrid | null {
  const rows = headerRows(
    lines.map((line) => segmented(line)),
    columns,
  );
  const all = rows.flat();
  const inner = rows.slice(1).map((row, i) => {
    const ending = all.filter(({ cell }) => cell.row + cell.rowSpan === i + 1);
    return (bottomOf(ending) + topOf(row)) / 2;
  });
  const ys = [top, ...inner];
  const sound = rows.length > 0 && ys.every((y, i) => i === 0 || (Number.isFinite(y) && y > (ys[i - 1] ?? y)));
  return sound ? { ys, cells: all.map(({ cell }) => cell) } : null;
}
