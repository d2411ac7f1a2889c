import { negate, toText } from '../model/decimal.js';
import { readChars } from './chars.js';
import { lexicon } from './lexicon.js';
import { scanNumeral } from './numeral.js';
import { ch, code } from './numerals.js';

/** Longer texts are no numerals. */
const longest = 256;

/** Accountants put a negative amount in brackets: (1,234.50). */
const bracketed = /^\s*[（(]\s*([\d０-９][^（()）]*)[）)]\s*$/u;

/**
 * A whole numeral, Arabic or Chinese (`1,234.50`, `负三百二十`, `3亿5000万`), as a decimal string; in brackets an Arabic one is
 * negative. Null for anything else.
 */
export function parseNumber(text: string): string | null {
  if (text.length > longest) return null;
  const inside = bracketed.exec(text)?.[1];
  if (inside !== undefined) {
    const value = parseNumber(inside.trim());
    return value === null || /^0(?:\.0*)?$/.test(value) ? value : `-${value}`;
  }
  const chars = readChars(text);
  const first = chars.codes[0] ?? 0;
  const negative = first === ch.hyphen || first === code('负');
  const start = negative || first === ch.plus ? 1 : 0;
  const numeral = scanNumeral(chars, start, lexicon());
  if (!numeral || numeral.end !== chars.length || numeral.inexact !== null) return null;
  const value = numeral.exponent === 0 ? numeral.coefficient : numeral.value;
  return toText(negative ? negate(value) : value);
}
