import type { Reading } from '../../../model/reading.js';
import type { WordsRelation } from '../../../model/relation.js';
import type { Rulebook } from '../../../rulebook/rulebook.js';
import { otherAgencies } from './agencies.js';
import { nameDrift } from './drift.js';
import { persons } from './persons.js';
import type { Line } from '../lines.js';

/** Names that cannot be meant: another organisation's in a sentence about this one, and one thing called by two names. */
export function misnamedIn({ paragraphs, ownNames }: Reading, { names, prose }: Rulebook): WordsRelation[] {
  const lines = paragraphs.map((placed): Line => ({ placed, text: prose.simplify(placed.block.text) }));
  return [...otherAgencies(lines, ownNames, names), ...persons(lines, names), ...nameDrift(lines, names)];
}
