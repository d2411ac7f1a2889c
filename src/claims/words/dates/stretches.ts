import type { Moment, TimePiece } from '../../../model/times.js';
import type { Stretch } from './elapsed.js';
import { is } from './pieces.js';

/** A stretch that words bound, and where they stand among the pieces of the sentence. */
export interface ToldStretch extends Stretch {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly sure: boolean;
}

/** How many pieces may stand between the two ends of 自…起至…. */
const mostBetween = 6;
/** … and characters of no class among them. */
const mostNames = 8;

const isSure = ({ yearFrom }: Moment): boolean => yearFrom !== 'supposed';

/** From one date of a sentence to a later one. */
export function stretchOf(pieces: readonly TimePiece[], first: number, last: number): ToldStretch | null {
  const [a, b] = [pieces[first], pieces[last]];
  if (a?.is !== 'moment' || b?.is !== 'moment' || a.inTitle || b.inTitle || !a.exists || !b.exists) return null;
  if ((a.yearFrom === 'supposed') !== (b.yearFrom === 'supposed')) return null;
  const to = b.to ?? b.from;
  if (to.days.last < a.from.days.first) return null;
  return { from: a.from, to, first, last, start: a.start, end: b.end, sure: isSure(a) && isSure(b) };
}

/** 自…起至…止, 2023.03—2024.02: the stretches that the words of a sentence tell from end to end. */
export function toldStretches(pieces: readonly TimePiece[]): ToldStretch[] {
  const found: ToldStretch[] = [];
  pieces.forEach((piece, at) => {
    if (piece.is !== 'moment' || piece.inTitle || !piece.exists) return;
    if (piece.to) {
      const { from, to, start, end } = piece;
      if (to.days.last >= from.days.first)
        found.push({ from, to, first: at, last: at, start, end, sure: isSure(piece) });
      return;
    }
    let until = false;
    let names = 0;
    for (let i = at + 1; i < pieces.length && i <= at + mostBetween; i++) {
      const next = pieces[i];
      if (!next || next.is === 'stop' || next.is === 'semicolon' || next.is === 'open' || next.is === 'close') return;
      if (next.is === 'name') names += next.end - next.start;
      if (names > mostNames) return;
      if (is(next, 'until')) until = true;
      else if (next.is === 'moment') {
        const stretch = until && !next.to ? stretchOf(pieces, at, i) : null;
        if (stretch) found.push(stretch);
        return;
      }
    }
  });
  return found;
}
