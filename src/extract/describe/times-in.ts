import type { Quantity } from '../../model/quantity.js';
import type { When } from '../../model/statement.js';
import type { Naming } from '../../rulebook/naming.js';
import { isDay, nearer, settled, TimeWords, toldByDate, type Told } from './when.js';

const nothing: When = { year: null, span: null };
/** Where what is said of a time in words ends; what a date says goes on. */
const ends = /[，。；！？,;!?]/gu;
const closeBefore = 3;

interface Said {
  readonly at: number;
  readonly told: Told;
  /** Where it no longer counts. */
  readonly until: number;
}

/** The times that a text tells, for asking of what time a place in it speaks. */
export class TimesIn {
  readonly #said: readonly Said[];

  constructor(
    text: string,
    readonly dates: readonly Quantity[],
    words: TimeWords,
    { against, asOf, happened }: Pick<Naming, 'against' | 'asOf' | 'happened'>,
    readonly ofDocument: number,
    readonly inherited: When = nothing,
  ) {
    const stops = [...text.matchAll(ends)].map((it) => it.index);
    const endOf = (at: number): number => stops.find((it) => it >= at) ?? text.length;
    const ofDates = dates.flatMap((it): Said[] => {
      const date = toldByDate(it);
      if (!date) return [];
      const before = text.slice(Math.max(0, it.start - closeBefore), it.start);
      const ofDeed =
        happened.some((word) => before.endsWith(word)) || (isDay(date) && !asOf.some((word) => before.endsWith(word)));
      const told = ofDeed ? { ...date, span: null } : date;
      const compared = against.some((word) => before.includes(word));
      return [{ at: it.start, told, until: compared ? endOf(it.end) : text.length }];
    });
    const ofWords = words.in(text).map(({ at, told }) => ({ at, told, until: endOf(at) }));
    this.#said = [...ofDates, ...ofWords].sort((a, b) => a.at - b.at);
  }

  /** Of what time the text speaks at `at`. */
  at(at: number): When {
    let when = this.inherited;
    for (const it of this.#said) {
      if (it.at > at) break;
      if (it.until >= at) when = nearer(when, it.told, this.ofDocument);
    }
    return settled(when, this.ofDocument);
  }
}
