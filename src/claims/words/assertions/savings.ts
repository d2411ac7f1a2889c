import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord } from './line.js';
import { half } from './nearness.js';
import { firstOf, holdsAny, piecesOf } from './pieces.js';
import { clauseOf, orderOf, type Asked } from './statement.js';

/** Which of the years told from now a figure is of: the one that stands before it in its clause. */
function yearOf({ text, items, rules, levels }: Asked, it: Level): number {
  const { from } = clauseOf({ text, items }, it);
  const last = levels[levels.indexOf(it) - 1];
  const head = text.slice(Math.max(items[from - 1]?.end ?? 0, last?.end ?? 0), it.start);
  return rules.savings.years.findIndex((words) => holdsAny(words, head));
}

/** 去年花了4.1万元，前年3.6万元，省下0.5万元: saved is what was spent less in the later year. */
export function savings(asked: Asked): Relation[] {
  const { rules, levels, text } = asked;
  return piecesOf(asked).flatMap((piece): Relation[] => {
    const [by] = piece.levels;
    if (!by || piece.levels.length > 1 || piece.words.some((it) => isWord(it, 'future', 'negation'))) return [];
    const head = text.slice(piece.start, by.start);
    const less = firstOf(rules.savings.less, head);
    const said = less ?? firstOf(rules.savings.more, head);
    if (!said || said.at > 3) return [];
    const at = levels.indexOf(by);
    const [a, b] = levels.slice(Math.max(0, at - 2), at);
    if (!a || !b || a.limb !== by.limb || a.measure !== b.measure || b.measure !== by.measure) return [];
    const [yearA, yearB] = [yearOf(asked, a), yearOf(asked, b)];
    if (yearA < 0 || yearB < 0 || yearA === yearB || a.value === b.value) return [];
    const apart = Math.abs(Math.abs(a.value - b.value) - by.value);
    if (apart > half(a) + half(b) + half(by) + 1e-9 * a.value) return [];
    const [later, earlier] = yearA > yearB ? [a, b] : [b, a];
    return [orderOf('stated-direction', later, earlier, less ? 'less' : 'greater', said.word, 'review')];
  });
}
