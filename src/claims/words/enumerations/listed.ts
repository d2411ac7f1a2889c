import { anyOf } from '../../../rulebook/any-of.js';
import { BodyReader } from './body.js';
import { areParallel, ItemReader, range, type Items } from './items.js';
import type { Count, Lexicon } from './lexicon.js';
import { masked } from './masked.js';

/** A list with where it stands, and all numbers of members that it may be read as. */
export interface Listed {
  readonly start: number;
  readonly end: number;
  readonly names: readonly string[];
  readonly possible: readonly number[];
  readonly partial: boolean;
}

const stop = /[，,。；;：:！？!?\n\t]/u;
/** No list is longer. */
const longest = 600;

/** Whether words that go on behind a comma name what was counted: 3个所属单位，单位包括…. No words do. */
const speaksOf = (again: string, noun: string): boolean =>
  again === '' || Array.from(again).some((_, i) => i + 2 <= again.length && noun.includes(again.slice(i, i + 2)));

/** So many names in a row are a list although no two of them look alike. */
const fewestUnlike = 4;
/** What a count counts, right behind it, up to the end of its clause. */
const counted = /^\p{sc=Han}{2,8}(?=[，,。；;、（(！？!?]|$)/u;

/** Names of many kinds right before the noun that counts them: 会计电算化、应用德语、染整技术、茶艺3个专业. One more or one less is a slip. */
const isPlain = (text: string, { end, value }: Count, { names, least, most }: Items): boolean =>
  counted.test(text.slice(end, end + 9)) &&
  (value === names.length || (names.length >= fewestUnlike && value >= least - 1 && value <= most + 1));

/** Finds the list that a count closes or opens. Made once for a rulebook. */
export class ListFinder {
  readonly #items: ItemReader;
  readonly #bodies: BodyReader;
  readonly #closers: RegExp;
  readonly #sums: RegExp;
  readonly #opens: RegExp;
  readonly #joints: RegExp;

  constructor(readonly lexicon: Lexicon) {
    const { rules } = lexicon;
    this.#items = new ItemReader(rules);
    this.#joints = new RegExp(`、|(?<=.)(?:${anyOf(rules.joins)})(?=.)`, 'u');
    this.#bodies = new BodyReader(lexicon, this.#items);
    this.#closers = new RegExp(`(?:${anyOf(rules.closers)})+$`, 'u');
    this.#sums = new RegExp(`(?:${anyOf(rules.sums)})$`, 'u');
    const [noun, again] = [`([^，,。；;：:、（(！？!?\\d\\s]{0,16}?)`, `([^，,。；;：:、（(！？!?\\d\\s]{0,10}?)`];
    const opens = `(?:${anyOf(rules.opens)})`;
    const pronoun = `[，,；;。]\\s*(?:${anyOf(rules.pronouns)})(?:${anyOf([...rules.opens, ...rules.copulas])})[：:]?`;
    this.#opens = new RegExp(
      `^${noun}(?:${pronoun}|(?:[，,]${again}|[；;。])?\\s*(?:${opens}[：:]?|[：:])|——|[（(](?:${opens})?[：:]?)\\s*`,
      'u',
    );
  }

  /** 综合股、人事股2个股室: the list right before a count. `text` is masked; `earlier`: the count before. */
  before(text: string, count: Count, earlier: Count | undefined): Listed | null {
    if (this.lexicon.isEvent(count.counter)) return null;
    let start = count.start;
    while (start > 0 && count.start - start < longest && !stop.test(text[start - 1] ?? '')) start--;
    if (earlier && earlier.end > start) start = earlier.end;
    const whole = text.slice(start, count.start).trimEnd();
    const summed = this.#sums.test(whole);
    const stretch = whole.replace(this.#closers, '');
    const names = stretch.split('、');
    const [head = '', ...more] = names;
    // members with numbers of their own are parts of a sum, no names; a member with a verb begins another clause
    if (more.some((it) => /\d/.test(it)) || this.#goesOn(more.at(-1) ?? '')) return null;
    const skip = Math.max(this.#nameIn(head), (/^.*\d\D/u.exec(head)?.[0].length ?? 1) - 1);
    const list = stretch.slice(skip);
    const items = this.#items.read(list, true);
    if (!items || (!items.partial && !areParallel(items.names) && !isPlain(text, count, items))) return null;
    if (summed && items.most < count.value && count.value - items.most > 1) return null;
    const from = start + skip;
    return this.#listed(from, from + list.length, items);
  }

  /** 3个股室：综合股、人事股和…: the list that a count opens. `text` is masked, `plain` is not. */
  after(text: string, plain: string, count: Count): Listed | null {
    const tail = text.slice(count.end, count.end + longest);
    const [opening, noun = '', again = ''] = this.#opens.exec(tail) ?? [];
    if (opening === undefined || !speaksOf(again, noun)) return null;
    const bracket = /[（(]/u.exec(opening);
    const from = count.end + opening.length;
    if (bracket) {
      const listed = this.#bracketed(plain, count.end + bracket.index, from, count);
      const close = text.slice(from, from + longest).search(/[）)]/u);
      // 3个乡（镇）：…: what the bracket holds is of the name
      return listed ?? (close < 0 ? null : this.after(text, plain, { ...count, end: from + close + 1 }));
    }
    return this.#bodies.read(tail.slice(opening.length), from, count);
  }

  /** The names of a stretch that is nothing but names, of one too. */
  namesIn(stretch: string): Items {
    const read = this.#items.read(stretch, true);
    if (read) return read;
    const names = stretch.split('、');
    return { names, least: names.length, most: stretch.split(this.#joints).length, partial: false };
  }

  #bracketed(plain: string, open: number, from: number, count: Count): Listed | null {
    const close = plain.slice(open, open + longest).search(/[）)]/u);
    // a bracket around the names hides them: 3个股室（综合股、人事股）
    const start = Math.max(from, open + 1);
    return close < 0 ? null : this.#bodies.read(masked(plain.slice(start, open + close)), start, count);
  }

  #listed(start: number, end: number, items: Items): Listed {
    return { start, end, names: items.names, possible: range(items.least, items.most), partial: items.partial };
  }

  /** Where the name begins in a first member that words stand before: 设置综合股 behind 设置. */
  #nameIn(head: string): number {
    const hits = [...head.matchAll(this.lexicon.heads)].filter((it) => it[0].length > 1 || it.index === 0);
    const last = hits.findLast((it) => head.length - it.index - it[0].length > 1);
    return last ? last.index + last[0].length : 0;
  }

  /** Whether a member goes on with a verb: 服务开展. */
  #goesOn(name: string): boolean {
    return [...name.matchAll(this.lexicon.leads)].some((it) => it[0].length > 1 && it.index > 1);
  }
}
