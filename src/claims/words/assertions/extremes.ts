import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord, type Word } from './line.js';
import { measures, namedIn, seriesOf } from './members.js';
import { atMostOf, type Asked } from './statement.js';
import { swiftest } from './swiftest.js';

const check = 'extreme-of-series';

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

/** 单日最高|18,420人次 is itself said to be the most, and no member. */
const isExtreme = ({ items }: Asked, it: Level): boolean =>
  items.slice(Math.max(0, it.at - 6), it.at).some((one) => one.clause === it.clause && isWord(one, 'most', 'least'));

/** 三季度最高, 最高的是三季度: the member of the series that is named against the others. */
export function extremes(asked: Asked, word: Word): Relation[] {
  const { items, levels } = asked;
  const [before, behind] = around(asked, word);
  const near = items.slice(Math.max(0, word.at - 4), word.at + 4).filter((it) => it.clause === word.clause);
  if (near.some((it) => isWord(it, 'wider'))) return [];
  // 增速在各市场中最高: rates of change are compared
  if (near.some((it) => isWord(it, 'up', 'down', 'pace')))
    return isWord(word, 'most')
      ? swiftest(
          asked,
          word,
          near.some((it) => isWord(it, 'down')),
        )
      : [];
  const inside = (sentence: number) => (it: Level) =>
    it.sentence === sentence && (it.role === 'level' || it.role === 'prior') && !it.isTotal && !isExtreme(asked, it);
  const sentence = [word.sentence, word.sentence - 1].find((it) => levels.filter(inside(it)).length >= 3);
  if (sentence === undefined) return [];
  const next = levels.find((it) => it.at > word.at && it.limb === word.limb && it.clause - word.clause <= 1);
  const isSaid = isWord(items[word.at + 1], 'of');
  const all = seriesOf(asked, levels.filter(inside(sentence))).flatMap((series) => {
    const { members } = series;
    const own = (isSaid ? null : namedIn(members, before)) ?? namedIn(members, lastOf(asked, word, behind));
    return own ? [{ series, own, said: measures(series, own, before) }] : [];
  });
  // 甲镇办结率最低: what is measured tells which of several series is meant
  const most = Math.max(0, ...all.map(({ said }) => said));
  const told = all
    .filter(({ said }) => said === most)
    .flatMap(({ series: { members }, own }): Relation[] => {
      // 高三最少，为143人次 is of another series
      if (next && next.measure !== members[0]?.level.measure && sentence !== word.sentence) return [];
      const others = members.filter((it) => it !== own).sort((a, b) => b.level.value - a.level.value);
      const against = isWord(word, 'most') ? others[0] : isWord(word, 'second') ? others[1] : others.at(-1);
      if (!against) return [];
      return isWord(word, 'least')
        ? [atMostOf(check, own.level, against.level, 'warning')]
        : [atMostOf(check, against.level, own.level, 'warning')];
    });
  // where it is true of one of them, that one is meant
  return told.filter(isTrue).concat(told).slice(0, 1);
}

const isTrue = (it: Relation): boolean => it.kind === 'at-most' && Number(it.lesser.value) <= Number(it.greater.value);
