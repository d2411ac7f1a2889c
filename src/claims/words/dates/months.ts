import { civil } from '../../../model/calendar.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

const isPart = ({ to, from }: Moment): boolean => to === null && (from.grain === 'quarter' || from.grain === 'half');
const monthOf = ({ from }: Moment): number => civil(from.days.first).month;

/** 一季度18.4亿元，其中1月…、2月…、4月…: months that a part of a year is divided into, of which one lies outside. */
function monthsOfPart(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation[] {
  const part = pieces[at];
  if (part?.is !== 'moment' || !isPart(part)) return [];
  const months: Moment[] = [];
  for (const piece of pieces.slice(at + 1)) {
    if (piece.is === 'semicolon' || piece.is === 'stop') break;
    if (piece.is !== 'moment') continue;
    if (isPart(piece) || piece.to || piece.from.grain !== 'month' || piece.yearFrom === 'printed') break;
    months.push(piece);
  }
  const [first, last] = [civil(part.from.days.first).month, civil(part.from.days.last).month];
  const outside = months.filter((it) => monthOf(it) < first || monthOf(it) > last);
  if (months.length < 3 || months.length - outside.length < 2) return [];
  const against = [quote(track, part.start, part.end)];
  const [one] = outside.length > 0 ? outside : months;
  if (!one || months.length > last - first + 1) return [];
  return [claim('part-of-year', quote(track, one.start, one.end), outside.length === 0, { against })];
}

const fewest = 27;
const most = 32;

/** 2019年2月共29天: a month with its number of days. */
function daysOfMonth(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation[] {
  const [month, length] = [pieces[at], is(pieces[at + 1], 'total') ? pieces[at + 2] : pieces[at + 1]];
  if (month?.is !== 'moment' || month.to || month.from.grain !== 'month' || length?.is !== 'length') return [];
  if (length.unit !== 'day' || length.number < fewest || length.number > most || length.approximate) return [];
  if (is(pieces[pieces.indexOf(length) + 1], 'by', 'before', 'after')) return [];
  const days = month.from.days.last - month.from.days.first + 1;
  const leap = month.yearFrom === 'supposed' && monthOf(month) === 2 && length.number === days + 1;
  return [
    claim('date-span', quote(track, length.start, length.end), leap || length.number === days, {
      wanted: String(days),
      against: [quote(track, month.start, month.end)],
    }),
  ];
}

/** 下半年三个季度: more quarters than a half-year has. */
function quartersOfHalf(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation[] {
  const [half, length] = [pieces[at], pieces[at + 1]];
  if (half?.is !== 'moment' || half.from.grain !== 'half' || length?.is !== 'length' || length.unit !== 'quarter')
    return [];
  return [
    claim('part-of-year', quote(track, length.start, length.end), length.number <= 2, {
      against: [quote(track, half.start, half.end)],
    }),
  ];
}

/** Months that are not of the quarter that they divide, and months of more days than they have. */
export function monthsTold(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  const all = tracks.flatMap((track) =>
    sentencesOf(track).flatMap((pieces) =>
      pieces.flatMap((piece, at) =>
        piece.is === 'moment'
          ? [
              ...monthsOfPart(track, pieces, at),
              ...daysOfMonth(track, pieces, at),
              ...quartersOfHalf(track, pieces, at),
            ]
          : [],
      ),
    ),
  );
  return failingOrOne(all);
}
