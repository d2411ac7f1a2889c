import {
  blockId,
  plainLook,
  tableText,
  type Anchor,
  type Block,
  type BlockId,
  type Cell,
  type Furniture,
  type Paragraph,
} from '../../model/document.js';
import { gridOf } from '../grid.js';
import {
  contentOf,
  indentOf,
  printedReferences,
  printedText,
  visibleReferences,
  type MammothTable,
  type Mark,
  type Reference,
} from './content.js';
import type { MammothNode } from './mammoth-body.js';
import { markOf } from './markup.js';
import type { ParagraphMark } from './paragraph-mark.js';

const withoutPage = { page: null, stretches: [] } as const;

const plainMark: ParagraphMark = { role: 'body', label: null, look: plainLook, note: null };

/** Finds again what was noted beside a paragraph, by the bookmark that it begins with. */
function marksBy(marks: readonly ParagraphMark[]): Mark {
  return (node) => {
    const first = 'children' in node ? node.children.find((one) => one.type === 'bookmarkStart') : undefined;
    const number = first?.type === 'bookmarkStart' ? markOf(first.name, 'paragraph') : null;
    return (number === null ? undefined : marks[number]) ?? plainMark;
  };
}

/** A page number that stands alone: `3`, `- 3 -`, `第3页`, `第 3 页 共 9 页`; a field that was never updated leaves out the digits. */
const pageNumber = /^[-–—－·\s]*第?\s*\d*\s*页?[\s/，,]*共?\s*\d*\s*页?[-–—－·\s]*$/;

/** Makes blocks in reading order from mammoth's document, piece by piece, and what was noted beside it. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  /** Blanks in front of the text of paragraphs: they may stand for a column. */
  readonly indents = new Map<BlockId, string>();
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
      const indent = indentOf(node);
      if (indent !== '') this.indents.set(id, indent);
      this.blocks.push({ kind: 'paragraph', ...base, label: label?.text ?? null, look } satisfies Paragraph);
    } else {
      const kept = role !== 'contents' && pageNumber.test(text) ? 'page-number' : role;
      this.blocks.push({ kind: 'furniture', ...base, role: kept } satisfies Furniture);
    }
  }

  /** Tables inside a cell follow the outer one as blocks of their own. */
  private table(node: MammothTable, inside: Anchor | null = null): void {
    const { placed, rows, columns } = gridOf(node.children.map((row) => row.children));
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
