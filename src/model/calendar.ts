/** Days of the calendar, counted from an arbitrary one; both ends belong to it. */
export interface Days {
  readonly first: number;
  readonly last: number;
}

const leap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** How many days a month (1 to 12) has. */
export const daysIn = (year: number, month: number): number =>
  month === 2 ? (leap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** The number of a day: greater by one for each day later. Day 1 of month 13 is the first of the year after. */
export function dayNumber(year: number, month: number, day: number): number {
  const [y, m] = [year + Math.floor((month - 1) / 12) - 1, (((month - 1) % 12) + 12) % 12];
  const before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][m] ?? 0;
  const leapDay = m > 1 && leap(y + 1) ? 1 : 0;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + before + leapDay + day;
}

/** Year, month and day of the number of a day. */
export function civil(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  let year = Math.floor(day / 365.2425) + 1;
  while (dayNumber(year, 1, 1) > day) year--;
  while (dayNumber(year + 1, 1, 1) <= day) year++;
  let month = 12;
  while (dayNumber(year, month, 1) > day) month--;
  return { year, month, day: day - dayNumber(year, month, 1) + 1 };
}

/** Monday to Friday among so many days; holidays are not known. */
export function weekdays({ first, last }: Days): number {
  let all = Math.floor((last - first + 1) / 7) * 5;
  for (let day = first + Math.floor((last - first + 1) / 7) * 7; day <= last; day++) if ((day + 6) % 7 < 5) all++;
  return all;
}
