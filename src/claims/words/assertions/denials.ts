import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isWord, type Word } from './line.js';
import { againstWords, clauseOf, figureBehind, isAsserted, quoted, shared, type Asked } from './statement.js';

/** A name of fewer characters denies nothing in particular, one of more is a sentence. */
const [shortest, longest] = [2, 16];

/** Whether nearly all of a name stands in what is denied. */
const isOf = (name: string, denied: string): boolean =>
  name.length >= 5 && shared(name, denied) >= (name.length - 1) * 0.75;

/** 未发生生产安全事故 beside 发生生产安全事故1起. */
function nothing(asked: Asked, word: Word): Relation[] {
  const { items, text, levels } = asked;
  const { from, to } = clauseOf(asked, word);
  if (items.slice(from, to + 1).some((it) => isWord(it, 'since', 'prior', 'wider') || it.is === 'figure')) return [];
  const what = text.slice(word.end, items[to + 1]?.start ?? text.length).replace(/[^\p{L}]/gu, '');
  if (what.length < shortest + 1 || what.length > longest) return [];
  const found = levels.find((it) => {
    if (it.value <= 0 || it.role !== 'level' || it.isTotal || Math.abs(it.sentence - word.sentence) > 2) return false;
    const clause = clauseOf(asked, it);
    if (items.slice(clause.from, it.at).some((one) => isWord(one, 'negation', 'nothing', 'prior'))) return false;
    const lead = text.slice(items[clause.from - 1]?.end ?? 0, it.start).replace(/[^\p{L}]/gu, '');
    // 公务用车保有量12辆 is not what 未购置公务用车 denies
    const rest = lead.length - what.length - lead.lastIndexOf(what);
    return it.figure.kind === 'count'
      ? lead.includes(what) && rest <= 1
      : it.figure.kind === 'money' && isOf(it.name, what);
  });
  const words = quoted(asked, word.start, items[to + 1]?.start ?? text.length);
  return [againstWords('denied-figure', words, found ? [found.figure] : [], !found, 'review')];
}

/** 已全部完成整改 beside 尚有2个正在整改. */
function everyDone(asked: Asked, word: Word): Relation[] {
  const { items, levels } = asked;
  const { from, to } = clauseOf(asked, word);
  if (levels.some((it) => it.at >= from && it.at < word.at)) return [];
  const done = items.slice(word.at + 1, to + 1).findLast((it) => isWord(it, 'done') && it.start - word.end <= 6);
  if (!done || !isWord(done, 'done')) return [];
  const found = levels.find((it) => {
    if (it.value <= 0 || it.role !== 'level' || it.sentence !== word.sentence || it.at < word.at) return false;
    const clause = clauseOf(asked, it);
    const own = items.slice(clause.from, clause.to + 1);
    const says = own.some((one) => isWord(one, 'undone'));
    const same = asked.text.slice(own[0]?.start ?? 0, own.at(-1)?.end).includes(done.text);
    return it.figure.kind === 'count' && says && same;
  });
  const words = quoted(asked, word.start, done.end);
  return found ? [againstWords('denied-figure', words, [found.figure], false, 'review')] : [];
}

/** 净利润-3.2万元，保持盈利; 增长-2.1%，连续正增长. */
function signs(asked: Asked, word: Word): Relation[] {
  const { items, levels } = asked;
  if (figureBehind(asked, word) !== null) return [];
  const it = levels.findLast((level: Level) => level.at < word.at && level.sentence === word.sentence);
  if (!it || word.clause - it.clause > 1 || it.value >= 0) return [];
  const { from } = clauseOf(asked, it);
  const isSigned = items.slice(from, it.at).some((one) => isWord(one, 'profit'));
  return isSigned ? [againstWords('sign-against-words', it.figure, [], !isWord(word, 'gain'), 'warning')] : [];
}

/** 办结率100%，尚有3件仍在办理. */
function allRate(asked: Asked, rate: Level): Relation[] {
  const { items, levels } = asked;
  if (rate.figure.unit !== '%' || rate.value !== 100 || rate.role === 'change') return [];
  const done = items
    .slice(Math.max(0, rate.at - 3), rate.at)
    .findLast((it) => it.clause === rate.clause && isWord(it, 'done'));
  if (!done) return [];
  const found = levels.find((it) => {
    if (it.at < rate.at || it.sentence !== rate.sentence || it.figure.kind !== 'count' || it.value <= 0) return false;
    const { from, to } = clauseOf(asked, it);
    return (
      it.clause - rate.clause <= 2 &&
      items.slice(from, to + 1).some((one) => isWord(one, 'undone') && one.end - one.start > 1)
    );
  });
  return found ? [againstWords('denied-figure', rate.figure, [found.figure], false, 'review')] : [];
}

/** 流入18.62亿元、流出20.09亿元，净额1.47亿元: what is left has the sign of what came in less what went out. */
function left(asked: Asked, net: Level): Relation[] {
  const { items, levels } = asked;
  const own = items.slice(Math.max(0, net.at - 4), net.at).filter((it) => it.clause === net.clause);
  const word = own.findLast((it) => isWord(it, 'net', 'deficit'));
  if (!word || net.value === 0 || own.some((it) => isWord(it, 'prior'))) return [];
  const [a, b] = levels
    .filter((it) => it.at < net.at && it.sentence === net.sentence && it.measure === net.measure)
    .slice(-2);
  if (!a || !b) return [];
  const flow = (it: Level): number => {
    const lead = items
      .slice(Math.max(0, it.at - 4), it.at)
      .filter((one) => one.clause === it.clause && one.start >= (levels.findLast((x) => x.at < it.at)?.end ?? 0));
    return lead.some((one) => isWord(one, 'outflow')) ? -1 : lead.some((one) => isWord(one, 'inflow')) ? 1 : 0;
  };
  if (flow(a) * flow(b) !== -1) return [];
  const made = flow(a) * a.value + flow(b) * b.value;
  if (Math.abs(Math.abs(made) - Math.abs(net.value)) > a.step + b.step + net.step) return [];
  const said = isWord(word, 'deficit') ? -Math.abs(net.value) : net.value;
  return [againstWords('sign-against-words', net.figure, [a.figure, b.figure], made * said > 0, 'warning')];
}

/** What a text says there is not, or was done in full, against a figure that says otherwise. */
export const denials = (asked: Asked): Relation[] => [
  ...asked.levels.flatMap((it) => [...allRate(asked, it), ...left(asked, it)]),
  ...asked.items.flatMap((word): Relation[] => {
    if (isWord(word, 'nothing')) return isAsserted(asked, word) ? nothing(asked, word) : [];
    if (isWord(word, 'every')) return isAsserted(asked, word) ? everyDone(asked, word) : [];
    if (isWord(word, 'gain', 'loss')) return isAsserted(asked, word) ? signs(asked, word) : [];
    return [];
  }),
];
