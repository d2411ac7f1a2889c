import type { Comparand } from './comparand.js';
import { nameOf, type Level, type Role } from './levels.js';
import { isWord, type Word } from './line.js';
import { clauseOf, shared, type Asked } from './statement.js';

/** A name without its years. */
const bare = ({ name }: Level): string => name.replace(/\d/g, '');

/** A year tells apart what was planned from what came of it. */
const callOf = (prior: Level) => (it: Level) => (planned.has(prior.role) ? it.name : bare(it));

const isNamedAlike = (current: Level, prior: Level): boolean => {
  const [a, b] = [current, prior].map(callOf(prior));
  return a === undefined || b === undefined || a.length < 2 || b.length < 2 || shared(a, b) > 0;
};

/** How many figures before and behind a word are looked at. */
const before = 12;
const behind = 4;

function near(asked: Asked, word: Word, back: number): Level[] {
  const split = asked.levels.findIndex((it) => it.at > word.at);
  const at = split < 0 ? asked.levels.length : split;
  return [
    ...asked.levels.slice(Math.max(0, at - before), at).reverse(),
    ...asked.levels.slice(at, at + behind).filter((it) => it.sentence === word.sentence),
  ].filter((it) => it.sentence >= word.sentence - back);
}

export interface Pair {
  readonly current: Level;
  readonly prior: Level;
}

const planned: ReadonlySet<Role> = new Set(['bar', 'cap', 'floor', 'benchmark']);

/** How pairs are looked for. */
interface Search {
  /** How far figures lie apart is printed: it tells which are meant. */
  readonly isMeasured: boolean;
  /** How many sentences back. */
  readonly back: number;
  /** Whether what is compared with may be called otherwise, because its part (目标值, 限价) says what it is. */
  readonly isLoose: boolean;
}
export const plainly: Search = { isMeasured: false, back: 1, isLoose: false };
export const measured: Search = { isMeasured: true, back: 1, isLoose: false };
export const loosely: Search = { isMeasured: true, back: 2, isLoose: true };

/** 0.43，低于|0.4的警戒线: numbers without a unit are compared only with what is called by its part. */
const isComparable = (it: Level, comparand: Comparand | null): boolean =>
  it.figure.kind !== 'number' || !it.measure.endsWith(' ') || comparand?.figure?.isCalled === true;

/** 高出目标值: a plan that the words name as one may be called otherwise, and so may what was before. */
const isToldByPart = ({ role }: Level, comparand: Comparand | null): boolean =>
  role === 'prior' || (planned.has(role) && comparand?.roles.has(role) === true);

/** The pairs of figures that a word may compare, the nearest first. */
export function pairsOf(asked: Asked, word: Word, comparand: Comparand | null, how: Search): Pair[] {
  const all = near(asked, word, how.back).filter((it) => isComparable(it, comparand));
  const rate = comparand && rateBefore(asked, word, comparand);
  if (rate && comparand.figure) return [{ current: rate, prior: comparand.figure }];
  // 低于目标（82.0%）1.4个百分点，实际为|83.4%
  const isNext = (it: Level): boolean =>
    comparand?.figure != null && it.limb === word.limb && it.at - word.at <= before;
  const isPast = (it: Level): boolean => it.at < word.at || (how.isLoose && isNext(it));
  const past = all.filter((it) => isPast(it) && it.role === 'level' && !it.isFrom && it !== comparand?.figure);
  const here = past.filter((it) => it.sentence === word.sentence);
  const levels = here.length > 0 && !how.isLoose ? here : past;
  const same = levels.filter((it) => it.name !== '' && it.name === comparand?.figure?.name);
  const currents = same.length > 0 ? same : levels;
  const isPrior = (it: Level, current: Level): boolean => {
    if (comparand?.figure) return it === comparand.figure;
    if (comparand && comparand.roles.size > 0) {
      if (comparand.roles.has(it.role)) return true;
      return (
        comparand.roles.has('prior') && it.role === 'level' && it.year !== null && it.year === (current.year ?? 0) - 1
      );
    }
    if (comparand && comparand.name.length >= 2) return it.role === 'level' && it.name.includes(comparand.name);
    // how far they lie apart tells which is meant
    return it.role === 'prior' || it.isFrom || (how.isMeasured && planned.has(it.role));
  };
  const isNamed = (it: Level): boolean =>
    it === comparand?.figure || (comparand !== null && comparand.name.length >= 2 && it.name.endsWith(comparand.name));
  return currents.flatMap((current) =>
    all
      .filter((it) => it !== current && it.measure === current.measure && isPrior(it, current))
      .filter((it) => isNamed(it) || isNamedAlike(current, it) || (how.isLoose && isToldByPart(it, comparand)))
      .filter((it) => it.year === null || current.year === null || it.year <= current.year)
      .map((prior) => ({ current, prior })),
  );
}

/** 增长4.1%，高于|5.3%的平均增幅: the rate of change right before, where what is compared with is one that goes the same way. */
function rateBefore({ items, levels }: Asked, word: Word, { figure }: Comparand): Level | null {
  const last = levels.findLast((it) => it.at < word.at);
  if (!figure || !last || last.figure.unit !== '%' || figure.figure.unit !== '%' || last.role !== 'change') return null;
  if (last.sentence !== word.sentence || word.clause - last.clause > 1) return null;
  const around = items
    .slice(last.at + 1, figure.at + 4)
    .filter((it) => it.clause === word.clause || it.clause === figure.clause);
  const isDown = around.some((it) => isWord(it, 'down'));
  const isUp = around.some((it) => isWord(it, 'up') && !isWord(it, 'greater'));
  if (last.way === 'up' ? isDown : last.way === 'down' ? !isDown || isUp : true) return null;
  return last;
}

/** The words of a clause before its comparison name what it is about. */
export function subjectOf(asked: Asked, word: Word, comparand: Comparand | null): string {
  const { from } = clauseOf(asked, word);
  const last = asked.levels.findLast((it) => it.at < word.at && it.at >= from);
  const isHere = comparand !== null && comparand.from >= from;
  return nameOf(asked, last ? last.at : from - 1, isHere ? Math.min(word.at, comparand.from) : word.at);
}

/** Whether the current figure of a pair is what the clause of a word speaks of. */
export function fitting(asked: Asked, word: Word, comparand: Comparand | null): (pair: Pair) => boolean {
  const subject = subjectOf(asked, word, comparand);
  return ({ current: { name, clause } }) =>
    subject.length < 2 || clause === word.clause || name.length < 2 || shared(subject, name) > 0;
}
