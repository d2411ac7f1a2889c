import type { Level } from './levels.js';
import { isWord } from './line.js';
import { half } from './nearness.js';
import { clauseOf, shared, type Asked } from './statement.js';

/** A member of a series with the words that name it. */
export interface Member {
  readonly level: Level;
  readonly name: string;
  /** Named by its place in a list: only the whole name speaks of it. */
  readonly isListed: boolean;
}

/** Figures of one measure of which one may be the most. */
export interface Series {
  readonly members: readonly Member[];
  /** What a list measures: 完成率|依次为…. */
  readonly lead: string;
}

/** A series is no table. */
const [fewest, most] = [3, 40];

/** A list of names stands this near before its figures, each name no longer. */
const [nearest, longest] = [60, 14];

/** What each figure is called, as printed: a figure without a name goes on with the one before. */
function ownNames({ text, items }: Asked, levels: readonly Level[]): Member[] {
  let name = '';
  return levels.map((level) => {
    let from = level.at - 1;
    while (from >= 0 && items[from]?.is === 'word') from--;
    const own = text.slice(items[from]?.end ?? 0, level.start).replace(/[^\p{L}\p{N}]/gu, '');
    if (own !== '') name = own;
    return { level, name, isListed: false };
  });
}

/** 甲、乙、丙三镇的办结率分别为: as many names as a list has figures, set apart before it. */
function namesBefore({ text, items }: Asked, first: Level, count: number): string[] | null {
  const { from } = clauseOf({ text, items }, first);
  const start = Math.max(items[from - 1]?.end ?? 0, first.start - nearest);
  const inside = items.filter((it) => it.start >= start && it.at < first.at && it.clause === first.clause);
  const cuts = inside.filter((it) => (it.is === 'mark' && it.mark === 'item') || isWord(it, 'and'));
  if (cuts.length !== count - 1) return null;
  const names = cuts.map((cut, i) => text.slice(cuts[i - 1]?.end ?? start, cut.start).trim());
  const size = Math.max(...names.slice(1).map((it) => it.length), Math.min(names[0]?.length ?? 0, 6));
  const last = text.slice(cuts.at(-1)?.end, first.start).trim().slice(0, size);
  return areNames([...names, last]) ? [...names, last] : null;
}

const areNames = (names: readonly string[]): boolean =>
  new Set(names).size === names.length && names.every((it) => it.length >= 2 && it.length <= longest);

/** The runs of figures that go on with each other, and the others. */
function listsOf(levels: readonly Level[], all: readonly Level[]): { lists: Level[][]; others: Level[] } {
  const lists: Level[][] = [];
  for (const it of levels) {
    const last = lists.at(-1)?.at(-1);
    if (it.isMember && last && all[all.indexOf(it) - 1] === last) lists.at(-1)?.push(it);
    else lists.push([it]);
  }
  const isList = (it: readonly Level[]): boolean => it.length >= fewest;
  return { lists: lists.filter(isList), others: lists.filter((it) => !isList(it)).flat() };
}

/** A list names its members itself, or those before it do, one for one. */
function named(asked: Asked, list: readonly Level[], before: readonly (readonly Member[])[]): Member[] | null {
  const own = ownNames(asked, list);
  if (areNames(own.map((it) => it.name))) return own;
  const [first] = list;
  const listed = before.findLast(
    (it) =>
      it.length === list.length && it[0]?.level.sentence === first?.sentence && areNames(it.map((one) => one.name)),
  );
  const names = first && (namesBefore(asked, first, list.length) ?? listed?.map((it) => it.name));
  return names ? list.map((level, i) => ({ level, name: names[i] ?? '', isListed: true })) : null;
}

/** Leaves out what the others make together. */
function withoutTotals(members: readonly Member[]): Member[] {
  const sum = members.reduce((all, it) => all + it.level.value, 0);
  return members.filter(({ level }) => Math.abs(2 * level.value - sum) > half(level) * members.length);
}

/** The series that some figures of a text make: lists, each by itself, and figures of one measure told one by one. */
export function seriesOf(asked: Asked, levels: readonly Level[]): Series[] {
  const { lists, others } = listsOf(levels, asked.levels);
  const found: Series[] = [];
  const told: (readonly Member[])[] = [];
  for (const list of lists) {
    const members = named(asked, list, told);
    const uniform = list.every((it) => it.measure === list[0]?.measure);
    if (members) told.push(members);
    const isListed = members?.every((it) => it.isListed) === true;
    const lead = isListed ? (ownNames(asked, list)[0]?.name ?? '') : '';
    if (members && uniform) found.push({ members, lead });
  }
  for (const measure of new Set(others.map((it) => it.measure))) {
    const all = ownNames(asked, others);
    const members = all.filter(({ level }) => level.measure === measure);
    if (members.length >= fewest) found.push({ members: withoutTotals(members), lead: '' });
  }
  return found.filter(({ members }) => members.length >= fewest && members.length <= most);
}

/** The longest stretch that two texts share. */
function common(a: string, b: string): string {
  let best = '';
  for (let i = 0; i < a.length; i++)
    while (i + best.length < a.length && b.includes(a.slice(i, i + best.length + 1)))
      best = a.slice(i, i + best.length + 1);
  return best;
}

/** Longer names are read by their end. */
const readEnd = 24;

/** The member that a stretch of text names; null where none or several may be meant, or but a part of a name is in it that is not its head or end. */
export function namedIn(members: readonly Member[], text: string, by: 'head' | 'end' = 'head'): Member | null {
  const words = text.replace(/[^\p{L}\p{N}]/gu, '');
  const rated = members
    .map((it) => {
      const name = it.name.slice(-readEnd);
      const found = it.isListed && !words.includes(name) ? '' : common(name, words);
      const isBorder = by === 'head' ? name.startsWith(found) : name.endsWith(found);
      const isMost = isBorder || found.length >= Math.min(name.length, words.length) / 2;
      // a name that stands there whole comes before parts of longer ones
      return { it, isMost, length: found.length, rank: found.length + (found === name ? readEnd : 0) };
    })
    .sort((a, b) => b.rank - a.rank);
  const [first, second] = rated;
  return first?.isMost && first.length >= 2 && first.rank > (second?.rank ?? 0) ? first.it : null;
}

/** How far words behind the name of a member say what its series measures. */
export const measures = ({ lead }: Series, { name }: Member, words: string): number =>
  lead === '' ? 0 : shared(lead, words.replace(name, ''));
