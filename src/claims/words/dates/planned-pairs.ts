import type { TimePiece } from '../../../model/times.js';
import { is } from './pieces.js';
import { stretchOf, type ToldStretch } from './stretches.js';

const eventBehind = (pieces: readonly TimePiece[], at: number): boolean => {
  const next = pieces[at + 1];
  return next?.is === 'word' && next.stages.length > 0 && !is(pieces[at + 2], 'by', 'before', 'after');
};

/** 约定3月11日开工、8月7日竣工，工期150天: the two days of a sentence that plans both, as it does the term behind them. */
export function plannedPair(pieces: readonly TimePiece[], at: number): ToldStretch[] {
  const moments = pieces.flatMap((it, i) => (it.is === 'moment' && i < at ? [i] : []));
  const [first, last] = moments;
  if (first === undefined || last === undefined || moments.length > 2) return [];
  const planned = pieces.slice(0, first).some((it) => is(it, 'planned'));
  const between = pieces.slice(first, at);
  const told = [first, last].every((it) => eventBehind(pieces, it));
  if (!planned || !told || between.some((it) => is(it, 'actual', 'negated'))) return [];
  const stretch = stretchOf(pieces, first, last);
  return stretch?.from.grain === 'day' && stretch.to.grain === 'day' ? [stretch] : [];
}
