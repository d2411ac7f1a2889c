import {
  blockId,
  blockOf,
  cellAt,
  type Anchor,
  type Block,
  type BlockId,
  type Paragraph,
} from '../../model/document.js';
import { stretchesOf, type LineTable } from '../line-tables.js';
import { cellsOfRows, plainTable } from '../plain-table.js';

/** A line of a paragraph, which soft breaks may divide. */
interface Line {
  readonly paragraph: Paragraph;
  /** Where it begins in the paragraph's text. */
  readonly start: number;
  /** As typed, with the blanks in front of it. */
  readonly text: string;
  readonly indent: number;
}

/** What becomes of a stretch of blocks: a block as it was, some lines of a paragraph, or a table that lines make. */
type Piece =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | { readonly kind: 'table'; readonly table: LineTable; readonly lines: readonly Line[] };

/** Headings and notes stay what they are. */
const mayHoldRow = (block: Block): block is Paragraph =>
  block.kind === 'paragraph' && block.anchor === undefined && block.look.outlineLevel === null;

const hasColumns = ({ text }: Block): boolean => /\S(?:\t| {3,}|\u3000{2,}|[|│┃｜])/.test(text);

function linesOf(paragraph: Paragraph, indent: string): Line[] {
  let start = 0;
  return paragraph.text.split('\n').map((printed, i): Line => {
    const before = i === 0 ? indent : '';
    const line = { paragraph, start, text: before + printed, indent: before.length };
    start += printed.length + 1;
    return line;
  });
}

/** Lines that no table took, paragraph by paragraph; one that is whole stays as it was. */
function plainPieces(lines: readonly Line[]): Piece[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.[0]?.paragraph === line.paragraph) last.push(line);
    else groups.push([line]);
  }
  return groups.flatMap((group): Piece[] => {
    const [first] = group;
    if (!first) return [];
    const { paragraph } = first;
    const whole = group.length === paragraph.text.split('\n').length;
    return whole ? [{ kind: 'block', block: paragraph }] : [{ kind: 'lines', lines: group }];
  });
}

function piecesOf(paragraphs: readonly Paragraph[], indents: ReadonlyMap<BlockId, string>): Piece[] {
  if (!paragraphs.some(hasColumns)) return paragraphs.map((block) => ({ kind: 'block', block }));
  const lines = paragraphs.flatMap((it) => linesOf(it, it.label === null ? (indents.get(it.id) ?? '') : ''));
  const pieces: Piece[] = [];
  let at = 0;
  for (const stretch of stretchesOf(lines.map((line) => line.text))) {
    if ('plain' in stretch) {
      pieces.push(...plainPieces(lines.slice(at, at + stretch.plain.length)));
      at += stretch.plain.length;
    } else {
      pieces.push({ kind: 'table', table: stretch, lines });
      at = stretch.end;
    }
  }
  return pieces;
}

/** Where the texts of old blocks stand now: ascending by their start. */
type Moved = Map<BlockId, { readonly from: number; readonly to: Omit<Anchor, 'at'> }[]>;

function note(moved: Moved, old: BlockId, from: number, to: Omit<Anchor, 'at'>): void {
  const known = moved.get(old);
  if (known) known.push({ from, to });
  else moved.set(old, [{ from, to }]);
}

function written(piece: Piece, id: BlockId, moved: Moved): Block | null {
  switch (piece.kind) {
    case 'block':
      note(moved, piece.block.id, 0, { block: id, cell: null });
      return { ...piece.block, id };
    case 'lines': {
      const [first] = piece.lines;
      const text = piece.lines.map((line) => line.text.trim()).filter((line) => line !== '');
      if (!first || text.length === 0) return null;
      const { paragraph, start } = first;
      note(moved, paragraph.id, start, { block: id, cell: null });
      return { ...paragraph, id, text: text.join('\n'), label: start === 0 ? paragraph.label : null };
    }
    case 'table': {
      piece.table.rows.forEach((cells, row) => {
        const line = piece.lines[piece.table.lines[row] ?? -1];
        let at = 0;
        cells.forEach((text, col) => {
          if (!line || text === '') return;
          at = line.text.indexOf(text, at);
          note(moved, line.paragraph.id, line.start + at - line.indent, { block: id, cell: { row, col } });
          at += text.length;
        });
      });
      return { ...plainTable(cellsOfRows(piece.table.rows), piece.table.headerRows), id };
    }
  }
}

/** A point of the text where it stands now. */
function movedTo(anchor: Anchor, moved: Moved, blocks: readonly Block[]): Anchor {
  const target = moved.get(anchor.block)?.findLast(({ from }, i) => from <= anchor.at || i === 0);
  if (!target) return anchor;
  const { from, to } = target;
  if (anchor.cell !== null) return { ...anchor, block: to.block };
  const block = blockOf(blocks, to.block);
  const cell = block && to.cell ? cellAt(block, to.cell.row, to.cell.col) : null;
  const length = (cell ?? block)?.text.length ?? 0;
  return { ...to, at: Math.min(Math.max(anchor.at - from, 0), length) };
}

/**
 * Blocks in which paragraphs that tabs or wide spaces set in columns are the tables that they show, as they are in text.
 * `indents` holds the blanks that a paragraph begins with, which its text leaves out.
 */
export function withLineTables(blocks: readonly Block[], indents: ReadonlyMap<BlockId, string>): readonly Block[] {
  const pieces: Piece[] = [];
  let run: Paragraph[] = [];
  const close = (): void => {
    pieces.push(...piecesOf(run, indents));
    run = [];
  };
  for (const block of blocks) {
    if (mayHoldRow(block)) run.push(block);
    else {
      close();
      pieces.push({ kind: 'block', block });
    }
  }
  close();
  if (pieces.every((piece) => piece.kind === 'block')) return blocks;
  const moved: Moved = new Map();
  const placed: Block[] = [];
  for (const piece of pieces) {
    const block = written(piece, blockId(placed.length), moved);
    if (block) placed.push(block);
  }
  return placed.map((block): Block => {
    const anchor = block.anchor && { anchor: movedTo(block.anchor, moved, placed) };
    const inside = block.kind === 'table' && block.inside && { inside: movedTo(block.inside, moved, placed) };
    return { ...block, ...anchor, ...inside };
  });
}
