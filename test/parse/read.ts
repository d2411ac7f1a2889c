import type { Block, Document, Paragraph, TableBlock } from '../../src/model/document.js';
import { parse } from '../../src/parse/parse.js';
import { makeDocx, type Parts } from './docx/make-docx.js';

/** The document of a file that must be readable; the state tells why when it is not. */
export async function documentOf(bytes: Uint8Array, fileName = 'a.docx'): Promise<Document> {
  const parsed = await parse(bytes, fileName);
  if (!('document' in parsed)) throw new Error(`${parsed.state}: ${parsed.problems.map((one) => one.message).join()}`);
  return parsed.document;
}

export const docxOf = async (parts: Parts): Promise<Document> => documentOf(makeDocx(parts));

/** A paragraph as `label|text`, furniture as `role:text`, a table as its text in brackets. */
function shown(block: Block): string {
  if (block.kind === 'table') return `[${block.text}]`;
  if (block.kind === 'furniture') return `${block.role}:${block.text}`;
  const { label, text } = block;
  return label === null ? text : `${label}|${text.slice(label.length).trimStart()}`;
}

export const shownBlocks = async (parts: Parts): Promise<string[]> => (await docxOf(parts)).blocks.map(shown);

export async function onlyParagraph(parts: Parts): Promise<Paragraph> {
  const [block] = (await docxOf(parts)).blocks;
  if (block?.kind !== 'paragraph') throw new Error(`not a paragraph: ${block?.kind}`);
  return block;
}

export async function tablesOf(parts: Parts): Promise<TableBlock[]> {
  return (await docxOf(parts)).blocks.filter((block) => block.kind === 'table');
}

/** How the reading of a file ended: its state, then the codes of its problems. */
export async function ending(bytes: Uint8Array, fileName: string): Promise<string> {
  const parsed = await parse(bytes, fileName);
  const problems = 'document' in parsed ? parsed.document.problems : parsed.problems;
  return [parsed.state, ...problems.map((one) => one.code)].join(' ');
}
