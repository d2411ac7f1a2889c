import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';

/** Longer columns are not looked through for rows that may be details. */
const mostTerms = 200;

/** Value in ten-thousandths, so that what is equal in print is equal here. */
const worth = ({ value }: Figure): number => Math.round(Number(value) * 1e4);

/** Short numbers are met by chance. */
const isTelling = (value: number): boolean => String(value).replace(/0+$/, '').length >= 3;

/**
 * Whether a total that its rows exceed comes out without some that stand together: they say what another row is made of (其中), and
 * are no parts of the total. One row that is too much may as well have been left out of the total by mistake.
 */
export function isWithoutDetails({ total, terms }: SumRelation): boolean {
  const column = total.table?.col;
  if (terms.some((it) => it.figure.table?.col !== column)) return false;
  if (terms.length < 4 || terms.length > mostTerms || terms.some((it) => it.weight === -1)) return false;
  const values = terms.map((it) => worth(it.figure));
  const over = values.reduce((sum, it) => sum + it, 0) - worth(total);
  if (!(over > 0) || values.some(Number.isNaN)) return false;
  return values.some((_, from) => {
    let sum = 0;
    return values.slice(from).some((it, i) => {
      sum += it;
      return i > 0 && sum === over && it !== 0 && (values[from - 1] === sum || isTelling(over));
    });
  });
}
