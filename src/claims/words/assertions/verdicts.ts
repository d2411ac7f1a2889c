import type { Relation } from '../../../model/relation.js';
import type { Level, Role } from './levels.js';
import { isSpelled } from './in-words.js';
import { isWord, type Word } from './line.js';
import { holdsAny } from './pieces.js';
import { asRule, atMostOf, clauseOf, figureBehind, isAsserted, orderOf, shared, type Asked } from './statement.js';

const reached = 'claimed-target';
const missed = 'target-verdict';

const barRoles: ReadonlySet<Role> = new Set(['bar', 'cap', 'floor']);
const isBar = (it: Level): boolean => barRoles.has(it.role) || (it.bound !== null && it.role !== 'change');

/** 不低于8%的|规定. */
const isRule = (it: Level): boolean => it.bound !== null && it.isCalled;

/** How far back, in figures, what is aimed at and what came of it are looked for. */
const reach = 8;

interface Pair {
  readonly actual: Level;
  readonly bar: Level;
}

const alike = (a: Level, b: Level): boolean => a.name.length < 2 || b.name.length < 2 || shared(a.name, b.name) > 0;

/** The figure aimed at that stands nearest before a verdict, and what came of it: behind it where one is, else right before. */
function pairBefore({ levels }: Asked, word: Word, literal: Level | null): Pair | null {
  const near = levels
    .filter((it) => it.at < word.at && it.sentence >= word.sentence - 1)
    .slice(-reach)
    .reverse();
  // where its own sentence prints figures, one of the two is among them
  const latest = near[0]?.sentence;
  if (literal?.figure.kind === 'number') return null;
  const bars = literal ? [literal] : near.filter((it) => isBar(it) && it.figure.kind !== 'number');
  // several of the sentence before may be meant
  if (latest !== word.sentence && bars.length > 1) return null;
  for (const bar of bars) {
    // 执行率91.3%，达到95%以上的标准: a rate of what was planned is held against one that is printed
    const isActual = ({ role }: Level): boolean => role === 'level' || (literal !== null && role === 'completion');
    const of = near.filter((it) => it !== bar && it.measure === bar.measure && isActual(it) && it.bound === null);
    const prior = near[0]?.role === 'prior' && near[0].measure === bar.measure ? [near[0]] : [];
    const since = [...prior, ...of].filter((it) => it.at > bar.at);
    const actuals = literal ? of.slice(0, 1) : since.length > 0 ? since : of.slice(0, 1);
    const last = since.at(0);
    const actual = last?.isTotal ? last : actuals.length === 1 || prior.length > 0 ? actuals[0] : undefined;
    const isNear = Math.max(actual?.sentence ?? -1, bar.sentence) === latest;
    const isBeside =
      (barRoles.has(bar.role) || isRule(bar)) &&
      actual?.sentence === bar.sentence &&
      actual !== undefined &&
      Math.abs(levels.indexOf(actual) - levels.indexOf(bar)) === 1;
    if (actual && isNear && (isBeside || alike(actual, bar))) return { actual, bar };
  }
  return null;
}

type Way = 'least' | 'most';

/** Whether what is aimed at is to be reached or stayed within. */
function wayOf({ items, text }: Asked, { actual, bar }: Pair): Way {
  if (bar.bound) return bar.bound;
  if (bar.role === 'cap') return 'most';
  if (bar.role === 'floor') return 'least';
  const [from, to] = [Math.min(actual.at, bar.at), Math.max(actual.at, bar.at)];
  const first = clauseOf({ items, text }, items[from] ?? actual).from;
  return items.slice(first, to).some((it) => isWord(it, 'lessBetter')) ? 'most' : 'least';
}

/** 完成年度计划的93.8%，超额完成任务: what share of a plan was done contradicts that it was. */
function byCompletion({ levels }: Asked, word: Word): Relation[] | null {
  const rate = levels.findLast(
    (it) => it.at < word.at && it.sentence === word.sentence && it.figure.kind === 'percent',
  );
  if (!rate || rate.role !== 'completion' || word.clause - rate.clause > 2) return null;
  const holds = isWord(word, 'unmet')
    ? rate.value < 100
    : isWord(word, 'exceed')
      ? rate.value > 100
      : rate.value >= 100;
  const near = Math.abs(rate.value - 100) <= rate.step;
  return [
    {
      kind: 'words',
      check: 'completion-verdict',
      doubt: null,
      words: rate.figure,
      holds: holds || near,
      wanted: '',
      against: [],
      most: isWord(word, 'exceed') ? 'warning' : 'review',
    },
  ];
}

/** 下降3.2%，超额完成下降3.5%的目标: of two that move the same way the larger does better. */
function changesBefore({ items, levels }: Asked, word: Word, bar: Level): Pair | null {
  const actual = levels.findLast((it) => it.at < word.at);
  if (actual?.role !== 'change' || actual.way === null || actual.figure.unit !== '%' || bar.figure.unit !== '%')
    return null;
  if (actual.sentence !== word.sentence || word.clause - actual.clause > 2 || bar.role !== 'bar') return null;
  const isCostly = items.slice(0, bar.at).some((it) => it.clause === actual.clause && isWord(it, 'lessBetter'));
  if (actual.way === 'up' && isCostly && bar.bound === null) return null;
  return bar.way === actual.way || (bar.way === null && bar.isCalled && actual.way === 'up') ? { actual, bar } : null;
}

/** A verdict names what was aimed at, or needs no name for it. */
function isVerdict(asked: Asked, word: Word, named: Level | undefined): boolean {
  if (isWord(word, 'itself') || (named && isRule(named))) return true;
  const { from, to } = clauseOf(asked, word);
  const own = asked.items.slice(from, to + 1);
  const behind = own.filter((it) => it.at > word.at);
  const isAim = (it: (typeof own)[number]): boolean =>
    isWord(it, 'bar', 'cap', 'floor') && !isWord(it, 'future', 'completion');
  if (behind.some(isAim)) return true;
  const before = own.findLast((it) => it.at < word.at && it.is === 'word' && !isWord(it, 'filler', 'all'));
  return before !== undefined && isAim(before) && !behind.some((it) => it.is === 'figure');
}

/** 任务完成|过半: how much of it is said in words. */
function isShared({ figures, items }: Asked, word: Word): boolean {
  const isNear = (start: number): boolean => start >= word.end && start - word.end <= 3;
  const next = items[word.at + 1];
  return (isWord(next, 'half') && isNear(next.start)) || figures.some((it) => isSpelled(it) && isNear(it.start));
}

/** 除三号点外均达标. */
function leavesOut(asked: Asked, word: Word): boolean {
  const { from } = clauseOf(asked, word);
  const head = asked.text.slice(asked.items[from - 1]?.end ?? 0, word.start);
  return holdsAny(asked.rules.compliant.except, head);
}

function verdictOf(asked: Asked, word: Word): Relation[] {
  const { to } = clauseOf(asked, word);
  const behind = asked.levels.find((it) => it.at > word.at && it.at <= to);
  if (isShared(asked, word) || leavesOut(asked, word)) return [];
  if (!isVerdict(asked, word, behind)) return [];
  const next = figureBehind(asked, word);
  // 实际完成7.9万亩 is no verdict but a figure's own verb; 未达到90%的目标 names the bar
  const isNamed = behind !== undefined && barRoles.has(behind.role);
  const isSet =
    behind !== undefined && isBar(behind) && (next === behind.at || isWord(word, 'within') || isRule(behind));
  if (behind && !isNamed && !isSet) return [];
  const moved = behind && changesBefore(asked, word, behind);
  if (moved) return [claimOf(asked, word, moved, moved.bar.bound ?? 'least')];
  const told = behind ? null : byCompletion(asked, word);
  if (told) return isBudget(asked, word) && isWord(word, 'reach') ? [] : told;
  return pairsBefore(asked, word, behind ?? null).map((pair) => claimOf(asked, word, pair));
}

/** All pairs that a verdict on each is of, else the one that may be meant. */
function pairsBefore(asked: Asked, word: Word, literal: Level | null): Pair[] {
  const { from } = clauseOf(asked, word);
  const isEvery = asked.items.slice(from, word.at).some((it) => isWord(it, 'every', 'all'));
  if (isEvery && !literal) {
    const near = asked.levels.filter((it) => it.at < word.at && it.sentence >= word.sentence - 1).slice(-reach * 2);
    const latest = near.at(-1)?.sentence;
    const every = near.filter((it) => isBar(it) && it.figure.kind !== 'number');
    const here = every.filter((it) => it.sentence === latest);
    const bars = here.length > 0 || every.length > 1 ? here : every;
    const isOne = (it: Level): boolean => it.role === 'level' && it.bound === null && it.sentence === latest;
    const own = asked.items.slice(from, word.at);
    if (latest !== word.sentence && !own.some((it) => isWord(it, 'these'))) return [];
    if (bars.length > 1)
      return bars.flatMap((bar): Pair[] => {
        const i = asked.levels.indexOf(bar);
        const beside = [asked.levels[i - 1], asked.levels[i + 1]].filter(
          (it) => it !== undefined && it.measure === bar.measure && isOne(it),
        );
        const [actual] = beside;
        const isNamed = actual && (bar.name.length <= 3 || alike(actual, bar));
        return isNamed && beside.length === 1 ? [{ actual, bar }] : [];
      });
    const [bar] = bars;
    const all = bar ? near.filter((it) => it.measure === bar.measure && isOne(it) && it.at > bar.at) : [];
    if (bar && all.length > 1) return all.map((actual) => ({ actual, bar }));
  }
  const pair = pairBefore(asked, word, literal);
  return pair ? [pair] : [];
}

function claimOf(asked: Asked, word: Word, pair: Pair, known?: Way): Relation {
  const { actual, bar } = pair;
  const way = isWord(word, 'within', 'over') ? 'most' : (known ?? wayOf(asked, pair));
  const order = (claim: 'greater' | 'less'): Relation => orderOf(missed, actual, bar, claim, word.text, 'warning');
  if (isWord(word, 'over')) return order('greater');
  if (isWord(word, 'unmet')) return order(way === 'least' ? 'less' : 'greater');
  if (isWord(word, 'exceed')) return order(way === 'least' ? 'greater' : 'less');
  return way === 'least'
    ? atMostOf(reached, asRule(bar), actual, 'warning')
    : atMostOf(reached, actual, asRule(bar), 'warning');
}

/** 完成预算 says that money was spent, not that all of it was. */
function isBudget(asked: Asked, word: Word): boolean {
  const { from, to } = clauseOf(asked, word);
  return !asked.items.slice(from, to + 1).some((it) => isWord(it, 'aim'));
}

/** Verdicts on what was aimed at, required or allowed, against the figures that they are of. */
export function verdicts(asked: Asked): Relation[] {
  return asked.items.flatMap((word): Relation[] =>
    isWord(word, 'reach', 'exceed', 'unmet', 'within', 'over') && isAsserted(asked, word) ? verdictOf(asked, word) : [],
  );
}
