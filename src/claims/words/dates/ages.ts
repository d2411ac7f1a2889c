import type { WordsRelation } from '../../../model/relation.js';
import { civil } from '../../../model/calendar.js';
import type { Count, Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { yearsIn } from './years.js';

/** How many pieces may part a birth from its date. */
const reach = 2;

/** The first piece of those that says something of a birth, before any mark or date. */
function saysBorn(near: readonly TimePiece[]): boolean {
  const end = near.findIndex((it) => it.is === 'moment' || (it.is !== 'word' && it.is !== 'name'));
  return (end < 0 ? near : near.slice(0, end)).some((it) => is(it, 'born'));
}

/** 1962年8月出生, 生于1962年8月: the dates on which somebody was born. */
const births = (pieces: readonly TimePiece[]): Moment[] =>
  yearsIn(pieces).flatMap(({ at, moment }) => {
    const before = pieces.slice(Math.max(0, at - reach), at).reverse();
    return saysBorn(before) || saysBorn(pieces.slice(at + 1, at + 1 + reach)) ? [moment] : [];
  });

interface Aged {
  readonly piece: Count;
  readonly at: number;
}

/** 享年62岁, 时年60周岁. */
const agesIn = (pieces: readonly TimePiece[], { units }: Times): Aged[] =>
  pieces.flatMap((piece, at) => {
    const told = piece.is === 'count' && units.age.includes(piece.unitText);
    const word = is(pieces[at - 1], 'light', 'total') ? pieces[at - 2] : pieces[at - 1];
    return told && is(word, 'aged') ? [{ piece, at }] : [];
  });

const yearOf = ({ from }: Moment): number => civil(from.days.first).year;

function ageClaim(track: TimeTrack, pieces: readonly TimePiece[], { piece, at }: Aged): WordsRelation | null {
  const born = births(pieces);
  const [birth] = born;
  if (!birth || born.length > 1) return null;
  const now = yearsIn(pieces).findLast((it) => it.at < at && it.moment !== birth && it.year > yearOf(birth));
  if (!now) return null;
  const gone = now.year - yearOf(birth);
  // before the birthday, on it, and as years are counted from one
  const holds = [gone - 1, gone, gone + 1].includes(piece.number);
  return claim('year-count', quote(track, piece.start, piece.end), holds, {
    wanted: String(gone),
    against: [quote(track, birth.start, birth.end), quote(track, now.moment.start, now.moment.end)],
  });
}

/** Ages that are not as many years from the birth as the dates of their sentence. */
export const ages = (tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) => agesIn(pieces, times).flatMap((it) => ageClaim(track, pieces, it) ?? [])),
    ),
  );
