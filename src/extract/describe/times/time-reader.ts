import type { Quantity } from '../../../model/quantity.js';
import type { Length, LengthUnit, Moment, PieceAt, TimeClass, TimePiece } from '../../../model/times.js';
import type { Mark } from '../../../model/description.js';
import type { Piece } from '../cut.js';
import { clockAt, type ClockAt } from './clock-at.js';
import { dayExists, isoPoint, pointOf, type IsoPoint } from './iso-point.js';
import { count, nth, paper } from './numbered.js';
import type { TimeWordValue } from './time-lexicon.js';
import type { YearCarry } from './year-carry.js';
import { yearInList } from './year-in-list.js';

/** What a number of days may stand behind that a day of the month may not: 公示5日. */
const beforeDays: ReadonlySet<TimeClass> = new Set(['elapsed', 'term', 'total', 'early', 'late']);
const units: ReadonlySet<string> = new Set(['day', 'workday', 'week', 'month', 'quarter', 'year', 'hour', 'minute']);
/** How many characters may part 1年 from 零3个月. */
const between = 1;

/** A five-year plan is named by the number of it. */
const planName = 3;

const ends: ReadonlySet<Mark> = new Set(['comma', 'semicolon', 'colon', 'stop']);

/** What stands behind a quantity. */
interface Context {
  /** A mark. */
  readonly closed: boolean;
  /** A time of day. */
  readonly clocked: boolean;
  readonly next: Piece<TimeWordValue> | undefined;
}

/** Reads one paragraph's pieces in order, and knows sentence, clause and brackets. */
export class TimeReader {
  readonly #pieces: TimePiece[] = [];
  #sentence = 0;
  #clause = 0;
  #latest = 0;
  #open: number[] = [];
  readonly #titles: readonly (readonly [start: number, end: number])[];

  /** `oclock`: what a number is an hour of the day with. */
  constructor(
    readonly text: string,
    readonly carry: YearCarry,
    readonly oclock: readonly string[],
  ) {
    this.#titles = [...text.matchAll(/《[^》]{0,200}》/gu)].map((it) => [it.index, it.index + it[0].length]);
  }

  read(pieces: readonly Piece<TimeWordValue>[]): readonly TimePiece[] {
    let behindClock = 0;
    for (const [at, piece] of pieces.entries()) {
      if (piece.start < behindClock) continue;
      const clock = clockAt(pieces, at, this.oclock);
      if (clock) {
        this.#clock(clock);
        behindClock = clock.end;
      } else if (piece.is === 'mark') this.#mark(piece.start, piece.mark);
      else if (piece.is === 'quantity')
        this.#quantity(yearInList(pieces, at) ?? piece.quantity, {
          closed: pieces[at + 1]?.is === 'mark',
          clocked: clockAt(pieces, at + 1, this.oclock)?.start === piece.quantity.end,
          next: pieces[at + 1],
        });
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

  /** A time of day belongs to the day right before it, or stands for itself. */
  #clock({ start, end, clock }: ClockAt): void {
    const last = this.#pieces.at(-1);
    if (last?.is === 'moment' && last.to === null && last.from.grain === 'day' && start - last.end <= between)
      this.#pieces.splice(-1, 1, { ...last, end, clock });
    else this.#pieces.push({ is: 'clock', clock, ...this.#at(start, end) });
  }

  #quantity(quantity: Quantity, how: Context): void {
    const at = this.#at(quantity.start, quantity.end);
    const piece =
      this.#length(quantity, how) ?? this.#moment(quantity, how) ?? paper(quantity) ?? nth(quantity) ?? count(quantity);
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

  #length(quantity: Quantity, { next }: Context): Omit<Length, keyof PieceAt> | null {
    const { kind, value, unit, unitText, approx } = quantity;
    if (kind === 'date') {
      const { year, month, day } = isoPoint(value) ?? {};
      if (day == null || year != null || month != null) return null;
      // 三日后, 公示5日
      const later =
        next?.is === 'word' && next.value.classes.includes('sequel') && next.value.classes.includes('after');
      if (!later && !this.#said().some((it) => beforeDays.has(it))) return null;
      return { is: 'length', number: day, unit: 'day', approximate: false, isLimit: false, unitText: '' };
    }
    const number = Number(quantity.number);
    const last = this.#pieces.at(-1);
    // 1小时20分
    if (kind === 'score' && last?.is === 'length' && last.unit === 'hour' && last.end === quantity.start)
      return { is: 'length', number, unit: 'minute', approximate: false, isLimit: false, unitText };
    if (kind !== 'duration' || unit === null || !units.has(unit) || !(number > 0)) return null;
    return {
      is: 'length',
      number: Number(value),
      unit: unit as LengthUnit,
      approximate: approx !== undefined,
      isLimit: approx === 'lte',
      unitText,
    };
  }

  #moment({ kind, value, start, end }: Quantity, { closed, clocked }: Context): Omit<Moment, keyof PieceAt> | null {
    if (kind !== 'date') return null;
    const [first, last] = value.split('/').map(isoPoint);
    if (!first || last === null) return null;
    const isPlan = first.month === null && last?.month === null && end - start <= planName;
    const inTitle = isPlan || this.#titles.some(([from, to]) => from <= start && end <= to);
    const dateOf = (said: IsoPoint) => this.carry.date(said, this.#said(), this.#sentence);
    const carried = dateOf(first);
    const monthless = first.day !== null && carried.month === null;
    // a day of no known month is one only with a time of day
    if (monthless && (!clocked || last !== undefined)) return null;
    const from = monthless ? { ...dateOf({ ...first, month: 1 }), yearFrom: 'supposed' as const } : carried;
    const dated: IsoPoint = { ...first, month: from.month };
    const to = last && pointOf({ ...last, month: last.month ?? from.month }, last.year ?? from.year);
    if (monthless) {
      // says no month to those behind it
    } else if (!inTitle && last === undefined) this.carry.goOn(from, from.month !== null, this.#sentence, closed);
    else if (!inTitle && last && last.year !== null && last.month !== null)
      this.carry.goOn({ ...from, year: last.year, month: last.month }, true, this.#sentence, closed);
    else if (!inTitle && from.month !== null) this.carry.goOn(from, true, this.#sentence, closed);
    const known = from.yearFrom === 'supposed' ? null : from.year;
    const exists = dayExists(dated, known) && (!last || dayExists(last, last.year ?? known));
    const point = pointOf(dated, from.year);
    return { is: 'moment', from: point, to: to ?? null, yearFrom: from.yearFrom, inTitle, exists, isPlan, clock: null };
  }
}

/** 1年零3个月 is 15 months; null where the second does not go on from the first. */
function joinedLength(last: Length, next: Length): Length | null {
  const times =
    next.unit === 'month' && last.unit === 'year' ? 12 : next.unit === 'minute' && last.unit === 'hour' ? 60 : null;
  if (times === null || next.start - last.end > between || last.approximate) return null;
  return { ...next, start: last.start, number: last.number * times + next.number };
}
