import type { WordsRelation } from '../../../model/relation.js';
import type { Length, Moment, Nth, TimePiece, TimeTrack } from '../../../model/times.js';
import type { Times } from '../../../rulebook/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { toldStretches } from './stretches.js';
import { civil } from '../../../model/calendar.js';
import { yearsIn } from './years.js';

/** Longer runs of years are seldom counted, and what is so far off counts something else. */
const mostYears = 100;
const mostSlip = 5;

/** Years that stand together in a sentence: 2019年至2023年; 2020年、2021年和2022年. */
interface Run {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly start: number;
  readonly end: number;
  /** Indexes of its first and last piece. */
  readonly from: number;
  readonly to: number;
}

const yearGrain = ({ from, to }: Pick<Moment, 'from' | 'to'>): boolean =>
  from.grain === 'year' && (to === null || to.grain === 'year');

/** From a year to a year. */
function ranges(pieces: readonly TimePiece[]): Run[] {
  return toldStretches(pieces).flatMap((it): Run[] => {
    if (!yearGrain(it) || !it.sure) return [];
    const [first, last] = [civil(it.from.days.first).year, civil(it.to.days.last).year];
    return [{ first, last, count: last - first + 1, start: it.start, end: it.end, from: it.first, to: it.last }];
  });
}

/** Years one after the other, with nothing but marks and light words between. */
function lists(pieces: readonly TimePiece[]): Run[] {
  const runs: Run[] = [];
  const years = yearsIn(pieces).filter(({ moment }) => yearGrain(moment));
  for (let i = 0; i < years.length;) {
    let k = i;
    for (let next = years[k + 1]; next; next = years[k + 1]) {
      const own = years[k];
      const joined = pieces.slice((own?.at ?? 0) + 1, next.at);
      const joins =
        joined.length === 1 && joined.every((it) => it.is === 'item' || (it.is === 'name' && it.end - it.start === 1));
      if (!joins || next.year !== (own?.year ?? 0) + 1) break;
      k++;
    }
    const [a, b] = [years[i], years[k]];
    if (a && b && k > i)
      runs.push({
        first: a.year,
        last: b.year,
        count: k - i + 1,
        start: a.moment.start,
        end: b.moment.end,
        from: a.at,
        to: b.at,
      });
    i = k + 1;
  }
  return runs;
}

/** 自2018年起 … 2023年: from a year on, with the last year that the sentence names. */
function onwards(pieces: readonly TimePiece[]): Run[] {
  const years = yearsIn(pieces).filter(({ moment }) => moment.from.grain !== 'day');
  const begun = years.find(({ at }) => is(pieces[at + 1], 'onward', 'since'));
  const last = years.findLast(({ year }) => begun !== undefined && year > begun.year);
  if (!begun || !last) return [];
  const { moment, year, at } = begun;
  const count = last.year - year + 1;
  return [{ first: year, last: last.year, count, start: moment.start, end: moment.end, from: at, to: at }];
}

type Counted = (Length | Nth) & { readonly at: number };

/** 连续五年, 近三年, 三年来: what counts years that are told. */
function countedIn(pieces: readonly TimePiece[], { units }: Times): Counted[] {
  return pieces.flatMap((piece, at): Counted[] => {
    const years =
      piece.is === 'nth'
        ? units['nth-year'].includes(piece.unitText)
        : piece.is === 'length' &&
          piece.unit === 'year' &&
          !piece.approximate &&
          !units.anniversary.includes(piece.unitText);
    if (!years || (piece.is !== 'length' && piece.is !== 'nth')) return [];
    const said = is(pieces[at - 1], 'consecutive') || (piece.is === 'length' && is(pieces[at - 1], 'recent'));
    return said ? [{ ...piece, at }] : [];
  });
}

/** 自2005年起年年上调，2019年为第15次: the nth of what comes once each year; null where the sentence does not say so. */
function yearlyClaim(track: TimeTrack, pieces: readonly TimePiece[]): WordsRelation | null {
  const yearly = pieces.some((it) => is(it, 'yearly')) && !pieces.some((it) => is(it, 'interrupted'));
  const [run] = yearly ? onwards(pieces) : [];
  const nths = pieces.flatMap((it, at) =>
    it.is === 'nth' && !is(pieces[at - 1], 'consecutive', 'yearly') ? [it] : [],
  );
  const [nth] = nths;
  if (!run || !nth || nths.length > 1 || nth.unitText === '' || run.count > mostYears) return null;
  const near = Math.abs(nth.number - run.count);
  // the third of five is of another series
  if (near > mostSlip) return null;
  return claim('year-count', quote(track, nth.start, nth.end), near === 0, {
    wanted: String(run.count),
    against: [quote(track, run.start, run.end)],
    most: 'review',
  });
}

/** Whether nothing but marks and words that say nothing else stands between a count and a run of years. */
function isBeside({ at }: Counted, { from, to }: Run, pieces: readonly TimePiece[]): boolean {
  const between = to < at ? pieces.slice(to + 1, at - 1) : pieces.slice(at + 1, from);
  return between.every(
    (it) =>
      ['open', 'comma', 'close', 'colon'].includes(it.is) ||
      is(it, 'light', 'total', 'from', 'come', 'consecutive', 'until'),
  );
}

function runClaim(track: TimeTrack, pieces: readonly TimePiece[], counted: Counted): WordsRelation | null {
  const runs = [...ranges(pieces), ...lists(pieces)];
  const beside = runs.find((it) => isBeside(counted, it, pieces));
  const onward = is(pieces[counted.at - 1], 'consecutive') ? onwards(pieces) : [];
  const own =
    beside ??
    (runs.length === 1 && onward.length === 0 && is(pieces[counted.at - 1], 'consecutive') ? runs[0] : undefined) ??
    onward[0];
  if (!own || own.count > mostYears) return null;
  const holds = counted.number === own.count || (own !== beside && counted.number === own.count - 1);
  return claim('year-count', quote(track, counted.start, counted.end), holds, {
    wanted: String(own.count),
    against: [quote(track, own.start, own.end)],
    ...(own === beside || onward[0] === own ? {} : { most: 'review' as const }),
  });
}

/** Numbers of years in a row that the years beside them are not. */
export function yearRuns(tracks: readonly TimeTrack[], times: Times): readonly WordsRelation[] {
  return failingOrOne(
    tracks.flatMap((track) =>
      sentencesOf(track).flatMap((pieces) => [
        ...countedIn(pieces, times).flatMap((it) => runClaim(track, pieces, it) ?? []),
        ...[yearlyClaim(track, pieces)].filter((it) => it !== null),
      ]),
    ),
  );
}
