import type { Described } from '../model/description.js';
import { figuresOf } from '../model/figures-of.js';
import type { Relation, Verdict } from '../model/relation.js';
import type { Rulebook } from '../rulebook/rulebook.js';
import { equations } from './equations.js';
import { tableClaims } from './tables/tables.js';

const isDecided = ({ status }: Verdict): boolean =>
  status === 'passed' || status === 'passed_with_rounding' || status === 'failed';

/** Comparisons and counts of what is named say something else of two figures than an equation does. */
const apart: ReadonlySet<Relation['kind']> = new Set(['order', 'at-most', 'items']);

/** By what two ways of telling one claim are known for one: its figures. */
function keyOf(relation: Relation): string {
  const ids = [...new Set(figuresOf(relation).map((it) => it.id))].sort();
  return [apart.has(relation.kind) ? relation.kind : '', ...ids].join(' ');
}

/** Every claim of a document that `told` does not decide already, in reading order within each way of finding it. */
export function claims(described: Described, rulebook: Rulebook, told: readonly Verdict[]): Relation[] {
  const known = new Set(told.filter(isDecided).map(({ relation }) => keyOf(relation)));
  const isNew = (relation: Relation): boolean =>
    relation.kind === 'words' || known.size < known.add(keyOf(relation)).size;
  return [
    ...equations(described.tracks, rulebook.beliefs.weights, told),
    ...tableClaims(described.reading, rulebook).relations,
  ].filter(isNew);
}
