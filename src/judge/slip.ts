import { decimal, equals, parseDecimal, shift, toShortText } from '../model/decimal.js';
import { printed } from '../model/printed.js';
import type { Figure } from '../model/report.js';
import { powerOf } from './show.js';

const withNumber = (figure: Figure, number: string): Figure => ({
  ...figure,
  number,
  value: toShortText(shift(decimal(number), powerOf(figure))),
});

/** 元 for 万元: the worth of the last digit moves with the value. */
function unitSlips(figure: Figure): Figure[] {
  if (figure.kind !== 'money' || figure.step === null) return [];
  const [value, step] = [decimal(figure.value), decimal(figure.step)];
  return [-8, -4, 4, 8].map((power) => ({
    ...figure,
    value: toShortText(shift(value, power)),
    step: toShortText(shift(step, power)),
  }));
}

/** A number as one slip of the hand would have it: another digit, two neighbours exchanged, a point moved to the next unit. */
export function slipsOf(figure: Figure): Figure[] {
  const number = figure.number?.replaceAll(',', '') ?? '';
  const plain = parseDecimal(number);
  if (plain === null || !printed(figure) || !equals(shift(plain, powerOf(figure)), decimal(figure.value))) return [];
  const slips: Figure[] = [];
  const put = (digits: readonly string[]): void => {
    const text = digits.join('');
    if (!/^0\d/.test(text) && text !== number) slips.push(withNumber(figure, text));
  };
  const digits = [...number];
  const places = digits.flatMap((char, at) => (/\d/.test(char) ? [at] : []));
  for (const at of places) for (const digit of '0123456789') put(digits.with(at, digit));
  places.slice(1).forEach((right, i) => {
    const left = places[i] ?? 0;
    put(digits.with(left, digits[right] ?? '').with(right, digits[left] ?? ''));
  });
  return [...slips, ...unitSlips(figure)];
}

/** Whether one slip in one of the figures explains why a claim over them does not hold. */
export function oneSlipMends(
  figures: readonly Figure[],
  holds: (read: (figure: Figure) => Figure) => boolean,
): boolean {
  return figures.some((figure) => slipsOf(figure).some((slip) => holds((it) => (it === figure ? slip : it))));
}
