import type { Relation } from '../../../model/relation.js';

import { readingsOf, type Comparand, type Reading } from './comparand.js';
import { fitting, pairsOf, subjectOf, type Pair } from './compared-pairs.js';
import { endpoints } from './endpoints.js';
import { isWord, type Word } from './line.js';
import { spans } from './nearness.js';
import { againstWords, clauseOf, figureBehind, isAsserted, orderOf, shared, type Asked } from './statement.js';

const check = 'stated-direction';

type Sense = 'greater' | 'less' | 'equal';

function senseOf(asked: Asked, word: Word): Sense | null {
  if (isWord(word, 'up', 'greater')) return 'greater';
  if (isWord(word, 'down', 'less')) return 'less';
  if (isWord(word, 'even')) return 'equal';
  const isBy = isWord(word, 'moreBy', 'lessBy') && figureBehind(asked, word) !== null;
  return isBy ? (isWord(word, 'moreBy') ? 'greater' : 'less') : null;
}

/** What two figures that lie as far apart as printed say of the word. */
function withChange(asked: Asked, word: Word, sense: Sense, { comparand, change }: Reading): Relation[] {
  if (!change) return [];
  const pairs = pairsOf(asked, word, comparand, true).filter(
    ({ current, prior }) => current !== change && prior !== change && spans(change, current, prior),
  );
  const fits = fitting(asked, word, comparand);
  const { from, to } = clauseOf(asked, word);
  const every = asked.items.slice(from, to + 1).some((it) => isWord(it, 'all'));
  const told = new Set<string>();
  if (change.figure.kind === 'multiple') return timesTold(asked, word, sense, { comparand, change });
  return pairs
    .filter(fits)
    .concat(pairs)
    .flatMap(({ current, prior }) => {
      if (told.size > 0 && (!every || told.has(current.measure))) return [];
      told.add(current.measure);
      return [orderOf(check, current, prior, sense, word.text, 'warning')];
    });
}

/** 126万次，上年42万次，增长|3倍: what is three times as much grew by two times. */
function timesTold(asked: Asked, word: Word, sense: Sense, { comparand, change }: Reading): Relation[] {
  if (!change || sense !== 'greater') return [];
  const [pair] = pairsOf(asked, word, comparand, true);
  if (!pair || pair.prior.value <= 0 || change.figure.approx !== null) return [];
  const ratio = pair.current.value / pair.prior.value;
  const isFull = Math.abs(ratio - change.value) <= change.step / 2;
  const isGrown = Math.abs(ratio - 1 - change.value) <= change.step / 2;
  if (isFull === isGrown) return [];
  const against = [pair.current.figure, pair.prior.figure];
  return [againstWords('share-in-words', change.figure, against, isGrown, 'review')];
}

/** The most that what is compared with lies apart where nothing tells it from a change. */
const farthest = 3;

/** Whether a figure behind a word of comparison is what is compared with: no change, no grade of a scale, and close by. */
function isLiteral(asked: Asked, word: Word, { current, prior }: Pair, { roles }: Comparand): boolean {
  const { items, text } = asked;
  const isBeside = word.text.length > 1 || figureBehind(asked, word) === prior.at;
  if (!isBeside || /\d/.test(text.slice(word.end, prior.start))) return false;
  const subject = subjectOf(asked, word, null);
  // with a subject of its own and no bar it states how much that is
  if (subject.length >= 2 && (roles.size === 0 || shared(subject, current.name) === 0)) return false;
  const ratio = prior.value / current.value;
  const isNear = current.limb === word.limb && word.clause - current.clause <= 1;
  return isNear && ratio >= 1 / farthest && ratio <= farthest && !isWord(items[prior.at + 1], 'filler');
}

/** What the one pair of figures that may be meant says of the word. */
function withoutChange(asked: Asked, word: Word, sense: Sense, { comparand }: Reading): Relation[] {
  if (comparand === null || (comparand.figure === null && comparand.roles.size === 0 && comparand.name.length < 2))
    return [];
  const pairs = pairsOf(asked, word, comparand, false);
  const pair = pairs.find(fitting(asked, word, comparand));
  if (!pair) return [];
  const { current, prior } = pair;
  const rivals = pairs.filter(
    (it) => it.current.measure === current.measure && it.current.sentence === current.sentence,
  );
  const isUnique = (side: keyof Pair): boolean => new Set(rivals.map((it) => it[side])).size === 1;
  if (comparand.figure === null && !(isUnique('prior') && isUnique('current'))) return [];
  if (prior.at > word.at && !isLiteral(asked, word, pair, comparand)) return [];
  return [orderOf(check, current, prior, sense, word.text, 'review')];
}

function comparison(asked: Asked, word: Word): Relation[] {
  const sense = senseOf(asked, word);
  if (sense === null) return [];
  const { from } = clauseOf(asked, word);
  const own = asked.items.slice(from, word.at);
  // 按可比价格计算 takes the word off the printed figures
  if (
    asked.items
      .slice(Math.max(0, word.at - 12), word.at + 6)
      .some((it) => it.sentence === word.sentence && isWord(it, 'comparable'))
  )
    return [];
  // 增速比上年回落: it is the rate that moved
  if (own.some((it) => isWord(it, 'pace'))) return [];
  if (sense === 'equal' && own.some((it) => isWord(it, 'nearly'))) return [];
  const readings = readingsOf(asked, word);
  for (const reading of readings) {
    const found = withChange(asked, word, sense, reading);
    if (found.length > 0) return found;
  }
  const plain = readings.find((it) => it.change === null);
  return plain && !isWord(word, 'pace', 'moreBy', 'lessBy') ? withoutChange(asked, word, sense, plain) : [];
}

/** Which way figures went, and which of two is the larger, against the two as printed. */
export function movements(asked: Asked): Relation[] {
  return asked.items.flatMap((word): Relation[] => {
    if (!isWord(word, 'up', 'down', 'upTo', 'downTo', 'even', 'greater', 'less', 'moreBy', 'lessBy')) return [];
    if (!isAsserted(asked, word)) return [];
    const ends = isWord(word, 'up', 'down', 'upTo', 'downTo') ? endpoints(asked, word) : [];
    return ends.length > 0 || isWord(word, 'upTo', 'downTo') ? ends : comparison(asked, word);
  });
}
