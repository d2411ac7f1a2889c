import { printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { OrderRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';

const claims: Readonly<Record<string, OrderRelation['claim']>> = {
  大于: 'greater',
  高于: 'greater',
  多于: 'greater',
  小于: 'less',
  低于: 'less',
  少于: 'less',
  等于: 'equal',
};
/** 决算数大于年初预算数; 大小于 is a form that nobody filled in. */
const comparison = /(决算数?|执行数|支出决算)(大于|高于|多于|小于|低于|少于|等于)((?:年初|全年|调整后?)?预算数?)/g;
const level = /(决算数?|执行数|支出决算)与((?:年初|全年|调整后?)?预算数?)持平/g;

const plan = (words: string): RegExp =>
  words.startsWith('年初')
    ? /年初预算/
    : words.startsWith('全年')
      ? /全年预算/
      : words.startsWith('调整')
        ? /调整/
        : /预算/;

/** The two figures nearest before `at` that the words compare: no other level may stand between them. */
function pairBefore(mentions: readonly Mention[], at: number, planned: RegExp): readonly [Mention, Mention] | null {
  const before = mentions.filter((m) => m.figure.end <= at && isLevel(m) && printed(m.figure));
  const [first, second] = before.slice(-2);
  if (!first || !second || second.sentence - first.sentence > 1 || !sameMeasure(first.figure, second.figure))
    return null;
  const isPlan = (m: Mention): boolean => planned.test(m.before) && !/决算|执行/.test(m.before);
  const isDone = (m: Mention): boolean => /决算|执行/.test(m.before) && !isPlan(m);
  if (isPlan(first) && isDone(second)) return [second, first];
  return isDone(first) && isPlan(second) ? [first, second] : null;
}

/** Comparisons in words of an outcome with its budget: 决算数大于预算数. */
export function ordersIn(passage: Passage): OrderRelation[] {
  const { mentions, text, start, end } = passage;
  const own = text.slice(start, end);
  const found = [...own.matchAll(comparison)].map((it) => ({ it, claim: claims[it[2] ?? ''], planned: it[3] ?? '' }));
  const even = [...own.matchAll(level)].map((it) => ({ it, claim: 'equal' as const, planned: it[2] ?? '' }));
  return [...found, ...even].flatMap(({ it, claim, planned }): OrderRelation[] => {
    const at = start + it.index;
    const pair = pairBefore(mentions, at, plan(planned));
    const last = mentions.findLast((m) => m.figure.end <= at);
    const since = last ? text.slice(last.figure.end, at) : '';
    if (!pair || !claim || since.length > 12) return [];
    const [left, right] = pair;
    return [
      {
        kind: 'order',
        check: 'direction-words',
        doubt: null,
        left: left.figure,
        right: right.figure,
        claim,
        words: it[0],
      },
    ];
  });
}
