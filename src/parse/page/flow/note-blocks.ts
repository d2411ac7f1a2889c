import {
  plainLook,
  type Anchor,
  type Block,
  type BlockId,
  type Paragraph,
  type Stretch,
} from '../../../model/document.js';
import type { Note } from './layout.js';
import { joinLines } from '../glyphs/print.js';

interface Place {
  readonly anchor: Anchor;
  /** Points between the words and the mark behind them. */
  readonly distance: number;
}

/** The place in a text that stands nearest before a note's mark, on its line. */
function nearest(note: Note, stretches: readonly Stretch[], anchorAt: (at: number) => Anchor): Place[] {
  const { page, box } = note.mark;
  const middle = (box[1] + box[3]) / 2;
  return stretches.flatMap((it): Place[] => {
    const sameLine = it.page === page && it.box[1] < middle && middle < it.box[3];
    return sameLine ? [{ anchor: anchorAt(it.end), distance: Math.abs(box[0] - it.box[2]) }] : [];
  });
}

function anchorOf(note: Note, blocks: readonly Block[]): Anchor | undefined {
  let best: Place | undefined;
  for (const block of blocks) {
    const places =
      block.kind === 'table'
        ? block.cells.flatMap(({ row, col, stretches }) =>
            nearest(note, stretches, (at) => ({ block: block.id, cell: { row, col }, at })),
          )
        : nearest(note, block.stretches, (at) => ({ block: block.id, cell: null, at }));
    for (const place of places) if (!best || place.distance < best.distance) best = place;
  }
  return best?.anchor;
}

/** A footnote as a block of its own, with the place that refers to it. `blocks` are those of the running text. */
export function noteBlock(note: Note, id: BlockId, blocks: readonly Block[]): Paragraph {
  const { text, stretches } = joinLines(note.lines);
  const anchor = anchorOf(note, blocks);
  const page = note.mark.page;
  return { kind: 'paragraph', id, text, page, stretches, label: null, look: plainLook, ...(anchor && { anchor }) };
}
