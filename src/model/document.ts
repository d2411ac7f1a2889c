import type { Brand } from './brand.js';
import { groupedBy } from './grouped.js';
import type { Problem } from './problem.js';

/** The one first that keeps most of a report's structure. */
export const formats = ['docx', 'xlsx', 'odt', 'ods', 'doc', 'xls', 'rtf', 'html', 'text', 'ofd', 'pdf'] as const;
export type Format = (typeof formats)[number];

/** [left, top, right, bottom] in PDF points from the top left of the crop box, y downwards, rotation applied. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** b0, b1, … in reading order. */
export type BlockId = Brand<string, 'BlockId'>;
export const blockId = (index: number): BlockId => `b${index}` as BlockId;

/** A stretch of a block's (or a cell's) text that was printed in one box. Stretches ascend and do not overlap. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly page: number;
  readonly box: Box;
}

/** What a reader sees of a paragraph besides its words. A format that does not say leaves null. */
export interface Look {
  /** Word's outline level from the paragraph or its style, 1 = highest. */
  readonly outlineLevel: number | null;
  readonly styleName: string | null;
  /** True when every visible character is bold or in a display face (黑体). */
  readonly bold: boolean;
  readonly centred: boolean;
  /** Points; the size of most of its characters. */
  readonly fontSize: number | null;
  readonly fontName: string | null;
}
export const plainLook: Look = {
  outlineLevel: null,
  styleName: null,
  bold: false,
  centred: false,
  fontSize: null,
  fontName: null,
};

/** A point of the text, at which a note is referred to or a table stands: an offset in a block, or in the cell of a table. */
export interface Anchor {
  readonly block: BlockId;
  readonly cell: { readonly row: number; readonly col: number } | null;
  readonly at: number;
}

interface BlockBase {
  readonly id: BlockId;
  /** As printed, a generated number included. A table's is its cells joined by tabs, its rows by line feeds. */
  readonly text: string;
  /** Page it begins on, from 1; null where the format has no pages. */
  readonly page: number | null;
  /** Empty where the format has no pages. */
  readonly stretches: readonly Stretch[];
  /** Of a footnote or endnote: where it is first referred to. Absent from all other blocks. */
  readonly anchor?: Anchor;
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
  /** The number that Word generates (`一、`, `（二）`, `1.`), with which the text begins; null where the author typed all of it. */
  readonly label: string | null;
  readonly look: Look;
}

/** Page headers and footers, page numbers, lines of a table of contents, watermarks: kept, but never read as the report's own words. */
export interface Furniture extends BlockBase {
  readonly kind: 'furniture';
  readonly role: 'header' | 'footer' | 'page-number' | 'contents' | 'watermark';
}

export interface Cell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly page: number | null;
  readonly stretches: readonly Stretch[];
  /** The stored number, an exact decimal, where a spreadsheet shows fewer digits of it than it has. */
  readonly exact?: string;
  /** What the file itself says that this cell adds up: the cells of its formula. */
  readonly adds?: readonly Addend[];
}

/** A cell of a table that another one adds or takes away. */
export interface Addend {
  readonly block: BlockId;
  readonly row: number;
  readonly col: number;
  readonly weight: 1 | -1;
}

/** A merged cell stands once, at its top left. Cells are in row order, then column order. */
export interface TableBlock extends BlockBase {
  readonly kind: 'table';
  readonly rows: number;
  readonly columns: number;
  /** How many rows at the top the format itself marks as header (repeated on each page); 0 when it does not say. */
  readonly headerRows: number;
  readonly cells: readonly Cell[];
  /** Where it stands in a cell of another table, which comes before it; absent from a table of its own. */
  readonly inside?: Anchor;
}

export type Block = Paragraph | Furniture | TableBlock;

/** The block of an id, which is its place in reading order. */
export const blockOf = (blocks: readonly Block[], id: BlockId): Block | undefined => blocks[Number(id.slice(1))];

/** One report after parsing: blocks in reading order, immutable. */
export interface Document {
  readonly format: Format;
  /** Number of pages; null where the format has none. */
  readonly pages: number | null;
  readonly blocks: readonly Block[];
  readonly problems: readonly Problem[];
  /** True when something of the file could not be read (the problems say what). */
  readonly partial: boolean;
}

/** `text.slice(start, end)` of the block, or of its cell, is the quote. */
export type Place = Brand<
  {
    readonly block: BlockId;
    readonly cell: { readonly row: number; readonly col: number } | null;
    readonly start: number;
    readonly end: number;
  },
  'Place'
>;

function textAt(block: Block, cell: Cell | null): string {
  return cell === null ? block.text : cell.text;
}

/** The only way to make a Place without a cast, so that none points outside its text. Throws a RangeError otherwise. */
export function placeIn(block: Block, start: number, end: number, cell: Cell | null = null): Place {
  const length = textAt(block, cell).length;
  if (!(start >= 0 && start <= end && end <= length)) {
    throw new RangeError(`[${start}, ${end}) is not inside ${block.id} of ${length} characters`);
  }
  return { block: block.id, cell: cell && { row: cell.row, col: cell.col }, start, end } as Place;
}

const cellsByRow = new WeakMap<TableBlock, ReadonlyMap<number, readonly Cell[]>>();

/** The cell whose top left stands at row and col. */
export function cellAt(block: Block, row: number, col: number): Cell | undefined {
  if (block.kind !== 'table') return undefined;
  return cellsInRow(block, row).find((cell) => cell.col === col);
}

/** The cells that begin in a row, in order. */
export function cellsInRow(block: TableBlock, row: number): readonly Cell[] {
  let rows = cellsByRow.get(block);
  if (!rows) cellsByRow.set(block, (rows = groupedBy(block.cells, (cell) => cell.row)));
  return rows.get(row) ?? [];
}

/** Evidence is re-read from the document, never copied, so it cannot drift from it. */
export function quote(block: Block, place: Place): string {
  const cell = place.cell ? (cellAt(block, place.cell.row, place.cell.col) ?? null) : null;
  return textAt(block, cell).slice(place.start, place.end);
}

/** The page and box in which [start, end) was printed: the union of its boxes on the page it begins on; nulls without pages. */
export function regionOf(
  stretches: readonly Stretch[],
  start: number,
  end: number,
): { readonly page: number | null; readonly box: Box | null } {
  const hit = stretches.filter((stretch) => stretch.start < end && start < stretch.end);
  const first = hit[0];
  if (!first) return { page: null, box: null };
  const [left, top, right, bottom] = hit
    .filter((stretch) => stretch.page === first.page)
    .map((stretch) => stretch.box)
    .reduce(([l, t, r, b], box) => [
      Math.min(l, box[0]),
      Math.min(t, box[1]),
      Math.max(r, box[2]),
      Math.max(b, box[3]),
    ]);
  return { page: first.page, box: [left, top, right, bottom] };
}

/** A table block's text: cells joined by tabs, rows by line feeds; line breaks inside a cell become spaces. */
export function tableText(cells: readonly Pick<Cell, 'row' | 'text'>[]): string {
  const rows = new Map<number, string[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row) ?? [];
    row.push(cell.text.replace(/[\t\n]+/g, ' '));
    rows.set(cell.row, row);
  }
  return [...rows.values()].map((row) => row.join('\t')).join('\n');
}

/** What a parser returns: a document, or the state that the file ends in and why. */
export type Parsed =
  | { readonly state: 'ok' | 'ok_partial'; readonly document: Document }
  | {
      readonly state: 'failed' | 'encrypted' | 'unsupported' | 'limit_exceeded';
      readonly format: Format | null;
      readonly problems: readonly [Problem, ...Problem[]];
    };
