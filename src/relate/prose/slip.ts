import { absolute, add, compare, decimal, isZero, shift, sign, subtract } from '../../model/decimal.js';
import { isDigitSlip } from '../../model/misprint.js';
import { balance, closes, printed, type Balance, type Term } from '../../model/printed.js';
import type { Figure } from '../../model/report.js';
import { scalePower } from '../../model/scale.js';
import { unitsOf } from './quick-sum.js';

/** How many units of its last place a total must be for a slip to be no chance: a unit, a digit, a digit where the total is one of several. */
const telling = { unit: 100, digit: 1000, several: 10_000 } as const;

/** Two parts that fall short of their total by ten or a hundred of its unit may well leave out a third that is so much. */
function mayLeaveOut(total: Figure, terms: readonly Term[]): boolean {
  const it = balance(total, terms);
  if (!it || terms.length > 2 || sign(it.residual) < 0) return false;
  const ten = shift(decimal(10), scalePower(total.unitText));
  return /^[1-9]0*$/.test(String(absolute(it.residual).coefficient)) && compare(it.residual, ten) >= 0;
}

/** Whether a figure in 元 instead of 万元, or 万元 instead of 亿元, or the other way round is all that keeps a sum from holding. */
function oneUnitOff(it: Balance, total: Figure, terms: readonly Term[]): boolean {
  const sides = [{ figure: total, weight: -1 as const }, ...terms];
  return sides.some(({ figure, weight }) => {
    const own = printed(figure);
    if (!own || isZero(own.value)) return false;
    return [-4, 4].some((power) => {
      const moved = subtract(shift(own.value, power), own.value);
      const left = weight === 1 ? subtract(it.residual, moved) : add(it.residual, moved);
      return compare(absolute(left), add(it.bound, shift(own.half, power))) <= 0;
    });
  });
}

/** Whether one wrong digit, two exchanged or one unit can be all that keeps a list from its total, in a total so long that this is no chance. */
export function oneSlipOff(total: Figure, terms: readonly Term[], several = false): boolean {
  const it = balance(total, terms);
  if (!it || closes(it)) return false;
  const units = unitsOf(total);
  if (units >= (several ? telling.several : telling.digit) && isDigitSlip(it.residual)) return true;
  return total.kind === 'money' && units >= telling.unit && oneUnitOff(it, total, terms);
}

/** The same of a list that may not be all of its total. */
export const listOneSlipOff = (total: Figure, terms: readonly Term[], several: boolean): boolean =>
  oneSlipOff(total, terms, several) && !mayLeaveOut(total, terms);

/** Totals too short for any slip in them to say something. */
export const tooShort = (total: Figure): boolean => unitsOf(total) < telling.unit;
