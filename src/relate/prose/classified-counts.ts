import { compare } from '../../model/decimal.js';
import { plus, printed, sameMeasure, together } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import { anyOf } from '../../rulebook/any-of.js';
import type { Prose } from '../../rulebook/prose.js';
import { isLevel } from './cues.js';
import { partsRelation } from './parts-relation.js';

/** A counted noun of so many characters is no chance: 非公务员人员, 不动产登记历史遗留问题. */
const shortest = 3;
const overall = /(?:共|共有|共计|总计|合计|总共)(?:为|有)?$/;

const unsaid: Doubt = { status: 'ambiguous', reason: 'the parts may overlap or be only some of them' };

const isCount = (it: Mention): boolean => isLevel(it) && it.figure.kind === 'count' && printed(it.figure) !== null;

/** What a count is said to have been found to be: 核实为|事业干部身份|的9名; null where its words say no such thing. */
function foundToBe({ before }: Mention, verbs: RegExp): { readonly verb: string; readonly as: string } | null {
  const [, verb = '', as = ''] = verbs.exec(before) ?? [];
  return verb === '' ? null : { verb, as };
}

/**
 * 共有58名非公务员人员…核实为干部身份的9名非公务员人员…核实为工人身份的49名非公务员人员: things counted once in all and once by what they
 * were found to be, with the same noun and the same verb, wherever they stand in the paragraph. More of them than there are is asked about;
 * fewer may leave some unnamed.
 */
export function classifiedCountsIn({ mentions }: Passage, { foundAs }: Prose): SumRelation[] {
  const verbs = new RegExp(`(${anyOf(foundAs)})([^，。；、]{1,16}?)的?$`);
  const counts = mentions.filter(isCount);
  return counts.flatMap((total): SumRelation[] => {
    const noun = total.figure.label;
    if (noun.length < shortest || !overall.test(total.before)) return [];
    const same = counts.filter(
      (it) => it !== total && sameMeasure(it.figure, total.figure) && it.figure.label === noun,
    );
    const found = same.map((it) => foundToBe(it, verbs));
    const kinds = new Set(found.map((it) => it?.as));
    const one = new Set(found.map((it) => it?.verb)).size === 1 && !found.includes(null);
    if (same.length < 2 || !one || kinds.size !== same.length) return [];
    const figures = same.map((it) => it.figure);
    const [sum, whole] = [together(figures), printed(total.figure)];
    if (!sum || !whole) return [];
    const order = compare(sum.value, whole.value);
    const doubt = order === 0 ? null : { ...unsaid, asks: order > 0 };
    return [partsRelation(total.figure, plus(figures), doubt, order >= 0)];
  });
}
