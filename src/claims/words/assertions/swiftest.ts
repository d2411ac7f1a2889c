import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord, type Word } from './line.js';
import { namedIn, type Member } from './members.js';
import { atMostOf, type Asked } from './statement.js';

const check = 'extreme-of-series';

/** A series is no table. */
const [fewest, most] = [3, 40];

/** What a rate of change is of: the figure right before that it is the change of, else its own words. */
function nameOf({ levels }: Asked, it: Level): string {
  const before = levels[levels.indexOf(it) - 1];
  const isOf = before?.role === 'level' && before.limb === it.limb && it.clause - before.clause <= 1;
  return isOf && before.name.length >= 2 ? before.name : it.name;
}

/** The rates of change of one sentence, each with what it is of. */
function ratesOf(asked: Asked, word: Word, sentence: number): Member[] {
  const isRate = (it: Level): boolean =>
    it.sentence === sentence && it.at < word.at && it.role === 'change' && it.figure.unit === '%' && it.way !== null;
  return asked.levels.filter(isRate).map((level) => ({ level, name: nameOf(asked, level), isListed: false }));
}

/** The words before a superlative: those of its clause, and those of the clauses of its limb before it, the nearest first. */
function subjects({ items, text }: Asked, word: Word): string[] {
  const found: string[] = [];
  let end = word.start;
  for (let at = word.at - 1; at >= -1; at--) {
    const it = items[at];
    if (it?.is === 'word') continue;
    found.push(text.slice(it?.end ?? 0, end));
    if (!it || it.is !== 'mark' || it.sentence !== word.sentence || !['comma', 'item'].includes(it.mark)) break;
    if (found.length > 2) break;
    end = it.start;
  }
  return found;
}

/** 对甲出口…，增长1.2%；对乙出口…，增长4.6%；…，乙增速最高: the one that is named against the others that went the same way. */
export function swiftest(asked: Asked, word: Word, isFall: boolean): Relation[] {
  const { items } = asked;
  if (items.slice(Math.max(0, word.at - 4), word.at + 3).some((it) => it.clause === word.clause && isWord(it, 'wider')))
    return [];
  const sentence = [word.sentence, word.sentence - 1].find((it) => ratesOf(asked, word, it).length >= fewest);
  if (sentence === undefined) return [];
  const all = ratesOf(asked, word, sentence);
  const isNamed = all.every(({ name }) => name.length >= 2);
  if (all.length > most || !isNamed || new Set(all.map(({ name }) => name)).size < all.length) return [];
  const names = subjects(asked, word);
  const own = names.map((it) => namedIn(all, it, 'end')).find((it) => it !== null);
  if (!own || own.level.way !== (isFall ? 'down' : 'up')) return [];
  const others = all.filter((it) => it !== own && it.level.way === own.level.way);
  const [against] = others.sort((a, b) => b.level.value - a.level.value);
  return against ? [atMostOf(check, against.level, own.level, 'warning')] : [];
}
