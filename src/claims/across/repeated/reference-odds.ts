import type { Again, Pointing, Statement } from '../../../model/statement.js';
import { ofTimes } from '../alike/likeness.js';
import { printAlike } from '../alike/slip-apart.js';

/** Paragraphs and tables either way in which its number may be printed for something else. */
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
  /** It is told further off than in the paragraphs right before. */
  far: -1,
  sameSentence: -0.7,
  sameClause: -4,
} as const;
/** What may stand for what was told before; without one of them it is told anew. */
const telling: ReadonlySet<Pointing> = new Set<Pointing>(['pointed', 'every', 'taken', 'described', 'within', 'first']);
/** Log-odds below which two figures are of two times. */
const otherTime = -4;
/** Characters behind a figure that may be of what it counts. */
const longestNoun = 10;

/** Whether two figures stand too far from each other to be told of one thing in passing. */
export const isFar = (a: Statement, b: Statement): boolean => Math.abs(a.paragraph - b.paragraph) > mostParagraphs;

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
  /** Letters that are not, up to where the words end. */
  readonly missing: number;
}

const weigh = ({ pairs, letters, missing }: Sharing): number =>
  odds.pair * pairs + odds.letter * letters + odds.missing * missing;

/** `open`: where the words end is not known (被审计单位|出具报告): what speaks most for the other is what they are taken for. */
function sharing(words: string, other: About, open: boolean): Sharing {
  const has = [...words].map((it) => other.letters.has(it));
  const ends = open ? has.flatMap((it, i) => (it ? [i + 1] : [])) : [has.lastIndexOf(true) + 1];
  let best: Sharing = { pairs: 0, letters: 0, missing: 0 };
  for (const end of ends) {
    const letters = has.slice(0, end).filter(Boolean).length;
    let pairs = 0;
    for (let i = 0; i + 1 < end; i++) if (other.pairs.has(words.slice(i, i + 2))) pairs++;
    const found = { pairs, letters, missing: end - letters };
    if (!open || weigh(found) > weigh(best)) best = found;
  }
  return best;
}

/** Whether a reference says what it counts or which ones, or points back without a name: 这173户. */
export const namesSomething = ({ noun, described, marks }: Again): boolean =>
  noun !== '' || marks.has('pointed') || (marks.has('described') && described !== '');

/** Whether a word says that it was told before. */
export const isTold = ({ marks }: Pick<Again, 'marks'>): boolean => [...marks].some((it) => telling.has(it));

function ofMarks({ marks }: Again): number {
  let sum = 0;
  for (const it of marks) sum += odds.marks[it];
  return isTold({ marks }) ? Math.min(sum, odds.mostMarks) : odds.untold;
}

/** Log-odds of the words of a reference that it is to a figure. */
function ofWords({ noun, described }: Again, it: Statement, to: Statement): number {
  const around = about(to);
  const [ofNoun, ofDescription] = [sharing(noun, around, true), sharing(described, around, false)];
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
export interface Reference {
  readonly it: Statement;
  readonly again: Again;
  /** The figures before it that are counted as it is. */
  readonly before: readonly Statement[];
}

/** Log-odds that a reference is to a figure and one of the two is wrong, digits aside. */
export function ofReference({ it, again, before }: Reference, to: Statement, year: number): number {
  const times = ofTimes(it, to, year);
  if (times <= otherTime) return -Infinity;
  const ofOwn = ofWords(again, it, to);
  let sum = odds.start + ofMarks(again) + ofOwn + ofApart(again.apart, to.apart) + times;
  const others = before.filter((other) => other !== to && !printAlike(other, to));
  const rivals = new Set(others.filter((other) => ofWords(again, it, other) >= ofOwn).map(({ value }) => value)).size;
  sum += others.length === 0 ? odds.alone : odds.rival * Math.min(rivals, odds.mostRivals);
  if (isFar(it, to)) sum += odds.far;
  if (it.sentence === to.sentence) sum += odds.sameSentence + (it.clause === to.clause ? odds.sameClause : 0);
  return sum;
}
