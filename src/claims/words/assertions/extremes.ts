import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { half } from './nearness.js';
import { isWord, type Word } from './line.js';
import { atMostOf, type Asked } from './statement.js';

const check = 'extreme-of-series';

/** A member of a series with the words that name it. */
interface Member {
  readonly level: Level;
  readonly name: string;
}

/** The length of the longest stretch that two texts share. */
function common(a: string, b: string): number {
  let best = 0;
  for (let i = 0; i < a.length; i++) {
    let length = best + 1;
    while (i + length <= a.length && b.includes(a.slice(i, i + length))) best = length++;
  }
  return best;
}

/** What each figure is called, as printed: a figure without a name goes on with the one before. */
function membersOf({ text, items, levels }: Asked, of: (it: Level) => boolean): Member[] {
  let name = '';
  return levels.filter(of).map((level) => {
    let from = level.at - 1;
    while (from >= 0 && items[from]?.is === 'word') from--;
    const own = text.slice(items[from]?.end ?? 0, level.start).replace(/[^\p{L}\p{N}]/gu, '');
    if (own !== '') name = own;
    return { level, name };
  });
}

/** Longer names are read by their end. */
const longest = 24;

/** The member that a stretch of text names; null where none or several may be meant. */
function namedIn(members: readonly Member[], text: string): Member | null {
  const rated = members
    .map((it) => ({ it, length: common(it.name.slice(-longest), text) }))
    .sort((a, b) => b.length - a.length);
  const [first, second] = rated;
  return first && first.length >= 2 && first.length > (second?.length ?? 0) ? first.it : null;
}

/** The words before and behind a superlative, up to what parts it from others. */
function around({ text, items }: Asked, word: Word): [string, string] {
  const parts = (at: number): boolean => {
    const it = items[at];
    return !it || it.is !== 'word' || isWord(it, 'most', 'least', 'second', 'opener');
  };
  let [from, to] = [word.at - 1, word.at + 1];
  while (!parts(from)) from--;
  while (!parts(to)) to++;
  return [text.slice(items[from]?.end ?? 0, word.start), text.slice(word.end, items[to]?.start ?? text.length)];
}

/** 仅次于甲的是|乙: of two that are named behind a word the last one is meant. */
function lastOf({ items, text }: Asked, word: Word, behind: string): string {
  const of = items.slice(word.at + 1, word.at + 4).find((it) => it.clause === word.clause && isWord(it, 'of'));
  return isWord(word, 'second') && of ? text.slice(of.end, word.end + behind.length) : behind;
}

/** Leaves out what the others make together. */
function withoutTotals(members: readonly Member[]): Member[] {
  const sum = members.reduce((all, it) => all + it.level.value, 0);
  return members.filter(({ level }) => Math.abs(2 * level.value - sum) > half(level) * members.length);
}

/** 单日最高|18,420人次 is itself said to be the most, and no member. */
const isExtreme = ({ items }: Asked, it: Level): boolean =>
  items.slice(Math.max(0, it.at - 6), it.at).some((one) => one.clause === it.clause && isWord(one, 'most', 'least'));

/** 三季度最高, 最高的是三季度: the member of the series that is named against the others. */
export function extremes(asked: Asked, word: Word): Relation[] {
  const { items, levels } = asked;
  const [before, behind] = around(asked, word);
  const near = items.slice(Math.max(0, word.at - 4), word.at + 4).filter((it) => it.clause === word.clause);
  if (near.some((it) => isWord(it, 'wider', 'up', 'down', 'pace'))) return [];
  const inside = (sentence: number) => (it: Level) =>
    it.sentence === sentence && (it.role === 'level' || it.role === 'prior') && !it.isTotal && !isExtreme(asked, it);
  const sentence = [word.sentence, word.sentence - 1].find((it) => levels.filter(inside(it)).length >= 3);
  if (sentence === undefined) return [];
  const next = levels.find((it) => it.at > word.at && it.limb === word.limb && it.clause - word.clause <= 1);
  const isSaid = isWord(items[word.at + 1], 'of');
  const found: Relation[] = [];
  for (const measure of new Set(levels.filter(inside(sentence)).map((it) => it.measure))) {
    const members = withoutTotals(membersOf(asked, (it) => inside(sentence)(it) && it.measure === measure));
    if (members.length < 3 || members.length > 40) continue;
    // 高三最少，为143人次 is of another series
    if (next && next.measure !== measure && sentence !== word.sentence) continue;
    const own = (isSaid ? null : namedIn(members, before)) ?? namedIn(members, lastOf(asked, word, behind));
    if (!own) continue;
    const others = members.filter((it) => it !== own).sort((a, b) => b.level.value - a.level.value);
    const against = isWord(word, 'most') ? others[0] : isWord(word, 'second') ? others[1] : others.at(-1);
    if (!against) continue;
    const isBelow = isWord(word, 'least');
    const fails = isBelow ? own.level.value > against.level.value : own.level.value < against.level.value;
    const told = isBelow
      ? atMostOf(check, own.level, against.level, 'warning')
      : atMostOf(check, against.level, own.level, 'warning');
    if (!fails) return [told];
    found.push(told);
  }
  return found.slice(0, 1);
}
