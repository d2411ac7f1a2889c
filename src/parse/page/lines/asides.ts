import type { Fragment } from '../glyphs/fragments.js';
import type { Frame, Turn } from '../glyphs/frame.js';
import { emOf, rowOf, rowsOf, segmentsOf, type Row } from './lines.js';
import { stacksIn } from './stacks.js';
import { turnedFragment, turnedFrame } from '../glyphs/turned.js';

/** Lines that do not run as their page does: vertical writing, words on their side, upside-down. */
export interface Aside {
  /** The lines in reading order, in this frame. */
  readonly rows: readonly Row[];
  readonly frame: Frame;
  /** Where they stand on the page. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** White space in em that parts the lines of one block from those of another, and two lines one behind the other. */
const mostBetween = 3;
const mostBehind = 3;

/** Lines of one direction as blocks of those close to each other. */
function blocksOf(fragments: readonly Fragment[]): Row[][] {
  const blocks: Row[][] = [];
  for (const row of rowsOf(fragments).flatMap((it) => segmentsOf(it, mostBehind))) {
    const size = emOf(row);
    const open = blocks.find((block) => {
      const last = block.at(-1);
      if (!last || row.left > last.right || row.right < last.left) return false;
      return row.top >= last.bottom - 0.5 * size && row.top - last.bottom < mostBetween * size;
    });
    if (open) open.push(row);
    else blocks.push([row]);
  }
  return blocks;
}

/** True when vertical writing goes on from one block to the next: close to its left, at its height. */
function goesLeft(last: Aside, next: Aside): boolean {
  const em = Math.max(...[...last.rows.slice(-1), ...next.rows.slice(0, 1)].map((row) => row.bottom - row.top));
  const gap = (last.left - next.right) / em;
  return gap > -0.5 && gap < mostBetween && next.top < last.bottom && next.bottom > last.top;
}

/** Blocks in the order of the file, those that go on to the left of each other made one: columns with an indent, under a title. */
function joinedLeftwards(asides: readonly Aside[]): Aside[] {
  const joined: Aside[] = [];
  for (const next of asides) {
    const last = joined.at(-1);
    if (!last || !goesLeft(last, next)) {
      joined.push(next);
      continue;
    }
    const [top, bottom] = [Math.min(last.top, next.top), Math.max(last.bottom, next.bottom)];
    joined[joined.length - 1] = { ...last, left: next.left, top, bottom, rows: [...last.rows, ...next.rows] };
  }
  return joined;
}

const turns: readonly Turn[] = [90, 180, 270];

/** Takes apart what runs otherwise than the rest of a page or cell of this size. What is left is level. */
export function asidesIn(
  fragments: readonly Fragment[],
  size: Pick<Frame, 'width' | 'height'>,
): { readonly asides: readonly Aside[]; readonly rest: readonly Fragment[] } {
  const { stacks, rest } = stacksIn(fragments);
  const athwart = rest.filter((it) => it.athwart);
  if (stacks.length === 0 && athwart.length === 0) return { asides: [], rest };
  const down = turnedFrame(size, 90);
  const ofStacks = stacks.map((columns): Aside => {
    const rows = columns.map((column) => rowOf(column.map((it) => turnedFragment(down, it))));
    return { ...rowOf(columns.flat()), rows, frame: down };
  });
  const ofTurns = turns.flatMap((turn) => {
    const frame = turnedFrame(size, turn);
    const onPage = new Map(
      athwart.filter((it) => it.turn === turn).map((it) => [turnedFragment(frame, it), it] as const),
    );
    return blocksOf([...onPage.keys()]).map((rows): Aside => {
      const held = rows.flatMap((row) => row.fragments.flatMap((it) => onPage.get(it) ?? []));
      return { ...rowOf(held), rows, frame };
    });
  });
  return { asides: [...joinedLeftwards(ofStacks), ...ofTurns], rest: rest.filter((it) => !it.athwart) };
}
