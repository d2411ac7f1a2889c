import { columnSpans, type Extent } from './columns.js';
import { cellXml, rowXml, tableXml, type CellShape } from './markup.js';
import { chosenBranch } from './alternative.js';
import type { Tally } from './tally.js';
import { child, childrenNamed, elementsOf, integer, toggle, valueOf, type XmlElement } from './element.js';

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

interface Cell extends CellShape, Extent {
  readonly element: XmlElement | null;
}

function mergeOf(tcPr: XmlElement | null): CellShape['merge'] {
  const merge = child(tcPr, 'w:vMerge');
  if (!merge) return null;
  return merge.attributes.get('w:val') === 'restart' ? 'restart' : 'continue';
}

const spanOf = (tcPr: XmlElement | null): number =>
  Math.min(Math.max(integer(valueOf(tcPr, 'w:gridSpan')) ?? 1, 1), mostColumns);

/** Twips of a table whose cells say their width in parts of it, and that does not say its own: any number will do. */
const anyWidth = 10_000;

/** A width in twips, of `whole` where it is a part of that; null for one that Word finds itself. */
function widthOf(properties: XmlElement | null, name: string, whole: number): number | null {
  const [, number, percent] = /^(\d{1,9}(?:\.\d+)?)(%)?$/.exec(valueOf(properties, name, 'w:w') ?? '') ?? [];
  const type = valueOf(properties, name, 'w:type') ?? 'dxa';
  if (number === undefined || Number(number) === 0) return null;
  if (percent !== undefined) return (Number(number) * whole) / 100;
  return type === 'dxa' ? Number(number) : type === 'pct' ? (Number(number) * whole) / 5000 : null;
}

/** The cells of a row in its grid: skipped columns at its start become an empty cell, an old-style horizontal merge one wide cell. */
function cellsOf(row: XmlElement, whole: number, tally: Tally): Cell[] {
  const cells: Cell[] = [];
  const trPr = child(row, 'w:trPr');
  const skipped = skippedBy(trPr, 'w:gridBefore');
  if (skipped > 0) cells.push({ element: null, span: skipped, merge: null, width: widthOf(trPr, 'w:wBefore', whole) });
  for (const element of members(row, 'w:tc')) {
    const tcPr = child(element, 'w:tcPr');
    const [span, width, last] = [spanOf(tcPr), widthOf(tcPr, 'w:tcW', whole), cells.at(-1)];
    const joined = child(tcPr, 'w:hMerge');
    if (child(tcPr, 'w:cellDel')) tally.deleted++;
    else if (last && joined && joined.attributes.get('w:val') !== 'restart') {
      const both = last.width === null || width === null ? null : last.width + width;
      cells[cells.length - 1] = { ...last, span: last.span + span, width: both };
    } else cells.push({ element, span, merge: mergeOf(tcPr), width });
  }
  return cells;
}

const skippedBy = (trPr: XmlElement | null, name: string): number =>
  Math.min(Math.max(integer(valueOf(trPr, name)) ?? 0, 0), mostColumns);

/** The widths of the grid's columns in twips, as far as the table says them. */
const gridOf = (table: XmlElement): number[] =>
  childrenNamed(child(table, 'w:tblGrid'), 'w:gridCol').map(({ attributes }) => integer(attributes.get('w:w')) ?? 0);

/** The shown rows of a table with the columns that their cells cover. */
function alignedRows(table: XmlElement, tally: Tally): { row: XmlElement; cells: Cell[] }[] {
  const grid = gridOf(table);
  const whole = grid.reduce((total, width) => total + width, 0) || anyWidth;
  const rows = shownRows(table, tally).map((row) => {
    return { row, cells: cellsOf(row, whole, tally), after: skippedBy(child(row, 'w:trPr'), 'w:gridAfter') };
  });
  const spans = columnSpans(rows, grid);
  return rows.map(({ row, cells }, r) => ({
    row,
    cells: cells.map((cell, i) => ({ ...cell, span: spans[r]?.[i] ?? cell.span })),
  }));
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

/** By the column it starts in: the width of each cell of the row above that a cell below may continue. */
type Above = ReadonlyMap<number, number>;

/** A cell can only continue one of its own place and width right above; any other stands for itself. */
function settleMerges(cells: readonly Cell[], above: Above): { settled: Cell[]; below: Above } {
  const below = new Map<number, number>();
  let col = 0;
  const settled = cells.map((cell): Cell => {
    const alone = cell.merge === 'continue' && above.get(col) !== cell.span;
    if (cell.merge !== null) below.set(col, cell.span);
    col += cell.span;
    return alone ? { ...cell, merge: 'restart' } : cell;
  });
  return { settled, below };
}

/** A table as plain markup, or only its paragraphs where `linear` asks for no table. `content` reads one cell. */
export function readTable(
  table: XmlElement,
  tally: Tally,
  linear: boolean,
  content: (cell: XmlElement) => string,
): string {
  const read = (cell: Cell): string => (cell.element ? content(cell.element) : '');
  let above: Above = new Map();
  const rows = alignedRows(table, tally).map(({ row, cells: aligned }) => {
    const { settled: cells, below } = settleMerges(aligned, above);
    above = below;
    if (linear) return cells.map(read).join('');
    const header = toggle(child(row, 'w:trPr'), 'w:tblHeader') === true;
    return rowXml(header, cells.map((cell) => cellXml(cell, read(cell))).join(''));
  });
  return linear ? rows.join('') : tableXml(rows.join(''));
}
