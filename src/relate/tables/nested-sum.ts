import type { SumRelation } from '../../model/relation.js';

/** A row as the sum of all rows one level below it, whether codes or numbers show the levels. */
export const nestedSum = ({ total, terms }: Pick<SumRelation, 'total' | 'terms'>): SumRelation => ({
  kind: 'sum',
  check: 'table-hierarchy',
  doubt: null,
  total,
  terms,
  complete: true,
});
