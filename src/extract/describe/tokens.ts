import { readChars } from '../../recognize/chars.js';
import { Trie } from '../../recognize/trie.js';
import type { Quantity } from '../../model/quantity.js';
import type { WordClass } from '../../model/description.js';
import type { Grammar } from '../../rulebook/grammar.js';

/** A piece of a sentence. Offsets are those of the text as given. */
export type Token =
  | { readonly is: 'quantity'; readonly start: number; readonly quantity: Quantity }
  | {
      readonly is: 'word';
      readonly start: number;
      readonly text: string;
      readonly classes: readonly WordClass[];
      readonly noun: boolean;
    }
  | { readonly is: 'mark'; readonly start: number; readonly mark: Mark }
  /** What no class knows: as a rule what things are called. */
  | { readonly is: 'name'; readonly start: number; readonly text: string };

/** What parts words, from weak to strong. */
type Mark = 'item' | 'comma' | 'open' | 'close' | 'colon' | 'semicolon' | 'stop';

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

/** The words of a grammar, each with all classes that hold it. */
export class Lexicon {
  readonly #trie = new Trie<readonly WordClass[]>();
  readonly #nouns: ReadonlySet<WordClass>;

  constructor({ classes, nouns }: Pick<Grammar, 'classes' | 'nouns'>) {
    this.#nouns = new Set(nouns);
    const byWord = new Map<string, WordClass[]>();
    for (const [name, words] of Object.entries(classes) as [WordClass, readonly string[]][]) {
      for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), name]);
    }
    for (const [word, names] of byWord) this.#trie.add(word, [...new Set(names)]);
  }

  /** Cuts simplified text into tokens: quantities, the longest words that the grammar knows, marks, and names between them. One pass. */
  tokens(text: string, quantities: readonly Quantity[]): Token[] {
    const chars = readChars(text);
    const tokens: Token[] = [];
    let name = '';
    let nameStart = 0;
    const flush = (): void => {
      if (name !== '') tokens.push({ is: 'name', start: nameStart, text: name });
      name = '';
    };
    /** A word of one character is one only at the border of a name: 低 is none in 农村低保. */
    const stands = (from: number, to: number): boolean =>
      to - from > 1 ||
      name === '' ||
      to >= chars.length ||
      (chars.at[to] ?? 0) >= (quantities[next]?.start ?? Infinity) ||
      marks[String.fromCharCode(chars.codes[to] ?? 0)] !== undefined ||
      this.#trie.longest(chars.codes, to) !== null;
    let next = 0;
    for (let i = 0; i < chars.length;) {
      const at = chars.at[i] ?? 0;
      while ((quantities[next]?.end ?? Infinity) <= at) next++;
      const quantity = quantities[next];
      if (quantity && quantity.start <= at) {
        flush();
        tokens.push({ is: 'quantity', start: at, quantity });
        while (i < chars.length && (chars.at[i] ?? 0) < quantity.end) i++;
        continue;
      }
      const char = String.fromCharCode(chars.codes[i] ?? 0);
      const mark = marks[char];
      if (mark) {
        flush();
        tokens.push({ is: 'mark', start: at, mark });
        i++;
        continue;
      }
      const word = this.#trie.longest(chars.codes, i);
      const limit = quantity?.start ?? Infinity;
      if (word && (chars.at[word.end - 1] ?? 0) < limit && stands(i, word.end)) {
        flush();
        tokens.push({
          is: 'word',
          start: at,
          text: text.slice(at, (chars.at[word.end - 1] ?? at) + 1),
          classes: word.value,
          noun: word.value.some((it) => this.#nouns.has(it)),
        });
        i = word.end;
        continue;
      }
      if (name === '') nameStart = at;
      name += char;
      i++;
    }
    flush();
    return tokens;
  }
}
