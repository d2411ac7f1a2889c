import type { TimeClass, YearFrom } from '../../../model/times.js';
import type { IsoPoint } from './iso-point.js';

/** The year that bare dates are told in where no year is known: they can still be held against each other. */
const supposedYear = 2001;

/** A bare month that lies farther back in one sentence is of the year after: 11月招标，2月开工. */
const halfYear = 6;

interface Dated {
  readonly year: number;
  readonly month: number | null;
  readonly yearFrom: YearFrom;
}

/** Remembers, along a text, which year and month the date before was of: 同年9月 and 15日 are told by it. */
export class YearCarry {
  #year = supposedYear;
  #month: number | null = null;
  #from: YearFrom = 'supposed';
  /** The sentence in which a month or day set the year: a year by itself there is what something else is of. */
  #fineIn = -1;

  /** `reportYear`: what 今年 and 去年 count from, where it is known. */
  constructor(readonly reportYear: number | null) {}

  /** The year and month of a date behind a word of these classes. */
  date(point: IsoPoint, said: readonly TimeClass[], sentence: number): Dated {
    const dated = this.#date(point, said, sentence);
    return dated.month === 13 ? { ...dated, year: dated.year + 1, month: 1 } : dated;
  }

  #date(point: IsoPoint, said: readonly TimeClass[], sentence: number): Dated {
    const has = (it: TimeClass): boolean => said.includes(it);
    const month = point.month ?? (point.day === null ? null : this.#monthFor(has));
    if (point.year !== null) return { year: point.year, month, yearFrom: 'printed' };
    const told = has('this-year') ? 0 : has('last-year') ? -1 : has('coming-year') ? 1 : null;
    if (told !== null && this.reportYear !== null) return { year: this.reportYear + told, month, yearFrom: 'said' };
    if (told !== null && told !== 0) return { year: this.#year + told, month, yearFrom: 'supposed' };
    const known = this.#from !== 'supposed';
    if (has('next-year')) return { year: this.#year + 1, month, yearFrom: known ? 'said' : 'supposed' };
    if (has('same-year')) return { year: this.#year, month, yearFrom: known ? 'said' : 'supposed' };
    const wraps = month !== null && this.#month !== null && this.#fineIn === sentence && this.#month - month > halfYear;
    return { year: this.#year + (wraps ? 1 : 0), month, yearFrom: known ? 'carried' : 'supposed' };
  }

  #monthFor(has: (it: TimeClass) => boolean): number | null {
    return this.#month === null ? null : has('next-month') ? this.#month + 1 : this.#month;
  }

  /** Goes on behind a date. A year by itself says nothing of a sentence whose dates are told already, unless it stands alone. */
  goOn({ year, month, yearFrom }: Dated, fine: boolean, sentence: number, alone: boolean): void {
    if (!fine && !alone && this.#fineIn === sentence) return;
    [this.#year, this.#month, this.#from] = [year, month, yearFrom === 'supposed' ? this.#from : yearFrom];
    if (fine) this.#fineIn = sentence;
  }
}
