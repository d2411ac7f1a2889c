import type { Term } from '../../model/printed.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';

/** A total of running text with its parts. `complete`: the words say that these are all of them. */
export const partsRelation = (
  total: Figure,
  terms: readonly Term[],
  doubt: Doubt | null = null,
  complete = true,
): SumRelation => ({ kind: 'sum', check: 'parts-of-total', doubt, total, terms, complete });

/** Of parts that do not make their total: something may have been added that the words do not print. */
export const perhapsMore: Doubt = { status: 'ambiguous', reason: 'the list may not be complete', asks: true };
