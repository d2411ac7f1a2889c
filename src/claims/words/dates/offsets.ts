import { civil } from '../../../model/calendar.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Length, Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

/** How far a date lies from another by words: by days, or by whole months. */
interface Offset {
  readonly unit: 'day' | 'month';
  readonly number: number;
  /** By how many days more it may lie: a term that ends on a holiday ends behind it. */
  readonly slack: number;
  /** By words alone (次日), so that it counts from the date right before. */
  readonly near: boolean;
  /** Index of its first piece. */
  readonly at: number;
  readonly start: number;
}

/** The longest holiday, with the days around it. */
const holiday = 9;
const oneOff = 1;

/** How many of a unit are told in days or months; null for what the calendar does not bound. */
function unitsOf({ number, unit }: Length): Pick<Offset, 'unit' | 'number'> | null {
  if (unit === 'day') return { unit: 'day', number };
  if (unit === 'week') return { unit: 'day', number: number * 7 };
  const months = unit === 'month' ? number : unit === 'year' ? number * 12 : unit === 'quarter' ? number * 3 : 0;
  return Number.isInteger(months) && months > 0 ? { unit: 'month', number: months } : null;
}

/** 60日内, 满24个月, 两个月后: a length that is counted from a date; null where it is not. */
function fromLength(pieces: readonly TimePiece[], end: number): Offset | null {
  const behind = is(pieces[end], 'after', 'by', 'sequel') ? pieces[end] : undefined;
  const at = behind ? end - 1 : end;
  const length = pieces[at];
  if (length?.is !== 'length' || (length.approximate && !length.isLimit) || is(behind, 'before')) return null;
  const full = is(pieces[at - 1], 'total');
  if (!behind && !full) return null;
  const units = unitsOf(length);
  const slack = is(behind, 'by') ? holiday : oneOff;
  return units && { ...units, slack, near: false, at, start: length.start };
}

/** What tells, right before a date, how far it lies from one before: 次日（, 60日内，即. */
function offsetBefore(pieces: readonly TimePiece[], date: number): Offset | null {
  let at = date - 1;
  let marks = 0;
  let equates = pieces[at]?.is === 'open';
  for (; at >= 0; at--) {
    const piece = pieces[at];
    if (piece?.is === 'open' || piece?.is === 'comma') marks++;
    else if (is(piece, 'total')) equates = true;
    else break;
  }
  if (!equates || marks > 1) return null;
  const word = pieces[at];
  if (!word) return null;
  const days = is(word, 'next-day') ? 1 : is(word, 'same-day') ? 0 : null;
  if (days !== null) return { unit: 'day', number: days, slack: 0, near: true, at, start: word.start };
  if (is(word, 'next-month')) return { unit: 'month', number: 1, slack: 0, near: true, at, start: word.start };
  return fromLength(pieces, at);
}

const monthsOf = ({ from }: Moment): number => civil(from.days.first).year * 12 + civil(from.days.first).month;

/** Whether a date lies so far from another; null where they are not told finely enough to say. */
function lies(offset: Offset, from: Moment, to: Moment): boolean | null {
  const fine = from.from.grain === 'day' && to.from.grain === 'day';
  if (offset.unit === 'day') {
    if (!fine) return null;
    const over = to.from.days.first - from.from.days.first - offset.number;
    return over >= (offset.near ? 0 : -oneOff) && over <= offset.slack;
  }
  const grains = [from.from.grain, to.from.grain];
  if (!grains.every((it) => it === 'day' || it === 'month')) return null;
  const over = monthsOf(to) - monthsOf(from) - offset.number;
  if (!fine || offset.near) return over === 0;
  // 9月30日 is 24 months behind 30 September, and so is 1 October
  const days = civil(to.from.days.first).day - civil(from.from.days.first).day;
  return (over === 0 && days >= -31 && days <= offset.slack) || (over === 1 && days < 0 && offset.slack > oneOff);
}

const two = (it: number): string => String(it).padStart(2, '0');

/** The date that lies so far from another, as ISO writes it; without the year where it is not known. */
function expected({ unit, number }: Offset, { from: { days }, yearFrom }: Moment): string {
  const { year, month } = civil(unit === 'day' ? days.first + number : days.first);
  const [y, m] =
    unit === 'day' ? [year, month] : [year + Math.floor((month - 1 + number) / 12), ((month - 1 + number) % 12) + 1];
  const told = [
    ...(yearFrom === 'supposed' ? [] : [String(y)]),
    two(m),
    ...(unit === 'day' ? [two(civil(days.first + number).day)] : []),
  ];
  return told.join('-');
}

/** The single dates that words before a place may count from, in its sentence or else in the one before. */
function basesOf(pieces: readonly TimePiece[], before: readonly TimePiece[], at: number): Moment[] {
  const single = (all: readonly TimePiece[]): Moment[] =>
    all.filter((it): it is Moment => it.is === 'moment' && !it.inTitle && it.to === null && it.exists);
  const own = single(pieces.slice(0, at));
  return own.length > 0 ? own : single(before);
}

function offsetClaim(
  track: TimeTrack,
  pieces: readonly TimePiece[],
  before: readonly TimePiece[],
  at: number,
): WordsRelation | null {
  const date = pieces[at];
  if (date?.is !== 'moment' || date.inTitle || date.to || !date.exists) return null;
  const offset = offsetBefore(pieces, at);
  if (!offset) return null;
  const supposed = date.yearFrom === 'supposed';
  const bases = basesOf(pieces, before, offset.at).filter((it) => (it.yearFrom === 'supposed') === supposed);
  const judged = bases.map((it) => [it, lies(offset, it, date)] as const).filter(([, fit]) => fit !== null);
  const [base, holds] = judged.findLast(([, fit]) => fit) ?? judged.at(-1) ?? [];
  if (!base) return null;
  return claim('date-span', quote(track, offset.start, date.end), holds === true, {
    wanted: expected(offset, base),
    against: [quote(track, base.start, base.end)],
    ...(judged.length > 1 ? { most: 'review' as const } : {}),
  });
}

/** Dates that do not lie as far from one before as the words beside them say: 4月21日…次日（4月12日）. */
export const offsetDates = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) =>
        pieces.flatMap((_, at) => offsetClaim(track, pieces, sentences[i - 1] ?? [], at) ?? []),
      );
    }),
  );
