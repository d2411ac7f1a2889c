import {
  blockId,
  plainLook,
  tableText,
  type Addend,
  type Block,
  type BlockId,
  type Cell,
  type Document,
} from '../model/document.js';

/** A paragraph, or the cells of a table row by row; `adds` says by `row,column` which cells of it the formula in one adds up. */
export type Given =
  | string
  | {
      readonly table: readonly (readonly string[])[];
      readonly adds?: Readonly<Record<string, readonly string[]>> | undefined;
    };

function addend(inBlock: BlockId, cell: string): Addend {
  const [row = 0, col = 0] = cell.replace('-', '').split(',').map(Number);
  return { block: inBlock, row, col, weight: cell.startsWith('-') ? -1 : 1 };
}

function block(given: Given, index: number): Block {
  const base = { id: blockId(index), page: null, stretches: [] };
  if (typeof given === 'string') return { ...base, kind: 'paragraph', text: given, label: null, look: plainLook };
  const cells = given.table.flatMap((row, r) =>
    row.map((text, c): Cell => {
      const adds = given.adds?.[`${r},${c}`]?.map((cell) => addend(base.id, cell));
      return { row: r, col: c, rowSpan: 1, colSpan: 1, text, page: null, stretches: [], ...(adds && { adds }) };
    }),
  );
  const columns = Math.max(...given.table.map((row) => row.length));
  return { ...base, kind: 'table', text: tableText(cells), rows: given.table.length, columns, headerRows: 0, cells };
}

/** A document in miniature, as a parser would give it: paragraphs and tables in order. */
export function miniature(given: readonly Given[]): Document {
  return { format: 'docx', pages: null, blocks: given.map(block), problems: [], partial: false };
}
