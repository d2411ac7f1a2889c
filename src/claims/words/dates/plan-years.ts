import { civil } from '../../../model/calendar.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Moment, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { yearsIn } from './years.js';

/** How many pieces and how many characters of no class may stand between a plan and which year of it is told. */
const mostPieces = 6;
const mostNames = 10;
/** 时期, 规划期: what may stand between a plan and its years. */
const shortName = 5;

/** The year of a plan that is told behind its name: its first, its last, its third; null where none is. */
function yearTold(
  pieces: readonly TimePiece[],
  at: number,
  plan: Moment,
  { units }: Times,
): { readonly year: number; readonly piece: TimePiece } | null {
  const [first, last] = [civil(plan.from.days.first).year, civil((plan.to ?? plan.from).days.last).year];
  let names = 0;
  for (let i = at + 1; i < pieces.length && i <= at + mostPieces; i++) {
    const piece = pieces[i];
    if (!piece || piece.is === 'moment' || piece.is === 'comma' || piece.is === 'stop' || piece.is === 'semicolon')
      break;
    if (piece.is === 'name') names += piece.end - piece.start;
    if (names > mostNames) break;
    if (is(piece, 'opening-year')) return { year: first, piece };
    if (is(piece, 'closing-year')) return { year: last, piece };
    if (piece.is === 'nth' && units['nth-year'].includes(piece.unitText))
      return { year: first + piece.number - 1, piece };
  }
  return null;
}

/** “十二五”末的2015年, “十三五”时期（2016—2020年）: years that a plan is told with. */
function besidePlan(
  track: TimeTrack,
  pieces: readonly TimePiece[],
  at: number,
  plan: Moment,
  times: Times,
): WordsRelation | null {
  const [first, last] = [civil(plan.from.days.first).year, civil((plan.to ?? plan.from).days.last).year];
  const next = pieces.findIndex((it, i) => i > at && i <= at + mostPieces && it.is === 'moment');
  const beside = pieces[next];
  if (beside?.is !== 'moment' || beside.yearFrom !== 'printed' || beside.isPlan || beside.from.grain !== 'year')
    return null;
  const between = pieces.slice(at + 1, next);
  if (
    between.some(
      (it) =>
        !is(it, 'light', 'opening-year', 'closing-year') &&
        it.is !== 'open' &&
        !(it.is === 'name' && it.end - it.start <= shortName),
    )
  )
    return null;
  const bracketed = pieces[next - 1]?.is === 'open' && pieces[next + 1]?.is === 'close';
  const told = yearTold(pieces, at, plan, times);
  const [from, to] = [civil(beside.from.days.first).year, civil((beside.to ?? beside.from).days.last).year];
  if (beside.to ? !bracketed : told === null) return null;
  const holds = beside.to ? from === first && to === last : told?.year === from;
  return claim('year-count', quote(track, beside.start, beside.end), holds, {
    wanted: beside.to || !told ? `${first}—${last}` : String(told.year),
    against: [quote(track, plan.start, told && !beside.to ? told.piece.end : plan.end)],
  });
}

/** 2023年是“十四五”规划的第二年: years that are another of their plan than is said. */
export function planYears(tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) =>
        pieces.flatMap((plan, at): WordsRelation[] => {
          if (plan.is !== 'moment' || !plan.isPlan) return [];
          const beside = besidePlan(track, pieces, at, plan, times);
          if (beside) return [beside];
          const told = yearTold(pieces, at, plan, times);
          const now = yearsIn(pieces).findLast((it) => it.at < at && it.moment.from.grain === 'year');
          if (!told || !now || now.moment.yearFrom !== 'printed') return [];
          const words = quote(track, plan.start, told.piece.end);
          const against = [quote(track, now.moment.start, now.moment.end)];
          return [claim('year-count', words, told.year === now.year, { against, wanted: String(told.year) })];
        }),
      ),
    ),
  );
}
