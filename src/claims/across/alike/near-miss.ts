import type { Statement } from '../../../model/statement.js';
import { digitsOf, significant, slipsOf } from './slip-between.js';

/** How often a wrong number is one slip off the right one. */
const slipped = Math.log(0.35);

/** Whether one slip of a printed number makes it what was computed, and how telling that is, as log-odds; null where none does. */
export function nearMiss(it: Statement, computed: number, slack: number, leastDigits = 3): number | null {
  const digits = digitsOf(it);
  if (!digits) return null;
  const said = significant(digits.text).length;
  if (said < leastDigits) return null;
  const unit = 10 ** digits.exponent;
  const room = Math.max(it.half + slack, unit / 2);
  const hits = slipsOf(digits.text).filter(({ text }) => Math.abs(Number(text) * unit - computed) <= room);
  const [hit] = hits;
  if (!hit) return null;
  const exact = hits.some(({ text }) => Math.abs(Number(text) * unit - computed) <= 1e-9 * computed);
  const width = exact ? 1.5 : Math.max(1, (2 * room) / unit);
  const tried = hits.some(({ kind }) => kind === 'swap') ? 3 * (said - 1) : 9 * said;
  return slipped - Math.log(Math.min(1, (tried * width) / (9 * 10 ** (digits.text.length - 1))));
}

/** Whether a printed number is what was computed, up to rounding. */
export const isMet = (it: Statement, computed: number, slack: number): boolean =>
  Math.abs(it.value - computed) <= Math.max(it.half, it.step / 2) + slack + 1e-9 * Math.abs(computed);
