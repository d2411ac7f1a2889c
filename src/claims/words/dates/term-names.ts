import type { TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';

/** Whether words that no class knows are the name of a term by how they end: 试点期, 承租期限. */
export function namesTerm(track: TimeTrack, piece: TimePiece | undefined, { term_ends: ends }: Times): boolean {
  if (piece?.is !== 'name') return false;
  const name = track.text.slice(piece.start, piece.end);
  return ends.some((end) => name.length > end.length && name.endsWith(end));
}
