import type { Relation } from '../../../model/relation.js';
import { extremes } from './extremes.js';
import type { Level } from './levels.js';
import { isWord, type Word } from './line.js';
import { sharesOfAll } from './shares-of-all.js';
import { swiftest } from './swiftest.js';
import { asRule, atMostOf, isAsserted, orderOf, type Asked } from './statement.js';

const steady = 'steady-series';
const listed = 'listed-order';
const every = 'every-member';

/** The figures of one measure that end before `at`: a list, or figures of clauses that follow each other. */
function runBefore({ levels }: Asked, at: number, sentence: number): Level[] {
  const before = levels.filter((it) => it.at < at && it.sentence === sentence);
  const last = before.at(-1);
  if (!last || last.role === 'change' || last.role === 'compared') return [];
  const run = [last];
  for (const it of before.toReversed().slice(1)) {
    const [next] = run;
    if (!next || it.measure !== last.measure || it.role !== last.role || it.isTotal) break;
    if (!next.isMember && (run.some((one) => one.isMember) || next.clause - it.clause > 1)) break;
    run.unshift(it);
  }
  return run;
}

/** The figures of one measure that follow: a list, or figures of clauses that follow each other. */
function runBehind({ levels, items }: Asked, at: number, limb: number): Level[] {
  const behind = levels.filter((it) => it.at > at && it.limb === limb);
  const [first] = behind;
  // 1991年回升到2,330亩 says itself that the series ends
  const turns = (it: Level): boolean =>
    items
      .slice(Math.max(0, it.at - 3), it.at)
      .some((one) => one.clause === it.clause && isWord(one, 'up', 'down', 'upTo', 'downTo'));
  const end = behind.findIndex((it) => it.measure !== first?.measure || it.role !== first.role || turns(it));
  return end < 0 ? behind : behind.slice(0, end);
}

/** A series told from the latest year back is read from its end. */
function inTime({ text }: Asked, run: readonly Level[]): readonly Level[] {
  const [first] = run;
  if (!first) return run;
  const lead = text.slice(Math.max(0, first.start - 60), first.start);
  const years = [...lead.matchAll(/(?<!\d)(?:19|20)\d\d(?!\d)/g)].map(([it]) => Number(it)).slice(-run.length);
  const own = run.map((it) => it.year ?? 0);
  const of = years.length === run.length ? years : own;
  const isBack = of.length > 1 && of.every((it, i) => i === 0 || it < (of[i - 1] ?? 0));
  return isBack ? run.toReversed() : run;
}

/** Whether the figures of a series are told apart by time: by years, or as the members of 分别为. */
function isTimed({ items, text }: Asked, run: readonly Level[]): boolean {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return false;
  const lead = items.slice(Math.max(0, first.at - 3), first.at);
  const isListed = lead.some((it) => it.clause === first.clause && isWord(it, 'respectively'));
  const years = new Set(text.slice(Math.max(0, first.start - 60), last.start).match(/(?<!\d)(?:19|20)\d\d(?!\d)/g));
  return isListed || years.size >= run.length - 1;
}

const pairs = (run: readonly Level[]): [Level, Level][] =>
  run.slice(1).flatMap((it, i): [Level, Level][] => (run[i] ? [[run[i], it]] : []));

/** 逐年增长: each of a series against the one before it. */
function steadily(asked: Asked, word: Word): Relation[] {
  const way = asked.items
    .slice(word.at + 1, word.at + 4)
    .find((it) => it.clause === word.clause && isWord(it, 'up', 'down') && it.start - word.end <= 8);
  if (!way || !isWord(way, 'up', 'down') || isWord(asked.items[way.at + 1], 'of')) return [];
  const claim = isWord(way, 'up') ? 'greater' : 'less';
  const before = runBefore(asked, word.at, word.sentence);
  const run = inTime(asked, before.length > 2 ? before : runBehind(asked, way.at, word.limb));
  if (run.length < 3 || !isTimed(asked, run)) return [];
  return pairs(run).map(([a, b]) => orderOf(steady, b, a, claim, asked.text.slice(word.start, way.end), 'warning'));
}

/** 由高到低依次为…: each of a list against the one before it. */
function inOrder(asked: Asked, word: Word): Relation[] {
  const behind = runBehind(asked, word.at, word.limb);
  const run = behind.length > 1 ? behind : runBefore(asked, word.at, word.sentence);
  const down = isWord(word, 'descending', 'most');
  if (run.length < 3) return [];
  return pairs(run).map(([a, b]) => (down ? atMostOf(listed, b, a, 'warning') : atMostOf(listed, a, b, 'warning')));
}

/** 最多的三个来源地依次是: the most comes first. */
function isRanked({ items }: Asked, word: Word): boolean {
  const next = items.slice(word.at + 1).find((it) => it.is === 'figure' || it.is === 'mark');
  const between = next ? items.slice(word.at + 1, next.at) : [];
  return isWord(between[0], 'of') && between.some((it) => isWord(it, 'respectively'));
}

/** 均超过95%: each of a list against what all are said to pass. */
function allOf(asked: Asked, bar: Level): Relation[] {
  const { items } = asked;
  const lead = items.slice(Math.max(0, bar.at - 5), bar.at).filter((it) => it.clause === bar.clause);
  const all = lead.findLast((it) => isWord(it, 'every'));
  if (!all) return [];
  const said = lead.filter((it) => it.at >= all.at);
  if (said.some((it) => it.is !== 'word')) return [];
  const word = said.find((it) => isWord(it, 'greater', 'less', 'atLeast', 'atMost'));
  const isReached = said.some((it) => isWord(it, 'reach')) || bar.bound !== null;
  if ((!word && !isReached) || said.some((it) => isWord(it, 'up', 'down'))) return [];
  const run = runBefore(asked, all.at, bar.sentence);
  // a list of bounds, of which this is one more
  if (run.some((it) => it.bound !== null || it.role === 'bar')) return [];
  if (
    run.length < 2 ||
    run.some((it) => it.measure !== bar.measure && !(it.figure.kind === 'number' && bar.figure.kind === 'score'))
  )
    return [];
  const isMost = bar.bound === 'most' || (word !== undefined && isWord(word, 'atMost', 'less') && bar.bound === null);
  return run.map((it) =>
    isMost ? atMostOf(every, it, asRule(bar), 'warning') : atMostOf(every, asRule(bar), it, 'warning'),
  );
}

/** Of many small claims of one sentence those that fail are told by judging; what a text says of a series as a whole. */
export function series(asked: Asked): Relation[] {
  const told = asked.items.flatMap((word): Relation[] => {
    if (isWord(word, 'steadily')) return isAsserted(asked, word) ? steadily(asked, word) : [];
    if (isWord(word, 'descending', 'ascending')) return inOrder(asked, word);
    if (isWord(word, 'most', 'least') && isRanked(asked, word)) return inOrder(asked, word);
    if (isWord(word, 'fastest', 'slowest'))
      return isAsserted(asked, word) ? swiftest(asked, word, isWord(word, 'slowest')) : [];
    if (isWord(word, 'noneElse')) return sharesOfAll(asked, word);
    if (isWord(word, 'most', 'least', 'second')) return isAsserted(asked, word) ? extremes(asked, word) : [];
    return [];
  });
  return [...told, ...asked.levels.flatMap((it) => allOf(asked, it))];
}
