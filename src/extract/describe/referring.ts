import type { Again, Pointing } from '../../model/statement.js';
import type { Figure } from '../../model/report.js';
import type { Naming } from '../../rulebook/naming.js';
import { alternation, type Namer } from './namer.js';

const notLetters = /[^\p{sc=Han}A-Za-z]+/gu;
/** Characters behind a figure among which 中 and 均 speak of what it counts. */
const nearBehind = 14;
/** Characters before a figure that are read. */
const longestBefore = 60;
/** Characters before it that may describe it, and behind it that may be what it counts. */
const longestDescription = 10;
const longestNoun = 10;
/** Characters from which a unit holds what it counts, too: 张床位. */
const leastNamed = 3;

/** Reads by its words whether a figure may refer back to one that was told before, by the words of rules/naming.yaml. */
export class Referring {
  readonly #notPointing: RegExp;
  readonly #pointed: RegExp;
  readonly #every: RegExp;
  readonly #taking: RegExp;
  readonly #taken: RegExp;
  readonly #described: RegExp;
  readonly #done: RegExp;
  readonly #within: RegExp;
  readonly #each: RegExp;
  readonly #plain: RegExp;
  readonly #nounEnds: RegExp;
  readonly #leading: RegExp;

  constructor(
    { again, within }: Pick<Naming, 'again' | 'within'>,
    readonly namer: Namer,
  ) {
    const [pointing, first, taking, described] = [
      again.pointing,
      again.pointingFirst,
      again.taking,
      again.described,
    ].map(alternation);
    this.#notPointing = new RegExp(`(?:${alternation(again.notPointing)})$`);
    this.#pointed = new RegExp(`(?:${pointing}|(?:^|${taking})(?:${first}))(.*(?:${described}))?$`);
    this.#every = new RegExp(`(?:${alternation(again.every)})$`);
    this.#taking = new RegExp(`(?:${taking})$`);
    this.#taken = new RegExp(`(?:${taking})(.{1,${longestDescription}})$`);
    this.#described = new RegExp(`(.+)(?:${described})$`);
    this.#done = new RegExp(`(?:${alternation(again.done)})(.{1,3})$`);
    this.#within = new RegExp(
      `^.{0,${nearBehind}}?(?:${alternation(within)})(?=${alternation(again.holds)}|$)|(?:${alternation(within)})$`,
    );
    this.#each = new RegExp(`^.{0,${nearBehind}}?(?:${alternation(again.each)})`);
    this.#plain = new RegExp(alternation(again.plain), 'g');
    this.#leading = new RegExp(`^(?:${described})`);
    this.#nounEnds = new RegExp(`(?:${alternation([...again.each, ...within])})`, 'u');
  }

  /** `before`: what stands in the clause of a figure before it, up to the figure before; `behind`: the same behind it. */
  read(before: string, behind: string, { unit, kind }: Pick<Figure, 'unit' | 'kind'>): Again | null {
    const words = before.slice(-longestBefore).replace(notLetters, '');
    const marks = new Set<Pointing>();
    const pointed = this.#notPointing.test(words) ? null : this.#pointed.exec(words);
    const done = this.#done.exec(words);
    const taken = this.#taking.exec(words) ?? this.#taken.exec(words);
    const every = this.#every.exec(words);
    const described = this.#described.exec(words);
    if (pointed) marks.add('pointed');
    if (every) marks.add('every');
    if (described ?? done) marks.add('described');
    if (taken) marks.add('taken');
    if (words === '') marks.add('first');
    if (this.#within.test(behind)) marks.add('within');
    if (this.#each.test(behind)) marks.add('each');
    if (marks.size === 0 && behind === '') return null;
    const own = pointed ? (pointed[1] ?? '') : done ? (done[1] ?? '') : taken ? (taken[1] ?? '') : words;
    const what = own
      .slice(-longestDescription)
      .replace(every?.[0] ?? /$^/, '')
      .replace(this.#plain, '');
    const counted = behind.slice(0, longestBefore).replace(this.#leading, '').split(this.#nounEnds)[0] ?? '';
    // 802|张床位: the unit names what it counts
    const inUnit = kind === 'count' && unit !== null && unit.length >= leastNamed ? unit.slice(1) : '';
    const noun = `${inUnit}${counted}`.replace(notLetters, '').slice(0, longestNoun);
    return { marks, described: what, noun, apart: this.namer.apart(`${own} ${noun}`) };
  }
}
