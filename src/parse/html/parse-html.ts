import { blockId, type Block, type Document } from '../../model/document.js';
import { problem } from '../../model/problem.js';
import { withoutLongGaps } from '../gaps.js';
import { plainTable } from '../plain-table.js';
import { HtmlReader } from './html-reader.js';

/** A web page as a document: what it shows, without scripts, navigation and hidden parts. Throws a ParseFailure for a limit. */
export function parseHtml(html: string, file: string): Document {
  const reader = new HtmlReader();
  reader.read(withoutLongGaps(html));
  const blocks = reader.pieces.map((piece, i): Block => {
    const id = blockId(i);
    if (piece.kind === 'table') return { ...plainTable(piece.cells, piece.headerRows), id };
    return { kind: 'paragraph', id, text: piece.text, page: null, stretches: [], label: null, look: piece.look };
  });
  const ignored = (['pictures', 'struck'] as const).flatMap((what) =>
    reader[what] > 0 ? [problem('PART_IGNORED', { file, what, count: reader[what] })] : [],
  );
  return { format: 'html', pages: null, blocks, problems: ignored, partial: false };
}
