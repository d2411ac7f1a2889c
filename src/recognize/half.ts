import type { Chars } from './chars.js';
import { unitAt, type Lexicon } from './lexicon.js';
import { code, isHan } from './numerals.js';

const half = code('半');
/** What makes a word with 半 before it: 半年, 半导体, 半数. */
const wordsOfHalf = '年天月导岛径成价途日数夜山球自挂公官路壁票封闭';

/** Whether 半 at `i` adds a half to what stands before it (一倍半, 两成半) and does not begin a word or amount of its own (半小时). */
export function isHalfAt(chars: Chars, i: number, lex: Lexicon): boolean {
  if (chars.codes[i] !== half) return false;
  const next = chars.codes[i + 1] ?? 0;
  return !(isHan(next) && wordsOfHalf.includes(String.fromCharCode(next))) && unitAt(lex, chars, i + 1) === null;
}
