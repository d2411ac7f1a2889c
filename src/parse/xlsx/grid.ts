import { limitExceeded } from '../failure.js';
import type { PlainCell } from '../plain-table.js';
import type { Merges } from './merges.js';
import type { SheetCell, SheetRow } from './sheet.js';

/** A cell of a table; `from` is the sheet's cell that it shows, null for one that shows nothing. */
export interface GridCell extends PlainCell {
  readonly from: SheetCell | null;
}

/** Cells of one table, blank ones too: a sheet whose cells lie scattered over all of it is none. */
const mostCells = 1_000_000;

/** How many of ascending places, from the one at `from` on, lie before or at `last`. */
function upTo(places: readonly number[], from: number, last: number): number {
  let [low, high] = [from, places.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if ((places[at] ?? Infinity) <= last) low = at + 1;
    else high = at;
  }
  return Math.max(low - from, 1);
}

/** The rows of a table without columns that show nothing; merged cells stand once, at their top left. */
export function gridCells(rows: readonly SheetRow[], merges: Merges): readonly GridCell[] {
  const columns = [...new Set(rows.flatMap(({ cells }) => cells.map(({ col }) => col)))].sort((a, b) => a - b);
  if (rows.length * columns.length > mostCells) throw limitExceeded('cells of a table', rows.length * columns.length);
  const rowPlaces = rows.map(({ row }) => row);
  const columnAt = new Map(columns.map((col, at) => [col, at]));
  return rows.flatMap(({ row, cells }, r) => {
    const shown = new Map(cells.map((cell) => [columnAt.get(cell.col) ?? 0, cell]));
    return columns.flatMap((col, c): GridCell[] => {
      const from = shown.get(c) ?? null;
      if (from === null && merges.covers(row, col)) return [];
      const merged = merges.from(row, col);
      return [
        {
          row: r,
          col: c,
          rowSpan: merged ? upTo(rowPlaces, r, merged.bottom) : 1,
          colSpan: merged ? upTo(columns, c, merged.right) : 1,
          text: from?.text ?? '',
          from,
        },
      ];
    });
  });
}
