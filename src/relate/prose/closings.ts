import { balance, closes, makes, plus, type Term } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Cues } from './cues.js';
import { headsFrom, seriesFrom, siblingsFrom, type ItemList } from './item-lists.js';
import { partsRelation } from './parts-relation.js';
import { RunningSums, unitsOf } from './quick-sum.js';
import { tracksOf, type Item, type Track } from './track.js';

const mostWholes = 8;
/** How many items back a total may stand. */
const farthest = 24;
const longestBehind = 12;

/** How many units of its last place a total must be for its parts not to have made it by chance. */
const telling = { said: 0, near: 20, unsaid: 1000, spread: 10_000 } as const;

interface Closing {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Finds the sums that hold in one track. From the last item to the first, so that the parts of a part are known before its own list is read. */
class Closings {
  readonly found: Closing[] = [];
  readonly #owners = new Map<number, number>();

  constructor(
    readonly track: Track,
    readonly leads: readonly Mention[],
    readonly cues: Cues,
    /** Lists whose parts stand in different paragraphs. */
    readonly spread: boolean,
  ) {
    for (let at = track.length - 1; at >= 1; at--) {
      this.#keep(this.#opening(at));
      if (!spread) this.#keep(this.#behind(at));
    }
  }

  #keep(closing: Closing | null): void {
    if (!closing) return;
    this.found.push(closing);
    const { total, parts } = closing;
    if (parts[0] === total + 1) for (const at of parts) this.#owners.set(at, total);
  }

  #terms(parts: readonly number[], sign: 1 | -1): Term[] {
    return parts.flatMap((at) => {
      const it = this.track[at];
      return it ? [{ figure: it.figure, weight: it.weight === sign ? (1 as const) : (-1 as const) }] : [];
    });
  }

  #sums(parts: readonly number[]): RunningSums {
    return new RunningSums(parts.flatMap((at) => this.track[at] ?? []));
  }

  #closes(whole: Item, parts: readonly number[], least: number): boolean {
    const it = balance(whole.figure, this.#terms(parts, whole.weight));
    if (!it || !closes(it) || this.#trivial(whole, parts, least)) return false;
    return unitsOf(whole.figure) >= least * (it.residual.coefficient === 0n ? 1 : 1 + parts.length);
  }

  /** X = X + next to nothing: the total printed again among its parts says nothing, unless words make it one of them and the others are 0. */
  #trivial(whole: Item, parts: readonly number[], least: number): boolean {
    const worths = parts.map((at) => unitsOf(this.track[at]?.figure ?? whole.figure));
    const again = parts.some((at) => {
      const part = this.track[at];
      return part !== undefined && makes(whole.figure, plus([part.figure]));
    });
    return again && (least > 0 || worths.filter((it) => it > 0).length > 1);
  }

  /** The first reading of a list that makes the whole: without a list nested in it, as it stands, or broken off early. */
  #reading(whole: Item, { parts, nested }: ItemList, sums: RunningSums, least: number): readonly number[] | null {
    const end = Math.min(parts.length, sums.length);
    const attempt = (head: number, from: number, to: number): readonly number[] | null => {
      if (head + to - from < 2 || !sums.mayMake(whole, head, from, to)) return null;
      const read = [...parts.slice(0, head), ...parts.slice(from, to)];
      return this.#closes(whole, read, least) ? read : null;
    };
    if (nested !== null) {
      for (let from = end; from > nested; from--) {
        const found = attempt(nested, from, end);
        if (found) return found;
      }
    }
    for (let to = end; to >= 2; to--) {
      const found = attempt(0, 0, to);
      if (found) return found;
    }
    return null;
  }

  /** What the words before a list say: that it is one, that one is near, or nothing. */
  #least(first: number): number {
    const [it, before] = [this.track[first], this.track[first - 1]];
    if (!it || this.spread) return telling.spread;
    const { open, whole, view } = this.cues;
    const said = (words: string): boolean => open.test(words) || whole.test(words) || view.test(words);
    const own = this.leads[it.at]?.lead ?? '';
    if (said(own) || it.group === it.at || (before && it.depth > before.depth)) return telling.said;
    return said(it.lead) ? telling.near : telling.unsaid;
  }

  #wholes(first: number, most: number, least: number): number[] {
    const part = this.track[first];
    const found: number[] = [];
    if (!part) return found;
    for (let at = first - 1; at >= Math.max(0, first - farthest) && found.length < most; at--) {
      const it = this.track[at];
      if (!it || it.depth > part.depth || (it.group !== null && it.group === part.group)) continue;
      if (unitsOf(it.figure) >= least) found.push(at);
    }
    return found;
  }

  #lists(first: number): readonly ItemList[] {
    const lists = this.spread
      ? [headsFrom(this.track, first, this.#owners, 'segment'), headsFrom(this.track, first, this.#owners, 'passage')]
      : [
          headsFrom(this.track, first, this.#owners, 'segment'),
          seriesFrom(this.track, first) ?? siblingsFrom(this.track, first, this.#owners, this.cues),
        ];
    return lists.filter(({ parts }) => parts.length >= 2);
  }

  #opening(first: number): Closing | null {
    const least = this.#least(first);
    const wholes = this.#wholes(first, least >= telling.unsaid ? mostWholes / 2 : mostWholes, least);
    if (wholes.length === 0) return null;
    const lists = this.#lists(first).map((list) => ({ list, sums: this.#sums(list.parts) }));
    for (const total of wholes) {
      const whole = this.track[total];
      for (const { list, sums } of lists) {
        const enough = list.skips ? Math.max(least, telling.unsaid) : least;
        const parts = whole ? this.#reading(whole, list, sums, enough) : null;
        if (parts) return { total, parts };
      }
    }
    return null;
  }

  /** A total behind its parts in one sentence, with no word that says so. */
  #behind(total: number): Closing | null {
    const whole = this.track[total];
    if (!whole || unitsOf(whole.figure) < telling.unsaid) return null;
    const parts: number[] = [];
    for (let at = total - 1; at >= 0 && parts.length < longestBehind; at--) {
      const it = this.track[at];
      if (it?.sentence !== whole.sentence) break;
      if (it.depth === whole.depth) parts.unshift(at);
    }
    const sums = this.#sums(parts);
    for (let from = 0; from + 2 <= sums.length; from++) {
      if (!sums.mayMake(whole, 0, from, sums.length)) continue;
      const read = parts.slice(from);
      if (this.#closes(whole, read, telling.unsaid)) return { total, parts: read };
    }
    return null;
  }

  relations(): SumRelation[] {
    return this.found.flatMap(({ total, parts }): SumRelation[] => {
      const whole = this.track[total];
      if (!whole) return [];
      return [partsRelation(whole.figure, this.#terms(parts, whole.weight))];
    });
  }
}

/** The totals of one passage with parts that make them, wherever words open a list or the figures alone leave no doubt. */
export const closingsIn = (passage: Passage, cues: Cues): SumRelation[] =>
  tracksOf([passage]).flatMap((track) => new Closings(track, passage.mentions, cues, false).relations());

/** The same over the paragraphs of a document: a total, and its parts each in a paragraph or sentence of its own. */
export function spreadClosings(passages: readonly Passage[], cues: Cues): SumRelation[] {
  const mentions = passages.flatMap((it) => it.mentions);
  return tracksOf(passages).flatMap((track) => new Closings(track, mentions, cues, true).relations());
}
