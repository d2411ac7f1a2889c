import type { EqualRelation } from '../../model/relation.js';
import type { Severity } from '../../model/report.js';
import type { Again, Pointing, Statement } from '../../model/statement.js';
import { isMadeOf } from './made-of.js';
import { ofTimes } from './likeness.js';
import { printAlike, slipApart } from './slip-apart.js';
import { tellingOf } from './slip-between.js';

/** Figures before a reference among which what it refers to is looked for, and how many paragraphs back. */
const mostBefore = 60;
const mostParagraphs = 3;

/** Log-odds, by hand. */
const odds = {
  /** That a figure refers to one figure before it, and that the publisher got one of the two wrong. */
  start: -6.5,
  marks: { pointed: 3, every: 1, taken: 0.7, described: 1, within: 1.2, each: 0.6, first: 0.7 } satisfies Record<
    Pointing,
    number
  >,
  mostMarks: 4,
  /** For each pair of characters of what it counts and of what describes it that the other has about it, up to a limit. */
  pair: 1.2,
  mostPairs: 4,
  /** The same for each character. */
  letter: 0.5,
  mostLetters: 4,
  /** For each that the other has not. */
  missing: -0.8,
  /** What it counts is nowhere about the other, and neither is what describes it. */
  otherNoun: -2,
  otherDescription: -2.5,
  /** The same of a lesser number, which then is as soon a part of the other. */
  otherPart: -5,
  /** Nothing else before it is counted in its unit. */
  alone: 1,
  /** For each other number that it may as well refer to. */
  rival: -0.8,
  mostRivals: 4,
  /** Each kind of words that sets it apart, and each that sets the other apart. */
  apart: -3,
  otherApart: -1,
  /** 新招聘的256名 may be the 256 that were engaged. */
  new: -1.5,
  /** No word says that it was told before. */
  untold: -2,
  sameSentence: -0.7,
  sameClause: -4,
} as const;
const worth: readonly (readonly [odds: number, severity: Severity])[] = [
  [12, 'warning'],
  [0.6, 'review'],
];
/** What may stand for what was told before; without one of them it is told anew, and only many digits exchanged tell that it is not. */
const telling: ReadonlySet<Pointing> = new Set<Pointing>(['pointed', 'every', 'taken', 'described', 'within', 'first']);
const leastUntold = 4;
/** Log-odds below which two figures are of two times. */
const otherTime = -4;
/** Characters behind a figure that may be of what it counts. */
const longestNoun = 10;

const isHeld = ({ sort, cell, figure: { kind } }: Statement): boolean =>
  sort !== 'change' &&
  sort !== 'rate' &&
  cell === null &&
  (kind === 'count' || kind === 'money' || kind === 'dimension');

/** 张 and 张床位 count one thing. */
function comparable(a: Statement, b: Statement): boolean {
  if (a.measure === b.measure) return true;
  if (a.figure.kind !== 'count' || b.figure.kind !== 'count') return false;
  const [own, other] = [a.figure.unit ?? '', b.figure.unit ?? ''];
  return own !== '' && other !== '' && (own.startsWith(other) || other.startsWith(own));
}

/** What stands about a figure, by pairs of characters and by characters. */
interface About {
  readonly pairs: ReadonlySet<string>;
  readonly letters: ReadonlySet<string>;
}

function about({ name, behind, context, terms, figure }: Statement): About {
  const words = `${figure.unit ?? ''}${behind.slice(0, longestNoun)}`;
  const pairs = new Set([...terms, ...context]);
  for (let i = 0; i + 1 < words.length; i++) pairs.add(words.slice(i, i + 2));
  return { pairs, letters: new Set(`${name}${words}${[...context].join('')}`) };
}

/** What words have in common with what stands about another figure. */
interface Sharing {
  readonly pairs: number;
  readonly letters: number;
  /** Letters before the last common one that are not. */
  readonly missing: number;
}

function sharing(words: string, other: About): Sharing {
  const has = [...words].map((it) => other.letters.has(it));
  const end = has.lastIndexOf(true) + 1;
  const letters = has.filter(Boolean).length;
  let pairs = 0;
  for (let i = 0; i + 1 < end; i++) if (other.pairs.has(words.slice(i, i + 2))) pairs++;
  return { pairs, letters, missing: end - letters };
}

/** Whether it says what it counts or which ones, or points back without a name: 这173户. */
const namesSomething = ({ noun, described, marks }: Again): boolean =>
  noun !== '' || marks.has('pointed') || (marks.has('described') && described !== '');

const isTold = ({ marks }: Pick<Again, 'marks'>): boolean => [...marks].some((it) => telling.has(it));

function ofMarks({ marks }: Again): number {
  let sum = 0;
  for (const it of marks) sum += odds.marks[it];
  return isTold({ marks }) ? Math.min(sum, odds.mostMarks) : odds.untold;
}

/** Log-odds of the words of a reference that it is to a figure. */
function ofWords({ noun, described }: Again, it: Statement, to: Statement): number {
  const around = about(to);
  const [ofNoun, ofDescription] = [sharing(noun, around), sharing(described, around)];
  let sum = odds.pair * Math.min(ofNoun.pairs + ofDescription.pairs, odds.mostPairs);
  sum += odds.letter * Math.min(ofNoun.letters + ofDescription.letters, odds.mostLetters);
  sum += odds.missing * (ofNoun.missing + ofDescription.missing);
  if (ofNoun.letters === 0 && noun !== '') sum += odds.otherNoun;
  if (ofDescription.letters === 0 && described !== '')
    sum += it.value < to.value ? odds.otherPart : odds.otherDescription;
  return sum;
}

function ofApart(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let sum = 0;
  for (const it of own) if (!other.has(it)) sum += it === 'new' ? odds.new : odds.apart;
  for (const it of other) if (!own.has(it)) sum += odds.otherApart;
  return sum;
}

/** A figure that refers back, with what it may refer to. */
interface Referring {
  readonly it: Statement;
  readonly again: Again;
  /** The figures before it that are counted as it is. */
  readonly before: readonly Statement[];
}

/** Log-odds that a reference is to a figure and one of the two is wrong, digits aside. */
function ofReference({ it, again, before }: Referring, to: Statement, year: number): number {
  const times = ofTimes(it, to, year);
  if (times <= otherTime) return -Infinity;
  const ofOwn = ofWords(again, it, to);
  let sum = odds.start + ofMarks(again) + ofOwn + ofApart(again.apart, to.apart) + times;
  const others = before.filter((other) => other !== to && !printAlike(other, to));
  const rivals = new Set(others.filter((other) => ofWords(again, it, other) >= ofOwn).map(({ value }) => value)).size;
  sum += others.length === 0 ? odds.alone : odds.rival * Math.min(rivals, odds.mostRivals);
  if (it.sentence === to.sentence) sum += odds.sameSentence + (it.clause === to.clause ? odds.sameClause : 0);
  return sum;
}

/** Figures that refer back to one that was told before (这13个村, 建成的42座公厕) and are one slip off it. `year`: that of the document. */
export function referred(statements: readonly Statement[], year: number): EqualRelation[] {
  const held = statements.filter(isHeld);
  return held.flatMap((it, i): EqualRelation[] => {
    const { again } = it;
    if (!again || !namesSomething(again)) return [];
    const near = (other: Statement): boolean =>
      Math.abs(it.paragraph - other.paragraph) <= mostParagraphs && comparable(it, other);
    const isPrinted = statements
      .slice(Math.max(0, it.at - mostBefore), it.at + mostBefore)
      .some((other) => other !== it && near(other) && printAlike(it, other));
    if (isPrinted) return [];
    const before = held.slice(Math.max(0, i - mostBefore), i).filter(near);
    let best: { readonly to: Statement; readonly logOdds: number } | null = null;
    for (const to of before) {
      const slip = slipApart(to, it);
      if (!slip || slip.digits < 2) continue;
      if (!isTold(again) && (slip.kind !== 'swap' || slip.digits < leastUntold)) continue;
      const logOdds = ofReference({ it, again, before }, to, year) + tellingOf(slip);
      if (logOdds > (best?.logOdds ?? -Infinity)) best = { to, logOdds };
    }
    if (!best) return [];
    const { to, logOdds } = best;
    const most = worth.find(([least]) => Math.exp(logOdds) >= least)?.[1];
    if (!most || isMadeOf(it, before)) return [];
    return [{ kind: 'equal', check: 'like-named', doubt: null, left: to.figure, right: it.figure, most }];
  });
}
