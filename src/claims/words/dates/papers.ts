import type { WordsRelation } from '../../../model/relation.js';
import { civil } from '../../../model/calendar.js';
import type { Moment, NumberedPaper, TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';

/** How many pieces may stand between a date, its paper and the word that issues it. */
const reach = 5;
/** Papers of a year are sent out until so many months into the next. */
const lateMonths = 3;

const clauseEnds = (piece: TimePiece | undefined): boolean =>
  !piece || ['comma', 'semicolon', 'stop', 'open', 'close'].includes(piece.is);

/** The clause behind a place, so far as it is looked at. */
function clauseFrom(pieces: readonly TimePiece[], at: number): readonly TimePiece[] {
  const end = pieces.findIndex((it, i) => i >= at && clauseEnds(it));
  return pieces.slice(at, Math.min(end < 0 ? pieces.length : end, at + reach));
}

/** The date on which a paper was issued: in the bracket behind it, or in its clause before 批复, 印发. */
function issuedOn(pieces: readonly TimePiece[], at: number): Moment | null {
  const inside = pieces[at + 1]?.is === 'open' && pieces[at + 3]?.is === 'close' ? pieces[at + 2] : undefined;
  if (inside?.is === 'moment') return inside;
  // 批准（云政复〔2022〕18号）
  const bracketed = pieces[at - 1]?.is === 'open' && pieces[at + 1]?.is === 'close' && is(pieces[at - 2], 'issues');
  for (let i = bracketed ? at - 2 : at - 1; i >= 0 && i >= at - reach; i--) {
    const piece = pieces[i];
    const setApart = piece?.is === 'comma' && pieces[i - 1]?.is === 'moment';
    if ((clauseEnds(piece) && !setApart) || is(piece, 'by-authority')) return null;
    if (piece?.is !== 'moment') continue;
    const issues = [...pieces.slice(i, at), ...clauseFrom(pieces, at + 1)].some((it) => is(it, 'issues'));
    return issues ? piece : null;
  }
  return null;
}

function paperClaim(track: TimeTrack, paper: NumberedPaper, moment: Moment): WordsRelation | null {
  if (moment.to || moment.inTitle || moment.yearFrom === 'supposed' || moment.from.grain === 'year') return null;
  const { year, month } = civil(moment.from.days.first);
  const late = paper.year === year - 1 && month <= lateMonths;
  return claim('paper-year', quote(track, paper.start, paper.end), late || paper.year === year, {
    wanted: String(year),
    against: [quote(track, moment.start, moment.end)],
    ...(paper.year > year ? {} : { most: 'review' as const }),
  });
}

/** Document numbers of another year than the day on which the paper was issued. */
export function paperYears(tracks: readonly TimeTrack[]): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) =>
        pieces.flatMap((paper, at) => {
          const moment = paper.is === 'paper' ? issuedOn(pieces, at) : null;
          return paper.is === 'paper' && moment ? (paperClaim(track, paper, moment) ?? []) : [];
        }),
      ),
    ),
  );
}
