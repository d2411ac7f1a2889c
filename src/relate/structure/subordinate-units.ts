import type { Reading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';

const none = /(?:无|没有)(?:下属|所属|下设)(?:的)?(?:二级)?(?:预算)?(?:单位|机构)/;
const some = /(?:下属|所属|下设)(?:共有|共|有)?([1-9]\d?)(?:个|家)(?:二级)?(?:预算|事业)?单位/;

/** 无下属单位 in one place and 下属3个单位 in another. */
export function subordinateUnits({ paragraphs }: Reading): WordsRelation[] {
  const find = (pattern: RegExp): ReturnType<typeof quoted> | null => {
    for (const { block, heading } of paragraphs) {
      const match = pattern.exec(block.text);
      if (match) return quoted(block, match.index, match[0], heading);
    }
    return null;
  };
  const [without, having] = [find(none), find(some)];
  const words = without ?? having;
  if (!words) return [];
  return [
    wordsRelation('subordinate-units', words, !(without && having), { against: without && having ? [having] : [] }),
  ];
}
