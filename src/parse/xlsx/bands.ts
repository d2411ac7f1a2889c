import type { Merges } from './merges.js';
import type { SheetCell, SheetRow } from './sheet.js';
import type { ShownSheet } from './shown.js';

/** Rows that belong together: words above a table, the table, words below it. */
export interface Band {
  readonly above: readonly SheetCell[];
  /** Empty where all of it is words. */
  readonly table: readonly SheetRow[];
  readonly below: readonly SheetCell[];
}

const isNumber = ({ exact, text }: SheetCell): boolean =>
  exact !== null || /^[-+(（]?[\d,，]+(?:\.\d+)?[)）%％]?$/.test(text);

/** Rows with what is seen of them, cut where a row stays empty that no lines are drawn around. */
function runsOf({ rows, isLeftOut }: ShownSheet, merges: Merges): SheetRow[][] {
  const runs: SheetRow[][] = [];
  let last: number | null = null;
  for (const row of rows) {
    const seen = row.cells.filter(({ text, row: r, col }) => text !== '' && !merges.covers(r, col));
    if (seen.length === 0 && !row.isBoxed) continue;
    let next: number = last === null ? row.row : last + 1;
    while (next < row.row && isLeftOut(next)) next++;
    if (last === null || next < row.row) runs.push([]);
    last = row.row;
    if (seen.length > 0) runs.at(-1)?.push({ ...row, cells: seen });
  }
  return runs.filter((run) => run.length > 0);
}

/** What tells the rows of a table from the words above and below it. */
class Shape {
  private readonly first: number;
  private readonly isBoxed: boolean;

  constructor(
    run: readonly SheetRow[],
    private readonly merges: Merges,
  ) {
    this.first = Math.min(...run.flatMap(({ cells }) => cells.map(({ col }) => col)));
    this.isBoxed = run.filter((row) => row.isBoxed).length * 2 >= run.length;
  }

  /** A title, a unit, who made it: words that stand alone, or outside of the lines around the table. */
  isAbove({ cells, isBoxed, row }: SheetRow): boolean {
    if (cells.some((cell) => isNumber(cell) || this.reachesDown(cell, row))) return false;
    const [only, ...others] = cells;
    if (!only) return false;
    if (this.isBoxed && !isBoxed) return true;
    const isField = cells.some(({ text }) => /[:：]/.test(text));
    if (others.length > 0) return !this.isBoxed && cells.length <= 3 && isField;
    return only.col === this.first || isField;
  }

  /** A note: words that stand alone outside of the lines, or that make a sentence. */
  isBelow({ cells, isBoxed }: SheetRow): boolean {
    if (cells.some(isNumber)) return false;
    if (this.isBoxed) return !isBoxed;
    const [only, ...others] = cells;
    return only !== undefined && others.length === 0 && only.text.length >= 8 && /[:：。；]/.test(only.text);
  }

  private reachesDown({ col }: SheetCell, row: number): boolean {
    const merged = this.merges.from(row, col);
    return merged !== null && merged.bottom > row;
  }
}

const columnsOf = (rows: readonly SheetRow[]): Set<number> =>
  new Set(rows.flatMap(({ cells }) => cells.map(({ col }) => col)));

function bandOf(run: readonly SheetRow[], merges: Merges): Band {
  const shape = new Shape(run, merges);
  let start = 0;
  while (start < run.length && shape.isAbove(run[start] as SheetRow)) start++;
  let end = run.length;
  while (end > start && shape.isBelow(run[end - 1] as SheetRow)) end--;
  const table = run.slice(start, end);
  const cellsOf = (rows: readonly SheetRow[]): SheetCell[] => rows.flatMap(({ cells }) => cells);
  if (table.length < 2 || columnsOf(table).size < 2) return { above: cellsOf(run), table: [], below: [] };
  return { above: cellsOf(run.slice(0, start)), table, below: cellsOf(run.slice(end)) };
}

/** True for rows without headings that go on with the columns of a table above an empty row. */
function goesOn(above: Band, run: readonly SheetRow[]): boolean {
  const [first] = run;
  if (above.table.length === 0 || above.below.length > 0 || !first) return false;
  const columns = columnsOf(above.table);
  const [, ...values] = first.cells;
  return values.some(isNumber) && [...columnsOf(run)].every((col) => columns.has(col));
}

/** The tables of a sheet with the words around them, from top to bottom. */
export function bandsOf(sheet: ShownSheet, merges: Merges): readonly Band[] {
  const bands: Band[] = [];
  for (const run of runsOf(sheet, merges)) {
    const above = bands.at(-1);
    if (above && goesOn(above, run)) {
      const { table, below } = bandOf([...above.table, ...run], merges);
      bands.splice(-1, 1, { above: above.above, table, below });
    } else bands.push(bandOf(run, merges));
  }
  return bands;
}
