import type { Statement } from '../../../model/statement.js';

/** Log-odds of what names say, by hand: there is no text to learn them from in which the same fact is marked. */
const odds = {
  /** Two figures of one measure, names unseen. */
  start: -4,
  /** For each shared pair of characters that few figures have in their names, up to a limit. */
  shared: 1.3,
  mostShared: 5,
  /** Nothing in either name that the other and what stands about it do not have. */
  whole: 1.5,
  /** For each pair of characters of one that is nowhere about the other. */
  missing: -0.3,
  /** The same where the other has something of its own too. */
  missingBoth: -0.7,
  mostMissing: 6,
  /** Each has something of its own. */
  bothMissing: -3,
  /** Two names that are one but for a single character: 甲标段 and 乙标段. */
  contrast: -4,
  /** For each number beyond two that goes by the same name: it names a list and not the figure. */
  eachAlike: -2,
  /** For each kind of word that sets one apart. */
  apart: -2,
  apartInTable: -0.9,
  /** The same for words that part things for good. */
  partsForGood: -4,
  sameSentence: -2.5,
  sameClause: -3,
  otherYear: -7,
  /** Both name a year that is not that of the document. */
  sameOtherYear: 1.5,
  otherSpan: -4,
  /** One says the part of the year, the other does not. */
  openSpan: -1,
  /** The time of what is compared with is not said. */
  openBase: -4,
} as const;

/** What a pair of characters counts of which each is there, but not side by side. */
const seam = 0.3;

/** Characters of a row's name that are no chance in a sentence. */
const leastOfRow = 4;

/** How many figures of a document have each pair of characters in their names. */
export class Names {
  readonly #having = new Map<string, number>();
  readonly #all: number;
  /** How many different numbers stand under one name, time and measure. */
  readonly #values = new Map<string, Set<number>>();

  constructor(statements: readonly Statement[]) {
    this.#all = Math.log(statements.length + 2);
    for (const it of statements) {
      const known = this.#values.get(identityOf(it));
      if (known) known.add(it.value);
      else this.#values.set(identityOf(it), new Set([it.value]));
    }
    for (const { terms } of statements) for (const it of terms) this.#having.set(it, (this.#having.get(it) ?? 0) + 1);
  }

  readonly #letters = new WeakMap<Statement, ReadonlySet<string>>();

  #lettersAbout(it: Statement): ReadonlySet<string> {
    const known = this.#letters.get(it);
    if (known) return known;
    const letters = new Set([...it.terms, ...it.context].join(''));
    this.#letters.set(it, letters);
    return letters;
  }

  /** From 1 for a pair that one name has down to 0 for one that all have. */
  rarity(term: string): number {
    return 1 - Math.log(this.#having.get(term) ?? 1) / this.#all;
  }

  /** What a name has that is nowhere about another. */
  missing(of: ReadonlySet<string>, about: Statement): number {
    let count = 0;
    for (const it of of) {
      if (about.terms.has(it) || about.context.has(it)) continue;
      const letters = this.#lettersAbout(about);
      // what two words make where they meet stands nowhere else
      count += [...it].every((letter) => letters.has(letter)) ? seam : 1;
    }
    return count;
  }

  shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
    let sum = 0;
    for (const it of a) if (b.has(it)) sum += this.rarity(it);
    return sum;
  }

  /** What it says that a sentence speaks of the row of a cell, though not right before its figure. */
  #rowSpokenOf({ cell, terms }: Statement, { cell: other, terms: own, context }: Statement): number {
    if (!cell || other || cell.rowName.length < leastOfRow) return 0;
    let sum = 0;
    for (let i = 0; i + 1 < cell.rowName.length; i++) {
      const term = cell.rowName.slice(i, i + 2);
      if (own.has(term) || !terms.has(term)) continue;
      if (context.has(term)) sum += this.rarity(term);
    }
    return sum;
  }

  /** Log-odds that two names name one thing, time aside. */
  ofNames(a: Statement, b: Statement): number {
    const shared = this.shared(a.terms, b.terms) + this.#rowSpokenOf(a, b) + this.#rowSpokenOf(b, a);
    if (shared === 0) return -Infinity;
    const [missingA, missingB] = [this.missing(a.terms, b), this.missing(b.terms, a)];
    let sum = odds.start + odds.shared * Math.min(shared, odds.mostShared);
    const both = missingA >= 1 && missingB >= 1;
    sum += (both ? odds.missingBoth : odds.missing) * Math.min(missingA + missingB, odds.mostMissing);
    if (missingA < 1 && missingB < 1) sum += odds.whole;
    if (both) sum += odds.bothMissing;
    if (areContrasted(a.name, b.name)) sum += odds.contrast;
    const alike = Math.max(this.#numbersOf(a), this.#numbersOf(b));
    if (alike > 2) sum += odds.eachAlike * (alike - 2);
    return sum + ofApart(a.apart, b.apart, a.cell !== null || b.cell !== null);
  }

  #numbersOf = (it: Statement): number => this.#values.get(identityOf(it))?.size ?? 0;
}

const identityOf = ({ name, measure, when: { year, span }, sort, cell }: Statement): string =>
  [name, measure, year, span, sort, cell?.table].join(' ');

/** Whether two names differ in one character and nothing else. */
function areContrasted(a: string, b: string): boolean {
  return a.length === b.length && [...a].filter((it, i) => it !== b[i]).length === 1;
}

const forGood: ReadonlySet<string> = new Set(['phase', 'each', 'extreme', 'urban', 'rural', 'men', 'women', 'month']);

/** `inTable`: what a table is of is as often said in its title as in its cells. */
function ofApart(a: ReadonlySet<string>, b: ReadonlySet<string>, inTable: boolean): number {
  let sum = 0;
  for (const it of new Set([...a, ...b]))
    if (!a.has(it) || !b.has(it)) sum += forGood.has(it) ? odds.partsForGood : inTable ? odds.apartInTable : odds.apart;
  return sum;
}

/** Log-odds that two figures speak of one time. `year`: that of the document. */
export function ofTimes(a: Statement, b: Statement, year: number): number {
  const [yearA, yearB] = [a.when.year ?? year, b.when.year ?? year];
  let sum = 0;
  if (yearA !== yearB) sum += odds.otherYear;
  else if (yearA !== year && a.when.year !== null && b.when.year !== null) sum += odds.sameOtherYear;
  for (const it of [a, b])
    if (it.sort === 'base' && it.when.year === null && it.when.span === null) sum += odds.openBase;
  const [spanA, spanB] = [a.when.span, b.when.span];
  if (spanA === spanB) return sum;
  const open = spanA === null || spanB === null;
  if (open && (spanA === 'end' || spanB === 'end')) return sum;
  return sum + (open ? odds.openSpan : odds.otherSpan);
}

/** Log-odds by where two figures stand. */
export function ofPlaces(a: Statement, b: Statement): number {
  if (a.paragraph !== b.paragraph || a.sentence !== b.sentence) return 0;
  return odds.sameSentence + (a.clause === b.clause ? odds.sameClause : 0);
}
