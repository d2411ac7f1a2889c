import { blockId, plainLook, tableText, type Block, type Cell, type Document } from '../model/document.js';

/** A paragraph, or the cells of a table row by row. */
export type Given = string | { readonly table: readonly (readonly string[])[] };

function block(given: Given, index: number): Block {
  const base = { id: blockId(index), page: null, stretches: [] };
  if (typeof given === 'string') return { ...base, kind: 'paragraph', text: given, label: null, look: plainLook };
  const cells = given.table.flatMap((row, r) =>
    row.map((text, c): Cell => ({ row: r, col: c, rowSpan: 1, colSpan: 1, text, page: null, stretches: [] })),
  );
  const columns = Math.max(...given.table.map((row) => row.length));
  return { ...base, kind: 'table', text: tableText(cells), rows: given.table.length, columns, headerRows: 0, cells };
}

/** A document in miniature, as a parser would give it: paragraphs and tables in order. */
export function miniature(given: readonly Given[]): Document {
  return { format: 'docx', pages: null, blocks: given.map(block), problems: [], partial: false };
}
