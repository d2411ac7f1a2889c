import type { Label } from './labels.js';
import type { MammothNode } from './mammoth-body.js';
import { markOf } from './markup.js';
import type { ParagraphMark } from './paragraph-mark.js';

export type Mark = (node: MammothNode) => ParagraphMark;

function rawText(nodes: readonly MammothNode[]): string {
  return nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.value;
        case 'tab':
          return '\t';
        case 'break':
          return '\n';
        case 'run':
        case 'hyperlink':
          return rawText(node.children);
        default:
          return '';
      }
    })
    .join('');
}

const visibleText = (node: MammothNode): string =>
  'children' in node && node.type !== 'table' ? rawText(node.children).trim() : '';

export interface Reference {
  readonly note: number;
  /** Offset in the raw text. */
  readonly at: number;
}

/** The references to notes in a paragraph, each with what of the raw text stands before it. */
function referencesIn(nodes: readonly MammothNode[]): Reference[] {
  const found: Reference[] = [];
  let at = 0;
  const visit = (node: MammothNode): void => {
    const note = node.type === 'bookmarkStart' ? markOf(node.name, 'note') : null;
    if (note !== null) found.push({ note, at });
    else if (node.type === 'run' || node.type === 'hyperlink') node.children.forEach(visit);
    else at += rawText([node]).length;
  };
  nodes.forEach(visit);
  return found;
}

/** The references in a paragraph with their offsets in its visible text, which is trimmed. */
export function visibleReferences(node: MammothNode): Reference[] {
  if (!('children' in node) || node.type === 'table') return [];
  const references = referencesIn(node.children);
  if (references.length === 0) return [];
  const raw = rawText(node.children);
  const lead = raw.length - raw.trimStart().length;
  const length = raw.trim().length;
  return references.map(({ note, at }) => ({ note, at: Math.min(Math.max(at - lead, 0), length) }));
}

/** The text of a paragraph as printed: behind its generated number, set apart from it where the two could run together. */
export function printedText(node: MammothNode, label: Label | null): string {
  const text = visibleText(node);
  if (label === null) return text;
  const gap = label.spaced && text !== '' && /[0-9A-Za-z.)]$/.test(label.text) ? ' ' : '';
  return label.text + gap + text;
}

/** The blanks in front of the text of a paragraph, on its own line. */
export const indentOf = (node: MammothNode): string =>
  'children' in node && node.type !== 'table' ? (/^[^\S\n]*(?=\S)/.exec(rawText(node.children))?.[0] ?? '') : '';

/** The references in a paragraph with their offsets in its printed text. */
export function printedReferences(node: MammothNode, printed: string): Reference[] {
  const lead = printed.length - visibleText(node).length;
  return visibleReferences(node).map(({ note, at }) => ({ note, at: lead + at }));
}

export type MammothTable = MammothNode & { type: 'table' };

/** The words of a cell, and what stands among them by its offset. */
interface CellContent {
  /** A line for each paragraph that is not empty. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly tables: readonly { readonly node: MammothTable; readonly at: number }[];
}

export function contentOf(nodes: readonly MammothNode[], markFor: Mark): CellContent {
  const references: Reference[] = [];
  const tables: { node: MammothTable; at: number }[] = [];
  let text = '';
  for (const node of nodes) {
    if (node.type === 'table') tables.push({ node, at: text.length });
    const line = node.type === 'paragraph' ? printedText(node, markFor(node).label) : '';
    if (line === '') {
      for (const { note } of visibleReferences(node)) references.push({ note, at: text.length });
      continue;
    }
    if (text !== '') text += '\n';
    for (const { note, at } of printedReferences(node, line)) references.push({ note, at: text.length + at });
    text += line;
  }
  return { text, references, tables };
}
