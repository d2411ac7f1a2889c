import { blockId, plainLook, type Block, type Document } from '../../model/document.js';
import { problem } from '../../model/problem.js';
import { withoutLongGaps } from '../gaps.js';
import { stretchesOf } from '../line-tables.js';
import { isMarkdown } from '../markdown/detect.js';
import { parseMarkdown, type Unnumbered } from '../markdown/parse-markdown.js';
import { withoutSigns } from '../markdown/protect.js';
import { cellsOfRows, plainTable } from '../plain-table.js';
import { joinBroken } from './broken.js';
import type { Decoded } from './decode.js';
import { joinEven } from './evenly.js';
import { joinWrapped } from './wrapped.js';

/** Ends of lines as any system writes them; a form feed also ends one. */
const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;

const paragraph = (text: string): Unnumbered => ({
  kind: 'paragraph',
  text,
  page: null,
  stretches: [],
  label: null,
  look: plainLook,
});

/** One paragraph a line, unless the lines were evidently wrapped at a fixed width or a sentence broken over them; and the tables among them. */
const blocksOf = (lines: readonly string[]): readonly Unnumbered[] =>
  stretchesOf(joinBroken(joinEven(joinWrapped(lines)))).flatMap((it): readonly Unnumbered[] =>
    'rows' in it
      ? [plainTable(cellsOfRows(it.rows), it.headerRows)]
      : it.plain
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .map(paragraph),
  );

/** Lines as blocks, in order. */
export const blocksOfText = (lines: readonly string[]): Block[] =>
  blocksOf(lines).map((block, i): Block => ({ ...block, id: blockId(i) }));

/** Text as blocks: plain lines, or Markdown where it shows the signs of that. */
export function parseText({ text, encoding, doubtful, unlikely }: Decoded, fileName: string): Document {
  const lines = withoutLongGaps(withoutSigns(text.replaceAll('\uFEFF', '').replaceAll('\u001A', ''))).split(lineEnd);
  const whole = lines.join('\n');
  const { blocks, problems } = isMarkdown(whole, fileName)
    ? parseMarkdown(whole, fileName, blocksOf)
    : { blocks: blocksOfText(lines), problems: [] };
  const doubts = [
    ...(doubtful > 0 ? [problem('ENCODING_DOUBTFUL', { file: fileName, encoding, count: doubtful })] : []),
    ...(unlikely ? [problem('ENCODING_UNLIKELY', { file: fileName, encoding })] : []),
  ];
  return { format: 'text', pages: null, blocks, problems: [...doubts, ...problems], partial: unlikely };
}
