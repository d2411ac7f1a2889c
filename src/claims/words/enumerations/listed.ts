import { anyOf } from '../../../rulebook/any-of.js';
import { areParallel, isLike, ItemReader, type Items } from './items.js';
import type { Count, Lexicon } from './lexicon.js';

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

const range = (least: number, most: number): number[] => Array.from({ length: most - least + 1 }, (_, i) => least + i);

/** Whether words that go on behind a comma name what was counted: 3个所属单位，单位包括…. No words do. */
const speaksOf = (again: string, noun: string): boolean =>
  again === '' || Array.from(again).some((_, i) => i + 2 <= again.length && noun.includes(again.slice(i, i + 2)));

/** Finds the list that a count closes or opens. Made once for a rulebook. */
export class ListFinder {
  readonly #items: ItemReader;
  readonly #closers: RegExp;
  readonly #sums: RegExp;
  readonly #opens: RegExp;

  constructor(readonly lexicon: Lexicon) {
    const { rules } = lexicon;
    this.#items = new ItemReader(rules);
    this.#closers = new RegExp(`(?:${anyOf(rules.closers)})+$`, 'u');
    this.#sums = new RegExp(`(?:${anyOf(rules.sums)})$`, 'u');
    const [noun, again] = [`([^，,。；;：:、（(！？!?\\d\\s]{0,16}?)`, `([^，,。；;：:、（(！？!?\\d\\s]{0,10}?)`];
    const opens = `(?:${anyOf(rules.opens)})`;
    this.#opens = new RegExp(
      `^${noun}(?:(?:[，,]${again})?\\s*(?:${opens}[：:]?|[：:])|——|[（(](?:${opens})?[：:]?)\\s*`,
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
    if (!items || (!items.partial && !areParallel(items.names))) return null;
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
    const [body = ''] = /^[^。！？!?\n]*/u.exec(tail.slice(opening.length)) ?? [];
    return this.#body(body, from, count);
  }

  #bracketed(plain: string, open: number, from: number, count: Count): Listed | null {
    const close = plain.slice(open, open + longest).search(/[）)]/u);
    // a bracket around the names hides them: 3个股室（综合股、人事股）
    return close < 0
      ? null
      : this.#body(plain.slice(Math.max(from, open + 1), open + close), Math.max(from, open + 1), count);
  }

  /** A list that ends with its clause, with its sentence, or whose members are clauses: what fits the count is believed. */
  #body(body: string, from: number, count: Count): Listed | null {
    if (this.lexicon.tellsOne(body)) return null;
    const clause = /^[^，,；;：:]*/u.exec(body)?.[0] ?? '';
    const short = this.#items.read(clause, false);
    const parts = body.split(/[，,；;]/u).filter((it) => it.trim() !== '');
    const points = body.split(/[；;]/u).filter((it) => it.trim() !== '');
    if (!short && points.length < 2) return null;
    if (this.lexicon.counts(body).some((it) => it.counter === count.counter)) return null;
    // a clause that names no more members goes on about them: 市图书馆、市博物馆，均为公益一类
    const goesOn = parts.some((it) => !it.includes('、') && !(short && isLike(it, short.names)));
    const all = goesOn ? null : this.#items.read(body.replace(/[，,；;]/gu, '、'), false);
    const possible = [
      ...(short ? range(short.least, short.most) : [parts.length]),
      ...(points.length > 1 ? [points.length] : []),
      ...(all ? range(all.least, all.most) : []),
    ];
    const names = short?.names ?? points;
    const shown = short ? clause : body;
    const partial = (short?.partial ?? false) || this.#items.isOpen(body);
    return { start: from, end: from + shown.length, names, possible, partial };
  }

  #listed(start: number, end: number, items: Items): Listed {
    return { start, end, names: items.names, possible: range(items.least, items.most), partial: items.partial };
  }

  /** Where the name begins in a first member that words stand before: 设置综合股 behind 设置. */
  #nameIn(head: string): number {
    const hits = [...head.matchAll(this.lexicon.leads)].filter((it) => it[0].length > 1 || it.index === 0);
    const last = hits.findLast((it) => head.length - it.index - it[0].length > 1);
    return last ? last.index + last[0].length : 0;
  }

  /** Whether a member goes on with a verb: 服务开展. */
  #goesOn(name: string): boolean {
    return [...name.matchAll(this.lexicon.leads)].some((it) => it[0].length > 1 && it.index > 1);
  }
}
