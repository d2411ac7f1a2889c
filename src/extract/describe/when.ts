import type { When } from '../../model/statement.js';
import type { Quantity } from '../../model/quantity.js';
import type { Naming } from '../../rulebook/naming.js';

/** A time as words or a date tell it: what they leave open is null. */
export interface Told {
  readonly year: number | null;
  readonly span: string | null;
  /** Years from that of the document, for words (上年); null for dates. */
  readonly off: number | null;
}

const wholeYear = /^(\d{4})$/;
const dated = /^(\d{4}|XXXX)-(.+?)(?:\/(\d{4}|XXXX)-(.+))?$/;
const lastDay = /^12(?:-31)?$/;

/** What a recognised date says of the time of figures about it. */
export function toldByDate({ value }: Pick<Quantity, 'value'>): Told | null {
  const year = wholeYear.exec(value);
  if (year) return { year: Number(year[1]), span: null, off: null };
  const years = /^(\d{4})\/(\d{4})$/.exec(value);
  if (years) return { year: Number(years[2]), span: `since ${years[1]}`, off: null };
  const match = dated.exec(value);
  if (!match) return null;
  const [, first = '', from = '', , to] = match;
  const span = to === undefined ? (lastDay.test(from) && from.length > 2 ? 'end' : from) : `${from}/${to}`;
  return { year: first === 'XXXX' ? null : Number(first), span, off: null };
}

/** Reads the words by which a time is told from that of the document. */
export class TimeWords {
  readonly #words: RegExp;
  readonly #means = new Map<string, Told>();

  constructor(times: Naming['times']) {
    const put = (words: readonly string[], off: number | null, span: string | null): void => {
      for (const it of words) this.#means.set(it, { year: null, span, off });
    };
    put(times.before, -1, null);
    put(times.earlier, -2, null);
    put(times.now, 0, null);
    put(times.next, 1, null);
    put(times.start, null, 'start');
    put(times.end, null, 'end');
    put(times.endBefore, -1, 'end');
    put(times.none, null, null);
    const longest = [...this.#means.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
    this.#words = new RegExp(longest.join('|'), 'g');
  }

  /** Every time that words tell, in order. */
  in(words: string): { readonly at: number; readonly told: Told }[] {
    return [...words.matchAll(this.#words)].flatMap((it) => {
      const told = this.#means.get(it[0]);
      return told ? [{ at: it.index, told }] : [];
    });
  }
}

/** A day on which something happened says nothing of the time that a figure speaks of. */
export const isDay = ({ span }: Told): boolean => span !== null && /^\d\d-\d\d$/.test(span);

/** One time with what another, said later and nearer, adds to it. */
export function nearer(when: When, { year, span, off }: Told, ofDocument: number): When {
  const named = year ?? (off === null ? null : ofDocument + off);
  if (named !== null && span === null) return { year: named, span: null };
  return { year: named ?? when.year, span: span ?? when.span };
}

/** The beginning of a year is the end of the one before. */
export function settled({ year, span }: When, ofDocument: number): When {
  if (span !== 'start') return { year, span };
  return { year: (year ?? ofDocument) - 1, span: 'end' };
}
