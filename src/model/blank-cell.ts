import type { Doubt } from './relation.js';

/** A sum that lacks just what one blank cell may have held: whoever left it out knows. */
export const blankCell: Doubt = { status: 'ambiguous', reason: 'a cell that belongs to the sum is blank', asks: true };
