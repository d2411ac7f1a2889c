import type { WordsRelation } from '../../../model/relation.js';
import type { Moment, TimePiece, TimeTrack, TimeWord } from '../../../model/times.js';
import { claim, failingOrOne, quote, sentencesOf } from './pieces.js';

interface Named {
  readonly moment: Moment;
  readonly word: TimeWord;
  readonly weekday: number;
  /** How many days the word is off from what the calendar says of the date in its year. */
  readonly off: number;
}

/** Days with the day of the week right behind them, in brackets or not. */
function namedIn(pieces: readonly TimePiece[]): Named[] {
  return pieces.flatMap((moment, at): Named[] => {
    if (moment.is !== 'moment' || moment.to || moment.from.grain !== 'day' || !moment.exists) return [];
    const word = pieces[at + 1]?.is === 'open' ? pieces[at + 2] : pieces[at + 1];
    if (word?.is !== 'word' || word.weekday === null || word.start - moment.end > 1) return [];
    // day 1 was a Monday
    const off = (word.weekday - ((moment.from.days.first + 6) % 7) + 7) % 7;
    return [{ moment, word, weekday: word.weekday, off }];
  });
}

const relation = (
  track: TimeTrack,
  { moment, word }: Named,
  holds: boolean,
  against: readonly Named[],
): WordsRelation =>
  claim('weekday', quote(track, moment.start, word.end), holds, {
    against: against.map((it) => quote(track, it.moment.start, it.word.end)),
    ...(moment.yearFrom === 'printed' ? {} : { most: 'review' as const }),
  });

/** Where the year is not known, all must be off by as much; the one that differs from the others is wrong. */
function withoutYear(track: TimeTrack, named: readonly Named[]): WordsRelation[] {
  if (named.length < 2) return [];
  const counts = new Map<number, number>();
  for (const { off } of named) counts.set(off, (counts.get(off) ?? 0) + 1);
  const [usual] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const right = named.filter((it) => it.off === usual);
  return named.map((it) => relation(track, it, it.off === usual, right.slice(0, 1)));
}

/** Days of the week that their dates are not. */
export function weekdaysNamed(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) => {
        const named = namedIn(pieces);
        const [supposed, known] = [true, false].map((it) =>
          named.filter(({ moment }) => (moment.yearFrom === 'supposed') === it),
        ) as [Named[], Named[]];
        return [...known.map((it) => relation(track, it, it.off === 0, [])), ...withoutYear(track, supposed)];
      }),
    ),
  );
}
