import type { Quantity } from '../model/quantity.js';
import { endAt, readChars, type Chars } from './chars.js';
import { applyCues } from './context/cues.js';
import { applyCurrency, applyNamed } from './context/currency.js';
import { applyDeclared } from './context/header.js';
import { applyPoints } from './context/points.js';
import { groupLists, restate, shareUnits } from './context/lists.js';
import type { Found } from './found.js';
import { lexicon } from './lexicon.js';
import { isNumeralChar } from './numerals.js';
import { Scanner } from './scanner.js';

export { parseNumber } from './parse-number.js';

/** Texts are read in stretches of about this many characters, so that memory stays small however long a text is. */
const stretch = 1 << 18;
/** How far back from there a line or sentence end is looked for. */
const slack = 1 << 13;
/** What ends a line, a sentence, a clause or an item, the strongest first. */
const ends = ['\n', '。', '；', '，', '、'];

function toQuantity(chars: Chars, offset: number, found: Found): Quantity {
  const { kind, value, unit, number, unitText, step, more } = found;
  const start = (chars.at[found.start] ?? 0) + offset;
  return { start, end: endAt(chars, found.end) + offset, kind, value, unit, number, unitText, step, ...more };
}

function recognizeStretch(text: string, offset: number): Quantity[] {
  const lex = lexicon();
  const chars = readChars(text);
  const scanner = new Scanner(chars, lex);
  scanner.run();
  const { found, declared } = scanner;
  if (found.length === 0) return [];
  applyPoints(chars, found, lex);
  shareUnits(chars, found);
  applyDeclared(found, declared);
  applyCurrency(chars, found, lex);
  applyNamed(chars, found, lex);
  groupLists(chars, found);
  applyCues(chars, found, lex);
  restate(chars, found);
  return found.map((item) => toQuantity(chars, offset, item));
}

/** What parts words, where it does not stand inside a number: `12 345`. */
const gapMark = /[\s（）()【】“”‘’《》：:！？!?|]/;
const inNumber = (text: string, at: number): boolean =>
  isNumeralChar(text.charCodeAt(at - 1)) && isNumeralChar(text.charCodeAt(at + 1));

/** Where the stretch that begins at `from` ends: after a line, else after a sentence or less, else at the next place where no number is cut. */
function stretchEnd(text: string, from: number): number {
  const most = from + stretch;
  if (most >= text.length) return text.length;
  const tail = text.slice(most - slack, most);
  for (const mark of ends) {
    const at = tail.lastIndexOf(mark);
    if (at >= 0 && !inNumber(text, most - slack + at)) return most - slack + at + 1;
  }
  let end = most;
  while (end < text.length && (!gapMark.test(text.charAt(end)) || inNumber(text, end))) end++;
  return end;
}

/**
 * Every quantity of a text in order, never overlapping: money, counts, percentages, dates, document numbers, list markers …
 * Offsets are UTF-16 on the text as given, end exclusive. Takes time in proportion to the length of the text.
 */
export function recognizeQuantities(text: string): Quantity[] {
  if (text.length <= stretch) return recognizeStretch(text, 0);
  const all: Quantity[] = [];
  for (let from = 0; from < text.length;) {
    const end = stretchEnd(text, from);
    for (const quantity of recognizeStretch(text.slice(from, end), from)) all.push(quantity);
    from = end;
  }
  return all;
}
