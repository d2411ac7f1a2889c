import type { Moment, TimePiece } from '../../../model/times.js';
import { is } from './pieces.js';

/** Whether a word right before a date or length, or the clause before it, says that it is as planned. */
export function isPlanned(pieces: readonly TimePiece[], at: number): boolean {
  const next = is(pieces[at + 1], 'light') ? pieces[at + 2] : pieces[at + 1];
  if (is(pieces[at + 1], 'by', 'before') || (next?.is === 'word' && next.stages.includes('due'))) return true;
  for (let i = at - 1; i >= 0; i--) {
    const piece = pieces[i];
    if (!piece || ['moment', 'length', 'comma', 'semicolon', 'stop'].includes(piece.is)) return false;
    if (is(piece, 'actual')) return false;
    if (is(piece, 'planned') || (piece.is === 'word' && piece.stages.includes('due'))) return true;
  }
  return false;
}

/** What was due, and all the days on which it may have been done. */
export interface DueAndDone {
  readonly due: Moment;
  readonly done: readonly [Moment, ...Moment[]];
}

/** The end of what a date names: what is due by the end of a month is due on its last day. */
const lastDay = (it: Moment): Moment => {
  const { last } = it.from.days;
  return { ...it, from: { grain: 'day', days: { first: last, last } } };
};

/** 应于6月30日前完成，实际7月15日完成，逾期15天: the one date before a place that was due, and those behind it, or else before it, that were not. */
export function dueAndDone(pieces: readonly TimePiece[], until: number): DueAndDone | null {
  const moments = pieces.flatMap((it, at) =>
    it.is === 'moment' && at < until && !it.inTitle && it.exists
      ? [{ it, at, planned: isPlanned(pieces, at), byEnd: is(pieces[at + 1], 'by', 'before', 'month-end') }]
      : [],
  );
  const [due, ...dues] = moments.filter(({ planned }) => planned);
  if (!due || dues.length > 0 || due.it.to) return null;
  const others = moments.filter(
    ({ it, planned }) => !planned && (it.from.grain === 'day' || it.from.grain === 'month'),
  );
  const behind = others.filter(({ at }) => at > due.at);
  const [first, ...more] = (behind.length > 0 ? behind : others).map(({ it }) => it);
  if (!first || [first, ...more].some((it) => it.to !== null)) return null;
  return { due: due.byEnd && due.it.from.grain === 'month' ? lastDay(due.it) : due.it, done: [first, ...more] };
}
