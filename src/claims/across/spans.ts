import type { When } from '../../model/statement.js';

/** Months of a year, both included. */
export type Months = readonly [from: number, to: number];

const quarter = (text: string): Months | null => {
  const match = /^Q([1-4])$/.exec(text);
  return match ? [Number(match[1]) * 3 - 2, Number(match[1]) * 3] : null;
};
const half = (text: string): Months | null => (text === 'H1' ? [1, 6] : text === 'H2' ? [7, 12] : null);
const month = (text: string): Months | null => {
  const match = /^(0[1-9]|1[0-2])$/.exec(text);
  return match ? [Number(match[1]), Number(match[1])] : null;
};
const one = (text: string): Months | null => month(text) ?? quarter(text) ?? half(text);

/**
 * The months that a time takes in; null where it is no stretch of one year. `runs`: whether what it tells has run up since the year
 * began, as words say (截至9月底累计).
 */
export function monthsOf({ span }: When, runs: boolean): Months | null {
  if (span === null) return [1, 12];
  if (span === 'end') return runs ? [1, 12] : null;
  const [from = '', to] = span.split('/');
  const day = /^(\d\d)-\d\d$/.exec(from);
  if (day && to === undefined) return runs ? [1, Number(day[1])] : null;
  const first = one(from);
  if (!first) return null;
  if (to === undefined) return runs && month(from) ? [1, first[1]] : first;
  const last = one(to);
  return last && [first[0], last[1]];
}
