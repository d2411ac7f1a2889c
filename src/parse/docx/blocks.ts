import {
  blockId,
  plainLook,
  tableText,
  type Block,
  type Cell,
  type Furniture,
  type Paragraph,
} from '../../model/document.js';
import { gridOf } from './grid.js';
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

const plainMark: ParagraphMark = { role: 'body', label: null, look: plainLook };

/** Finds again what was noted beside a paragraph, by the bookmark that it begins with. */
function marksBy(marks: readonly ParagraphMark[]): Mark {
  return (node) => {
    const first = 'children' in node ? node.children.find((one) => one.type === 'bookmarkStart') : undefined;
    const number = first?.type === 'bookmarkStart' ? markOf(first.name) : null;
    return (number === null ? undefined : marks[number]) ?? plainMark;
  };
}

/** A cell has no place for a label beside its text, so a generated number stands in it as printed. */
function cellParagraph(node: MammothNode, markFor: Mark): string {
  const text = visibleText(node);
  const { label } = markFor(node);
  if (label === null) return text;
  const gap = label.spaced && text !== '' && /[0-9A-Za-z.)]$/.test(label.text) ? ' ' : '';
  return label.text + gap + text;
}

/** A page number that stands alone: `3`, `- 3 -`, `第3页`, `第 3 页 共 9 页`; a field that was never updated leaves out the digits. */
const pageNumber = /^[-–—－·\s]*第?\s*\d*\s*页?[\s/，,]*共?\s*\d*\s*页?[-–—－·\s]*$/;

/** Makes blocks in reading order from mammoth's document, piece by piece, and what was noted beside it. */
export class BlockWriter {
  readonly blocks: Block[] = [];
  private readonly markFor: Mark;

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
    const text = visibleText(node);
    if (text === '') return;
    const { role, label, look } = this.markFor(node);
    const base = { id: blockId(this.blocks.length), text, ...withoutPage };
    if (role === 'body') {
      this.blocks.push({ kind: 'paragraph', ...base, label: label?.text ?? null, look } satisfies Paragraph);
    } else {
      const kept = role !== 'contents' && pageNumber.test(text) ? 'page-number' : role;
      this.blocks.push({ kind: 'furniture', ...base, role: kept } satisfies Furniture);
    }
  }

  /** Tables inside a cell follow the outer one as blocks of their own. */
  private table(node: MammothNode & { type: 'table' }): void {
    const { placed, rows, columns } = gridOf(node.children);
    const cells = placed.map(({ cell, row, col }): Cell => {
      const lines = cell.children
        .filter((one) => one.type === 'paragraph')
        .map((one) => cellParagraph(one, this.markFor));
      const text = lines.filter((line) => line !== '').join('\n');
      return { row, col, rowSpan: cell.rowSpan, colSpan: cell.colSpan, text, ...withoutPage };
    });
    if (cells.some((cell) => cell.text !== '')) {
      const body = node.children.findIndex((row) => !row.isHeader);
      const headerRows = body < 0 ? rows : body;
      const id = blockId(this.blocks.length);
      this.blocks.push({ kind: 'table', id, text: tableText(cells), ...withoutPage, rows, columns, headerRows, cells });
    }
    for (const { cell } of placed) this.add(cell.children.filter((one) => one.type === 'table'));
  }
}
