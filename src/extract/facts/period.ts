import { Breaks } from '../../model/breaks.js';
import type { Quantity } from '../../model/quantity.js';
import { inherited, stated, type Cue, type Told } from './known.js';

/**
 * When a figure is of, as words around it say, and where they stand: `2024`, `2024-Q1`, or two days with / between; the year may be
 * XXXX where only the report's own can be meant.
 */
export type When = Told<string>;

const compared = /(?:比|较|与|和|同)$/;
const reason = /(?:主要是|主要原因|原因|由于|因|根据|按照|依据|依照)[^，,。；;：:]*$/;

const lastDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const lastDay = (year: string, month: string): string => {
  const leap = month === '02' && Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  return String(leap ? 29 : (lastDays[Number(month) - 1] ?? 30));
};

/** A date's value as a period of account: a day or month names its year, 2023-01/2023-09 the days from first to last. */
function periodOf(value: string): string | null {
  const [from = '', to] = value.split('/');
  const year = from.slice(0, 4);
  if (!/^(?:\d{4}|XXXX)/.test(from)) return null;
  if (to === undefined) return /^.{4}-(?:Q\d|H\d)$/.test(from) ? from : year;
  const month = /^.{4}-(\d\d)$/;
  const [first, last] = [month.exec(from)?.[1], month.exec(to)?.[1]];
  if (first === undefined || last === undefined) return /^.{4}-Q1$/.test(from) && to.endsWith('Q4') ? year : value;
  if (first === '01' && last === '12' && to.startsWith(year)) return year;
  return `${from}-01/${to}-${lastDay(to.slice(0, 4), last)}`;
}

/** A date and its period. */
interface Dated extends Cue<string> {
  readonly start: number;
  readonly end: number;
  readonly isCompared: boolean;
  /** Where the bracket ends in which it stands: what stands in it is said of something else. */
  readonly enclosedUntil: number;
}

/** For places in ascending order, where the bracket ends that is open there; infinite where none is. */
function enclosingEnds(text: string, places: readonly number[]): number[] {
  const ends: number[] = [];
  const closers: number[] = [];
  let at = text.length;
  for (const place of places.toReversed()) {
    while (--at >= place) {
      const char = text[at] ?? '';
      if ('）)〕]》'.includes(char)) closers.push(at);
      else if ('（(〔[《'.includes(char)) closers.pop();
    }
    at = place;
    ends.unshift(closers.at(-1) ?? Infinity);
  }
  return ends;
}

/** So many dates back one may still say when a figure is of. */
const mostDates = 256;

/** The dates of a paragraph that may say when a figure is of, and its stops: read once for all of its figures. */
class Dates {
  readonly sentences: Breaks;
  readonly stretches: Breaks;
  readonly clauses: Breaks;
  readonly #dates: readonly Dated[];

  constructor(text: string, quantities: readonly Quantity[]) {
    this.sentences = new Breaks(text, /[。\n]/g);
    this.stretches = new Breaks(text, /[；;]/g);
    this.clauses = new Breaks(text, /[，,。；;：:]/g);
    const dates = quantities.flatMap(({ kind, start, end, value }) => {
      const period = kind === 'date' ? periodOf(value) : null;
      if (period === null || period === 'XXXX') return [];
      const before = text.slice(Math.max(0, start - 24), start).replace(/\s+/g, '');
      if (reason.test(before)) return [];
      const isCompared = compared.test(before) || /^年?度?(?:决算|预算|执行)?数?相比/.test(text.slice(end, end + 10));
      return [{ start, end, word: text.slice(start, end), means: period, isCompared }];
    });
    const ends = enclosingEnds(
      text,
      dates.map((it) => it.end),
    );
    this.#dates = dates.map((date, i) => ({ ...date, enclosedUntil: ends[i] ?? Infinity }));
  }

  /** The dates before a place, the nearest of very many. */
  before(at: number): Dated[] {
    let [low, high] = [0, this.#dates.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#dates[middle]?.end ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    return this.#dates.slice(Math.max(0, low - mostDates), low).filter((it) => it.enclosedUntil >= at);
  }
}

const known = new WeakMap<readonly Quantity[], Dates>();
function datesOf(text: string, quantities: readonly Quantity[]): Dates {
  let dates = known.get(quantities);
  if (!dates) known.set(quantities, (dates = new Dates(text, quantities)));
  return dates;
}

/**
 * When the figure at `at` is of: the date before it in its stretch of the sentence, else the date at the head of its sentence, else
 * the one year that the paragraph speaks of. A date that something is compared with (比2022年) is no other figure's. `'several'` where
 * the paragraph speaks of several years and the sentence of none.
 */
export function whenOf(text: string, quantities: readonly Quantity[], at: number): When | 'several' | null {
  const paragraph = datesOf(text, quantities);
  const dates = paragraph.before(at).filter((it) => !it.isCompared);
  const sentence = paragraph.sentences.before(at) + 1;
  const own = dates.filter((it) => it.start >= sentence);
  const near = own.findLast((it) => paragraph.stretches.before(at) < it.end);
  if (near) return stated(near, 'clause');
  const [head] = own;
  if (head) return inherited(head, 'sentence');
  const previous = dates.filter((it) => it.start < sentence);
  const goesOn = /^\s*其中/.test(text.slice(sentence));
  const last = previous.at(-1);
  if (last && (goesOn || previous.every((it) => it.means === last.means))) return inherited(last, 'paragraph');
  return last ? 'several' : null;
}

/** When the figure at `at` is of that others are compared with: 较2022年的433万元; null where its own clause does not say. */
export function whenCompared(text: string, quantities: readonly Quantity[], at: number): When | null {
  const paragraph = datesOf(text, quantities);
  const near = paragraph.before(at).findLast((it) => paragraph.clauses.before(at) < it.end);
  return near ? stated(near, 'clause') : null;
}
