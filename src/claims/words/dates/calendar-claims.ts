import { civil } from '../../../model/calendar.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

const isDay = ({ from, to }: Moment): boolean => from.grain === 'day' || to?.grain === 'day';

/** 2023年2月30日, 3月32日, 第五季度: what no calendar has. */
export function validDates(tracks: readonly TimeTrack[], { impossible }: Times): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) => {
      const days = track.pieces.flatMap((it) =>
        it.is === 'moment' && isDay(it) ? [claim('valid-date', quote(track, it.start, it.end), it.exists)] : [],
      );
      const wrong = impossible.flatMap(({ wrong: { source } }) =>
        [...track.text.matchAll(new RegExp(source, 'gu'))].map((match) => {
          const words = match[1] ?? match[0];
          const start = match.index + match[0].indexOf(words);
          return claim('valid-date', quote(track, start, start + words.length), false);
        }),
      );
      return [...days, ...wrong];
    }),
  );
}

/** How many pieces may stand between 自… and 至…. */
const mostBetween = 3;

/** Whether the end of a range is told with its own year: without, 12月至2月 ends in the year after. */
function ownsYear({ text }: TimeTrack, { start, end, to }: Moment): boolean {
  if (!to) return false;
  const year = String(civil(to.days.first).year);
  return text.slice(start, end).lastIndexOf(year) > 0;
}

const endsFirst = (from: Moment, to: Moment['from']): boolean => from.from.days.first > to.days.last;

/** A range of one piece, or 自…起至…: a period that ends before it begins. */
function rangeClaim(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation | null {
  const moment = pieces[at];
  if (moment?.is !== 'moment' || moment.isPlan || !moment.exists) return null;
  if (moment.to) {
    if (moment.yearFrom !== 'printed') return null;
    const holds = !endsFirst(moment, moment.to);
    return holds || ownsYear(track, moment)
      ? claim('ordered-dates', quote(track, moment.start, moment.end), holds)
      : null;
  }
  let until = false;
  for (let i = at + 1; i < pieces.length && i <= at + mostBetween; i++) {
    const next = pieces[i];
    if (is(next, 'until')) until = true;
    else if (next?.is === 'moment') {
      const printed = moment.yearFrom === 'printed' && next.yearFrom === 'printed';
      if (!until || !printed || next.to || !next.exists) return null;
      return claim('ordered-dates', quote(track, moment.start, next.end), !endsFirst(moment, next.from));
    } else if (!is(next, 'onward', 'light')) return null;
  }
  return null;
}

/** Periods that end before they begin. */
export function orderedRanges(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) => pieces.flatMap((_, at) => rangeClaim(track, pieces, at) ?? [])),
    ),
  );
}

const isPart = ({ from }: Moment): boolean => from.grain === 'quarter' || from.grain === 'half';
const isMonths = ({ from, to }: Moment): boolean => from.grain === 'month' && to?.grain === 'month';
const monthsOf = ({ from, to }: Moment): string =>
  `${civil(from.days.first).month}-${civil((to ?? from).days.last).month}`;

/** 上半年（1—7月）: a part of a year with the months that it is said to be. */
function partClaim(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation | null {
  const [a, open] = [pieces[at], pieces[at + 1]];
  const b = open?.is === 'open' && pieces[at + 3]?.is === 'close' ? pieces[at + 2] : open;
  if (a?.is !== 'moment' || b?.is !== 'moment' || !a.exists || !b.exists) return null;
  if (!((isPart(a) && isMonths(b)) || (isMonths(a) && isPart(b)))) return null;
  const holds = monthsOf(a) === monthsOf(b);
  return claim('part-of-year', quote(track, b.start, b.end), holds, { against: [quote(track, a.start, a.end)] });
}

/** 前5个月（1—6月）. */
function monthsClaim(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation | null {
  const length = pieces[at];
  if (length?.is !== 'length' || length.unit !== 'month' || !is(pieces[at - 1], 'recent')) return null;
  const after = pieces[at + 1]?.is === 'open' && pieces[at + 3]?.is === 'close' ? pieces[at + 2] : undefined;
  const before = pieces[at - 2]?.is === 'open' && pieces[at + 1]?.is === 'close' ? pieces[at - 3] : undefined;
  const range = after ?? before;
  if (range?.is !== 'moment' || !isMonths(range) || !monthsOf(range).startsWith('1-')) return null;
  const holds = monthsOf(range) === `1-${length.number}`;
  return claim('part-of-year', quote(track, length.start, length.end), holds, {
    against: [quote(track, range.start, range.end)],
  });
}

/** Parts of a year that are not the months beside them. */
export function partsOfYear(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      track.pieces.flatMap((_, at) => partClaim(track, track.pieces, at) ?? monthsClaim(track, track.pieces, at) ?? []),
    ),
  );
}
