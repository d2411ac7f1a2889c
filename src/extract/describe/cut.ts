import { readChars } from '../../recognize/chars.js';
import type { Trie } from '../../recognize/trie.js';
import type { Mark } from '../../model/description.js';
import type { Quantity } from '../../model/quantity.js';

const marks: Readonly<Record<string, Mark>> = {
  '、': 'item',
  '，': 'comma',
  ',': 'comma',
  '；': 'semicolon',
  ';': 'semicolon',
  '：': 'colon',
  ':': 'colon',
  '。': 'stop',
  '！': 'stop',
  '!': 'stop',
  '？': 'stop',
  '?': 'stop',
  '(': 'open',
  '[': 'open',
  '【': 'open',
  ')': 'close',
  ']': 'close',
  '】': 'close',
};

/** A stretch of a text. Offsets are those of the text as given. */
export type Piece<T> =
  | { readonly is: 'quantity'; readonly start: number; readonly quantity: Quantity }
  /** A word of the trie, with what the trie knows of it. */
  | { readonly is: 'word'; readonly start: number; readonly text: string; readonly value: T }
  | { readonly is: 'mark'; readonly start: number; readonly mark: Mark }
  | { readonly is: 'name'; readonly start: number; readonly text: string };

/** Cuts simplified text into quantities, the longest words of a trie, marks, and names between them. One pass. */
export function cut<T>(text: string, quantities: readonly Quantity[], trie: Trie<T>): Piece<T>[] {
  const chars = readChars(text);
  const pieces: Piece<T>[] = [];
  let name = '';
  let nameStart = 0;
  const flush = (): void => {
    if (name !== '') pieces.push({ is: 'name', start: nameStart, text: name });
    name = '';
  };
  /** A word of one character is one only at the border of a name: 低 is none in 农村低保. */
  const stands = (from: number, to: number): boolean =>
    to - from > 1 ||
    name === '' ||
    to >= chars.length ||
    (chars.at[to] ?? 0) >= (quantities[next]?.start ?? Infinity) ||
    marks[String.fromCharCode(chars.codes[to] ?? 0)] !== undefined ||
    trie.longest(chars.codes, to) !== null;
  let next = 0;
  for (let i = 0; i < chars.length;) {
    const at = chars.at[i] ?? 0;
    while ((quantities[next]?.end ?? Infinity) <= at) next++;
    const quantity = quantities[next];
    if (quantity && quantity.start <= at) {
      flush();
      pieces.push({ is: 'quantity', start: at, quantity });
      while (i < chars.length && (chars.at[i] ?? 0) < quantity.end) i++;
      continue;
    }
    const char = String.fromCharCode(chars.codes[i] ?? 0);
    const mark = marks[char];
    if (mark) {
      flush();
      pieces.push({ is: 'mark', start: at, mark });
      i++;
      continue;
    }
    const word = trie.longest(chars.codes, i);
    const limit = quantity?.start ?? Infinity;
    if (word && (chars.at[word.end - 1] ?? 0) < limit && stands(i, word.end)) {
      flush();
      const end = (chars.at[word.end - 1] ?? at) + 1;
      pieces.push({ is: 'word', start: at, text: text.slice(at, end), value: word.value });
      i = word.end;
      continue;
    }
    if (name === '') nameStart = at;
    name += char;
    i++;
  }
  flush();
  return pieces;
}
