import type { Each } from '../../model/description.js';
import type { Quantity } from '../../model/quantity.js';
import { recognizeQuantities } from '../../recognize/recognize.js';
import type { Grammar } from '../../rulebook/grammar.js';
import { worthOf, type Measures } from './measures.js';

/** Characters of the longest thing that is looked for behind 每, its number included. */
const longest = 6;

/** Reads what one unit of a figure is held against: 每千人 is a thousand 人, 每平方公里 a million m2, 户均 one 户. */
export class EachReader {
  readonly #known = new Map<string, Each | null>();

  constructor(
    readonly words: Grammar['each'],
    readonly measures: Measures,
  ) {}

  /** `lead` is what stands right before the figure. */
  read(lead: string, quantity: Quantity): Each[] {
    if (quantity.per) return quantity.per.split('·').flatMap((name) => this.#thing(name) ?? []);
    const found: { readonly at: number; readonly each: Each }[] = [];
    for (const [word, name] of Object.entries(this.words.short)) {
      const [at, each] = [lead.lastIndexOf(word), this.#thing(name)];
      if (at >= 0 && each) found.push({ at, each });
    }
    for (const mark of this.words.mark) {
      for (let at = lead.indexOf(mark); at >= 0; at = lead.indexOf(mark, at + 1)) {
        const each = this.#longest(lead.slice(at + mark.length, at + mark.length + longest));
        if (each) found.push({ at, each });
      }
    }
    return found.sort((a, b) => a.at - b.at).map((it) => it.each);
  }

  #longest(words: string): Each | null {
    for (let length = words.length; length >= 1; length--) {
      const found = this.#thing(words.slice(0, length));
      if (found) return found;
    }
    return null;
  }

  /** One thing of a name, as a figure of it would be read. */
  #thing(name: string): Each | null {
    const cached = this.#known.get(name);
    if (cached !== undefined) return cached;
    const each = this.#read(this.words.spans[name] ?? `1${name}`);
    this.#known.set(name, each);
    return each;
  }

  #read(text: string): Each | null {
    const [read] = recognizeQuantities(text);
    if (!read || read.end < text.length || read.unit === null) return null;
    const { measure, worth } = this.measures.of(read);
    const size = Number(read.value) * worthOf(worth);
    return size > 0 ? { measure, size } : null;
  }
}
