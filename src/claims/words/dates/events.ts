import type { Moment, TimePiece, TimeTrack, TimeWord } from '../../../model/times.js';
import { is } from './pieces.js';

/** Something that happened on a date. */
export interface Event {
  readonly track: TimeTrack;
  readonly moment: Moment;
  /** Ids of rules/times.yaml: all that its word is a name of. */
  readonly stages: readonly string[];
  /** What to quote: the date with the word. */
  readonly start: number;
  readonly end: number;
}

/** How many characters of no class may stand between an event and the date behind it. */
const mostBetween = 2;

const endsZone = (piece: TimePiece): boolean =>
  piece.is === 'moment' || piece.is === 'semicolon' || piece.is === 'stop' || piece.is === 'colon';

/** What is dated here was planned, did not happen, or the words say that it was out of order. */
const unreal = (piece: TimePiece): boolean => is(piece, 'planned', 'negated', 'irregular');

/** An event word, unless what is dated comes before or behind it: 验收后, 开工前. */
function eventAt(pieces: readonly TimePiece[], at: number): TimeWord | null {
  const piece = pieces[at];
  if (piece?.is !== 'word' || piece.stages.length === 0) return null;
  return is(pieces[at + 1], 'before', 'after', 'by') ? null : piece;
}

/** Where the words behind a date begin: behind a comma. */
const beginsBehind = (pieces: readonly TimePiece[], at: number): number =>
  pieces[at + 1]?.is === 'comma' ? at + 2 : at + 1;

/** The last event of the clause behind a date, which is its verb. */
function eventBehind(pieces: readonly TimePiece[], at: number): TimeWord | null | 'unreal' {
  let found: TimeWord | null = null;
  for (let i = beginsBehind(pieces, at); i < pieces.length; i++) {
    const piece = pieces[i];
    if (!piece || endsZone(piece) || piece.is === 'comma' || piece.is === 'item' || piece.is === 'close') break;
    if (piece.is === 'open') {
      while (i + 1 < pieces.length && pieces[i]?.is !== 'close') i++;
      continue;
    }
    if (unreal(piece)) return 'unreal';
    // 11月审议的办法同步废止: what is dated modifies what follows
    if (found && is(piece, 'of')) break;
    found = eventAt(pieces, i) ?? found;
  }
  return found;
}

/** The event right before a date, with nothing but light words between: 竣工日期为, 验收（. */
function eventBefore(pieces: readonly TimePiece[], at: number): TimeWord | null {
  let marks = 0;
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece) return null;
    if (piece.is === 'colon' || piece.is === 'open') {
      if (++marks > 1) return null;
    } else if (piece.is === 'word' && piece.stages.length > 0) return piece;
    else if (piece.is === 'name' ? piece.end - piece.start > mostBetween : !is(piece, 'light', 'actual', 'issues'))
      return null;
  }
  return null;
}

/** Whether words before a date, back to the date or mark before it, say that it is none of what happened. */
function unrealBefore(pieces: readonly TimePiece[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece || endsZone(piece) || piece.is === 'comma') return false;
    if (unreal(piece) || (i === at - 1 && is(piece, 'as-of', 'since'))) return true;
  }
  return false;
}

/** Whether a date is one on which something was, and not one by which, before or behind which, or for which it was planned. */
export function isReal(pieces: readonly TimePiece[], at: number): boolean {
  const moment = pieces[at];
  if (moment?.is !== 'moment' || moment.inTitle || !moment.exists) return false;
  return !is(pieces[at + 1], 'by', 'before', 'after') && !unrealBefore(pieces, at);
}

/** What happened on the dates of a sentence, in its order; nothing where the sentence itself speaks of a breach of order. */
export function eventsOf(track: TimeTrack, pieces: readonly TimePiece[]): Event[] {
  if (pieces.some((it) => is(it, 'irregular'))) return [];
  return pieces.flatMap((moment, at): Event[] => {
    if (moment.is !== 'moment' || !isReal(pieces, at)) return [];
    const behind = moment.depth > 0 && pieces[at - 1]?.is === 'open' ? null : eventBehind(pieces, at);
    if (behind === 'unreal') return [];
    const parted = pieces[at + 1]?.is === 'comma';
    const before = behind && !parted ? null : eventBefore(pieces, at);
    const word = before ?? behind;
    if (!word) return [];
    // 2023年度预算执行: a year is as often what something is of as when it was
    const apart = pieces.indexOf(word) - at;
    if (
      moment.from.grain === 'year' &&
      (apart < 0 || apart > 2 || (apart === 2 && !is(pieces[at + 1], 'light', 'actual')))
    )
      return [];
    const [start, end] = [Math.min(word.start, moment.start), Math.max(word.end, moment.end)];
    return [{ track, moment, stages: word.stages, start, end }];
  });
}
