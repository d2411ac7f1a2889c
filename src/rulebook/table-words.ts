import { join } from 'node:path';
import { z } from 'zod';
import { readRules } from './yaml.js';

/** What the head of a row or column may say that its figures do; explained in rules/table-words.yaml. */
const headClasses = [
  'total',
  'difference',
  'growth',
  'share',
  'rate',
  'average',
  'price',
  'index',
  'opening',
  'closing',
  'inflow',
  'outflow',
  'cumulative',
  'current',
  'prior',
  'rank',
  'serial',
  'weight',
  'score',
  'limit',
  'held',
  'ofwhich',
  'less',
  'plus',
  'comparable',
  'excerpt',
  'remark',
  'tally',
  'money',
] as const;
export type HeadClass = (typeof headClasses)[number];

const list = z.array(z.string().min(1)).nonempty();
const tableWordsSchema = z.strictObject({
  classes: z.strictObject(Object.fromEntries(headClasses.map((it) => [it, list])) as Record<HeadClass, typeof list>),
  numberings: list,
});

/** What the words of a head say: every class met, and that of the word which ends last. */
export interface HeadWords {
  readonly all: ReadonlySet<HeadClass>;
  readonly head: HeadClass | null;
}

const nothing: HeadWords = { all: new Set(), head: null };

/** Reads heads of rows and columns by the classes of rules/table-words.yaml. */
export class TableWords {
  readonly #classes = new Map<string, HeadClass[]>();
  readonly #longest: number;
  readonly #known = new Map<string, HeadWords>();

  readonly #listed: Readonly<Record<HeadClass, readonly string[]>>;

  readonly #numberings: readonly RegExp[];

  constructor({ classes, numberings }: z.infer<typeof tableWordsSchema>) {
    this.#listed = classes;
    this.#numberings = numberings.map((it) => new RegExp(it));
    for (const it of headClasses)
      for (const word of classes[it]) this.#classes.set(word, [...(this.#classes.get(word) ?? []), it]);
    this.#longest = Math.max(...[...this.#classes.keys()].map((it) => it.length));
  }

  /** A label without its words of some classes, and without brackets and the number before it. */
  without(label: string, classes: readonly HeadClass[]): string {
    const bare = label.replace(/[（(][^（()）]*[)）]/g, '').replace(/^[\d.、．]+/, '');
    return classes
      .flatMap((it) => this.#listed[it])
      .sort((a, b) => b.length - a.length)
      .reduce((left, word) => left.replaceAll(word, ''), bare);
  }

  /** How deep the number before a label nests it, 0 = highest; null without one. */
  levelOf(label: string): number | null {
    const depth = this.#numberings.findIndex((it) => it.test(label));
    return depth < 0 ? null : depth;
  }

  /** Whether running text has a word of a class anywhere. */
  speaks(text: string, of: HeadClass): boolean {
    return this.#listed[of].some((word) => text.includes(word));
  }

  /** Brackets hold units and notes and are left out. */
  of(label: string): HeadWords {
    const known = this.#known.get(label);
    if (known) return known;
    const found = this.#read(label.replace(/[（(][^（()）]*[)）]/g, ''));
    if (this.#known.size < 4096) this.#known.set(label, found);
    return found;
  }

  #read(label: string): HeadWords {
    const all = new Set<HeadClass>();
    let head: HeadClass | null = null;
    for (let at = 0; at < label.length;) {
      let length = Math.min(this.#longest, label.length - at);
      while (length > 0 && !this.#classes.has(label.slice(at, at + length))) length--;
      const classes = this.#classes.get(label.slice(at, at + length)) ?? [];
      for (const it of classes) all.add(it);
      head = classes[0] ?? head;
      at += Math.max(1, length);
    }
    return head === null ? nothing : { all, head };
  }
}

export const readTableWords = (directory: string): TableWords =>
  new TableWords(readRules(join(directory, 'table-words.yaml'), tableWordsSchema, 'table-words.yaml'));
