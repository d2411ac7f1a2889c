import type { Reading } from '../../model/reading.js';
import type { Relation } from '../../model/relation.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { contentsAgainstBody } from './contents.js';
import { copiedWords } from './copied-words.js';
import { emptyTables } from './empty-tables.js';
import { levelWords } from './level-words.js';
import type { NarratedItem } from './narrated-items.js';
import { references } from './references.js';
import { requiredTables } from './required-tables.js';
import { scopeWords } from './scope-words.js';
import { subordinateUnits } from './subordinate-units.js';

/** What the parts of a document claim of one another: contents and body, tables and their notes, cover and text. */
export const structureIn = (reading: Reading, narrated: readonly NarratedItem[], rulebook: Rulebook): Relation[] => [
  ...contentsAgainstBody(reading),
  ...emptyTables(reading, rulebook.wording),
  ...levelWords(reading),
  ...scopeWords(reading),
  ...references(reading),
  ...subordinateUnits(reading),
  ...requiredTables(reading, rulebook),
  ...copiedWords(narrated),
];
