import { groupedBy } from '../../model/grouped.js';
import { cellKey, type TableReading } from '../../model/reading.js';
import type { Exhibit, WordsRelation } from '../../model/relation.js';
import { quoted, quotedCell, wordsRelation } from '../quoted.js';
import type { NarratedItem } from '../structure/narrated-items.js';

const plain = (text: string): string =>
  text
    .replace(/[\s\u3000"“”]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');

interface Account {
  readonly code: string;
  readonly name: string;
  readonly exhibit: Exhibit;
}

/** Subjects by function (201–234) that a table lists with code and name. */
function accountsOf(reading: TableReading): Account[] {
  return reading.rows.flatMap(({ index, code, role }): Account[] => {
    if (role === 'header' || !/^2\d{2}(?:\d{2}){0,2}$/.test(code)) return [];
    const column = reading.columns.find(
      (it) => it.role === 'text' && /\p{L}/u.test(reading.cells.get(cellKey(index, it.index))?.text ?? ''),
    );
    const exhibit = column ? quotedCell(reading, index, column.index) : null;
    return exhibit ? [{ code, name: plain(exhibit.text), exhibit }] : [];
  });
}

/** Items by the names of their group and their own: 行政事业单位医疗/行政单位医疗. */
function itemsByName(accounts: readonly Account[]): ReadonlyMap<string, readonly Account[]> {
  const groups = new Map(accounts.filter((it) => it.code.length === 5).map((it) => [it.code, it.name]));
  const items = accounts.filter((it) => it.code.length === 7);
  return groupedBy(items, (it) => `${groups.get(it.code.slice(0, 5)) ?? ''}/${it.name}`);
}

/**
 * 「医疗卫生与计划生育支出（类）行政事业单位医疗（款）行政单位医疗（项）」 against the table that lists the item: its group and item are
 * there, under a class of another name.
 */
export function accountNames(items: readonly NarratedItem[], tables: readonly TableReading[]): WordsRelation[] {
  if (items.length === 0) return [];
  const accounts = tables.flatMap(accountsOf);
  const listed = itemsByName(accounts);
  const classes = groupedBy(
    accounts.filter((it) => it.code.length === 3),
    (it) => it.code,
  );
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
