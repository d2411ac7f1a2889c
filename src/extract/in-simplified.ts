import { dense } from '../model/dense.js';
import type { Block, Document } from '../model/document.js';
import type { Heading } from '../model/report.js';
import type { Simplify } from '../rulebook/traditional.js';
import type { Metadata } from './metadata/find-metadata.js';

function simplifiedBlock<B extends Block>(block: B, simplify: Simplify): B {
  const text = simplify(block.text);
  if (text === block.text) return block;
  if (block.kind !== 'table') return { ...block, text };
  return { ...block, text, cells: block.cells.map((cell) => ({ ...cell, text: simplify(cell.text) })) };
}

/**
 * A document in simplified characters, in which headings and titles are known by their words; places stay where they are. A document
 * without traditional characters is given back itself.
 */
export function inSimplified(document: Document, simplify: Simplify): Document {
  const blocks = document.blocks.map((block) => simplifiedBlock(block, simplify));
  return blocks.every((block, at) => block === document.blocks[at]) ? document : { ...document, blocks };
}

/** Words of a text in simplified characters as the text prints them; unchanged where they do not stand in it. */
function asPrinted(words: string, printed: string, simplified: string): string {
  let at = simplified.indexOf(dense(words));
  return at < 0 ? words : words.replace(/\S/g, (char) => printed[at++] ?? char);
}

/** Headings that were found in the simplified document, with their titles as printed. */
export function headingsAsPrinted(headings: readonly Heading[], document: Document, plain: Document): Heading[] {
  const textIn = ({ blocks }: Document): ReadonlyMap<string, string> =>
    new Map(blocks.map(({ id, text }) => [id, dense(text)]));
  const [printed, simplified] = [textIn(document), textIn(plain)];
  return headings.map((it) => ({
    ...it,
    title: asPrinted(it.title, printed.get(it.block) ?? '', simplified.get(it.block) ?? ''),
  }));
}

/** What the simplified document says of itself, with title and agency as the first place prints them that has them. */
export function saidAsPrinted(said: Metadata, document: Document, plain: Document): Metadata {
  const textIn = ({ blocks }: Document): string => blocks.map(({ text }) => dense(text)).join('\n');
  const [printed, simplified] = [textIn(document), textIn(plain)];
  const back = (words: string | null): string | null => words && asPrinted(words, printed, simplified);
  return { ...said, title: back(said.title), organisation: back(said.organisation) };
}
