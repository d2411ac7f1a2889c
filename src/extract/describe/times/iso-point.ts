import { dayNumber, daysIn } from '../../../model/calendar.js';
import type { Point } from '../../../model/times.js';

/** A date as recognition writes it: `2023-05-08`, `2023-Q1`, `XXXX-03`, `XXXX-XX-15`. Null is what is not printed. */
export interface IsoPoint {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** `Q1` to `Q4`, `H1`, `H2`. */
  readonly part: string | null;
}

const form = /^(\d{4}|XXXX)(?:-(?:([QH]\d)|(\d\d|XX)(?:-(\d\d))?))?$/;

/** Null for what is no date of our calendar. */
export function isoPoint(text: string): IsoPoint | null {
  const [, year, part, month, day] = form.exec(text) ?? [];
  if (year === undefined) return null;
  const number = (it: string | undefined): number | null =>
    it === undefined || it.startsWith('X') ? null : Number(it);
  return { year: number(year), month: number(month), day: number(day), part: part ?? null };
}

/** Whether the calendar has that day; in a year that is not known, 29 February too. */
export const dayExists = ({ month, day }: IsoPoint, year: number | null): boolean =>
  month === null || day === null || (month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year ?? 2000, month));

/** The days that a date means in a year and month; null where it prints neither month nor part and the year is not its own. */
export function pointOf({ month, day, part }: IsoPoint, year: number): Point {
  const months = (from: number, count: number) => ({
    first: dayNumber(year, from, 1),
    last: dayNumber(year, from + count, 1) - 1,
  });
  if (part !== null) {
    const nth = Number(part[1]);
    return part.startsWith('Q')
      ? { grain: 'quarter', days: months(nth * 3 - 2, 3) }
      : { grain: 'half', days: months(nth * 6 - 5, 6) };
  }
  if (month === null) return { grain: 'year', days: months(1, 12) };
  if (day === null) return { grain: 'month', days: months(month, 1) };
  const at = dayNumber(year, month, day);
  return { grain: 'day', days: { first: at, last: at } };
}
