import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import type { Rulebook } from '../../rulebook/rulebook.js';
import { quoted, wordsRelation } from '../quoted.js';

const prefixes: Readonly<Record<string, string>> = { budget_dept: 'budget_', final_dept: 'final_' };

/** A budget or final account that discloses nothing: no table and no figure at all. */
export function requiredTables(reading: Reading, rulebook: Rulebook): WordsRelation[] {
  const prefix = prefixes[reading.metadata.reportKind ?? ''];
  const [first] = reading.paragraphs;
  if (prefix === undefined || !first) return [];
  const names = rulebook.tables.filter((it) => it.id.startsWith(prefix)).map((it) => it.name);
  const holds = reading.tables.length > 0 || reading.figures.length > 0;
  const words = quoted(first.block, 0, first.block.text.slice(0, 40), first.heading);
  return [wordsRelation('required-tables', words, holds, { wanted: names.join('、') })];
}
