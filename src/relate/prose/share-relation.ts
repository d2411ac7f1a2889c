import type { Doubt, ShareRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';

/** Of a share that no level fits of which its words leave only one. */
export const unnamedWhole: Doubt = { status: 'ambiguous', reason: 'the denominator is not named clearly' };

/** A printed share of an amount in a whole, or in what `whole` and `more` make together. */
export const shareRelation = (
  { rate, part }: { readonly rate: Figure; readonly part: Figure },
  whole: Figure,
  more: readonly Figure[] = [],
  doubt: Doubt | null = null,
): ShareRelation => ({
  kind: 'share',
  check: 'share-of-total',
  doubt,
  rate,
  part,
  whole,
  ...(more.length > 0 ? { more } : {}),
});
