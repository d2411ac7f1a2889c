import { civil, dayNumber, weekdays } from '../../../model/calendar.js';
import type { Length, Point } from '../../../model/times.js';

/** Two points with what lies between them. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
}

/** Which ends of a stretch its length counts; `touched`: every year or month of the calendar in which it lies. */
export type Counting = 'either' | 'both' | 'one' | 'touched';

/** Least and most that a number may be; both belong to it. */
interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Whole months from a day to another, with the days over as a fraction of a month. */
function monthsBetween(from: number, to: number): number {
  const [a, b] = [civil(from), civil(to)];
  const whole = (b.year - a.year) * 12 + b.month - a.month;
  if (a.day === b.day) return whole;
  const last = dayNumber(b.year, b.month + 1, 1) - 1;
  // 31 January to 28 February is a month
  if (to === last && a.day > b.day) return whole;
  return whole + (b.day - a.day) / 31;
}

/** Months between two points, without and with the last unit that is told. */
function openAndClosed({ from, to }: Stretch): readonly [open: number, closed: number] {
  const closed = monthsBetween(from.days.first, to.days.last + 1);
  const open =
    from.grain === to.grain
      ? monthsBetween(from.days.first, to.days.first)
      : Math.max(0, monthsBetween(from.days.last, to.days.first));
  return [open, closed];
}

/** A count of months or years: exact where the dates make whole ones, rounded to either side where they do not. */
function inUnits(stretch: Stretch, months: number): Bounds {
  const [open, closed] = openAndClosed(stretch);
  const exact = [open / months, closed / months].filter((it) => Number.isInteger(it) && it > 0);
  return exact.length > 0
    ? { least: Math.min(...exact), most: Math.max(...exact) }
    : { least: Math.floor(open / months), most: Math.ceil(closed / months) };
}

/** How many months one of a unit is; undefined for units of days. */
const monthsOf: Partial<Record<Length['unit'], number>> = { month: 1, quarter: 3, year: 12 };

/** How many years, quarters or months of the calendar a stretch lies in. */
function touched({ from, to }: Stretch, months: number): Bounds {
  const [a, b] = [civil(from.days.first), civil(to.days.last)];
  const nth = ({ year, month }: typeof a): number => Math.floor((year * 12 + month - 1) / months);
  const all = nth(b) - nth(a) + 1;
  return { least: all, most: all };
}

/** How long a stretch may be said to be in a unit: with or without its first day, as a clerk counts; null in units that its dates cannot show. */
function bounds(stretch: Stretch, unit: Length['unit'], counting: Counting): Bounds | null {
  const months = monthsOf[unit];
  if (counting === 'touched') return months === undefined ? null : touched(stretch, months);
  if (months !== undefined) return inUnits(stretch, months);
  const { from, to } = stretch;
  const days = { least: Math.max(0, to.days.first - from.days.last), most: to.days.last - from.days.first + 1 };
  if (unit === 'day') {
    if (counting === 'both') return { least: days.most, most: days.most };
    return counting === 'one' ? { least: days.least, most: Math.max(days.least, days.most - 1) } : days;
  }
  if (unit === 'week') return { least: Math.floor(days.least / 7), most: Math.ceil(days.most / 7) };
  // holidays are not known: they may take workdays away, and days that are moved add some
  if (unit !== 'workday') return null;
  const most = weekdays({ first: from.days.first, last: to.days.last });
  return { least: Math.floor(most / 2), most: most + 2 };
}

/** Whether a length is that of a stretch; null where the dates cannot show it. */
export function fits(
  { number, unit }: Pick<Length, 'number' | 'unit'>,
  stretch: Stretch,
  counting: Counting = 'either',
): boolean | null {
  const coarse = stretch.from.grain === 'year' || stretch.to.grain === 'year';
  if (coarse && unit !== 'year') return null;
  const within = bounds(stretch, unit, counting);
  if (!within) return null;
  if (within.least <= number && number <= within.most) return true;
  // 1.5 years are 18 months
  const months = monthsOf[unit];
  return !Number.isInteger(number) && months !== undefined && !coarse
    ? fits({ number: Math.round(number * months), unit: 'month' }, stretch, counting)
    : false;
}

/** How long a stretch is, told in a unit: `18`, `91～92`; empty where the dates cannot show it. */
export function toldIn(unit: Length['unit'], stretch: Stretch, counting: Counting = 'either'): string {
  const within = bounds(stretch, unit, counting);
  if (!within) return '';
  return within.least === within.most ? String(within.most) : `${within.least}～${within.most}`;
}
