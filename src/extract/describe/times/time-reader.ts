import type { Quantity } from '../../../model/quantity.js';
import type { Length, LengthUnit, Moment, PieceAt, TimeClass, TimePiece } from '../../../model/times.js';
import type { Mark, Piece } from '../cut.js';
import { dayExists, isoPoint, pointOf, type IsoPoint } from './iso-point.js';
import type { TimeWordValue } from './time-lexicon.js';
import type { YearCarry } from './year-carry.js';

/** What a number of days may stand behind that a day of the month may not: 公示5日. */
const beforeDays: ReadonlySet<TimeClass> = new Set(['elapsed', 'term', 'total', 'early', 'late']);
const units: ReadonlySet<string> = new Set(['day', 'workday', 'week', 'month', 'quarter', 'year', 'hour']);
/** How many characters may part 1年 from 零3个月. */
const between = 1;

/** A five-year plan is named by the number of it. */
const planName = 3;

const ends: ReadonlySet<Mark> = new Set(['comma', 'semicolon', 'colon', 'stop']);

/** Reads one paragraph's pieces in order, and knows sentence, clause and brackets. */
export class TimeReader {
  readonly #pieces: TimePiece[] = [];
  #sentence = 0;
  #clause = 0;
  #latest = 0;
  #open: number[] = [];
  readonly #titles: readonly (readonly [start: number, end: number])[];

  constructor(
    readonly text: string,
    readonly carry: YearCarry,
  ) {
    this.#titles = [...text.matchAll(/《[^》]{0,200}》/gu)].map((it) => [it.index, it.index + it[0].length]);
  }

  read(pieces: readonly Piece<TimeWordValue>[]): readonly TimePiece[] {
    for (const [at, piece] of pieces.entries()) {
      if (piece.is === 'mark') this.#mark(piece.start, piece.mark);
      else if (piece.is === 'quantity')
        this.#quantity(yearInList(pieces, at) ?? piece.quantity, pieces[at + 1]?.is === 'mark');
      else if (piece.is === 'name')
        this.#pieces.push({ is: 'name', ...this.#at(piece.start, piece.start + piece.text.length) });
      else this.#pieces.push({ is: 'word', ...piece.value, ...this.#at(piece.start, piece.start + piece.text.length) });
    }
    return this.#pieces;
  }

  #at(start: number, end: number): PieceAt {
    return { start, end, sentence: this.#sentence, clause: this.#clause, depth: this.#open.length };
  }

  #mark(start: number, mark: Mark): void {
    if (mark === 'open') {
      this.#open.push(this.#clause);
      this.#clause = ++this.#latest;
    }
    this.#pieces.push({ is: mark, ...this.#at(start, start + 1) });
    if (mark === 'close') this.#clause = this.#open.pop() ?? this.#clause;
    if (!ends.has(mark)) return;
    this.#clause = ++this.#latest;
    if (mark !== 'stop') return;
    this.#sentence++;
    this.#open = [];
  }

  #quantity(quantity: Quantity, closed: boolean): void {
    const at = this.#at(quantity.start, quantity.end);
    const piece = this.#length(quantity) ?? this.#moment(quantity, closed) ?? paper(quantity) ?? nth(quantity);
    const last = this.#pieces.at(-1);
    const joined = piece?.is === 'length' && last?.is === 'length' ? joinedLength(last, { ...piece, ...at }) : null;
    if (joined) this.#pieces.splice(-1, 1, joined);
    else this.#pieces.push(piece === null ? { is: 'other', ...at } : { ...piece, ...at });
  }

  /** The classes of the word right before the piece that is read now. */
  #said(): readonly TimeClass[] {
    const last = this.#pieces.at(-1);
    return last?.is === 'word' ? last.classes : [];
  }

  #length(quantity: Quantity): Omit<Length, keyof PieceAt> | null {
    const { kind, value, unit, unitText, approx } = quantity;
    if (kind === 'date') {
      const { year, month, day } = isoPoint(value) ?? {};
      if (day == null || year != null || month != null) return null;
      if (!this.#said().some((it) => beforeDays.has(it))) return null;
      return { is: 'length', number: day, unit: 'day', approximate: false, unitText: '' };
    }
    const number = Number(quantity.number);
    if (kind !== 'duration' || unit === null || !units.has(unit) || !(number > 0)) return null;
    return {
      is: 'length',
      number: Number(value),
      unit: unit as LengthUnit,
      approximate: approx !== undefined,
      unitText,
    };
  }

  #moment({ kind, value, start, end }: Quantity, closed: boolean): Omit<Moment, keyof PieceAt> | null {
    if (kind !== 'date') return null;
    const [first, last] = value.split('/').map(isoPoint);
    if (!first || last === null) return null;
    const isPlan = first.month === null && last?.month === null && end - start <= planName;
    const inTitle = isPlan || this.#titles.some(([from, to]) => from <= start && end <= to);
    const from = this.carry.date(first, this.#said(), this.#sentence);
    // a day of no known month
    if (first.day !== null && from.month === null) return null;
    const dated: IsoPoint = { ...first, month: from.month };
    const to = last && pointOf({ ...last, month: last.month ?? from.month }, last.year ?? from.year);
    if (!inTitle && last === undefined) this.carry.goOn(from, from.month !== null, this.#sentence, closed);
    else if (!inTitle && last && last.year !== null && last.month !== null)
      this.carry.goOn({ ...from, year: last.year, month: last.month }, true, this.#sentence, closed);
    else if (!inTitle && from.month !== null) this.carry.goOn(from, true, this.#sentence, closed);
    const known = from.yearFrom === 'supposed' ? null : from.year;
    const exists = dayExists(dated, known) && (!last || dayExists(last, last.year ?? known));
    const point = pointOf(dated, from.year);
    return { is: 'moment', from: point, to: to ?? null, yearFrom: from.yearFrom, inTitle, exists, isPlan };
  }
}

/** How long a list of years is followed to the one that is marked as such. */
const mostYears = 12;

/** 2014、2015、2016年: a year whose mark stands behind the last of a list; null where the number is none. */
function yearInList(pieces: readonly Piece<TimeWordValue>[], at: number): Quantity | null {
  const piece = pieces[at];
  if (piece?.is !== 'quantity') return null;
  for (let i = at; i < at + 2 * mostYears; i += 2) {
    const own = pieces[i];
    if (own?.is !== 'quantity' || !/^(?:19|20)\d\d$/.test(own.quantity.value)) return null;
    if (own.quantity.kind === 'date') return i > at ? { ...piece.quantity, kind: 'date' } : null;
    const mark = pieces[i + 1];
    if (own.quantity.kind !== 'number' || mark?.is !== 'mark' || mark.mark !== 'item') return null;
  }
  return null;
}

const paper = ({ kind, value }: Quantity): { is: 'paper'; year: number } | null => {
  const year = kind === 'docno' ? /(?:19|20)\d{2}/.exec(value)?.[0] : undefined;
  return year === undefined ? null : { is: 'paper', year: Number(year) };
};

function nth({ kind, number, value, unitText }: Quantity): { is: 'nth'; number: number; unitText: string } | null {
  const digits = kind === 'ordinal' ? /^\d+/.exec(number ?? value)?.[0] : undefined;
  return digits === undefined
    ? null
    : { is: 'nth', number: Number(digits), unitText: unitText || value.slice(digits.length) };
}

/** 1年零3个月 is 15 months; null where the second does not go on from the first. */
function joinedLength(last: Length, next: Length): Length | null {
  const months = next.unit === 'month' && last.unit === 'year';
  if (!months || next.start - last.end > between || last.approximate) return null;
  return { ...next, start: last.start, number: last.number * 12 + next.number };
}
