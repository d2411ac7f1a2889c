import type { WordsRelation } from '../../../model/relation.js';
import type { Length, TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

/** A minute that a sentence tells, counted from the same one as the days of the calendar. */
interface Instant {
  readonly at: number;
  readonly minute: number;
  readonly start: number;
  readonly end: number;
  /** Known from a day of its own, not from a time of day alone. */
  readonly dated: boolean;
}

const day = 24 * 60;
const mostInstants = 6;
/** How many characters may stand between 连续 and the hours that it counts: 连续应急值守96小时. */
const mostSubject = 6;

/** The minutes that a sentence tells in its order. A time of day goes on from the day before it. */
function instantsIn(pieces: readonly TimePiece[]): Instant[] {
  const found: Instant[] = [];
  for (const [at, piece] of pieces.entries()) {
    const { start, end } = piece;
    if (piece.is === 'moment' && piece.clock !== null && piece.exists && !piece.inTitle)
      found.push({ at, minute: piece.from.days.first * day + piece.clock, start, end, dated: true });
    if (piece.is !== 'clock') continue;
    const last = found.at(-1)?.minute ?? 0;
    const begun = last - (last % day) + piece.clock;
    const nextDay = is(pieces[at - 1], 'next-day') || begun < last ? day : 0;
    found.push({ at, minute: begun + nextDay, start, end, dated: false });
  }
  return found;
}

/** Whether the words right before hours say that so many went by without a break: 历时, 持续, 连续值守. */
function saysGone(pieces: readonly TimePiece[], at: number): boolean {
  if (is(pieces[at + 1], 'before', 'after', 'by', 'come', 'since')) return false;
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece || is(piece, 'early', 'late', 'recent', 'negated', 'planned', 'net')) return false;
    if (is(piece, 'elapsed', 'consecutive')) return true;
    const subject = piece.is === 'name' && piece.end - piece.start <= mostSubject;
    if (!subject && !is(piece, 'light', 'total', 'actual', 'lasting') && piece.is !== 'word') return false;
  }
  return false;
}

/** 3月8日22时至3月9日6时，停水8小时: whether hours stand right behind the only two minutes of a sentence, the one told as the end of the other. */
function isBeside(pieces: readonly TimePiece[], instants: readonly Instant[], at: number): boolean {
  const [from, to, ...more] = instants;
  if (!from || !to || more.length > 0 || to.at > at) return false;
  const until = pieces.slice(from.at + 1, to.at).some((it) => is(it, 'until'));
  const between = pieces.slice(to.at + 1, at);
  return until && between.every((it) => it.is === 'comma' || is(it, 'light', 'total', 'lasting', 'until'));
}

/** Whether so many hours or minutes lie between two minutes, rounded to either side where they make no whole hours. */
function fits({ number, unit }: Length, gone: number): boolean {
  const told = unit === 'hour' ? number * 60 : number;
  const step = unit === 'hour' && gone % 60 !== 0 ? 60 : 1;
  return Math.abs(told - gone) < step;
}

function hoursClaim(track: TimeTrack, pieces: readonly TimePiece[], at: number): WordsRelation | null {
  const length = pieces[at];
  if (length?.is !== 'length' || (length.unit !== 'hour' && length.unit !== 'minute') || length.approximate)
    return null;
  if (pieces.some((it) => is(it, 'daily', 'net'))) return null;
  const instants = instantsIn(pieces);
  if (!saysGone(pieces, at) && !isBeside(pieces, instants, at)) return null;
  if (instants.length < 2 || instants.length > mostInstants) return null;
  const pairs = instants.flatMap((from, i) =>
    instants.slice(i + 1).flatMap((to) => {
      const gone = to.minute - from.minute;
      return gone > 0 ? [{ from, to, gone }] : [];
    }),
  );
  const fitting = pairs.find(({ gone }) => fits(length, gone));
  const shown = fitting ?? pairs.find(({ from, to }) => from === instants[0] && to === instants.at(-1)) ?? pairs.at(-1);
  if (!shown) return null;
  const unsure = pairs.length > 1 || !shown.from.dated;
  return claim('date-span', quote(track, length.start, length.end), fitting !== undefined, {
    wanted: String(Math.round((shown.gone / (length.unit === 'hour' ? 60 : 1)) * 10) / 10),
    against: [quote(track, shown.from.start, shown.to.end)],
    ...(unsure ? { most: 'review' as const } : {}),
  });
}

/** Hours that the times of day beside them do not bound: 3日14时至5日14时，持续72小时. */
export const hourSpans = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) => pieces.flatMap((_, at) => hoursClaim(track, pieces, at) ?? [])),
    ),
  );
