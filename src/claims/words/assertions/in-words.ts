import type { Relation } from '../../../model/relation.js';
import type { Figure } from '../../../model/report.js';
import type { Level } from './levels.js';
import { isWord } from './line.js';
import { againstWords, type Asked } from './statement.js';

const check = 'share-in-words';

/** Whether a figure is written in words. */
export const isSpelled = ({ text }: Figure): boolean => !/\d/.test(text.normalize('NFKC'));

/** A share in words as a percentage: 六成 is 60, 三分之一 is 33.3. Null for what is none, and for one between two. */
export function percentOf({ kind, value, unit }: Figure): number | null {
  if (value.includes('..')) return null;
  if (kind === 'percent' && unit === '%') return Number(value);
  if (kind !== 'fraction') return null;
  const [over = NaN, under = NaN] = value.split('/').map(Number);
  return (over / under) * 100;
}

/** Whether a printed percentage is what words make of it: 近六成 is 50 to 60, 逾六成 more than 60. */
function fits(printed: number, words: number, approx: string | null): boolean {
  const [half, tail] = [5, 0.5];
  if (approx === 'over' || approx === 'gte') return printed >= words - tail;
  if (approx === 'nearly' || approx === 'lte') return printed <= words + tail && printed >= words - 2 * half;
  return Math.abs(printed - words) <= half;
}

/** Whether nothing but words that say how much stands between a figure and one in words. */
function isBeside({ items, text }: Asked, it: Level, figure: Figure): boolean {
  let [rest, end] = ['', it.end];
  for (const one of items.slice(it.at + 1)) {
    if (one.start >= figure.start) break;
    if (
      one.is === 'word' &&
      (isWord(one, 'of') || !isWord(one, 'filler', 'share', 'less', 'greater', 'reach', 'nearly'))
    )
      return false;
    rest += text.slice(end, one.start);
    end = one.end;
  }
  return (rest + text.slice(end, figure.start)).replace(/[^\p{L}]/gu, '').length <= 1;
}

/** 占48.6%，超过六成: a share in words right behind the figure that it tells again. */
function restated(asked: Asked, figure: Figure): Relation[] {
  const said = percentOf(figure);
  if (said === null || !isSpelled(figure)) return [];
  const it = asked.levels.findLast((level) => level.end <= figure.start);
  if (!it || it.figure.kind !== 'percent' || it.figure.unit !== '%' || it.role === 'change') return [];
  const between = asked.text.slice(it.end, figure.start);
  if (!/^[，,（(]/.test(between) || !isBeside(asked, it, figure)) return [];
  return [againstWords(check, figure, [it.figure], fits(it.value, said, figure.approx), 'review')];
}

/** 由12万吨扩大到20万吨，翻了一番. */
function doubled(asked: Asked, figure: Figure): Relation[] {
  if (figure.kind !== 'multiple' || !isSpelled(figure)) return [];
  const before = asked.levels.filter((level) => level.end <= figure.start).slice(-2);
  const [from, to] = before as [Level?, Level?];
  if (!from?.isFrom || !to || from.measure !== to.measure || from.sentence !== to.sentence || from.value <= 0)
    return [];
  const between = asked.text.slice(to.end, figure.start).replace(/[^\p{L}]/gu, '');
  if (between.length > 4) return [];
  const times = to.value / from.value / Number(figure.value);
  // less than said, or doubled once more than said
  const holds = times >= 0.985 && times < 1.9;
  return [againstWords(check, figure, [to.figure, from.figure], holds, 'review')];
}

/** 占48.6%，超过半数. */
function halves(asked: Asked): Relation[] {
  const { items, levels } = asked;
  return items.flatMap((word): Relation[] => {
    if (!isWord(word, 'half')) return [];
    const it = levels.findLast((level) => level.at < word.at && level.sentence === word.sentence);
    const way = items[word.at - 1];
    if (!it || it.figure.unit !== '%' || it.role === 'change' || word.clause - it.clause > 1) return [];
    const between = items
      .slice(it.at + 1, word.at)
      .every((one) => one.is !== 'word' || isWord(one, 'greater', 'less', 'filler', 'share', 'reach'));
    if (!between || !way || !isWord(way, 'greater', 'less')) return [];
    const holds = isWord(way, 'greater') ? it.value > 50 - it.step : it.value < 50 + it.step;
    return [againstWords(check, it.figure, [], holds, 'review')];
  });
}

/** Shares and multiples in words against the figures that they tell again. */
export const inWords = (asked: Asked): Relation[] => [
  ...asked.figures.flatMap((it) => [...restated(asked, it), ...doubled(asked, it)]),
  ...halves(asked),
];
