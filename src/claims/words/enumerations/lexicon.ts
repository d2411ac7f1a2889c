import { anyOf } from '../../../rulebook/any-of.js';
import type { Enumerations } from '../../../rulebook/enumerations.js';

/** A number with the word by which things are counted, at its place in a text. */
export interface Count {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly counter: string;
}

/** Numbers above are no counts of things that somebody lists. */
const most = 40;

/** Digits of a number below a hundred: ten multiplies what stands before it. */
export function numberOf(text: string, numerals: Readonly<Record<string, number>>): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  let [sum, last] = [0, 0];
  for (const char of text) {
    const value = numerals[char];
    if (value === undefined || (last > 0 && value < 10)) return null;
    if (value === 10) [sum, last] = [sum + (last || 1) * 10, 0];
    else last = value;
  }
  return sum + last;
}

/** The words of enumerations as patterns, made once for a rulebook. */
export class Lexicon {
  readonly #count: RegExp;
  readonly #uncounted: RegExp;
  readonly #notBehind: RegExp;
  readonly #single: RegExp;
  readonly #turn: RegExp;
  readonly #events: ReadonlySet<string>;
  readonly #refers: RegExp;
  readonly #whole: RegExp;
  readonly #leftOut: RegExp;
  readonly #counted: RegExp;
  readonly #state: RegExp;
  readonly #numbered: ReadonlySet<string>;
  readonly points: RegExp;
  readonly announces: RegExp;
  readonly some: RegExp;
  readonly divides: RegExp;
  readonly more: RegExp;
  readonly leads: RegExp;
  /** What the name of a first member stands behind. */
  readonly heads: RegExp;

  constructor(readonly rules: Enumerations) {
    const digits = Object.keys(rules.numerals).join('');
    this.#count = new RegExp(
      `(?<![\\d.,${digits}${rules.greater}])(\\d{1,2}|[${digits}]{1,3})\\s*(${anyOf(rules.counters)})`,
      'gu',
    );
    this.#uncounted = new RegExp(`(?:${anyOf(rules.uncounted)})$`, 'u');
    this.#notBehind = new RegExp(`^(?:${anyOf([...rules.round, ...rules.units])})`, 'u');
    this.#single = new RegExp(`^(?:${rules.circled[0]}|[1${digits[0]}]\\s*(?:${anyOf(rules.counters)}))`, 'u');
    this.#turn = new RegExp(`^${rules.nth}?(\\d{1,2}|[${digits}]{1,3})\\s*(${anyOf(rules.counters)})`, 'u');
    // 60岁以上3人 refers to nothing
    this.#refers = new RegExp(`(?:^|[^\\p{L}\\d])(?:${anyOf(rules.refers)})(?:${anyOf(rules.closers)})?$`, 'u');
    this.#whole = new RegExp(`(?:${anyOf(rules.whole)})[^，,。；;：:、\\d]{0,8}$`, 'u');
    const linking = `(?:${anyOf(rules.linking)})`;
    const others = `(?:${anyOf(rules.leaves)})?`;
    this.#leftOut = new RegExp(
      `(?<![${rules.not_without}])(?:${anyOf(rules.without)})([^，,。；;：:\\d]{2,40}?)(?:${anyOf(rules.apart)})[，,]?${linking}?${others}${linking}?$`,
      'u',
    );
    this.#counted = new RegExp(`(?:${anyOf(rules.closers)})?[${digits}]\\s*(?:${anyOf(rules.counters)}).*$`, 'u');
    this.#state = new RegExp(`((?:${anyOf(rules.states)})\\p{sc=Han}{1,6})${linking}$`, 'u');
    this.#numbered = new Set(rules.numbered);
    this.#events = new Set(rules.events);
    this.points = new RegExp(`(?:${anyOf(rules.points)})`, 'u');
    this.announces = new RegExp(`(?:${anyOf(rules.announces)})`, 'u');
    this.divides = new RegExp(`(?:${anyOf(rules.divides)})(?:${anyOf(rules.announces)})?$`, 'u');
    this.more = new RegExp(`(?:${anyOf(rules.more)})`, 'u');
    this.some = new RegExp(`(?:${anyOf(rules.some)})`, 'u');
    this.leads = new RegExp(`(?:${anyOf(rules.leads)})`, 'gu');
    this.heads = new RegExp(`(?:${anyOf([...rules.leads, ...rules.verbs])})(?:${anyOf(rules.aspects)})?`, 'gu');
  }

  isEvent(counter: string): boolean {
    return this.#events.has(counter);
  }

  /** Whether a text begins with the first member that it tells of by its number: 一方面…, 一类是…. */
  tellsOne(text: string): boolean {
    return this.#single.test(text.trimStart());
  }

  /** The number that a member begins with, and its counter: 二期 of 二期建设裙楼. */
  turnOf(member: string): { readonly value: number | null; readonly counter: string } | null {
    const [, number = '', counter = ''] = this.#turn.exec(member) ?? [];
    return counter === '' ? null : { value: numberOf(number, this.rules.numerals), counter };
  }

  /** Whether the words that end a text refer to what was listed before. */
  refersTo = (text: string): boolean => this.#refers.test(text.slice(-10));

  /** Whether the words before a count say that it is of all there are. */
  isWhole(before: string): boolean {
    return this.#whole.test(before.slice(-16));
  }

  /** The names that words right before a count leave out: 除甲、乙外的其他. */
  leftOut(before: string): { readonly start: number; readonly names: string } | null {
    const hit = this.#leftOut.exec(before);
    if (!hit) return null;
    const [all, names = ''] = hit;
    return { start: hit.index + all.indexOf(names), names: names.replace(this.#counted, '') };
  }

  /** The state that words right before a count name: 已封顶 of 已封顶的. */
  stateBefore(before: string): { readonly said: string; readonly length: number } | null {
    const [all, said = ''] = this.#state.exec(before) ?? [];
    return all === undefined ? null : { said, length: all.length };
  }

  /** How the last of what a count counts is called: 第12个. */
  nth = ({ value, counter }: Count): string => `${this.rules.nth}${value}${counter}`;

  /** Whether a column of that name numbers the rows. */
  numbers(name: string): boolean {
    return this.#numbered.has(name.replace(/\s+/g, ''));
  }

  /** Exact counts of two or more, in order. */
  counts(text: string): Count[] {
    return [...text.matchAll(this.#count)].flatMap((hit): Count[] => {
      const [all, number = '', counter = ''] = hit;
      const [start, end] = [hit.index, hit.index + all.length];
      const value = numberOf(number, this.rules.numerals);
      if (value === null || value < 2 || value > most) return [];
      if (this.#uncounted.test(text.slice(Math.max(0, start - 4), start))) return [];
      return this.#notBehind.test(text.slice(end, end + 4)) ? [] : [{ start, end, value, counter }];
    });
  }
}
