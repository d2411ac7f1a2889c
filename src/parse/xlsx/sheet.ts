import type { Decimal } from '../../model/decimal.js';
import { limitExceeded } from '../failure.js';
import { child, childrenNamed, elementsOf, ownText, readXml, type XmlElement } from '../xml/read-xml.js';
import type { Archive } from '../zip/archive.js';
import { addressOf, rangeOf, sheetLimits, type Range } from './address.js';
import { exactOf, type NumberText } from './number-text.js';
import { richText, type RichText } from './strings.js';
import { plainStyle, type Style } from './styles.js';
import type { OnFault } from './workbook.js';

/** A formula as it is stored, or the number of the shared one that the cell has. */
interface StoredFormula {
  readonly text: string;
  readonly shared: string | null;
}

/** A cell that shows something. Rows and columns count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly col: number;
  /** As shown. */
  readonly text: string;
  /** The stored number, which may have more digits than are shown; null for words and dates. */
  readonly exact: Decimal | null;
  readonly formula: StoredFormula | null;
  readonly style: Style;
}

export interface SheetRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
  readonly isHidden: boolean;
  /** Drawn as rows of tables are, with lines around its cells. */
  readonly isBoxed: boolean;
}

/** A sheet as it is stored, hidden rows and columns included. */
export interface Sheet {
  readonly name: string;
  /** Those that show something or are boxed, from top to bottom. */
  readonly rows: readonly SheetRow[];
  readonly merged: readonly Range[];
  readonly hiddenColumns: readonly { readonly from: number; readonly to: number }[];
  /** Cells whose words are struck out, wholly or in part. */
  readonly struck: number;
}

/** What the cells of a workbook refer to, and what they may still cost. */
export interface Shared {
  readonly strings: readonly RichText[];
  readonly styles: readonly Style[];
  readonly numbers: NumberText;
  readonly budget: CellBudget;
}

/** Counts the cells and characters of a whole workbook: one string may be shown by millions of cells. */
export class CellBudget {
  private cells = 0;
  private characters = 0;

  spend(text: string): void {
    this.characters += text.length;
    if (++this.cells > mostCells) throw limitExceeded('cells', `> ${mostCells}`);
    if (this.characters > mostCharacters) throw limitExceeded('characters', `> ${mostCharacters}`);
  }
}
const mostCells = 500_000;
const mostCharacters = 20_000_000;
const mostMerged = 100_000;

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merged: Range[] = [];
  readonly hiddenColumns: { from: number; to: number }[] = [];
  struck = 0;
  private lastRow = -1;

  constructor(private readonly shared: Shared) {}

  visit(element: XmlElement): void {
    if (element.name === 'row') this.row(element);
    else if (element.name === 'cols') this.columns(element);
    else this.merge(element);
  }

  private columns(element: XmlElement): void {
    for (const { attributes } of childrenNamed(element, 'col')) {
      const [from, to] = [Number(attributes['min']) - 1, Number(attributes['max']) - 1];
      if (isTrue(attributes['hidden']) && from >= 0 && to >= from) this.hiddenColumns.push({ from, to });
    }
  }

  private merge({ attributes }: XmlElement): void {
    const range = rangeOf(attributes['ref'] ?? '');
    if (range === null || (range.top === range.bottom && range.left === range.right)) return;
    this.merged.push(range);
    if (this.merged.length > mostMerged) throw limitExceeded('merged cells', `> ${mostMerged}`);
  }

  private row(element: XmlElement): void {
    const numbered = Number(element.attributes['r']);
    const row = Number.isInteger(numbered) && numbered > 0 ? numbered - 1 : this.lastRow + 1;
    if (row >= sheetLimits.rows) return;
    this.lastRow = row;
    const cells: SheetCell[] = [];
    let [last, boxed] = [-1, 0];
    for (const cell of elementsOf(element)) {
      if (cell.name !== 'c') continue;
      const col = addressOf(cell.attributes['r'] ?? '')?.col ?? last + 1;
      if (col >= sheetLimits.columns) continue;
      last = col;
      const style = this.shared.styles[Number(cell.attributes['s'] ?? 0)] ?? plainStyle;
      if (style.isBoxed) boxed++;
      const read = this.cell(cell, row, col, style);
      if (read.text !== '' || read.formula) cells.push(read);
      if (read.text !== '') this.shared.budget.spend(read.text);
    }
    const isBoxed = boxed >= 2;
    if (cells.length > 0 || isBoxed)
      this.rows.push({ row, cells, isHidden: isTrue(element.attributes['hidden']), isBoxed });
  }

  private cell(cell: XmlElement, row: number, col: number, style: Style): SheetCell {
    const f = child(cell, 'f');
    const formula = f && {
      text: ownText(f),
      shared: f.attributes['t'] === 'shared' ? (f.attributes['si'] ?? '') : null,
    };
    const { text, exact } = this.value(cell, style);
    return { row, col, text, exact, formula: f?.attributes['t'] === 'dataTable' ? null : formula, style };
  }

  private value(cell: XmlElement, style: Style): Pick<SheetCell, 'text' | 'exact'> {
    const stored = ownText(child(cell, 'v'));
    switch (cell.attributes['t']) {
      case 's':
        return this.words(this.shared.strings[Number(stored)] ?? { text: '', struck: false }, style);
      case 'inlineStr': {
        const inline = child(cell, 'is');
        return this.words(inline ? richText(inline) : { text: '', struck: false }, style);
      }
      case 'b':
        return { text: stored === '' ? '' : isTrue(stored) ? 'TRUE' : 'FALSE', exact: null };
      case 'str':
      case 'd':
      case 'e':
        return this.words({ text: stored.trim(), struck: false }, style);
      default: {
        const exact = exactOf(stored);
        if (exact === null) return { text: stored.trim(), exact: null };
        return { text: this.shared.numbers.shown(exact, style.format), exact };
      }
    }
  }

  private words({ text, struck }: RichText, style: Style): Pick<SheetCell, 'text' | 'exact'> {
    const gone = style.isStruck && text !== '';
    if (struck || gone) this.struck++;
    return { text: gone ? '' : text, exact: null };
  }
}

const units: ReadonlySet<string> = new Set(['row', 'cols', 'mergeCell']);

/** The cells of one sheet, row by row as they stream by. A part that is lost or damaged is told; a limit is thrown. */
export function readSheet(archive: Archive, part: string, name: string, shared: Shared, onFault: OnFault): Sheet {
  const reader = new SheetReader(shared);
  const entry = archive.read(part);
  if (entry === null) onFault(part, 'no such part');
  else {
    const { fault } = readXml(entry.bytes, part, { names: units, visit: (element) => reader.visit(element) });
    const reason = entry.fault ?? fault;
    if (reason !== null) onFault(part, reason);
  }
  const { merged, hiddenColumns, struck } = reader;
  const rows = reader.rows.sort((a, b) => a.row - b.row);
  return { name, rows, merged, hiddenColumns, struck };
}
