import type { Comparand } from './comparand.js';
import { nameOf, type Level, type Role } from './levels.js';
import type { Word } from './line.js';
import { clauseOf, shared, type Asked } from './statement.js';

const named = (a: Level, b: Level): boolean => a.name.length < 2 || b.name.length < 2 || shared(a.name, b.name) > 0;

/** How many figures before and behind a word are looked at. */
const before = 12;
const behind = 4;

function near(asked: Asked, word: Word): Level[] {
  const split = asked.levels.findIndex((it) => it.at > word.at);
  const at = split < 0 ? asked.levels.length : split;
  return [
    ...asked.levels.slice(Math.max(0, at - before), at).reverse(),
    ...asked.levels.slice(at, at + behind).filter((it) => it.sentence === word.sentence),
  ].filter((it) => it.sentence >= word.sentence - 1);
}

export interface Pair {
  readonly current: Level;
  readonly prior: Level;
}

/** The pairs of figures that a word may compare, the nearest first. */
const planned: ReadonlySet<Role> = new Set(['bar', 'cap', 'floor', 'benchmark']);

export function pairsOf(asked: Asked, word: Word, comparand: Comparand | null, isMeasured: boolean): Pair[] {
  const all = near(asked, word).filter((it) => it.figure.kind !== 'number');
  const past = all.filter((it) => it.at < word.at && it.role === 'level' && !it.isFrom && it !== comparand?.figure);
  const here = past.filter((it) => it.sentence === word.sentence);
  const levels = here.length > 0 ? here : past;
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
    return it.role === 'prior' || it.isFrom || (isMeasured && planned.has(it.role));
  };
  return currents.flatMap((current) =>
    all
      .filter((it) => it !== current && it.measure === current.measure && isPrior(it, current))
      .filter((it) => it === comparand?.figure || named(current, it))
      .filter((it) => it.year === null || current.year === null || it.year <= current.year)
      .map((prior) => ({ current, prior })),
  );
}

/** The words of a clause before its comparison name what it is about. */
export function subjectOf(asked: Asked, word: Word, comparand: Comparand | null): string {
  const { from } = clauseOf(asked, word);
  const last = asked.levels.findLast((it) => it.at < word.at && it.at >= from);
  return nameOf(asked, last ? last.at : from - 1, Math.min(word.at, comparand?.from ?? word.at));
}

/** Whether the current figure of a pair is what the clause of a word speaks of. */
export function fitting(asked: Asked, word: Word, comparand: Comparand | null): (pair: Pair) => boolean {
  const subject = subjectOf(asked, word, comparand);
  return ({ current: { name, clause } }) =>
    subject.length < 2 || clause === word.clause || name.length < 2 || shared(subject, name) > 0;
}
