import { tableText, type Block, type Document, type Stretch } from '../../src/model/document.js';
import type { Spot } from './spots.js';

/** Other words for [start, end) of the text that a spot stands in. */
export interface Edit {
  readonly spot: Spot;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Stretches of the same boxes over the text as it is after the edit. */
function moved(stretches: readonly Stretch[], { start, end, text }: Edit): Stretch[] {
  const by = text.length - (end - start);
  const at = (offset: number): number => (offset >= end ? offset + by : Math.min(offset, start + text.length));
  return stretches.map((it) => ({ ...it, start: at(it.start), end: at(it.end) })).filter((it) => it.end > it.start);
}

const spliced = (text: string, edit: Edit): string => text.slice(0, edit.start) + edit.text + text.slice(edit.end);

/** The document as a parser would have given it, had its author written so. */
export function edited(document: Document, edit: Edit): Document {
  const { order, cell } = edit.spot;
  const change = (block: Block): Block => {
    if (block.kind !== 'table')
      return { ...block, text: spliced(block.text, edit), stretches: moved(block.stretches, edit) };
    const cells = block.cells.map((it) =>
      it.row === cell?.row && it.col === cell.col
        ? { ...it, text: spliced(it.text, edit), stretches: moved(it.stretches, edit) }
        : it,
    );
    return { ...block, cells, text: tableText(cells) };
  };
  return { ...document, blocks: document.blocks.map((block, i) => (i === order ? change(block) : block)) };
}
