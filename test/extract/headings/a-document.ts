import { blockId, plainLook, tableText, type Block, type Document, type Look } from '../../../src/model/document.js';

/** A paragraph in short: its text, or what stands behind the number that Word generates, and the look. */
export type Piece =
  | string
  | { readonly text: string; readonly label?: string; readonly look?: Partial<Look>; readonly page?: number }
  | { readonly furniture: 'header' | 'footer' | 'page-number' | 'contents'; readonly text: string }
  | { readonly table: readonly (readonly string[])[] };

function blockOf(piece: Piece, index: number): Block {
  const base = { id: blockId(index), page: null, stretches: [] };
  if (typeof piece === 'string') return { ...base, kind: 'paragraph', text: piece, label: null, look: plainLook };
  if ('furniture' in piece) return { ...base, kind: 'furniture', role: piece.furniture, text: piece.text };
  if ('table' in piece) {
    const cells = piece.table.flatMap((row, r) =>
      row.map((text, c) => ({ row: r, col: c, rowSpan: 1, colSpan: 1, text, page: null, stretches: [] })),
    );
    const columns = Math.max(...piece.table.map((row) => row.length));
    return { ...base, kind: 'table', text: tableText(cells), rows: piece.table.length, columns, headerRows: 0, cells };
  }
  const look = { ...plainLook, ...piece.look };
  const text = (piece.label ?? '') + piece.text;
  return { ...base, page: piece.page ?? null, kind: 'paragraph', text, label: piece.label ?? null, look };
}

export function aDocument(...pieces: readonly Piece[]): Document {
  return { format: 'text', pages: null, blocks: pieces.map(blockOf), problems: [], partial: false };
}

/** Running text that no title could be. */
export const body = '本年度按照区里统一部署，各项任务有序推进，资金拨付及时，群众反映良好，未发生违规使用资金的情形。';
