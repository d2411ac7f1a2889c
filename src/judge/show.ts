import { decimal, round, shift, toShortText, type Decimal } from '../model/decimal.js';
import type { Figure } from '../model/report.js';
import { scalePower } from '../model/scale.js';

/** Powers of ten between a figure's printed unit and its base unit: 万元 is 4. */
export function powerOf(figure: Figure): number {
  if (figure.kind === 'percent' || figure.unitText === '百分点') return 0;
  return scalePower(figure.unitText);
}

/** How many decimals a figure prints. */
export const decimalsOf = (figure: Figure): number => figure.number?.split('.')[1]?.length ?? 0;

/** How many digits it prints from its first that is not 0. */
export const digitsOf = (figure: Figure): number => figure.number?.replace(/\D/g, '').replace(/^0+/, '').length ?? 0;

/** A figure as its sentence prints it, with the unit that a cell leaves to its caption. */
export function show(figure: Figure): string {
  const text = figure.text.replace(/\s+/g, '');
  return figure.table && figure.unitFrom !== 'number' && !text.endsWith(figure.unitText)
    ? `${text}${figure.unitText}`
    : text;
}

/** A computed value in the unit of a figure, to as many decimals as the figures beside it print. */
export function showAs(value: Decimal, like: Figure, beside: readonly Figure[]): string {
  const same = [like, ...beside].filter((it) => powerOf(it) === powerOf(like));
  const own = decimal(toShortText(shift(value, -powerOf(like))));
  return `${toShortText(round(own, Math.max(...same.map(decimalsOf))))}${like.unitText}`;
}
