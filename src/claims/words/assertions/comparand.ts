import { nameOf, type Level, type Role } from './levels.js';
import { isWord, type Word } from './line.js';
import { clauseOf, figureBehind, type Asked } from './statement.js';

/** What a thing is compared with: the part that such figures play, a name, or a figure right there. */
export interface Comparand {
  readonly roles: ReadonlySet<Role>;
  readonly name: string;
  readonly figure: Level | null;
  /** Where the words of it begin. */
  readonly from: number;
}

const rolesOfClass: readonly [Parameters<typeof isWord>[1], Role][] = [
  ['prior', 'prior'],
  ['yoy', 'prior'],
  ['bar', 'bar'],
  ['cap', 'cap'],
  ['floor', 'floor'],
  ['benchmark', 'benchmark'],
];

function comparandBetween(asked: Asked, from: number, to: number): Comparand {
  const inside = asked.items.slice(from + 1, to);
  const roles = new Set(rolesOfClass.flatMap(([name, role]) => (inside.some((it) => isWord(it, name)) ? [role] : [])));
  // a plan may be called by more than one word
  if (roles.has('cap')) roles.add('bar');
  const figures = asked.levels.filter((it) => it.at > from && it.at < to);
  return { roles, name: nameOf(asked, from, to), figure: figures.length === 1 ? (figures[0] ?? null) : null, from };
}

/** A comparison as it may be read: what with, and how far they lie apart where that is printed. */
export interface Reading {
  readonly comparand: Comparand | null;
  readonly change: Level | null;
}

/** 与上年相比，|…: a clause before, without a figure, says what is compared with. */
function comparandBefore({ items, levels, ...line }: Asked, from: number): Comparand | null {
  const asked = { items, levels, ...line };
  const [last, comma] = [items[from - 2], items[from - 1]];
  if (!last || comma?.is !== 'mark' || comma.mark !== 'comma') return null;
  const clause = clauseOf(asked, last);
  const opener = items.slice(clause.from, clause.to + 1).find((it) => isWord(it, 'opener', 'opensWith', 'yoy'));
  if (!opener || levels.some((it) => it.at >= clause.from && it.at <= clause.to)) return null;
  return comparandBetween(asked, opener.at - (isWord(opener, 'yoy') ? 1 : 0), clause.to + 1);
}

/** The figure behind a word of comparison, in its clause or in a bracket at its end: 高于全省平均水平（|97.4%）. */
function comparedBehind({ items, levels }: Asked, word: Word, to: number): Level | undefined {
  const inside = levels.find((it) => it.at > word.at && it.at <= to);
  const bracket = items[to + 1];
  if (inside || bracket?.is !== 'mark' || bracket.mark !== 'open') return inside;
  return levels.find((it) => it.at === to + 2);
}

/** 高于目标（87.5%）|2.1个百分点: how far, behind the bracket that holds what is compared with. */
function changeBehindBracket({ items, levels, text }: Asked, compared: Level): Level | null {
  const [open, close, next] = [items[compared.at - 1], items[compared.at + 1], items[compared.at + 2]];
  const isHeld = open?.is === 'mark' && open.mark === 'open' && close?.is === 'mark' && close.mark === 'close';
  if (!isHeld || !next || text.slice(close.end, next.start).trim() !== '') return null;
  return levels.find((it) => it.at === next.at) ?? null;
}

/** The ways in which a comparison may be read, the likeliest first. */
export function readingsOf(asked: Asked, word: Word): Reading[] {
  const { items, levels } = asked;
  const { from, to } = clauseOf(asked, word);
  const next = figureBehind(asked, word);
  const change = next === null ? null : (levels.find((it) => it.at === next) ?? null);
  for (let i = word.at - 1; i >= from; i--) {
    const it = items[i];
    if (isWord(it, 'opener') || (isWord(it, 'opensWith') && isWord(word, 'even')))
      return [{ comparand: comparandBetween(asked, i, word.at), change }];
    if (isWord(it, 'yoy')) return [{ comparand: comparandBetween(asked, i - 1, word.at), change }];
  }
  if (!isWord(word, 'greater', 'less', 'better', 'worse')) return [{ comparand: comparandBefore(asked, from), change }];
  const behind = comparedBehind(asked, word, to);
  if (!behind) return [{ comparand: comparandBetween(asked, word.at, to + 1), change: null }];
  const far = comparandBetween(asked, word.at, behind.at);
  const words = { ...far, name: nameOf(asked, word.at, behind.at) };
  const beyond = changeBehindBracket(asked, behind);
  if (beyond) return [{ comparand: { ...words, figure: behind }, change: beyond }];
  return [
    ...(behind.clause === word.clause ? [{ comparand: words, change: behind }] : []),
    { comparand: { ...words, figure: behind }, change: null },
  ];
}
