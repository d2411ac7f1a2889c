import type { WordsRelation } from '../../../model/relation.js';
import type { Length, Moment, Point, TimePiece, TimeTrack } from '../../../model/times.js';
import { fits, toldIn } from './elapsed.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

/** Days of more events tell of too much for a length to be that between two of them. */
const mostDays = 6;

/** 报名截止距开考还有: where a length is counted from one event, named in its clause, to another. */
function isBetweenEvents(pieces: readonly TimePiece[], at: number): boolean {
  const length = pieces[at];
  if (length?.is !== 'length' || length.approximate || length.unit !== 'day') return false;
  let left = false;
  for (let i = at - 1; i > 0; i--) {
    const piece = pieces[i];
    if (!piece || piece.clause !== length.clause || piece.is === 'moment') return false;
    if (is(piece, 'left')) left = true;
    if (!is(piece, 'away')) continue;
    const before = pieces[i - 1];
    return left && before?.clause === length.clause && (before.is === 'name' || before.is === 'word');
  }
  return false;
}

interface Day {
  readonly point: Point;
  readonly moment: Moment;
}

const daysIn = (pieces: readonly TimePiece[]): Day[] =>
  pieces.flatMap((moment): Day[] => {
    if (moment.is !== 'moment' || moment.inTitle || !moment.exists || moment.from.grain !== 'day') return [];
    return [moment.from, ...(moment.to ? [moment.to] : [])].map((point) => ({ point, moment }));
  });

function betweenClaim(track: TimeTrack, told: readonly TimePiece[], length: Length): WordsRelation | null {
  const days = daysIn(told);
  const [a, b] = days.slice(-2).sort((x, y) => x.point.days.first - y.point.days.first);
  if (!a || !b || days.length > mostDays || a.moment === b.moment) return null;
  if (new Set(days.map(({ moment }) => moment.yearFrom === 'supposed')).size > 1) return null;
  const stretches = days.flatMap((from) =>
    days.flatMap((to) => (from.point.days.last < to.point.days.first ? [{ from: from.point, to: to.point }] : [])),
  );
  const holds = stretches.some((it) => fits(length, it) === true);
  return claim('date-span', quote(track, length.start, length.end), holds, {
    wanted: toldIn(length.unit, { from: a.point, to: b.point }),
    against: [a, b].map(({ moment }) => quote(track, moment.start, moment.end)),
    most: 'review',
  });
}

/** Days from one event to another that no two of their dates are apart: 7月13日截止，7月15日开拍，截止距开拍尚有五天. */
export const betweenEvents = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) =>
        pieces.flatMap((it, at) =>
          it.is === 'length' && isBetweenEvents(pieces, at)
            ? (betweenClaim(track, [...(sentences[i - 1] ?? []), ...pieces.slice(0, at)], it) ?? [])
            : [],
        ),
      );
    }),
  );
