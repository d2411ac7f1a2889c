import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { heldAgainstCover, onCover } from './cover.js';

/** 2024年区级部门预算: the cover says whose budget it is. */
const ownLevel = /([市区县省州旗])级(?:部门|单位|预算单位|预算部门)?(?:预算|决算)$/;
/** Definitions that say of whom the document speaks. */
const defined = /([市区县省州旗])级(?=预算主管部门|财政有经费领拨关系|财政拨款安排)/g;

/** The level of government that the cover names, against the level of which the definitions speak: 市级 in a 区级 budget is another's template. */
export function levelWords({ paragraphs }: Reading): WordsRelation[] {
  const own = onCover(paragraphs, ownLevel, ([, level]) => `${level}级`);
  if (!own) return [];
  return heldAgainstCover(paragraphs, own, {
    check: 'level-words',
    pattern: defined,
    contradicts: (says, ownLevelName) => says !== ownLevelName,
    wanted: () => own.exhibit.text,
  });
}
