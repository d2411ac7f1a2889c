import type { Relation } from '../model/relation.js';
import type { Figure } from '../model/report.js';

function figuresOf(relation: Relation): readonly Figure[] {
  switch (relation.kind) {
    case 'sum':
      return [relation.total, ...relation.terms.map((term) => term.figure)];
    case 'share':
      return [relation.rate, relation.part, relation.whole, ...(relation.more ?? [])];
    case 'growth':
      return [relation.rate, relation.current, relation.prior, relation.delta].filter((it) => it !== null);
    case 'product':
      return [relation.total, ...relation.factors];
    case 'equal':
    case 'order':
      return [relation.left, relation.right];
    case 'at-most':
      return [relation.lesser, ...(relation.more ?? []), relation.greater];
    case 'items':
      return [relation.stated];
    case 'words':
      return [];
  }
}

/** Two ways to the same figures are one relation; the first found stays. */
export function unique(relations: readonly Relation[]): Relation[] {
  const seen = new Set<string>();
  return relations.filter((relation) => {
    if (relation.kind === 'words') return true;
    const key = [
      relation.kind,
      ...figuresOf(relation)
        .map((it) => it.id)
        .sort(),
    ].join(' ');
    return seen.size < seen.add(key).size;
  });
}
