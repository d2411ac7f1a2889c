import type { Quantity } from '../../../model/quantity.js';
import type { Count, Nth, NumberedPaper, PieceAt } from '../../../model/times.js';

/** A document number that bears its year. */
export const paper = ({ kind, value }: Quantity): Omit<NumberedPaper, keyof PieceAt> | null => {
  const year = kind === 'docno' ? /(?:19|20)\d{2}/.exec(value)?.[0] : undefined;
  return year === undefined ? null : { is: 'paper', year: Number(year) };
};

/** Which of a series: 第三届. */
export function nth({ kind, number, value, unitText }: Quantity): Omit<Nth, keyof PieceAt> | null {
  const digits = kind === 'ordinal' ? /^\d+/.exec(number ?? value)?.[0] : undefined;
  return digits === undefined
    ? null
    : { is: 'nth', number: Number(digits), unitText: unitText || value.slice(digits.length) };
}

/** How many, or how old: 13期, 62周岁. */
export function count({ kind, number, unitText, approx }: Quantity): Omit<Count, keyof PieceAt> | null {
  const counted = (kind === 'count' || kind === 'dimension') && approx === undefined;
  return counted && /^\d+$/.test(number ?? '') ? { is: 'count', number: Number(number), unitText } : null;
}
