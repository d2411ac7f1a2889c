import type { TableReading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { quoted, wordsRelation } from '../quoted.js';
import type { NarratedItem } from '../structure/narrated-items.js';
import { accountsOf, plain, type Account } from './listed-subjects.js';

/** Items by the names of their group and their own: 行政事业单位医疗/行政单位医疗. */
function itemsByName(accounts: readonly Account[]): ReadonlyMap<string, readonly Account[]> {
  const groups = new Map(accounts.filter((it) => it.code.length === 5).map((it) => [it.code, it.name]));
  const items = new Map<string, Account[]>();
  for (const it of accounts) {
    if (it.code.length !== 7) continue;
    const key = `${groups.get(it.code.slice(0, 5)) ?? ''}/${it.name}`;
    items.set(key, [...(items.get(key) ?? []), it]);
  }
  return items;
}

/**
 * 「医疗卫生与计划生育支出（类）行政事业单位医疗（款）行政单位医疗（项）」 against the table that lists the item: its group and item are
 * there, under a class of another name.
 */
export function accountNames(items: readonly NarratedItem[], tables: readonly TableReading[]): WordsRelation[] {
  if (items.length === 0) return [];
  const accounts = tables.flatMap(accountsOf);
  const listed = itemsByName(accounts);
  const classes = new Map<string, Account[]>();
  for (const it of accounts) if (it.code.length === 3) classes.set(it.code, [...(classes.get(it.code) ?? []), it]);
  return items.flatMap(({ placed, names, at }): WordsRelation[] => {
    const [kind, group, item] = names;
    const named = (listed.get(`${plain(group)}/${plain(item)}`) ?? []).flatMap(
      (it) => classes.get(it.code.slice(0, 3)) ?? [],
    );
    const [first] = named;
    if (!first) return [];
    const holds = named.some((it) => it.name === plain(kind));
    const words = quoted(placed.block, at, placed.block.text.slice(at, at + kind.length), placed.heading);
    return [wordsRelation('account-name', words, holds, { wanted: first.name, against: [first.exhibit] })];
  });
}
