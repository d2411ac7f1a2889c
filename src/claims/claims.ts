import type { Described } from '../model/description.js';
import { isDecided } from '../model/decided.js';
import { figuresOf } from '../model/figures-of.js';
import type { Relation, Verdict } from '../model/relation.js';
import type { Figure } from '../model/report.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { across } from './across/across.js';
import { equations } from './equations.js';
import { dateClaims } from './words/dates/date-claims.js';
import { capitals } from './words/capitals/capitals.js';
import { conversions } from './words/conversions/conversions.js';
import { slipsIn } from './words/slips/slips.js';
import { misnamedIn } from './words/names/names.js';
import { enumerations } from './words/enumerations/enumerations.js';
import { assertions } from './words/assertions/assertions.js';
import { tableClaims } from './tables/tables.js';

/** Comparisons and counts of what is named say something else of two figures than an equation does. */
const apart: ReadonlySet<Relation['kind']> = new Set(['order', 'at-most', 'items']);

/** By what two ways of telling one claim are known for one: its figures. */
function keyOf(relation: Relation): string {
  const ids = [...new Set(figuresOf(relation).map((it) => it.id))].sort();
  return [apart.has(relation.kind) ? relation.kind : '', ...ids].join(' ');
}

/** Claims that are known to fail: what else fails of the same figures is the same fault. */
class Failing {
  readonly #sets = new Map<string, ReadonlySet<string>[]>();

  constructor(told: readonly Verdict[]) {
    for (const { alarm, figures } of told) {
      if (alarm === null || figures.length < 3) continue;
      const ids = new Set(figures.map((it) => it.id));
      for (const id of ids) {
        const known = this.#sets.get(id);
        if (known) known.push(ids);
        else this.#sets.set(id, [ids]);
      }
    }
  }

  /** Whether one of them is over all these figures. */
  holds(figures: readonly Figure[]): boolean {
    const [first, ...more] = figures;
    return first !== undefined && (this.#sets.get(first.id) ?? []).some((set) => more.every((it) => set.has(it.id)));
  }
}

/** Every claim of a document that `told` does not decide already, in reading order within each way of finding it. */
export function claims(described: Described, rulebook: Rulebook, told: readonly Verdict[]): Relation[] {
  const known = new Set(told.filter(isDecided).map(({ relation }) => keyOf(relation)));
  const failing = new Failing(told);
  const isNew = (relation: Relation): boolean => {
    const figures = figuresOf(relation);
    if (relation.kind === 'words' || figures.length === 0) return true;
    return !failing.holds(figures) && known.size < known.add(keyOf(relation)).size;
  };
  return [
    ...capitals(described.reading, rulebook),
    ...conversions(described.reading, rulebook),
    ...equations(described.tracks, rulebook.beliefs.weights, told),
    ...dateClaims(described, rulebook.times),
    ...enumerations(described.reading, rulebook),
    ...misnamedIn(described.reading, rulebook),
    ...slipsIn(described, rulebook),
    ...assertions(described, rulebook),
    ...across(described, rulebook.naming, told),
    ...tableClaims(described.reading, rulebook).relations,
  ].filter(isNew);
}
