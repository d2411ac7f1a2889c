import type { Block, Furniture, Paragraph } from '../../model/document.js';

const title = /^目\s*[录錄次]$/;
/** An entry typed by hand: leader or tab, then its page number. */
const typedEntry = /(?:\t|\.{3,}|…+|·{3,}|_{3,}| {4,})\s*[-–—(（]?\d{1,4}[-–—)）]?$/;

const asContents = ({ id, text, page, stretches }: Paragraph): Furniture => ({
  kind: 'furniture',
  id,
  text,
  page,
  stretches,
  role: 'contents',
});

/** Marks the title of a table of contents, and the entries of one that was typed instead of generated. */
export function withContents(blocks: readonly Block[]): Block[] {
  const marked = [...blocks];
  marked.forEach((block, i) => {
    if (block.kind !== 'paragraph' || !title.test(block.text)) return;
    let end = i + 1;
    for (let next = marked[end]; next?.kind === 'paragraph' && typedEntry.test(next.text); next = marked[end]) {
      marked[end++] = asContents(next);
    }
    const next = marked[i + 1];
    if (next?.kind === 'furniture' && next.role === 'contents') marked[i] = asContents(block);
  });
  return marked;
}
