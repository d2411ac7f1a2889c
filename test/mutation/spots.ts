import type { Block, Cell, Document } from '../../src/model/document.js';

/** A numeral where it is printed. */
export interface Spot {
  readonly block: Block;
  readonly order: number;
  readonly cell: Cell | null;
  readonly start: number;
  readonly end: number;
  /** In half-width digits. */
  readonly number: string;
  /** What is printed right after it. */
  readonly after: string;
}

const narrow = (text: string): string =>
  text.replace(/[０-９．，％]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** 4.河湖长制工作: the number of an item. */
const itemNumber = /^\s*\d{1,2}[.、](?!\d)/;

function spotsIn(text: string, block: Block, order: number, cell: Cell | null): Spot[] {
  const plain = narrow(text);
  const from = itemNumber.exec(plain)?.[0].length ?? 0;
  const hits = [...plain.matchAll(/\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?/g)];
  return hits.flatMap((hit): Spot[] => {
    if (hit.index < from) return [];
    const end = hit.index + hit[0].length;
    return [
      { block, order, cell, start: hit.index, end, number: hit[0], after: plain.slice(end, end + 6).trimStart() },
    ];
  });
}

/** Every numeral of the document in reading order. */
export function spotsOf({ blocks }: Document): Spot[] {
  return blocks.flatMap((block, order) => {
    if (block.kind === 'furniture') return [];
    if (block.kind === 'paragraph') return spotsIn(block.text, block, order, null);
    return block.cells.flatMap((cell) => spotsIn(cell.text, block, order, cell));
  });
}

/** How far apart two numerals stand: figures of one claim are neighbours in a sentence, a column or a row. */
export function distance(a: Spot, b: Spot): number {
  if (a.order !== b.order) return 100 + 100 * Math.abs(a.order - b.order);
  if (!a.cell || !b.cell) return Math.abs(a.start - b.start) / 20;
  if (a.cell.col === b.cell.col) return Math.abs(a.cell.row - b.cell.row);
  return a.cell.row === b.cell.row
    ? Math.abs(a.cell.col - b.cell.col)
    : 40 + Math.abs(a.cell.row - b.cell.row) + Math.abs(a.cell.col - b.cell.col);
}
