import { absolute, add, compare, decimal, hundred, shift, subtract, sum } from '../../model/decimal.js';
import type { Placed } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';

const structure = /(?:结构|比重|占比|比例)[^。；，]{0,160}/g;
const ratio = /(?<![\d.])\d+(?:\.\d+)?(?:\s*[:：∶]\s*\d+(?:\.\d+)?){2,}/g;
/** Between what names a structure and its parts, or from its parts before to those now. */
const farthest = 16;
/** How far apart 100 and the sum of parts may be: their last digits, one unit each. */
const unitOf = (number: string): ReturnType<typeof decimal> =>
  shift(decimal('1'), -(number.split('.')[1]?.length ?? 0));

/** 三次产业结构为10.2∶40.5∶49.3: the parts of a structure make 100. A proportion of other things (1∶2∶3) is none. */
export function structureTotals({ block, heading }: Placed): WordsRelation[] {
  return [...block.text.matchAll(structure)].flatMap((match) => totalsIn(match, block, heading));
}

/** 由15.2∶38.4∶46.4调整为14.6∶39.7∶45.7: each structure that is told behind its name. */
function totalsIn(match: RegExpExecArray, block: Placed['block'], heading: Placed['heading']): WordsRelation[] {
  let end = 0;
  return [...match[0].matchAll(ratio)].flatMap((found): WordsRelation[] => {
    const [text] = found;
    if (found.index - end > farthest) return [];
    end = found.index + text.length;
    const parts = text.split(/\s*[:：∶]\s*/);
    const total = sum(parts.map((it) => decimal(it)));
    const gap = absolute(subtract(total, hundred));
    if (compare(gap, decimal('20')) > 0) return [];
    const slack = parts.map(unitOf).reduce(add);
    const words = quoted(block, match.index + found.index, text, heading);
    return [wordsRelation('structure-total', words, compare(gap, slack) <= 0)];
  });
}
