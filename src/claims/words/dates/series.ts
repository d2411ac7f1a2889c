import type { WordsRelation } from '../../../model/relation.js';
import type { Nth, TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { yearsIn } from './years.js';

/** The year of one of a series, with which of it it was. */
interface Held {
  readonly year: number;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** How many pieces may stand between a year and which of the series was held in it. */
const reach = 6;

/** 2015年为第四届, 首届2009年举办: each year of a sentence with the nth in its clause. */
function heldIn(pieces: readonly TimePiece[]): Held[] {
  const nths = new Map<string, number>();
  for (const it of pieces) if (it.is === 'nth') nths.set(it.unitText, (nths.get(it.unitText) ?? 0) + 1);
  const [unit] = [...nths].sort(([, a], [, b]) => b - a)[0] ?? [''];
  return yearsIn(pieces).flatMap(({ at, year, moment }): Held[] => {
    const isOf = (it: TimePiece | undefined): it is Nth => it?.is === 'nth' && it.unitText === unit;
    for (let i = at + 1; i <= at + reach && i < pieces.length; i++) {
      const piece = pieces[i];
      if (!piece || piece.is === 'moment' || piece.is === 'comma' || piece.is === 'stop' || piece.is === 'semicolon')
        break;
      if (isOf(piece)) return [{ year, number: piece.number, start: moment.start, end: piece.end }];
      if (is(piece, 'first-time')) return [{ year, number: 1, start: moment.start, end: piece.end }];
    }
    for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
      const piece = pieces[i];
      if (!piece || piece.is === 'comma' || piece.is === 'stop' || piece.is === 'moment' || isOf(piece)) break;
      if (is(piece, 'first-time')) return [{ year, number: 1, start: piece.start, end: moment.end }];
    }
    return [];
  });
}

/** 每年一届, 两年一届: how many years lie between one and the next; null where the sentence does not say. */
function intervalOf(pieces: readonly TimePiece[]): number | null {
  const every = pieces.find((it, at) => {
    const next = pieces[at + 1];
    return it.is === 'length' && it.unit === 'year' && next?.is === 'nth' && next.number === 1;
  });
  if (every?.is === 'length') return every.number;
  return pieces.some((it) => is(it, 'yearly')) ? 1 : null;
}

/** Which of a series a year was, against the first and how often they are held: 首届2009年，两年一届，2015年为第四届. */
export function seriesHeld(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) => {
        const interval = pieces.some((it) => is(it, 'interrupted')) ? null : intervalOf(pieces);
        const held = interval === null ? [] : heldIn(pieces);
        const first = held.find((it) => it.number === 1);
        if (interval === null || !first) return [];
        return held.flatMap((it) => {
          const gone = it.year - first.year;
          if (it === first || gone <= 0) return [];
          return [
            claim('year-count', quote(track, it.start, it.end), gone === interval * (it.number - 1), {
              wanted: String(Math.floor(gone / interval) + 1),
              against: [quote(track, first.start, first.end)],
              most: 'review',
            }),
          ];
        });
      }),
    ),
  );
}
