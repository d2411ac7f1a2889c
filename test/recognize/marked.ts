import { expect } from 'vitest';
import type { Quantity } from '../../src/model/quantity.js';
import { recognizeQuantities } from '../../src/recognize/recognize.js';

/** Why the case is there, a sentence with «» around every quantity that must be found, and what each is: kind, value, unit. */
export type Case = readonly [why: string, marked: string, ...wanted: string[]];

function unmark(marked: string): { text: string; quotes: string[] } {
  return {
    text: marked.replace(/[«»]/gu, ''),
    quotes: [...marked.matchAll(/«([^»]*)»/gu)].map((match) => match[1] ?? ''),
  };
}

/** `money 2958200 CNY`; a quantity without a unit ends after its value. */
const brief = ({ kind, value, unit }: Quantity): string =>
  [kind, value, unit].filter((part) => part !== null).join(' ');

/** Puts «» back around what was found, so that a wrong span shows in the diff as a sentence. */
export function remark(text: string, found: readonly Quantity[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of found) {
    out += `${text.slice(at, start)}«${text.slice(start, end)}»`;
    at = end;
  }
  return out + text.slice(at);
}

export function check(...[, marked = '', ...wanted]: readonly string[]): void {
  const { text } = unmark(marked);
  const found = recognizeQuantities(text);
  expect(remark(text, found)).toBe(marked);
  expect(found.map(brief)).toEqual(wanted);
}
