import type { WordsRelation } from '../../../model/relation.js';
import type { Count, Nth, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { yearsIn, type YearAt } from './years.js';

/** How many pieces may stand between 每年 and 一期, and between 共 and 13期. */
const reach = 3;
/** What is farther off counts something else. */
const mostSlip = 5;

type Counted = Count | Nth;
const counts = (piece: TimePiece | undefined): piece is Counted => piece?.is === 'count' || piece?.is === 'nth';

/** Whether a sentence says that one of a unit comes each year: 每年一期, 每年举办一届. */
function onceEachYear(track: TimeTrack, pieces: readonly TimePiece[], unit: string, { units }: Times): boolean {
  const written = units.one.map((one) => one + unit);
  return pieces.some(
    (word, at) =>
      is(word, 'yearly') &&
      pieces
        .slice(at + 1, at + 1 + reach)
        .some((it) =>
          counts(it)
            ? it.number === 1 && it.unitText === unit
            : it.is === 'name' && written.some((end) => track.text.slice(it.start, it.end).endsWith(end)),
        ),
  );
}

/** The year in which a series began: 自2009年起, 2016年创办. */
const begunIn = (pieces: readonly TimePiece[]): YearAt | undefined =>
  yearsIn(pieces).find(
    ({ at }) =>
      is(pieces[at - 1], 'from') ||
      is(pieces[at + 1], 'onward', 'since', 'founded', 'begun', 'first-time') ||
      is(pieces[at + 2], 'founded', 'begun', 'first-time'),
  );

/** 共举办13期: how often something came in all, the first count behind a word for the whole. */
function totalIn(pieces: readonly TimePiece[]): Counted | null {
  const found = pieces.find(
    (it, at): it is Counted =>
      counts(it) &&
      it.number > 1 &&
      it.unitText !== '' &&
      pieces.slice(Math.max(0, at - reach), at).some((word) => is(word, 'total', 'consecutive')),
  );
  return found ?? null;
}

function countClaim(track: TimeTrack, pieces: readonly TimePiece[], times: Times): WordsRelation | null {
  if (pieces.some((it) => is(it, 'interrupted', 'irregular'))) return null;
  const total = totalIn(pieces);
  if (!total || !onceEachYear(track, pieces, total.unitText, times)) return null;
  const begun = begunIn(pieces);
  if (!begun) return null;
  const last = yearsIn(pieces.slice(0, pieces.indexOf(total))).findLast(({ year }) => year > begun.year);
  if (!last) return null;
  const wanted = last.year - begun.year + 1;
  // that of the last year may be still to come
  const open = last.moment.from.grain !== 'year' ? wanted - 1 : wanted;
  if (Math.abs(total.number - wanted) > mostSlip) return null;
  return claim('year-count', quote(track, total.start, total.end), [wanted, open].includes(total.number), {
    wanted: String(wanted),
    against: [begun, last].map(({ moment }) => quote(track, moment.start, moment.end)),
    most: 'review',
  });
}

/** How often what comes once a year has come since its first: 自2009年起每年一期，至2023年共13期. */
export const yearlyCounts = (tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) => sentencesOf(track).flatMap((pieces) => countClaim(track, pieces, times) ?? [])),
  );
