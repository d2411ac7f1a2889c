import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord, type Word } from './line.js';
import { clauseOf, orderOf, type Asked } from './statement.js';

const check = 'stated-direction';

/** The last figures of one measure before `end` that a movement starts from, those of a list together. */
function startsOf(levels: readonly Level[], word: Word, target: Level): Level[] {
  const found: Level[] = [];
  for (const it of levels.toReversed()) {
    if (it.at > word.at || it.measure !== target.measure) continue;
    if (it.sentence !== word.sentence || !it.isFrom) break;
    found.unshift(it);
    if (!it.isMember) break;
  }
  return found;
}

/** The figures that a list goes on with. */
function listFrom(levels: readonly Level[], first: Level): Level[] {
  const from = levels.indexOf(first);
  let to = from + 1;
  while (levels[to]?.isMember && levels[to]?.measure === first.measure) to++;
  return levels.slice(from, to);
}

/** 由12件增加到9件, 上年12件，今年增至9件: where a movement starts and where it ends. */
export function endpoints(asked: Asked, word: Word): Relation[] {
  const { levels, text } = asked;
  const isTo = isWord(word, 'upTo', 'downTo');
  const { to, from } = clauseOf(asked, word);
  const target = levels.find((it) => it.at > word.at && it.at <= to);
  if (!target || text.slice(word.end, target.start).length > 12) return [];
  const between = asked.items.slice(word.at + 1, target.at);
  if (!isTo && !between.some((it) => isWord(it, 'toward'))) return [];
  if (asked.items.slice(from, word.at).some((it) => isWord(it, 'ranking'))) return [];
  const claim = isWord(word, 'upTo', 'up') ? 'greater' : 'less';
  const ends = listFrom(levels, target);
  const starts = startsOf(levels, word, target);
  if (starts.length > 0 && starts.length === ends.length)
    return starts.flatMap((start, i) => {
      const end = ends[i];
      return end ? [orderOf(check, end, start, claim, word.text, 'error')] : [];
    });
  if (starts.length > 0 || ends.length > 1) return [];
  const before = levels.findLast((it) => it.at < word.at && it.measure === target.measure);
  if (!before || before.role !== 'prior' || before.sentence < word.sentence - 1) return [];
  return [orderOf(check, target, before, claim, word.text, 'warning')];
}
