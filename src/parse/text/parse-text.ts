import { blockId, plainLook, type Document, type Paragraph, type TableBlock } from '../../model/document.js';
import { problem } from '../../model/problem.js';
import { withoutLongGaps } from '../gaps.js';
import { joinBroken } from './broken.js';
import type { Decoded } from './decode.js';
import { stretchesOf } from '../line-tables.js';
import { cellsOfRows, plainTable } from '../plain-table.js';
import { joinWrapped } from './wrapped.js';

/** Ends of lines as any system writes them; a form feed also ends one. */
const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;

const paragraph = (text: string): Omit<Paragraph, 'id'> => ({
  kind: 'paragraph',
  text,
  page: null,
  stretches: [],
  label: null,
  look: plainLook,
});

/** One paragraph a line, unless the file was evidently wrapped at a fixed width or a sentence broken over lines; and the tables among them. */
export function parseText({ text, encoding, doubtful }: Decoded, fileName: string): Document {
  const lines = withoutLongGaps(text.replaceAll('\uFEFF', '').replaceAll('\u001A', '')).split(lineEnd);
  const stretches = stretchesOf(joinBroken(joinWrapped(lines)));
  const unnumbered = stretches.flatMap((it): readonly (Omit<Paragraph, 'id'> | Omit<TableBlock, 'id'>)[] =>
    'rows' in it
      ? [plainTable(cellsOfRows(it.rows), it.headerRows)]
      : it.plain
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map(paragraph),
  );
  const blocks = unnumbered.map((block, i) => ({ ...block, id: blockId(i) }));
  const problems = doubtful > 0 ? [problem('ENCODING_DOUBTFUL', { file: fileName, encoding, count: doubtful })] : [];
  return { format: 'text', pages: null, blocks, problems, partial: false };
}
