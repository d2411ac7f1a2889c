import { quote } from '../quote.js';
import type { Beside } from './beside.js';
import { range, type Items } from './items.js';
import type { Lexicon } from './lexicon.js';
import type { ListFinder } from './listed.js';
import type { Paragraph } from './paragraph.js';

/** How many characters before a count may hold its state, and how far back those in it may be named. */
const reach = 12;
const farthest = 240;
/** A list this much longer or shorter is of others. */
const mostOff = 1;

interface Named extends Items {
  readonly start: number;
  readonly end: number;
}

/** The names before a place that a clause says to be in a state: 锦绣园、阳光里、南苑新居已封顶. Null where it is said of none, or more than once. */
function namedIn(text: string, state: string, until: number, lists: ListFinder): Named | null {
  const from = Math.max(0, until - farthest);
  const stretch = text.slice(from, until);
  const at = stretch.indexOf(state);
  if (at < 0 || stretch.includes(state, at + 1)) return null;
  const begin =
    Math.max(...['，', ',', '。', '；', ';', '：', ':', '\n'].map((it) => stretch.lastIndexOf(it, at - 1))) + 1;
  const list = stretch.slice(begin, at).trim();
  if (!list.includes('、') || /\d/u.test(list)) return null;
  return { start: from + begin, end: from + at, ...lists.namesIn(list) };
}

/** Counts of those in a state, against the names that were said to be in it: 甲、乙、丙已封顶…上述已封顶的四个小区. */
export const countsByState = (paragraphs: readonly Paragraph[], lexicon: Lexicon, lists: ListFinder): Beside[] =>
  paragraphs.flatMap((paragraph) =>
    paragraph.counts.flatMap((stated): Beside[] => {
      const { text, placed } = paragraph;
      const state = lexicon.stateBefore(text.slice(Math.max(0, stated.start - reach), stated.start));
      const named = state === null ? null : namedIn(text, state.said, stated.start - state.length, lists);
      if (!named || named.least - stated.value > mostOff || stated.value - named.most > mostOff) return [];
      const { names: items, partial } = named;
      const list = quote(placed.block, named.start, named.end, placed.heading);
      return [{ paragraph, stated, items, possible: range(named.least, named.most), partial, list }];
    }),
  );
