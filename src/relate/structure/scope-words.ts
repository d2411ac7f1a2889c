import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { heldAgainstCover, onCover } from './cover.js';

const title = /(单位|部门)(预算|决算)(?:公开)?(?:编制)?(?:说明|报告)?$/;
const arranged = /(部门|单位)(预算|决算)安排/g;

/** 部门预算安排 in a budget of a 单位: the sentence comes from the department's text, and so may its figures. */
export function scopeWords({ paragraphs }: Reading): WordsRelation[] {
  const own = onCover(paragraphs, title, ([, scope, document]) => `${scope}${document}`);
  if (!own) return [];
  return heldAgainstCover(paragraphs, own, {
    check: 'scope-words',
    pattern: arranged,
    contradicts: (says, scope) => says === '部门' && scope === '单位',
    wanted: ({ says, words }) => words.text.replace(says, own.says),
  });
}
