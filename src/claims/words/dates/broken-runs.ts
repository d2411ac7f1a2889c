import type { WordsRelation } from '../../../model/relation.js';
import type { Length, TimePiece, TimeTrack } from '../../../model/times.js';
import { claim, failingOrOne, is, quote, sentencesOf } from './pieces.js';
import { yearsIn } from './years.js';

/** Fewer years are no account of each year. */
const fewestYears = 3;

interface YearTold {
  readonly year: number;
  /** Whether its clause says that it brought none. */
  readonly skipped: boolean;
  readonly start: number;
  readonly end: number;
}

/** Years told one by one, without a gap: 2016年度…，2017年度不分配，2018年度…; empty where they are not. */
function yearsTold(pieces: readonly TimePiece[]): YearTold[] {
  const years = yearsIn(pieces).filter(({ moment }) => moment.from.grain === 'year');
  const told = years.map(({ at, year, moment }, i): YearTold => {
    const clause = pieces.slice(at + 1, years[i + 1]?.at ?? pieces.length);
    const end = clause.findIndex((it) => it.is === 'semicolon' || it.is === 'stop');
    const own = end < 0 ? clause : clause.slice(0, end);
    const skipped = own.some((it) => is(it, 'skips', 'negated', 'interrupted'));
    return { year, skipped, start: moment.start, end: moment.end };
  });
  const gapless = told.every((it, i) => i === 0 || it.year === (told[i - 1]?.year ?? 0) + 1);
  return gapless && told.length >= fewestYears ? told : [];
}

/** How long each run of years without a skipped one is, the last run last. */
function runsOf(years: readonly YearTold[]): number[] {
  const runs = [0];
  for (const { skipped } of years) {
    if (skipped) runs.push(0);
    else runs[runs.length - 1] = (runs.at(-1) ?? 0) + 1;
  }
  return runs;
}

const isRun = (pieces: readonly TimePiece[], at: number): boolean => {
  const piece = pieces[at];
  return piece?.is === 'length' && piece.unit === 'year' && !piece.approximate && is(pieces[at - 1], 'consecutive');
};

function brokenClaim(track: TimeTrack, told: readonly TimePiece[], length: Length): WordsRelation | null {
  const years = yearsTold(told);
  const runs = runsOf(years);
  const [last] = runs.slice(-1);
  const [from, to] = [years[0], years.at(-1)];
  // a run that goes on from before the first year that is told
  if (!last || !from || !to || runs.length < 2 || length.number > years.length) return null;
  return claim('year-count', quote(track, length.start, length.end), runs.includes(length.number), {
    wanted: String(last),
    against: [quote(track, from.start, to.end)],
    most: 'review',
  });
}

/** Years in a row of which one before is told to have brought none: 2018年度未派现，2019年度…，2020年度…，已连续三年派现. */
export const brokenRuns = (tracks: readonly TimeTrack[]): readonly WordsRelation[] =>
  failingOrOne(
    tracks.flatMap((track) => {
      const sentences = sentencesOf(track);
      return sentences.flatMap((pieces, i) =>
        pieces.flatMap((it, at) =>
          it.is === 'length' && isRun(pieces, at)
            ? (brokenClaim(track, [...(sentences[i - 1] ?? []), ...pieces.slice(0, at)], it) ?? [])
            : [],
        ),
      );
    }),
  );
