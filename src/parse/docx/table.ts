import type { Content, ReadCell, ReadTable } from './content.js';
import { chosenBranch } from './inline.js';
import type { Tally } from './tally.js';
import { child, elementsOf, integer, toggle, valueOf, type XmlElement } from './element.js';

/** Word's own limit is 63 columns; other writers go beyond, none so far. */
const mostColumns = 16_384;

const wrappers: ReadonlySet<string> = new Set(['w:customXml', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:smartTag']);

/** The rows of a table, or the cells of a row, also inside content controls and accepted insertions. */
function members(parent: XmlElement, name: string): XmlElement[] {
  return elementsOf(parent).flatMap((element) => {
    if (element.name === name) return [element];
    if (wrappers.has(element.name)) return members(element, name);
    if (element.name === 'w:sdt') return members(child(element, 'w:sdtContent') ?? element, name);
    if (element.name === 'mc:AlternateContent') return members(chosenBranch(element) ?? element, name);
    return [];
  });
}

interface Cell {
  /** Null for columns that the row leaves out. */
  readonly element: XmlElement | null;
  /** Columns that it covers. */
  readonly span: number;
  readonly merge: 'restart' | 'continue' | null;
}

function mergeOf(tcPr: XmlElement | null): Cell['merge'] {
  const merge = child(tcPr, 'w:vMerge');
  if (!merge) return null;
  return merge.attributes.get('w:val') === 'restart' ? 'restart' : 'continue';
}

const spanOf = (tcPr: XmlElement | null): number =>
  Math.min(Math.max(integer(valueOf(tcPr, 'w:gridSpan')) ?? 1, 1), mostColumns);

/** The cells of a row in its grid: skipped columns at its start become an empty cell, an old-style horizontal merge one wide cell. */
function cellsOf(row: XmlElement, tally: Tally): Cell[] {
  const cells: Cell[] = [];
  const skipped = integer(valueOf(child(row, 'w:trPr'), 'w:gridBefore')) ?? 0;
  if (skipped > 0) cells.push({ element: null, span: Math.min(skipped, mostColumns), merge: null });
  for (const element of members(row, 'w:tc')) {
    const tcPr = child(element, 'w:tcPr');
    const [span, last] = [spanOf(tcPr), cells.at(-1)];
    const joined = child(tcPr, 'w:hMerge');
    if (child(tcPr, 'w:cellDel')) tally.deleted++;
    else if (last && joined && joined.attributes.get('w:val') !== 'restart') {
      cells[cells.length - 1] = { ...last, span: last.span + span };
    } else cells.push({ element, span, merge: mergeOf(tcPr) });
  }
  return cells;
}

/** Rows that a reader sees: neither deleted nor hidden. */
function shownRows(table: XmlElement, tally: Tally): XmlElement[] {
  return members(table, 'w:tr').filter((row) => {
    const trPr = child(row, 'w:trPr');
    const deleted = child(trPr, 'w:del') !== null;
    if (deleted) tally.deleted++;
    if (child(trPr, 'w:ins')) tally.inserted++;
    return !deleted && toggle(trPr, 'w:hidden') !== true;
  });
}

interface Open extends ReadCell {
  rowSpan: number;
}

/** Puts cells into their grid, row by row. */
class Grid {
  readonly cells: Open[] = [];
  rows = 0;
  columns = 0;
  /** By the column it starts in: the cell that one of the row below may continue. */
  private above: ReadonlyMap<number, Open> = new Map();

  /** A cell can only continue one of its own place and width right above; any other stands for itself. */
  add(cells: readonly Cell[], read: (cell: Cell) => Content[]): void {
    const below = new Map<number, Open>();
    let col = 0;
    for (const cell of cells) {
      const content = read(cell);
      const over = cell.merge === 'continue' ? this.above.get(col) : undefined;
      const continued = over?.colSpan === cell.span ? over : undefined;
      const open = continued ?? { row: this.rows, col, rowSpan: 0, colSpan: cell.span, content };
      open.rowSpan++;
      if (!continued) this.cells.push(open);
      if (cell.merge !== null) below.set(col, open);
      col += cell.span;
    }
    this.above = below;
    this.rows++;
    this.columns = Math.max(this.columns, col);
  }
}

/** A table in its grid. `content` reads one cell; it is asked in order also for cells that another covers. */
export function readTable(
  table: XmlElement,
  tally: Tally,
  content: (cell: XmlElement) => Content[],
): Omit<ReadTable, 'note'> {
  const grid = new Grid();
  let headerRows = 0;
  for (const row of shownRows(table, tally)) {
    const header = toggle(child(row, 'w:trPr'), 'w:tblHeader') === true;
    if (header && headerRows === grid.rows) headerRows++;
    grid.add(cellsOf(row, tally), (cell) => (cell.element ? content(cell.element) : []));
  }
  return { kind: 'table', rows: grid.rows, columns: grid.columns, headerRows, cells: grid.cells };
}
