import type { Level } from './levels.js';
import type { Item, Word } from './line.js';
import type { Asked } from './statement.js';

/** A stretch between commas, stronger marks and brackets. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly limb: number;
  readonly text: string;
  readonly levels: readonly Level[];
  readonly words: readonly Word[];
}

const parts = (it: Item): boolean => it.is === 'mark' && it.mark !== 'item';

/** The pieces of a paragraph in reading order. One pass. */
export function piecesOf({ text, items, levels }: Asked): Piece[] {
  const found: Piece[] = [];
  let [start, next, word] = [0, 0, 0];
  let [sentence, limb] = [0, 0];
  const cut = (end: number, at: number): void => {
    const from = next;
    while ((levels[next]?.at ?? Infinity) < at) next++;
    const words = items.slice(word, at).filter((it): it is Word => it.is === 'word');
    if (end > start)
      found.push({ start, end, sentence, limb, text: text.slice(start, end), levels: levels.slice(from, next), words });
  };
  for (const it of items) {
    if (!parts(it)) continue;
    [sentence, limb] = [it.sentence, it.limb];
    cut(it.start, it.at);
    [start, word] = [it.end, it.at + 1];
  }
  const last = items.at(-1);
  [sentence, limb] = [(last?.sentence ?? 0) + (last && parts(last) ? 1 : 0), last?.limb ?? 0];
  cut(text.length, items.length);
  return found;
}

/** The longest of some words that a text holds, where it stands first. */
export function firstOf(words: readonly string[], text: string): { readonly word: string; readonly at: number } | null {
  const found = words
    .map((word) => ({ word, at: text.indexOf(word) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.word.length - a.word.length);
  return found[0] ?? null;
}

/** Whether a text holds one of some words. */
export const holdsAny = (words: readonly string[], text: string): boolean => words.some((it) => text.includes(it));
