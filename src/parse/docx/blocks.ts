import {
  blockId,
  plainLook,
  tableText,
  type Anchor,
  type Block,
  type Cell,
  type Furniture,
  type Paragraph,
} from '../../model/document.js';
import { gridOf } from './grid.js';
import type { Label } from './labels.js';
import type { MammothNode } from './mammoth-body.js';
import { markOf } from './markup.js';
import type { ParagraphMark } from './paragraph-mark.js';

type Mark = (node: MammothNode) => ParagraphMark;

const withoutPage = { page: null, stretches: [] } as const;

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

interface Reference {
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
function visibleReferences(node: MammothNode): Reference[] {
  if (!('children' in node) || node.type === 'table') return [];
  const references = referencesIn(node.children);
  if (references.length === 0) return [];
  const raw = rawText(node.children);
  const lead = raw.length - raw.trimStart().length;
  const length = raw.trim().length;
  return references.map(({ note, at }) => ({ note, at: Math.min(Math.max(at - lead, 0), length) }));
}

const plainMark: ParagraphMark = { role: 'body', label: null, look: plainLook, note: null };

/** Finds again what was noted beside a paragraph, by the bookmark that it begins with. */
function marksBy(marks: readonly ParagraphMark[]): Mark {
  return (node) => {
    const first = 'children' in node ? node.children.find((one) => one.type === 'bookmarkStart') : undefined;
    const number = first?.type === 'bookmarkStart' ? markOf(first.name, 'paragraph') : null;
    return (number === null ? undefined : marks[number]) ?? plainMark;
  };
}

/** The text of a paragraph as printed: behind its generated number, set apart from it where the two could run together. */
function printedText(node: MammothNode, label: Label | null): string {
  const text = visibleText(node);
  if (label === null) return text;
  const gap = label.spaced && text !== '' && /[0-9A-Za-z.)]$/.test(label.text) ? ' ' : '';
  return label.text + gap + text;
}

/** The references in a paragraph with their offsets in its printed text. */
function printedReferences(node: MammothNode, printed: string): Reference[] {
  const lead = printed.length - visibleText(node).length;
  return visibleReferences(node).map(({ note, at }) => ({ note, at: lead + at }));
}

type MammothTable = MammothNode & { type: 'table' };

/** The words of a cell, and what stands among them by its offset. */
interface CellContent {
  /** A line for each paragraph that is not empty. */
  readonly text: string;
  readonly references: readonly Reference[];
  readonly tables: readonly { readonly node: MammothTable; readonly at: number }[];
}

function contentOf(nodes: readonly MammothNode[], markFor: Mark): CellContent {
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

/** A page number that stands alone: `3`, `- 3 -`, `第3页`, `第 3 页 共 9 页`; a field that was never updated leaves out the digits. */
const pageNumber = /^[-–—－·\s]*第?\s*\d*\s*页?[\s/，,]*共?\s*\d*\s*页?[-–—－·\s]*$/;

/** Makes blocks in reading order from mammoth's document, piece by piece, and what was noted beside it. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  private readonly markFor: Mark;
  /** Where each note is referred to: its own text comes after that. */
  private readonly anchors = new Map<number, Anchor>();

  constructor(marks: readonly ParagraphMark[]) {
    this.markFor = marksBy(marks);
  }

  add(nodes: readonly MammothNode[]): void {
    for (const node of nodes) {
      if (node.type === 'table') this.table(node);
      else if (node.type === 'paragraph') this.paragraph(node);
    }
  }

  private paragraph(node: MammothNode): void {
    const { role, label, look, note } = this.markFor(node);
    const text = printedText(node, label);
    if (text === '') return this.adrift(visibleReferences(node));
    const id = blockId(this.blocks.length);
    for (const reference of printedReferences(node, text)) this.anchor(reference, { block: id, cell: null });
    const base = { id, text, ...withoutPage, ...this.anchored(note) };
    if (role === 'body') {
      this.blocks.push({ kind: 'paragraph', ...base, label: label?.text ?? null, look } satisfies Paragraph);
    } else {
      const kept = role !== 'contents' && pageNumber.test(text) ? 'page-number' : role;
      this.blocks.push({ kind: 'furniture', ...base, role: kept } satisfies Furniture);
    }
  }

  /** Tables inside a cell follow the outer one as blocks of their own. */
  private table(node: MammothTable, inside: Anchor | null = null): void {
    const { placed, rows, columns } = gridOf(node.children);
    const id = blockId(this.blocks.length);
    const contents = placed.map(({ cell, row, col }) => ({
      row,
      col,
      cell,
      ...contentOf(cell.children, this.markFor),
    }));
    const cells = contents.map(({ row, col, cell: { rowSpan, colSpan }, text }): Cell => {
      return { row, col, rowSpan, colSpan, text, ...withoutPage };
    });
    const printed = cells.some((cell) => cell.text !== '');
    if (printed) {
      const body = node.children.findIndex((row) => !row.isHeader);
      const headerRows = body < 0 ? rows : body;
      const base = { id, text: tableText(cells), ...withoutPage, ...this.anchored(this.noteOf(node)) };
      this.blocks.push({ kind: 'table', ...base, rows, columns, headerRows, cells, ...(inside && { inside }) });
    }
    for (const { row, col, references } of contents) {
      if (!printed) this.adrift(references);
      else for (const reference of references) this.anchor(reference, { block: id, cell: { row, col } });
    }
    for (const { row, col, tables } of contents)
      for (const { node: inner, at } of tables)
        this.table(inner, printed ? { block: id, cell: { row, col }, at } : inside);
  }

  /** References where nothing is printed stand at the end of the block before; in front of all text, at the start of the first. */
  private adrift(references: readonly Reference[]): void {
    const last = this.blocks.at(-1);
    const where = { block: last?.id ?? blockId(0), cell: null };
    for (const { note } of references) this.anchor({ note, at: last?.text.length ?? 0 }, where);
  }

  private anchor({ note, at }: Reference, where: Omit<Anchor, 'at'>): void {
    if (!this.anchors.has(note)) this.anchors.set(note, { ...where, at });
  }

  private anchored(note: number | null): { anchor?: Anchor } {
    const anchor = note === null ? undefined : this.anchors.get(note);
    return anchor ? { anchor } : {};
  }

  /** A table stands in the note in which its paragraphs do. */
  private noteOf({ children }: MammothTable): number | null {
    const first = children[0]?.children[0]?.children.find((one) => one.type === 'paragraph');
    return first ? this.markFor(first).note : null;
  }
}
