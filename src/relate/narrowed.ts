import type { Relation } from '../model/relation.js';
import type { Check } from '../rulebook/check.js';

/** The labels that say what a relation is of: of its whole, and of its parts. */
function labelsOf(relation: Relation): { readonly total: string; readonly terms: readonly string[] } | null {
  switch (relation.kind) {
    case 'sum':
      return { total: relation.total.label, terms: relation.terms.map((it) => it.figure.label) };
    case 'share':
      return { total: relation.rate.label, terms: [`${relation.part.label}/${relation.whole.label}`] };
    case 'at-most':
      return { total: relation.greater.label, terms: [relation.lesser.label] };
    case 'equal':
      return { total: relation.left.label, terms: [relation.right.label] };
    default:
      return null;
  }
}

/** Relations under the most special check that their labels name: 货物, 工程 and 服务 of 政府采购 are a matter of procurement. */
export function narrowed(checks: Iterable<Check>, relations: readonly Relation[]): Relation[] {
  const special = [...checks].flatMap(({ id, narrows }) => (narrows ? [{ id, ...narrows }] : []));
  const general = new Set(special.flatMap((it) => it.of));
  return relations.map((relation) => {
    const labels = general.has(relation.check) ? labelsOf(relation) : null;
    const own =
      labels &&
      special.find(
        (it) =>
          it.of.includes(relation.check) &&
          it.total.test(labels.total) &&
          labels.terms.every((label) => it.terms.test(label)),
      );
    return own ? { ...relation, check: own.id } : relation;
  });
}
