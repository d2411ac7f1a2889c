import type { Statement } from '../../model/statement.js';
import type { Rulebook } from '../../rulebook/rulebook.js';

/** A pattern of any of the words, the longest first. */
export const alternation = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((it) => it.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');

const notLetters = /[^\p{sc=Han}A-Za-z]+/gu;

/** Pairs of neighbouring characters: what names are compared by. */
export function termsOf(name: string, into: Set<string> = new Set<string>()): Set<string> {
  for (let i = 0; i + 1 < name.length; i++) into.add(name.slice(i, i + 2));
  return into;
}

/** Characters of what something is done with from which it has a name of its own. */
const leastOfActed = 4;

/** Makes of the words before a figure what it is called, by the words of rules/naming.yaml. */
export class Namer {
  readonly #fillers: RegExp;
  readonly #edges: RegExp;
  readonly #acts: RegExp;
  readonly #alike: RegExp;
  readonly #first: ReadonlyMap<string, string>;
  readonly #within: RegExp;
  readonly #share: RegExp;
  readonly #pointing: RegExp;
  readonly #apart: readonly (readonly [kind: string, words: RegExp])[];

  constructor({ naming }: Pick<Rulebook, 'naming'>) {
    const { before, earlier, now, next, start, end, endBefore } = naming.times;
    const times = [before, earlier, now, next, start, end, endBefore].flat().filter((it) => it.length < 4);
    this.#fillers = new RegExp(alternation([...naming.fillers, ...times]), 'g');
    this.#edges = new RegExp(`^(?:${alternation(naming.heads)})+|(?:${alternation(naming.ends)})+$`, 'g');
    this.#acts = new RegExp(`^(?:${alternation(naming.acts)})+`);
    this.#first = new Map(naming.alike.flatMap(([first, ...more]) => more.map((it) => [it, first ?? it] as const)));
    this.#alike = new RegExp(alternation([...this.#first.keys()]), 'g');
    this.#within = new RegExp(`([^，。；！？：、,;!?:()（）]+?)(?:${alternation(naming.within)})[，,]`, 'gu');
    this.#share = new RegExp(`^(.+?)(?:${alternation(naming.share)})(.+)$`, 'u');
    this.#pointing = new RegExp(`^(?:${alternation(naming.again.pointingFirst)})`);
    this.#apart = Object.entries(naming.apart).map(([kind, words]) => [kind, new RegExp(alternation(words))]);
  }

  /** The letters of simplified words that name something: what is done with it (开发|公益性岗位) is no part of its name. */
  name(words: string): string {
    const name = this.alike(words.replace(notLetters, '')).replace(this.#fillers, '').replace(this.#edges, '');
    const named = name.replace(this.#acts, '');
    return named.length >= leastOfActed ? named : name;
  }

  /** The letters of words, those that name one thing made one. */
  alike(words: string): string {
    return words.replace(notLetters, '').replace(this.#alike, (it) => this.#first.get(it) ?? it);
  }

  /** The name of what the words before a figure say it is a part of; null where they say nothing. */
  whole(words: string): string | null {
    const last = [...words.matchAll(this.#within)].at(-1)?.[1];
    return last === undefined ? null : this.name(last) || null;
  }

  /** What is a share of what, by the words right before the rate; null where they do not say both. */
  share(words: string): Statement['share'] {
    const match = this.#share.exec(words);
    const [part, whole] = [this.name(match?.[1] ?? ''), this.name(match?.[2] ?? '')];
    return part.length > 1 && whole.length > 1 ? { part: termsOf(part), whole: termsOf(whole) } : null;
  }

  /** The kinds of words that set a figure apart: 以上 of 65岁以上, not of 以上14个项目. */
  apart(words: string): Set<string> {
    const own = words.replace(this.#pointing, '');
    return new Set(this.#apart.flatMap(([kind, pattern]) => (pattern.test(own) ? [kind] : [])));
  }
}
