import type { Content, ReadParagraph, ReadTable, Reference } from './content.js';

/** The references in a paragraph with their offsets in its visible text, which is trimmed. */
export function visibleReferences({ text: raw, references }: ReadParagraph): readonly Reference[] {
  if (references.length === 0) return references;
  const lead = raw.length - raw.trimStart().length;
  const length = raw.trim().length;
  return references.map(({ note, at }) => ({ note, at: Math.min(Math.max(at - lead, 0), length) }));
}

/** The text of a paragraph as printed: behind its generated number, set apart from it where the two could run together. */
export function printedText({ text: raw, label }: ReadParagraph): string {
  const text = raw.trim();
  if (label === null) return text;
  const gap = label.spaced && text !== '' && /[0-9A-Za-z.)]$/.test(label.text) ? ' ' : '';
  return label.text + gap + text;
}

/** The blanks in front of the text of a paragraph, on its own line. */
export const indentOf = ({ text }: ReadParagraph): string => /^[^\S\n]*(?=\S)/.exec(text)?.[0] ?? '';

/** The references in a paragraph with their offsets in its printed text. */
export function printedReferences(paragraph: ReadParagraph, printed: string): readonly Reference[] {
  const lead = printed.length - paragraph.text.trim().length;
  return visibleReferences(paragraph).map(({ note, at }) => ({ note, at: lead + at }));
}

/** The words of a cell, and what stands among them by its offset. */
interface PrintedCell {
  /** A line for each paragraph that is not empty. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly tables: readonly { readonly table: ReadTable; readonly at: number }[];
}

export function printedCell(content: readonly Content[]): PrintedCell {
  const references: Reference[] = [];
  const tables: { table: ReadTable; at: number }[] = [];
  let text = '';
  for (const one of content) {
    if (one.kind === 'table') {
      tables.push({ table: one, at: text.length });
      continue;
    }
    const line = printedText(one);
    if (line === '') {
      for (const { note } of visibleReferences(one)) references.push({ note, at: text.length });
      continue;
    }
    if (text !== '') text += '\n';
    for (const { note, at } of printedReferences(one, line)) references.push({ note, at: text.length + at });
    text += line;
  }
  return { text, references, tables };
}
