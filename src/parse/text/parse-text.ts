import { blockId, plainLook, type Document, type Paragraph } from '../../model/document.js';
import { problem } from '../../model/problem.js';
import type { Decoded } from './decode.js';
import { joinBroken } from './broken.js';
import { joinWrapped } from './wrapped.js';

/** Ends of lines as any system writes them; a form feed also ends one. */
const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;

/** One paragraph a line, unless the file was evidently wrapped at a fixed width or a sentence broken over lines. */
export function parseText({ text, encoding, doubtful }: Decoded, fileName: string): Document {
  const lines = text.replaceAll('\uFEFF', '').replaceAll('\u001A', '').split(lineEnd);
  const paragraphs = joinBroken(joinWrapped(lines))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const blocks = paragraphs.map((line, i): Paragraph => ({
    kind: 'paragraph',
    id: blockId(i),
    text: line,
    page: null,
    stretches: [],
    label: null,
    look: plainLook,
  }));
  const problems = doubtful > 0 ? [problem('ENCODING_DOUBTFUL', { file: fileName, encoding, count: doubtful })] : [];
  return { format: 'text', pages: null, blocks, problems, partial: false };
}
