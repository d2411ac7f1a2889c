import type { AssertionClass } from '../../../model/assertion.js';
import type { Assertions } from '../../../rulebook/assertions.js';

/** A word of the classes at a place, with all classes that hold it. */
export interface Known {
  readonly text: string;
  readonly classes: ReadonlySet<AssertionClass>;
}

/** The words of rules/assertions.yaml, for finding the longest at a place. */
export class Lexicon {
  readonly #byFirst = new Map<string, Known[]>();

  constructor({ classes }: Assertions) {
    const words = new Map<string, Set<AssertionClass>>();
    for (const [name, list] of Object.entries(classes) as [AssertionClass, readonly string[]][])
      for (const word of list) words.set(word, (words.get(word) ?? new Set()).add(name));
    for (const [text, held] of words) {
      const [first = ''] = text;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { text, classes: held }]);
    }
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  at(text: string, start: number): Known | undefined {
    return this.#byFirst.get(text[start] ?? '')?.find((it) => text.startsWith(it.text, start));
  }
}
