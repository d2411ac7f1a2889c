import {
  blockId,
  tableText,
  type Anchor,
  type Block,
  type BlockId,
  type Cell,
  type Furniture,
  type Paragraph,
} from '../../model/document.js';
import { gridOf } from '../grid.js';
import type { Content, ReadParagraph, ReadTable, Reference } from './content.js';
import { indentOf, printedCell, printedReferences, printedText, visibleReferences } from './printed.js';

const withoutPage = { page: null, stretches: [] } as const;

/** A page number that stands alone: `3`, `- 3 -`, `第3页`, `第 3 页 共 9 页`; a field that was never updated leaves out the digits. */
const pageNumber = /^[-–—－·\s]*第?\s*\d*\s*页?[\s/，,]*共?\s*\d*\s*页?[-–—－·\s]*$/;

/** Makes blocks in reading order from what was read, piece by piece. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  /** Blanks in front of the text of paragraphs: they may stand for a column. */
  readonly indents = new Map<BlockId, string>();
  /** Where each note is referred to: its own text comes after that. */
  private readonly anchors = new Map<number, Anchor>();

  add(content: readonly Content[]): void {
    for (const one of content) {
      if (one.kind === 'table') this.table(one);
      else this.paragraph(one);
    }
  }

  private paragraph(paragraph: ReadParagraph): void {
    const { role, label, look, note } = paragraph;
    const text = printedText(paragraph);
    if (text === '') return this.adrift(visibleReferences(paragraph));
    const id = blockId(this.blocks.length);
    for (const reference of printedReferences(paragraph, text)) this.anchor(reference, { block: id, cell: null });
    const base = { id, text, ...withoutPage, ...this.anchored(note) };
    if (role === 'body') {
      const indent = indentOf(paragraph);
      if (indent !== '') this.indents.set(id, indent);
      this.blocks.push({ kind: 'paragraph', ...base, label: label?.text ?? null, look } satisfies Paragraph);
    } else {
      const kept = role !== 'contents' && pageNumber.test(text) ? 'page-number' : role;
      this.blocks.push({ kind: 'furniture', ...base, role: kept } satisfies Furniture);
    }
  }

  /** Tables inside a cell follow the outer one as blocks of their own. */
  private table({ rows: read, note }: ReadTable, inside: Anchor | null = null): void {
    const { placed, rows, columns } = gridOf(read.map((row) => row.cells));
    const id = blockId(this.blocks.length);
    const contents = placed.map(({ cell, row, col }) => ({ row, col, cell, ...printedCell(cell.content) }));
    const cells = contents.map(({ row, col, cell: { rowSpan, colSpan }, text }): Cell => {
      return { row, col, rowSpan, colSpan, text, ...withoutPage };
    });
    const printed = cells.some((cell) => cell.text !== '');
    if (printed) {
      const body = read.findIndex((row) => !row.header);
      const headerRows = body < 0 ? rows : body;
      const base = { id, text: tableText(cells), ...withoutPage, ...this.anchored(note) };
      this.blocks.push({ kind: 'table', ...base, rows, columns, headerRows, cells, ...(inside && { inside }) });
    }
    for (const { row, col, references } of contents) {
      if (!printed) this.adrift(references);
      else for (const reference of references) this.anchor(reference, { block: id, cell: { row, col } });
    }
    for (const { row, col, tables } of contents)
      for (const { table, at } of tables) this.table(table, printed ? { block: id, cell: { row, col }, at } : inside);
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
}
