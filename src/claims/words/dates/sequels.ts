import type { WordsRelation } from '../../../model/relation.js';
import type { Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { eventsOf, isReal, type Event } from './events.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

/** How many clauses behind 此后 a date may begin that came later. */
const mostClauses = 2;

const parts = (piece: TimePiece | undefined): boolean =>
  !piece || ['comma', 'semicolon', 'stop', 'colon', 'open'].includes(piece.is);

/** Whether a date begins its clause, with nothing but light words before it. */
function leads(pieces: readonly TimePiece[], at: number): boolean {
  let i = at - 1;
  while (is(pieces[i], 'light', 'sequel', 'after', 'actual')) i--;
  return parts(pieces[i]);
}

/** Whether 后, 此后, 随后 stands so that what is dated behind it came after what was dated before: with its clause at its end or beginning. */
function marks(pieces: readonly TimePiece[], at: number): boolean {
  const [piece, next] = [pieces[at], pieces[at + 1]];
  if (!is(piece, 'sequel')) return false;
  // 5月8日后: a date that something came after, itself
  if (pieces[at - 1]?.is === 'moment' && is(piece, 'after')) return false;
  return (
    parts(next) ||
    next?.is === 'moment' ||
    is(next, 'light') ||
    parts(pieces[at - 1]) ||
    pieces[at - 1]?.is === 'length'
  );
}

const alike = (a: Moment, b: Moment): boolean => (a.yearFrom === 'supposed') === (b.yearFrom === 'supposed');
const fine = ({ from }: Moment): boolean => from.grain === 'day' || from.grain === 'month';

/** What dates behind a word like 此后 came after. */
interface Behind {
  readonly from: Moment;
  readonly at: number;
  readonly clause: number;
}

/** The date that 后 counts from: that of the event right before it (验收合格后) where the sentence dates it, or else the last. */
function countedFrom(events: readonly Event[], pieces: readonly TimePiece[], at: number, last: Moment): Moment {
  const word = pieces[at - 1];
  const stages = word?.is === 'word' ? word.stages : [];
  const dated = events.filter(
    (it) => it.moment.end <= (word?.start ?? 0) && it.stages.some((one) => stages.includes(one)),
  );
  return dated.at(-1)?.moment ?? last;
}

/** Whether a date is told as that on which something was done behind such a word. */
function told(events: readonly Event[], pieces: readonly TimePiece[], at: number, behind: Behind): boolean {
  const moment = pieces[at];
  if (moment?.is !== 'moment' || moment.to !== null || moment.clause - behind.clause > mostClauses) return false;
  const between = pieces.slice(behind.at + 1, at);
  const right = between.every((it) => it.is === 'comma' || is(it, 'light', 'actual', 'until'));
  return (right || leads(pieces, at)) && (isAdverb(pieces, at) || events.some((it) => it.moment === moment));
}

function sequelClaim(track: TimeTrack, piece: Moment, { from }: Behind): WordsRelation {
  const printed = [piece, from].every((it) => it.yearFrom === 'printed' || it.yearFrom === 'said');
  return claim('event-order', quote(track, piece.start, piece.end), piece.from.days.last >= from.from.days.first, {
    against: [quote(track, from.start, from.end)],
    ...(printed ? {} : { most: 'review' as const }),
  });
}

function sequelClaims(track: TimeTrack, pieces: readonly TimePiece[]): WordsRelation[] {
  if (pieces.some((it) => is(it, 'irregular')) || !pieces.some((it) => is(it, 'sequel'))) return [];
  const events = eventsOf(track, pieces);
  const found: WordsRelation[] = [];
  let last: Moment | null = null;
  let behind: Behind | null = null;
  let refers = true;
  for (const [at, piece] of pieces.entries()) {
    // another affair, unless its words go back to the one before
    if (piece.is === 'semicolon') refers = false;
    if (is(piece, 'refers')) refers = true;
    if (is(piece, 'reports')) [last, behind] = [null, null];
    if (piece.depth > 0) continue;
    if (last && refers && marks(pieces, at))
      behind = { from: countedFrom(events, pieces, at, last), at, clause: piece.clause };
    if (piece.is !== 'moment' || !isReal(pieces, at) || !fine(piece)) continue;
    if (behind && alike(piece, behind.from) && told(events, pieces, at, behind))
      found.push(sequelClaim(track, piece, behind));
    [last, behind, refers] = [piece, null, true];
  }
  return found;
}

/** Whether a date is that on which its clause says that something was done: 于4月20日书面回复. */
const isAdverb = (pieces: readonly TimePiece[], at: number): boolean =>
  is(pieces[at - 1], 'light') &&
  (pieces[at + 1]?.is === 'name' || (is(pieces[at + 1], 'light') && !is(pieces[at + 1], 'of')));

/** What came after something by its words, and before it by its date: 9月20日送达…，收到后于8月28日回复. */
export const sequels = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(tracks.flatMap((track) => sentencesOf(track).flatMap((pieces) => sequelClaims(track, pieces))));
