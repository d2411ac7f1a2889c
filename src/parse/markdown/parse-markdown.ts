import { blockId, plainLook, type Anchor, type Block, type BlockId, type Paragraph } from '../../model/document.js';
import { problem, type Problem } from '../../model/problem.js';
import { plainTable } from '../plain-table.js';
import type { Seen } from './inline.js';
import { noteSign, restored } from './protect.js';
import { segmentsOf } from './segments.js';

/** A block before its place among the others is known. */
export type Unnumbered = Block extends infer Each ? (Each extends Block ? Omit<Each, 'id'> : never) : never;

type Named = Unnumbered & { readonly note?: string };

const plain = { page: null, stretches: [] } as const;

function paragraph(text: string, look: Partial<Paragraph['look']> = {}): Unnumbered {
  return { kind: 'paragraph', text: text.trim(), ...plain, label: null, look: { ...plainLook, ...look } };
}

/** Takes the signs of notes out of a text, and tells where each of them stood. */
function withoutNotes(text: string, found: (at: number) => void): string {
  const [first = '', ...rest] = text.split(noteSign);
  return rest.reduce((words, part) => {
    found(words.length);
    return words + part;
  }, first);
}

/** Blocks with their words as written, and notes tied to where they are first referred to. */
function finished(blocks: readonly Named[], notes: readonly string[]): Block[] {
  const anchors = new Map<string, Anchor>();
  let next = 0;
  const refer = (block: BlockId, cell: Anchor['cell'], at: number): void => {
    const name = notes[next++] ?? '';
    if (!anchors.has(name)) anchors.set(name, { block, cell, at });
  };
  const read = blocks.map((block, index): Block & { note?: string } => {
    const id = blockId(index);
    if (block.kind !== 'table') {
      return { ...block, id, text: withoutNotes(restored(block.text), (at) => refer(id, null, at)) };
    }
    const cells = block.cells.map((cell) => {
      const { row, col } = cell;
      return { ...cell, text: withoutNotes(restored(cell.text), (at) => refer(id, { row, col }, at)) };
    });
    return { ...block, ...plainTable(cells, block.headerRows), id };
  });
  return read.map(({ note, ...block }): Block => {
    const anchor = note === undefined ? undefined : anchors.get(note);
    return anchor ? { ...block, anchor } : block;
  });
}

/**
 * The blocks of a Markdown file. `text` has line feeds only; `blocksOf` reads lines without markup, tables of bars among them.
 */
export function parseMarkdown(
  text: string,
  fileName: string,
  blocksOf: (lines: readonly string[]) => readonly Unnumbered[],
): { readonly blocks: readonly Block[]; readonly problems: readonly Problem[] } {
  const seen: Seen = { pictures: 0, struck: 0, notes: [], links: new Set() };
  const blocks = segmentsOf(text, seen).flatMap((segment): readonly Named[] => {
    switch (segment.kind) {
      case 'lines':
        return blocksOf(segment.lines);
      case 'line':
        return [paragraph(segment.text, { outlineLevel: segment.level, bold: segment.bold })];
      case 'table': {
        const { cells, headerRows, caption } = segment.table;
        const table = cells.some((cell) => cell.text !== '') ? [plainTable(cells, headerRows)] : [];
        return [...(caption === '' ? [] : [paragraph(caption)]), ...table];
      }
      case 'front':
        return [{ kind: 'furniture', role: 'header', text: segment.text, ...plain }];
      case 'note':
        return [{ ...paragraph(segment.text), note: segment.name }];
    }
  });
  const ignored = (['pictures', 'struck'] as const).flatMap((what) =>
    seen[what] > 0 ? [problem('PART_IGNORED', { file: fileName, what, count: seen[what] })] : [],
  );
  return { blocks: finished(blocks, seen.notes), problems: ignored };
}
