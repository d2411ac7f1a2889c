import { anyOf } from '../../../rulebook/any-of.js';
import { isLike, range, type ItemReader } from './items.js';
import type { Count, Lexicon } from './lexicon.js';
import type { Listed } from './listed.js';

/** A member that gives its own number: 老桥加固1.2亿元. */
const numbered = /^(\D{2,24}?)\d[\d.\p{Cc}]*([^\d，,；;]{1,5})$/u;

const parted = (text: string, marks: RegExp): string[] =>
  text
    .split(marks)
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Reads what stands behind the words that open a list: names, points, clauses. Made once for a rulebook. */
export class BodyReader {
  readonly #sumsUp: RegExp;
  readonly #leaves: RegExp;
  readonly #distributes: RegExp;
  readonly #dated: RegExp;
  readonly #alsoDated: RegExp;

  constructor(
    readonly lexicon: Lexicon,
    readonly items: ItemReader,
  ) {
    const { sums_up: sums, leaves, distributes, dated, joins } = lexicon.rules;
    this.#sumsUp = new RegExp(`[，,；;]\\s*[^，,；;、\\d]{0,8}?(?:${sums.source})[^，,；;、\\d]{0,8}\\d`, 'u');
    this.#leaves = new RegExp(`[，,；;]\\s*(?:${anyOf(leaves)})`, 'u');
    this.#distributes = new RegExp(`[，,；;]\\s*(?:${anyOf(distributes)})`, 'u');
    this.#dated = new RegExp(`^(?:${dated.source})`, 'u');
    this.#alsoDated = new RegExp(`(?:^|${anyOf(joins)}|、)(?:${dated.source})`, 'gu');
  }

  /** The list at the beginning of `tail`, masked text that begins at `from`. */
  read(tail: string, from: number, count: Count): Listed | null {
    if (this.lexicon.tellsOne(tail)) return this.#inTurn(tail, from, count);
    const happened = this.#happened(tail, from, count);
    if (happened) return happened;
    const [sentence = ''] = /^[^。！？!?\n]*/u.exec(tail) ?? [];
    const ends = [this.#sumsUp, this.#leaves, this.#distributes, this.#counts(count)].map(
      (it) => it.exec(sentence)?.index ?? Infinity,
    );
    const body = sentence.slice(0, Math.min(...ends));
    if (this.lexicon.counts(body).some((it) => it.counter === count.counter)) return null;
    const found = this.#named(body, from) ?? this.#measured(body, from, count);
    // what a rest takes up may be counted too
    return found && (ends[1] ?? 0) < Infinity ? { ...found, partial: true } : found;
  }

  /** Where a phrase counts anew: 出售6家公司，分别为…；注销1家公司. */
  #counts = ({ counter }: Count): RegExp => new RegExp(`[；;][^，,；;、：:]{1,6}1\\s*${counter}`, 'u');

  /** A list that ends with its clause or sentence, or whose members are clauses parted by semicolons: what fits the count is believed. */
  #named(body: string, from: number): Listed | null {
    const clause = /^[^，,；;：:]*/u.exec(body)?.[0] ?? '';
    const short = this.items.read(clause, false);
    const parts = parted(body, /[，,；;]/u);
    const points = parted(body, /[；;]/u);
    if (!short && points.length < 2) return null;
    // a clause that names no more members goes on about them: 市图书馆、市博物馆，均为公益一类
    const goesOn = parts.some((it) => !it.includes('、') && !(short && isLike(it, short.names)));
    const all = goesOn ? null : this.items.read(body.replace(/[，,；;]/gu, '、'), false);
    const possible = [
      ...(short ? range(short.least, short.most) : [parts.length]),
      ...(points.length > 1 ? [points.length] : []),
      ...(all ? range(all.least, all.most) : []),
    ];
    const names = short?.names ?? points;
    const shown = short ? clause : body;
    const partial = (short?.partial ?? false) || this.items.isOpen(body);
    return { start: from, end: from + shown.length, names, possible, partial };
  }

  /** Members that give a number each, parted by commas: 老桥加固1.2亿元，泵站迁建0.8亿元. One too many may tell more of the one before it. */
  #measured(body: string, from: number, count: Count): Listed | null {
    const parts = parted(body, /[，,]/u);
    const read = parts.map((it) => numbered.exec(it));
    const names = read.flatMap((it) => it?.[1] ?? []);
    const [unit, ...units] = new Set(read.map((it) => it?.[2] ?? ''));
    if (parts.length < 2 || names.length < parts.length || units.length > 0 || !unit) return null;
    const ends = new Set(names.map((it) => it.at(-1))).size;
    const areOneKind = names.every((it) => it.length > 2) && (ends === 1 || ends === names.length);
    if (parts.length > count.value && !areOneKind) return null;
    return { start: from, end: from + body.length, names, possible: [parts.length], partial: false };
  }

  /** Members that tell which they are: 一期建设主楼，二期建设裙楼. */
  #inTurn(tail: string, from: number, { counter }: Count): Listed | null {
    const [body = ''] = /^[^\n]*/u.exec(tail) ?? [];
    const turns = parted(body, /[，,；;。！？!?]/u).filter((it) => this.lexicon.turnOf(it)?.counter === counter);
    const inOrder = turns.every((it, i) => this.lexicon.turnOf(it)?.value === i + 1);
    if (turns.length < 2 || !inOrder || this.lexicon.more.test(body)) return null;
    return { start: from, end: from + body.length, names: turns, possible: [turns.length], partial: false };
  }

  /** Members that say when each came about, in one sentence or in one each: 3月18日审议决算，6月27日增补理事. */
  #happened(tail: string, from: number, count: Count): Listed | null {
    if (!this.#dated.test(tail)) return null;
    const sentences = /^[^\n]*/u.exec(tail)?.[0].split(/(?<=[。！？!?])/u) ?? [];
    const beyond = sentences.findIndex((it) => !this.#dated.test(it.trimStart()));
    const body = sentences.slice(0, beyond < 0 ? sentences.length : beyond).join('');
    if (this.lexicon.counts(body).some((it) => it.counter === count.counter)) return null;
    const parts = parted(body, /[，,；;、。！？!?]/u).filter((it) => this.#dated.test(it));
    const most = parts.reduce((sum, it) => sum + (it.match(this.#alsoDated)?.length ?? 1), 0);
    const open = this.items.isOpen(body.replace(/[。！？!?]$/u, ''));
    if (parts.length < 2) return null;
    return { start: from, end: from + body.length, names: parts, possible: range(parts.length, most), partial: open };
  }
}
