import type { Described } from '../../../model/description.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';
import type { Line } from '../lines.js';
import { points } from './points.js';
import { productUnits } from './product-units.js';
import { sameDigits } from './same-digits.js';
import { contradictedStates } from './states.js';
import { unitSlips } from './unit-slips.js';

/** Figures in a unit that the figures beside them show to be wrong, and things said to be all done and yet not. */
export function slipsIn({ reading, tracks }: Described, { slips, prose }: Rulebook): WordsRelation[] {
  const lines = reading.paragraphs.map((placed): Line => ({ placed, text: prose.simplify(placed.block.text) }));
  return onceEach([
    ...unitSlips(tracks, slips),
    ...productUnits(tracks, slips),
    ...sameDigits(reading),
    ...points(tracks, slips),
    ...contradictedStates(lines, slips),
  ]);
}

/** Of several ways to see that one figure is wrong the first; of claims of one check that hold one speaks for all. */
function onceEach(found: readonly WordsRelation[]): WordsRelation[] {
  const told = new Set<string>();
  return found.filter(({ holds, words, check }) => {
    const key = holds ? check : `${check} ${words.block} ${words.start}`;
    return told.size < told.add(key).size;
  });
}
