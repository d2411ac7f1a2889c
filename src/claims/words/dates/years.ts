import { civil } from '../../../model/calendar.js';
import type { Moment, TimePiece } from '../../../model/times.js';

/** A single date whose year is known, with its place among the pieces. */
export interface YearAt {
  readonly at: number;
  readonly moment: Moment;
  readonly year: number;
}

/** The first year that a date lies in. */
export const yearOf = ({ from }: Moment): number => civil(from.days.first).year;

/** The last. */
export const lastYearOf = ({ from, to }: Moment): number => civil((to ?? from).days.last).year;

/** The single dates of a sentence whose year is known. */
export const yearsIn = (pieces: readonly TimePiece[]): YearAt[] =>
  pieces.flatMap((moment, at) =>
    moment.is === 'moment' && moment.to === null && !moment.inTitle && moment.yearFrom !== 'supposed'
      ? [{ at, moment, year: yearOf(moment) }]
      : [],
  );
