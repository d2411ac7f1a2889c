import type { WordsRelation } from '../../../model/relation.js';
import type { Length, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { namesTerm } from './term-names.js';

const months: Partial<Record<Length['unit'], number>> = { year: 12, quarter: 3, month: 1 };
/** How many sentences a term and what is left of it are told in. */
const sentencesOn = 3;

/** A length in the smaller unit of those that it may be added with; null for other units. */
function sizeOf({ number, unit, approximate }: Length): { readonly in: 'day' | 'month'; readonly size: number } | null {
  if (approximate) return null;
  if (unit === 'day') return { in: 'day', size: number };
  const each = months[unit];
  return each === undefined || !Number.isInteger(number * each) ? null : { in: 'month', size: number * each };
}

/** The words right before a length, back to a mark: nearest first. */
function wordsBefore(pieces: readonly TimePiece[], at: number): TimePiece[] {
  const words: TimePiece[] = [];
  for (let i = at - 1; i >= 0 && words.length < 3; i--) {
    const piece = pieces[i];
    if (!piece || (piece.is !== 'word' && piece.is !== 'name')) break;
    words.push(piece);
  }
  return words;
}

/** What is said of a term, has passed of it, is left of it; each once. */
function termsIn(track: TimeTrack, pieces: readonly TimePiece[], times: Times) {
  const terms: Length[] = [];
  const gones: Length[] = [];
  const lefts: Length[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (piece.is !== 'length') continue;
    const word = wordsBefore(pieces, at).find((it) => !is(it, 'light', 'total') || is(it, 'gone', 'left', 'term'));
    if (is(word, 'left')) lefts.push(piece);
    else if (is(word, 'gone')) gones.push(piece);
    else if (is(word, 'term') || namesTerm(track, word, times)) terms.push(piece);
  }
  return { terms, gones, lefts };
}

function leftClaim(track: TimeTrack, pieces: readonly TimePiece[], times: Times): WordsRelation | null {
  const { terms, gones, lefts } = termsIn(track, pieces, times);
  const [[term], [gone], [left]] = [terms, gones, lefts];
  if (!term || !gone || !left || terms.length + gones.length + lefts.length > 3) return null;
  const [whole, passed, rest] = [sizeOf(term), sizeOf(gone), sizeOf(left)];
  if (!whole || !passed || !rest || whole.in !== passed.in || passed.in !== rest.in) return null;
  const wanted = whole.size - passed.size;
  return claim('term-left', quote(track, left.start, left.end), wanted === rest.size, {
    wanted: String(wanted),
    against: [term, gone].map(({ start, end }) => quote(track, start, end)),
  });
}

/** What has passed of a term and what is left of it, that do not make it up: 期限20年，已履行12年，剩余9年. */
export const termsLeft = (tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) =>
        pieces.some((it) => is(it, 'left'))
          ? (leftClaim(track, sentences.slice(Math.max(0, i + 1 - sentencesOn), i + 1).flat(), times) ?? [])
          : [],
      );
    }),
  );
