import { nameOf, placeKey, type Range } from './address.js';
import { addendsOf, movedTo, type Addend } from './formula.js';
import type { Sheet, SheetCell } from './sheet.js';

/** Something that a cell adds, in a sheet by its place among all. */
export interface Added extends Addend {
  readonly sheetAt: number;
}

/** Cells that one formula adds at most; more is no sum of a report. */
const mostAdded = 2000;
const sizeOf = ({ top, left, bottom, right }: Range): number => (bottom - top + 1) * (right - left + 1);

/** What the cells of a workbook add up, as far as their formulas are sums and differences of cells. */
export class Formulas {
  private readonly adds = new Map<string, readonly Added[]>();
  private readonly bySheet = new Map<number, Range[]>();

  constructor(sheets: readonly Sheet[]) {
    const names = new Map(sheets.map(({ name }, at) => [name.toLowerCase(), at]));
    sheets.forEach((sheet, at) => {
      const shared = new Map<string, SheetCell>();
      for (const cell of sheet.rows.flatMap(({ cells }) => cells)) {
        const formula = formulaIn(cell, shared);
        const addends = formula === null || cell.exact === null ? null : addendsOf(formula);
        const added = addends?.map((it) => ({
          ...it,
          sheetAt: it.sheet === null ? at : names.get(it.sheet.toLowerCase()),
        }));
        if (!added?.every((it): it is Added => it.sheetAt !== undefined)) continue;
        if (added.reduce((size, { range }) => size + sizeOf(range), 0) > mostAdded) continue;
        this.adds.set(placeKey(at, cell.row, cell.col), added);
        for (const { sheetAt, range } of added)
          this.bySheet.set(sheetAt, [...(this.bySheet.get(sheetAt) ?? []), range]);
      }
    });
  }

  /** What the cell of a sheet adds; null where it states a value of its own or one that is computed otherwise. */
  of(sheet: number, row: number, col: number): readonly Added[] | null {
    return this.adds.get(placeKey(sheet, row, col)) ?? null;
  }

  /** The cells of a sheet that any formula adds. */
  addedIn(sheet: number): readonly Range[] {
    return this.bySheet.get(sheet) ?? [];
  }
}

/** A cell's own formula, or the shared one as it reads there. */
function formulaIn(cell: SheetCell, shared: Map<string, SheetCell>): string | null {
  const { formula } = cell;
  if (formula === null) return null;
  if (formula.shared === null) return formula.text;
  if (formula.text !== '') {
    shared.set(formula.shared, cell);
    return formula.text;
  }
  const first = shared.get(formula.shared);
  return first?.formula ? movedTo(first.formula.text, first, cell, nameOf) : null;
}
