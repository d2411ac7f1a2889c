import { dense } from '../../model/dense.js';
import type { EqualRelation } from '../../model/relation.js';
import type { NarratedItem } from '../structure/narrated-items.js';

/** The amount that stands right behind the item's name. */
const afterName = /(?:项[）)][”"]?|[”"]科目)$/u;
/** The amount of the year itself: what a budget arranges, what the accounts show. */
const ofYear = /(?:预算安排|支出决算)(?:数)?(?:为|是)?$/u;
const another = /上年|去年|执行数|同期/u;

/** A paragraph of one item names its amount twice: behind the item's name, and as 预算安排 or 支出决算 of the year. */
export function itemAmounts(items: readonly NarratedItem[], year: number | null): EqualRelation[] {
  return items.flatMap(({ passage }): EqualRelation[] => {
    const amounts = passage?.mentions.filter((it) => it.figure.kind === 'money' && it.act !== 'delta') ?? [];
    const head = amounts.find((it) => afterName.test(dense(it.lead)));
    const own = amounts.filter((it) => {
      const words = dense(it.before);
      const years = [...words.matchAll(/((?:19|20)\d{2})年/g)].map((match) => Number(match[1]));
      return ofYear.test(words) && !another.test(words) && years.every((named) => year === null || named === year);
    });
    const [stated, ...more] = own;
    if (!head || !stated || more.length > 0 || head === stated) return [];
    return [{ kind: 'equal', check: 'item-amount', doubt: null, left: head.figure, right: stated.figure }];
  });
}
