import type { Statement } from '../../../model/statement.js';

/** How two printed numbers differ that one slip of the hand parts. */
export interface Slip {
  readonly kind: 'digit' | 'swap' | 'exchange' | 'shuffle' | 'scale';
  /** Digits that both print. */
  readonly digits: number;
  /** Of the digit that differs: counted from the last one, which is 0. */
  readonly place: number;
}

/** A number as printed at a precision: its digits, and the power of ten of the last one. */
export interface Digits {
  readonly text: string;
  readonly exponent: number;
}

/** The digits of what a statement prints, in the common unit of its measure; null for nothing, a fraction of a unit or a sign. */
export function digitsOf({ value, step }: Pick<Statement, 'value' | 'step'>): Digits | null {
  return digitsIn(value, step);
}

/** The digits of the printed number itself, whatever its unit. */
export function bareDigitsOf({ figure: { number } }: Pick<Statement, 'figure'>): Digits | null {
  const [, whole, decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec((number ?? '').replaceAll(',', '')) ?? [];
  return whole === undefined ? null : digitsIn(Number(number?.replaceAll(',', '')), 10 ** -decimals.length);
}

function digitsIn(value: number, step: number): Digits | null {
  if (!(step > 0) || !(value > 0)) return null;
  const exponent = Math.round(Math.log10(step));
  if (Math.abs(Math.log10(step) - exponent) > 1e-6) return null;
  const text = Math.round(value / step).toFixed(0);
  return text.length > 15 || text === '0' ? null : { text, exponent };
}

/** The same with fewer digits. */
export function coarser({ text, exponent }: Digits, by: number): Digits {
  const rounded = Math.round(Number(text) / 10 ** by).toFixed(0);
  return { text: rounded, exponent: exponent + by };
}

/** Digits without the zeros at the end: what a number says whatever its unit. */
export const significant = (text: string): string => text.replace(/0+$/, '');

/** Every number that one wrong digit or two exchanged make of one. */
export function slipsOf(
  text: string,
): { readonly text: string; readonly kind: 'digit' | 'swap'; readonly place: number }[] {
  const slips: { text: string; kind: 'digit' | 'swap'; place: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const [digit = '', next] = [text[i], text[i + 1]];
    const place = text.length - 1 - i;
    for (const other of '0123456789') {
      if (other === digit || (i === 0 && other === '0')) continue;
      slips.push({ text: text.slice(0, i) + other + text.slice(i + 1), kind: 'digit', place });
    }
    if (next !== undefined && next !== digit && !(i === 0 && next === '0'))
      slips.push({ text: text.slice(0, i) + next + digit + text.slice(i + 2), kind: 'swap', place: place - 1 });
  }
  return slips;
}

/** Whether two digits that do not stand side by side change places between two numbers of one length. */
export function isExchanged(a: string, b: string): boolean {
  const [i = -1, j = -1, ...more] = [...a].flatMap((it, at) => (it === b[at] ? [] : [at]));
  return a.length === b.length && more.length === 0 && j > i + 1 && a[i] === b[j] && a[j] === b[i];
}

/** How often one who errs errs so, and how often two numbers of like size that mean different things differ so: as log-odds. */
export function tellingOf({ kind, digits, place }: Slip): number {
  const room = 9 * 10 ** (digits - 1);
  if (kind === 'swap') return Math.log(0.35 / Math.min(1, (3 * (digits - 1)) / room));
  if (kind === 'exchange') return Math.log(0.1 / Math.min(1, (3 * digits * (digits - 1)) / 2 / room));
  if (kind === 'shuffle') return Math.log(0.1 / Math.min(1, (3 * orders(digits)) / room));
  if (kind === 'scale') return Math.log(0.15 / Math.min(1, 9 / room));
  // numbers of one thing at different times share their first digits
  const kin = place === 0 ? 4 : place === 1 ? 2 : 1;
  return Math.log(0.3 / Math.min(1, (9 * digits * kin) / room));
}

const orders = (digits: number): number => (digits <= 1 ? 1 : digits * orders(digits - 1));
