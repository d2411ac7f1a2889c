import type { Relation } from './relation.js';
import type { Figure } from './report.js';

/** The figures that a claim is about, in the order of its parts; none for words. */
export function figuresOf(relation: Relation): readonly Figure[] {
  switch (relation.kind) {
    case 'sum':
      return [relation.total, ...relation.terms.map((term) => term.figure)];
    case 'share':
      return [relation.rate, relation.part, relation.whole, ...(relation.more ?? [])];
    case 'growth':
      return [relation.rate, relation.current, relation.prior, relation.delta].filter((it) => it !== null);
    case 'product':
      return [relation.total, ...relation.factors];
    case 'computed':
      return [
        ...new Set([relation.stated, ...[...relation.over, ...relation.under].flatMap(({ figures }) => figures)]),
      ];
    case 'equal':
    case 'order':
      return [relation.left, relation.right];
    case 'at-most':
      return [relation.lesser, ...(relation.more ?? []), relation.greater];
    case 'items':
      return 'kind' in relation.stated ? [relation.stated] : [];
    case 'words':
      return [];
  }
}
