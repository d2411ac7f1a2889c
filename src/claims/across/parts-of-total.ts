import type { SumRelation } from '../../model/relation.js';
import type { Severity } from '../../model/report.js';
import type { Statement } from '../../model/statement.js';

/** The claim that parts told apart make a total, all of it. */
export const partsOfTotal = (total: Statement, parts: readonly Statement[], most: Severity): SumRelation => ({
  kind: 'sum',
  check: 'parts-of-total',
  doubt: null,
  total: total.figure,
  terms: parts.map(({ figure }) => ({ figure, weight: 1 })),
  complete: true,
  most,
});
