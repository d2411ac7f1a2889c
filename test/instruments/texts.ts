import { tableText, type Block, type Cell, type Document } from '../../src/model/document.js';

/** Where a text of a document stands: a block, or the cell at row and col of one. */
export interface TextPlace {
  readonly block: string;
  readonly cell: { readonly row: number; readonly col: number } | null;
}
export const textKey = ({ block, cell }: TextPlace): string => (cell ? `${block} ${cell.row}:${cell.col}` : block);

/**
 * The document with other texts of the same length, as a parser would have given it: places and boxes stay as they are. Throws a RangeError
 * where a text has another length.
 */
export function withTexts(document: Document, rewrite: (text: string, place: TextPlace) => string): Document {
  const changed = (text: string, place: TextPlace): string => {
    const other = rewrite(text, place);
    if (other.length !== text.length) throw new RangeError(`the text of ${textKey(place)} has another length`);
    return other;
  };
  const block = (it: Block): Block => {
    if (it.kind === 'furniture') return it;
    if (it.kind === 'paragraph') return { ...it, text: changed(it.text, { block: it.id, cell: null }) };
    const cells = it.cells.map((cell): Cell => ({
      ...cell,
      text: changed(cell.text, { block: it.id, cell: { row: cell.row, col: cell.col } }),
    }));
    return { ...it, cells, text: tableText(cells) };
  };
  return { ...document, blocks: document.blocks.map(block) };
}
