import { rowOf, type Row } from './lines.js';

/** A row of a table without lines, by what stands in its first column and in the others. */
export interface TableRow {
  readonly row: Row;
  /** Something stands in the first column. */
  readonly label: boolean;
  /** Something stands in another column. */
  readonly values: boolean;
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

/** Rows whose label takes two lines about its figures are one row. */
export function joinWrapped(rows: readonly TableRow[]): Row[] {
  const joined: Row[] = [];
  for (let i = 0; i < rows.length; i++) {
    const [above, it, below] = [rows[i], rows[i + 1], rows[i + 2]];
    if (!above) break;
    if (it && below && between(above, it, below)) {
      joined.push(rowOf([above, it, below].flatMap((part) => part.row.fragments)));
      i += 2;
    } else joined.push(above.row);
  }
  return joined;
}
