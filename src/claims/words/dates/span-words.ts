import type { TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { is } from './pieces.js';
import { namesTerm } from './term-names.js';

/** How many characters of no class may stand beside a length that is that of the dates next to it. */
const mostBeside = 2;
/** … and before the word that says that time went by: 排查历时8天. */
const mostSubject = 4;
const widthOf = ({ start, end }: TimePiece): number => end - start;
export const isMark = ({ is: kind }: TimePiece): boolean => ['comma', 'colon', 'open', 'close', 'item'].includes(kind);
const saysSpan = (piece: TimePiece): boolean =>
  is(piece, 'elapsed', 'term', 'total', 'light', 'onward', 'until', 'actual', 'from', 'planned');

interface SentenceWords {
  readonly times: Times;
  readonly track: TimeTrack;
  readonly pieces: readonly TimePiece[];
}

/** Whether nothing between two places but what joins dates to their length. */
export function joins(between: readonly TimePiece[], says: Says): boolean {
  let names = 0;
  for (const [at, piece] of between.entries()) {
    // 跨两个年度，共5个月
    if (is(piece, 'across') || is(between[at - 1], 'across')) continue;
    if (piece.is === 'name') names += widthOf(piece);
    else if (piece.is === 'word' && piece.stages.length > 0 && says !== 'plain') continue;
    else if (!isMark(piece) && !saysSpan(piece)) return false;
  }
  return names <= mostBeside;
}

/** `touched`: counted by the years or months that it touches. */
export type Says = 'elapsed' | 'term' | 'lasting' | 'touched' | 'plain';

/** What the words right before a length say that it is the length of; null where it is not one that dates bound. */
export function sayingOf({ pieces, track, times }: SentenceWords, at: number): Says | null {
  const next = pieces[at + 1];
  if (is(next, 'before', 'after', 'by', 'come', 'since') || next?.is === 'length') return null;
  let says: Says = 'plain';
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece || isMark(piece)) break;
    if (is(piece, 'consecutive', 'recent', 'early', 'late', 'negated', 'daily')) return null;
    if (says === 'plain' && namesTerm(track, piece, times)) return 'term';
    if (is(piece, 'across')) return says === 'plain' || says === 'elapsed' ? 'touched' : says;
    if (says === 'plain' && is(piece, 'lasting')) return 'lasting';
    if (piece.is === 'name') {
      if (widthOf(piece) > (says === 'elapsed' ? mostSubject : mostBeside)) return says === 'term' ? says : null;
      continue;
    }
    if (!saysSpan(piece)) break;
    if (is(piece, 'planned')) return says === 'plain' ? null : 'term';
    if (is(piece, 'elapsed')) says = 'elapsed';
    else if (is(piece, 'term') && says === 'plain') says = 'term';
  }
  const parted = next === undefined || isMark(next) || next.is === 'semicolon' || next.is === 'stop';
  return says !== 'plain' || parted || is(next, 'light', 'until') ? says : null;
}
