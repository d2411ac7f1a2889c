import { makes, plus } from '../../model/printed.js';
import type { Act, Mention } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { Clause } from './clauses.js';

/** Longer lists go on to the end of their sentence. */
const mostParts = 64;

/** What 其中 opened: its first member, the figure that it divides (as an index into the mentions) and the parts so far. */
export interface PartList {
  readonly first: Clause;
  readonly whole: number | null;
  readonly parts: Figure[];
}

/** Follows the lists of parts of a text: 其中甲3万元、乙2万元 goes on through its sentence, unless a bracket closes it or its parts make the whole. */
export class PartLists {
  #list: PartList | null = null;

  constructor(readonly mentions: readonly Mention[]) {}

  /** The list that a figure is a part of; null where it is none. */
  of(clause: Clause, act: Act): PartList | null {
    if (/其中/.test(clause.lead)) {
      const whole = this.mentions.findLastIndex((it) => it.act === 'level' || it.act === 'to');
      this.#list = { first: clause, whole: whole < 0 ? null : whole, parts: [] };
    }
    const list = this.#list;
    if (!list || act !== 'level' || list.first.quantity.kind !== clause.quantity.kind) return null;
    return list.first.sentence === clause.sentence && clause.depth >= list.first.depth ? list : null;
  }

  /** Adds a part; the list ends where its parts make the whole. */
  add(list: PartList, figure: Figure): void {
    list.parts.push(figure);
    const whole = this.wholeOf(list);
    if (whole && list.parts.length <= mostParts && makes(whole.figure, plus(list.parts))) this.#list = null;
  }

  wholeOf(list: PartList | null): Mention | null {
    return list === null || list.whole === null ? null : (this.mentions[list.whole] ?? null);
  }
}
