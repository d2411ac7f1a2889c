import { Trie } from '../../recognize/trie.js';
import type { Quantity } from '../../model/quantity.js';
import type { Mark, WordClass } from '../../model/description.js';
import type { Grammar } from '../../rulebook/grammar.js';
import { cut } from './cut.js';

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
    return cut(text, quantities, this.#trie).map((piece): Token => {
      if (piece.is !== 'word') return piece;
      const { start, value: classes } = piece;
      return { is: 'word', start, text: piece.text, classes, noun: classes.some((it) => this.#nouns.has(it)) };
    });
  }
}
