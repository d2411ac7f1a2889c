import type { Relation } from '../../../model/relation.js';

import { readingsOf, type Comparand, type Reading } from './comparand.js';
import { fitting, loosely, measured, pairsOf, plainly, subjectOf, type Pair } from './compared-pairs.js';
import { endpoints } from './endpoints.js';
import type { Level } from './levels.js';
import { isWord, type Word } from './line.js';
import { spans } from './nearness.js';
import { againstWords, clauseOf, figureBehind, isAsserted, orderOf, shared, type Asked } from './statement.js';

const check = 'stated-direction';

type Sense = 'greater' | 'less' | 'equal';

function senseOf(asked: Asked, word: Word): Sense | null {
  if (isWord(word, 'up', 'greater')) return 'greater';
  if (isWord(word, 'down', 'less')) return 'less';
  if (isWord(word, 'even')) return 'equal';
  if (isWord(word, 'better', 'worse')) {
    const best = bestOf(asked, word);
    return best && isWord(word, 'better') === (best === 'most') ? 'less' : best && 'greater';
  }
  const isBy = isWord(word, 'moreBy', 'lessBy') && figureBehind(asked, word) !== null;
  return isBy ? (isWord(word, 'moreBy') ? 'greater' : 'less') : null;
}

/** Whether what is compared is to be at most or at least what it is compared with. */
function bestOf({ items, levels }: Asked, word: Word): 'most' | 'least' | null {
  const last = levels.findLast((it) => it.at < word.at);
  const behind = levels.find((it) => it.at > word.at && it.limb === word.limb);
  if (behind?.role === 'cap' || behind?.bound === 'most') return 'most';
  if (behind?.role === 'floor' || behind?.bound === 'least') return 'least';
  return items.slice(0, word.at).some((it) => it.clause === last?.clause && isWord(it, 'lessBetter')) ? 'most' : null;
}

/** Below nothing, more of a loss is less. */
const signed = (word: Word, sense: Sense, { current, prior }: Pair): Sense | null => {
  if (!isWord(word, 'ofLoss') || (current.value >= 0 && prior.value >= 0)) return sense;
  if (current.value >= 0 || prior.value >= 0) return null;
  return sense === 'greater' ? 'less' : 'greater';
};

const isHeld = ({ current, prior }: Pair, sense: Sense): boolean =>
  sense === 'equal' ? false : current.value > prior.value === (sense === 'greater');

/** The pairs that lie as far apart as printed: by name, else by the part that one plays, or by what the clause is about. */
function pairsApart(asked: Asked, word: Word, sense: Sense, { comparand, change }: Reading): Pair[] {
  const isApart = ({ current, prior }: Pair): boolean =>
    change !== null && current !== change && prior !== change && spans(change, current, prior);
  const pairs = pairsOf(asked, word, comparand, measured).filter(isApart);
  if (pairs.length > 0 || !change || !isTelling(change)) return pairs;
  const subject = subjectOf(asked, word, comparand);
  const loose = pairsOf(asked, word, comparand, loosely).filter(isApart);
  const isAbout = (it: Level): boolean =>
    subject.length >= 2 && shared(subject, it.name) >= Math.min(2, subject.length - 1);
  const told = loose.filter(({ current, prior }) => prior.role !== 'prior' || isAbout(current));
  // of figures that are known by how far they lie apart alone, those that fit are meant
  const held = told.filter((it) => isHeld(it, sense));
  return held.length > 0 ? held : told;
}

/** Digits enough to tell by how far two figures lie apart. */
const isTelling = ({ figure }: Level): boolean =>
  (figure.number ?? '').replace(/[^\d]/g, '').replace(/^0+|0+$/g, '').length >= 2;

/** What two figures that lie as far apart as printed say of the word. */
function withChange(asked: Asked, word: Word, sense: Sense, { comparand, change }: Reading): Relation[] {
  if (!change) return [];
  const pairs = pairsApart(asked, word, sense, { comparand, change });
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
      const claim = signed(word, sense, { current, prior });
      return claim ? [orderOf(check, current, prior, claim, word.text, 'warning')] : [];
    });
}

/** 126万次，上年42万次，增长|3倍: what is three times as much grew by two times. */
function timesTold(asked: Asked, word: Word, sense: Sense, { comparand, change }: Reading): Relation[] {
  if (!change || sense !== 'greater') return [];
  const [pair] = pairsOf(asked, word, comparand, measured);
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
  return (
    isNear && ratio >= 1 / farthest && ratio <= farthest && (prior.isCalled || !isWord(items[prior.at + 1], 'filler'))
  );
}

/** What the one pair of figures that may be meant says of the word. */
function withoutChange(asked: Asked, word: Word, sense: Sense, { comparand }: Reading): Relation[] {
  if (comparand === null || (comparand.figure === null && comparand.roles.size === 0 && comparand.name.length < 2))
    return [];
  const pairs = pairsOf(asked, word, comparand, plainly);
  const pair = pairs.find(fitting(asked, word, comparand));
  if (!pair) return [];
  const { current, prior } = pair;
  const rivals = pairs.filter(
    (it) => it.current.measure === current.measure && it.current.sentence === current.sentence,
  );
  const isUnique = (side: keyof Pair): boolean => new Set(rivals.map((it) => it[side])).size === 1;
  if (comparand.figure === null && !(isUnique('prior') && isUnique('current'))) return [];
  // without a name, what was told last is compared
  const last = asked.levels.findLast((it) => it.at < word.at && it.measure === current.measure);
  if (subjectOf(asked, word, comparand).length < 2 && current !== last && prior !== last) return [];
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
  const isPaced = own.some((it) => isWord(it, 'pace'));
  if (isPaced && !isWord(word, 'greater', 'less')) return [];
  if (sense === 'equal' && own.some((it) => isWord(it, 'nearly'))) return [];
  const readings = readingsOf(asked, word).filter(({ comparand }) => !isPaced || comparand?.figure);
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
    if (!isWord(word, 'up', 'down', 'upTo', 'downTo', 'even', 'greater', 'less', 'moreBy', 'lessBy', 'better', 'worse'))
      return [];
    if (!isAsserted(asked, word)) return [];
    const ends = isWord(word, 'up', 'down', 'upTo', 'downTo') ? endpoints(asked, word) : [];
    return ends.length > 0 || isWord(word, 'upTo', 'downTo') ? ends : comparison(asked, word);
  });
}
