import { columnSpans, type Extent } from './columns.js';
import type { Content, ReadRow } from './content.js';
import { chosenBranch, holdsText } from './alternative.js';
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

/** Whether a cell may reach over rows: it begins such a cell, or goes on with the one above. */
type Merge = 'restart' | 'continue' | null;

interface Cell extends Extent {
  /** Null for columns that the row leaves out. */
  readonly element: XmlElement | null;
  readonly merge: Merge;
}

function mergeOf(tcPr: XmlElement | null): Merge {
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
    const merged = child(tcPr, 'w:hMerge');
    if (child(tcPr, 'w:cellDel')) tally.deleted++;
    else if (last && merged && merged.attributes.get('w:val') !== 'restart') {
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

/** Paragraphs from which on a lone cell is a frame around text. */
const framed = 3;

/** True for a table of one cell that holds a text: it only draws a frame, around a whole report even, and relates nothing. */
export function isFrame(table: XmlElement): boolean {
  const [cell, ...others] = members(table, 'w:tr').flatMap((row) => members(row, 'w:tc'));
  return cell !== undefined && others.length === 0 && elementsOf(cell).filter(holdsText).length >= framed;
}

/** What was read of a cell, before cells that go on over several rows are one. */
interface PartCell {
  readonly span: number;
  readonly merge: Merge;
  readonly content: readonly Content[];
}

interface PartRow {
  readonly header: boolean;
  readonly cells: readonly PartCell[];
}

/** The rows of a table as written. `content` reads one cell; it is asked in reading order. */
export function readRows(
  table: XmlElement,
  tally: Tally,
  content: (cell: XmlElement) => readonly Content[],
): readonly PartRow[] {
  return alignedRows(table, tally).map(({ row, cells }) => ({
    header: toggle(child(row, 'w:trPr'), 'w:tblHeader') === true,
    cells: cells.map(({ element, span, merge }) => ({ span, merge, content: element ? content(element) : [] })),
  }));
}

interface Growing {
  readonly colSpan: number;
  rowSpan: number;
  readonly content: readonly Content[];
}

/** Rows in which a cell that reaches over several stands once. It can only go on one of its own place and width right above; any
 *  other stands for itself. */
export function joined(rows: readonly PartRow[]): readonly ReadRow[] {
  let above: ReadonlyMap<number, Growing> = new Map();
  return rows.map(({ header, cells: parts }) => {
    const cells: Growing[] = [];
    const below = new Map<number, Growing>();
    let col = 0;
    for (const { span, merge, content } of parts) {
      const over = merge === 'continue' ? above.get(col) : undefined;
      const continued = over?.colSpan === span ? over : undefined;
      const cell = continued ?? { colSpan: span, rowSpan: 0, content };
      cell.rowSpan++;
      if (!continued) cells.push(cell);
      if (merge !== null) below.set(col, cell);
      col += span;
    }
    above = below;
    return { header, cells };
  });
}
