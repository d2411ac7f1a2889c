import type { WordsRelation } from '../../../model/relation.js';
import type { Length, Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import { verdictOf } from './deadlines.js';
import { isPlanned } from './due-and-done.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

/** How many sentences the rule, what was done and how it is judged are told in. */
const sentencesOn = 3;
/** The longest holiday, with the days around it, that a limit may lie in. */
const holiday = 9;

/** The fewest and the most days that a limit may come to: workdays have days between, months are of several lengths. */
function daysOf({ number, unit }: Length): { readonly least: number; readonly most: number } | null {
  if (unit === 'day') return { least: number, most: number + holiday };
  if (unit === 'workday') return { least: number, most: Math.ceil((number * 7) / 5) + holiday };
  if (unit === 'week') return { least: number * 7, most: number * 7 + holiday };
  if (unit === 'month') return { least: number * 28, most: number * 31 + holiday };
  return null;
}

/** 批复后20日内: a length within which something is to follow something else. */
const isLimit = (pieces: readonly TimePiece[], at: number): boolean => {
  const piece = pieces[at];
  if (piece?.is !== 'length' || (piece.approximate && !piece.isLimit)) return false;
  return (piece.isLimit || is(pieces[at + 1], 'by')) && is(pieces[at - 1], 'after', 'sequel', 'onward');
};

/** Days on which something was done, in the order of the text. */
const doneIn = (pieces: readonly TimePiece[], until: number): Moment[] =>
  pieces.flatMap((it, at) =>
    it.is === 'moment' && at < until && !it.inTitle && it.exists && !isPlanned(pieces, at) ? [it] : [],
  );

function limitClaim(track: TimeTrack, pieces: readonly TimePiece[]): WordsRelation | null {
  const limits = pieces.flatMap((it, at) => (it.is === 'length' && isLimit(pieces, at) ? [it] : []));
  const [limit] = limits;
  const verdict = verdictOf(pieces);
  if (!limit || limits.length > 1 || !verdict || pieces.some((it) => is(it, 'irregular', 'net'))) return null;
  const done = doneIn(pieces, pieces.indexOf(verdict.piece)).filter(({ from }) => from.grain === 'day');
  const [first, second] = done;
  if (!first || !second || done.length > 2 || first.to || second.to) return null;
  if ((first.yearFrom === 'supposed') !== (second.yearFrom === 'supposed')) return null;
  const gone = second.from.days.first - first.from.days.first;
  const within = daysOf(limit);
  // a day more or less is how one counts
  if (!within || gone <= 0 || (gone >= within.least && gone <= within.most)) return null;
  return claim(
    'deadline-kept',
    quote(track, verdict.piece.start, verdict.piece.end),
    gone > within.most === verdict.late,
    {
      against: [first, second, limit].map(({ start, end }) => quote(track, start, end)),
    },
  );
}

/** What is said to have kept a limit that its two days break, or to have broken one that they keep: 批复后20日内公开…2月9日批复，3月12日公开，未超期. */
export const limitsKept = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) =>
        pieces.some((_, at) => isLimit(pieces, at))
          ? (limitClaim(track, sentences.slice(i, i + sentencesOn).flat()) ?? [])
          : [],
      );
    }),
  );
