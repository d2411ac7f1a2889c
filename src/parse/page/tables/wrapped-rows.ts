import { emOf, rowOf, rowText, type Row } from '../lines/lines.js';

/** A row of a table without lines, by what stands in its first column and in the others. */
export interface TableRow {
  readonly row: Row;
  /** Something stands in the first column. */
  readonly label: boolean;
  /** Something stands in another column. */
  readonly values: boolean;
  /** Where the label begins and ends. */
  readonly labelLeft: number;
  readonly labelRight: number;
}

const middle = (row: Row): number => (row.top + row.bottom) / 2;

/** True when figures stand half way between two lines of their label, which nothing else is beside. */
function between(above: TableRow, it: TableRow, below: TableRow): boolean {
  if (it.label || !above.label || !below.label || above.values || below.values) return false;
  const drift = Math.abs(middle(it.row) - (middle(above.row) + middle(below.row)) / 2);
  return (
    drift < 0.3 * (below.row.bottom - below.row.top) &&
    below.row.top - above.row.bottom < below.row.bottom - below.row.top
  );
}

/** True when figures without a label stand at nearly the height of the label before. */
const beside = (it: TableRow | undefined, figures: TableRow | undefined): boolean =>
  it !== undefined &&
  figures !== undefined &&
  !it.values &&
  !figures.label &&
  it.row.bottom - figures.row.top > 0.3 * (it.row.bottom - it.row.top);

/** Marks by which a row begins whatever its label says: the line before is not its first half. */
export const begins = /^(?:其中|[加减][:：]|[-－—•·*]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])/;

/** True when a line that ends at `right` filled its column to `limit`: the first word of the next would not have fitted. */
export function isFull(right: number, limit: number, size: number, next: string): boolean {
  const word = /^[（(]*(?:[A-Za-z0-9.,%]+|.)/u.exec(next)?.[0] ?? '';
  const width = [...word].reduce((sum, it) => sum + (it < '\u0100' ? 0.53 : 1), 0);
  return limit - right < (width + 0.4) * size;
}

/** A numbered label without figures that is shorter than this, in em, is a heading. */
const shortestNumbered = 7;

/** True when the label of `it` filled its column to `limit`, so that it goes on in the line below. */
function brokenAt(limit: number, { row, label, labelLeft, labelRight }: TableRow, below: TableRow): boolean {
  const size = emOf(row);
  const next = rowText(below.row);
  const heads = begins.test(rowText(row)) && labelRight - labelLeft < shortestNumbered * size;
  return (
    label &&
    !heads &&
    below.label &&
    isFull(labelRight, limit, size, next) &&
    below.row.top - row.bottom < 0.9 * size &&
    !/[:：]$/.test(rowText(row)) &&
    !begins.test(next)
  );
}

/** True when the label of `it` goes on in the row below, which hangs in by an em as no other row does: it was broken by hand. */
export function hangs(it: TableRow, below: TableRow, next: TableRow | undefined, rows: readonly TableRow[]): boolean {
  const em = emOf(it.row);
  const step = (below.labelLeft - it.labelLeft) / em;
  if (!it.label || it.values || !below.label || !below.values || step < 0.5 || step > 1.5) return false;
  if (/[:：]$/.test(rowText(it.row)) || begins.test(rowText(below.row))) return false;
  const near = (a: TableRow, b: TableRow): boolean => Math.abs(a.labelLeft - b.labelLeft) < 0.3 * em;
  return next !== undefined && near(next, it) && rows.filter((other) => other.label && near(other, below)).length === 1;
}

/** Rows whose label takes several lines are one row: figures stand half way between its lines, or beside its last one where
 *  `limit`, the right end of the label column, shows that the lines above were full, or beside one that hangs in. */
export function joinWrapped(rows: readonly TableRow[], limit: number | null): Row[] {
  const joined: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [above, it, below] = [rows[i], rows[i + 1], rows[i + 2]];
    if (!above) break;
    if (it && below && between(above, it, below)) {
      joined.push(rowOf([above, it, below].flatMap((part) => part.row.fragments)));
      i += 2;
      continue;
    }
    if (it && hangs(above, it, below, rows)) {
      joined.push(rowOf([above, it].flatMap((part) => part.row.fragments)));
      i++;
      continue;
    }
    let last = i;
    while (goesOn(rows[last], rows[last + 1], limit)) last++;
    if (beside(rows[last], rows[last + 1])) last++;
    if (last > i && rows[last]?.values) {
      joined.push(rowOf(rows.slice(i, last + 1).flatMap((part) => part.row.fragments)));
      i = last;
    } else joined.push(above.row);
  }
  return joined;
}

const goesOn = (it: TableRow | undefined, below: TableRow | undefined, limit: number | null): boolean =>
  limit !== null && it !== undefined && below !== undefined && !it.values && brokenAt(limit, it, below);
