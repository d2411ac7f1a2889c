import {
  blockId,
  tableText,
  type Anchor,
  type Block,
  type Cell,
  type Furniture,
  type Paragraph,
} from '../../model/document.js';
import type { Content, ReadParagraph, ReadTable, Reference } from './content.js';

const withoutPage = { page: null, stretches: [] } as const;

interface Visible {
  readonly text: string;
  readonly references: readonly Reference[];
}

/** A paragraph's text without white space around it, and its references in that. */
function visible({ text: raw, references }: ReadParagraph): Visible {
  const text = raw.trim();
  if (references.length === 0) return { text, references };
  const lead = raw.length - raw.trimStart().length;
  return {
    text,
    references: references.map(({ note, at }) => ({ note, at: Math.min(Math.max(at - lead, 0), text.length) })),
  };
}

/** A cell has no place for a label beside its text, so a generated number stands in it as printed. */
function labelBefore(text: string, label: ReadParagraph['label']): string {
  if (label === null) return '';
  const gap = label.spaced && text !== '' && /[0-9A-Za-z.)]$/.test(label.text) ? ' ' : '';
  return label.text + gap;
}

/** The text of a cell, a line for each of its paragraphs that is not empty, and the references to notes in it. */
function cellText(content: readonly Content[]): Visible {
  const found: Reference[] = [];
  let text = '';
  for (const paragraph of content) {
    if (paragraph.kind !== 'paragraph') continue;
    const { text: own, references } = visible(paragraph);
    const line = labelBefore(own, paragraph.label) + own;
    if (text !== '' && line !== '') text += '\n';
    const start = text.length + line.length - own.length;
    for (const { note, at } of references) found.push({ note, at: start + at });
    text += line;
  }
  return { text, references: found };
}

/** A page number that stands alone: `3`, `- 3 -`, `第3页`, `第 3 页 共 9 页`; a field that was never updated leaves out the digits. */
const pageNumber = /^[-–—－·\s]*第?\s*\d*\s*页?[\s/，,]*共?\s*\d*\s*页?[-–—－·\s]*$/;

/** Makes blocks in reading order from what was read, piece by piece. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  /** Where each note is referred to: its own text comes after that. */
  private readonly anchors = new Map<number, Anchor>();

  add(content: readonly Content[]): void {
    for (const one of content) {
      if (one.kind === 'table') this.table(one);
      else this.paragraph(one);
    }
  }

  private paragraph(paragraph: ReadParagraph): void {
    const { text, references } = visible(paragraph);
    if (text === '') return this.adrift(references);
    const { role, label, look, note } = paragraph;
    const id = blockId(this.blocks.length);
    for (const reference of references) this.anchor(reference, { block: id, cell: null });
    const base = { id, text, ...withoutPage, ...this.anchored(note) };
    if (role === 'body') {
      this.blocks.push({ kind: 'paragraph', ...base, label: label?.text ?? null, look } satisfies Paragraph);
    } else {
      const kept = role !== 'contents' && pageNumber.test(text) ? 'page-number' : role;
      this.blocks.push({ kind: 'furniture', ...base, role: kept } satisfies Furniture);
    }
  }

  /** Tables inside a cell follow the outer one as blocks of their own. */
  private table({ rows, columns, headerRows, cells: read, note: inNote }: ReadTable): void {
    const id = blockId(this.blocks.length);
    const referring: (Reference & Pick<Cell, 'row' | 'col'>)[] = [];
    const cells = read.map(({ content, ...place }): Cell => {
      const { text, references } = cellText(content);
      for (const reference of references) referring.push({ ...reference, row: place.row, col: place.col });
      return { ...place, text, ...withoutPage };
    });
    if (cells.some((cell) => cell.text !== '')) {
      const base = { id, text: tableText(cells), ...withoutPage, ...this.anchored(inNote) };
      this.blocks.push({ kind: 'table', ...base, rows, columns, headerRows, cells });
      for (const { row, col, ...reference } of referring) this.anchor(reference, { block: id, cell: { row, col } });
    } else this.adrift(referring);
    for (const { content } of read) this.add(content.filter((one) => one.kind === 'table'));
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
