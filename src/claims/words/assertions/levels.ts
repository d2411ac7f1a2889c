import { isFigure, isWord, type Item, type Line, type Shown, type Word } from './line.js';

/** What part a figure plays in its sentence, by the word of a role that stands nearest before it. */
export type Role =
  /** how much something is */
  | 'level'
  /** how much it was before */
  | 'prior'
  /** how much it is to be: aimed at, at most, at least */
  | 'bar'
  | 'cap'
  | 'floor'
  /** how much it is elsewhere, or by a standard */
  | 'benchmark'
  /** how far it moved, or how far figures lie apart */
  | 'change'
  /** what share of a plan it is */
  | 'completion'
  /** behind a word of comparison: what is compared with, or how far apart they lie */
  | 'compared';

export interface Level extends Shown {
  readonly role: Role;
  /** What it is called: text of no class between what stands before it and itself. */
  readonly name: string;
  /** Whether a word calls it a total. */
  readonly isTotal: boolean;
  /** What it must be at least or at most, where words beside it say so. */
  readonly bound: 'least' | 'most' | null;
  /** Whether a word of its own says from where a movement goes. */
  readonly isFrom: boolean;
  /** Which way it moved, where a word right before it says so. */
  readonly way: 'up' | 'down' | null;
  /** What it is of, where the words behind it say so: 8%的|要求. */
  readonly isCalled: boolean;
  /** The year that was named last before it, in its sentence. */
  readonly year: number | null;
  /** Whether it goes on with a list of the figure before it. */
  readonly isMember: boolean;
}

const roleWords = [
  ['gap', 'change'],
  ['pace', 'change'],
  ['up', 'change'],
  ['down', 'change'],
  ['greater', 'compared'],
  ['less', 'compared'],
  ['better', 'compared'],
  ['worse', 'compared'],
  ['completion', 'completion'],
  ['prior', 'prior'],
  ['benchmark', 'benchmark'],
  ['cap', 'cap'],
  ['floor', 'floor'],
  ['current', 'level'],
  ['bar', 'bar'],
] as const;

const moving: ReadonlySet<Role> = new Set(['change', 'compared']);
const standing: ReadonlySet<Role> = new Set(['prior', 'bar', 'cap', 'floor', 'benchmark']);

/** The role that words between `from` and `at` give, the nearest first. */
function roleOfWords(items: readonly Item[], from: number, at: number): Role | null {
  // 提高标准至|300元: the figure is where the movement ends
  const toward = isWord(items[at - 1], 'toward') && at - 1 > from;
  for (let i = at - 1; i > from; i--) {
    const it = items[i];
    const role = roleWords.find(([name]) => isWord(it, name))?.[1];
    if (isWord(it, 'upTo', 'downTo', 'to')) return 'level';
    const isNext = i === at - 1 || (i === at - 2 && isWord(items[at - 1], 'filler'));
    if (isNext && isWord(it, 'moreBy', 'lessBy')) return 'change';
    if (role && !(toward && moving.has(role))) return role;
  }
  return null;
}

/** 2000个的|目标, 8%以上的|要求: the word behind a figure that may say what it is. */
function wordBehind({ text, items }: Line, at: number): Word | null {
  const it = items[at];
  let next = at + 1;
  while (isWord(items[next], 'orMore', 'orLess', 'around')) next++;
  const of = items[next];
  if (of?.is === 'word' && of.classes.has('filler') && of.text.length === 1) next++;
  const word = items[next];
  if (it === undefined || word?.is !== 'word') return null;
  return text.slice(items[next - 1]?.end, word.start).length > 3 ? null : word;
}

const calling = ['cap', 'floor', 'bar'] as const;

const roleBehind = (word: Word | null): Role | null => calling.find((name) => word?.classes.has(name)) ?? null;

/** 占上年末净资产的|7.7%: a share of what was before is itself of now. */
function isShareNow(words: readonly Word[], { figure }: Shown): boolean {
  const of = words.findLastIndex((it) => isWord(it, 'prior', 'bar', 'current'));
  return (
    figure.kind === 'percent' &&
    isWord(words.at(-1), 'of', 'share') &&
    words.slice(0, of).some((it) => isWord(it, 'share'))
  );
}

/** The word of movement nearest before a figure, nothing but fillers between. */
function wayOf(items: readonly Item[], from: number, at: number): Level['way'] {
  for (let i = at - 1; i > from; i--) {
    const it = items[i];
    if (isWord(it, 'up')) return 'up';
    if (isWord(it, 'down')) return 'down';
    if (!isWord(it, 'filler')) return null;
  }
  return null;
}

/** 目标值（|95%）, 目标值：|95%: what stands right before a bracket or a colon names what is behind. */
function roleBefore(items: readonly Item[], mark: Item | undefined): Role | null {
  if (mark?.is !== 'mark' || (mark.mark !== 'open' && mark.mark !== 'colon')) return null;
  const word = items[mark.at - 1];
  if (word?.is !== 'word' || word.end !== mark.start) return null;
  const role = roleOfWords(items, mark.at - 2, mark.at);
  return role !== null && standing.has(role) ? role : null;
}

function boundOf(items: readonly Item[], from: number, at: number, approx: string | null): Level['bound'] {
  if (isWord(items[at + 1], 'orMore') || approx === 'gte') return 'least';
  if (isWord(items[at + 1], 'orLess') || approx === 'lte') return 'most';
  for (let i = at - 1; i > from && i >= at - 3; i--) {
    if (isWord(items[i], 'atLeast')) return 'least';
    if (isWord(items[i], 'atMost')) return 'most';
  }
  return null;
}

/** 完成年初计划的|93.8%: a percentage of what was planned. */
function completes(words: readonly Word[], { figure }: Shown): boolean {
  const last = words.at(-1);
  const planned = words.slice(0, -1).some((it) => it.classes.has('bar') || it.classes.has('cap'));
  return figure.kind === 'percent' && isWord(last, 'of') && planned;
}

/** Words of a class that name things all the same: 未开工, 能耗. */
const isNaming = (it: Word): boolean =>
  isWord(it, 'none', 'lessBetter', 'negation', 'profit') ||
  (isWord(it, 'done', 'undone') && !isWord(it, 'current', 'reach'));

/** 占交易额9,469.80万元的|40.04%: what a share is of. */
function isShared({ items }: Line, at: number): boolean {
  const [it, of, rate] = items.slice(at, at + 3);
  return (
    isFigure(rate) &&
    rate.figure.kind === 'percent' &&
    isWord(of, 'of') &&
    of.start === it?.end &&
    rate.start === of.end
  );
}

/** The text from item `from` up to item `to` that no class knows, words that only name things included. */
export function nameOf({ text, items }: Line, from: number, to: number): string {
  let name = '';
  let end = items[from]?.end ?? 0;
  for (let i = from + 1; i <= to; i++) {
    const it = items[i];
    if (!it) break;
    name += text.slice(end, it.start);
    if (i < to && it.is === 'word' && isNaming(it)) name += it.text;
    end = it.end;
  }
  return name.replace(/[^\p{L}\p{N}]/gu, '');
}

/** The last year in a stretch of text: of four digits, or of three, counted from 1912. */
const yearIn = (text: string, from: number, to: number): number | null => {
  const years = text.slice(Math.max(from, to - 40), to).match(/(?<!\d)(?:(?:19|20)\d\d(?!\d)|1[0-3]\d(?=\p{L}))/gu);
  return years ? Number(years.at(-1)) : null;
};

/** Whether nothing but a word that joins stands at the head of what is between two figures: 12件和|合同3份. */
const joins = ({ text, items }: Line, from: number, at: number): boolean => {
  const [last, next] = [items[from], items[from + 1]];
  return next !== undefined && next.at < at && isWord(next, 'and') && text.slice(last?.end, next.start).trim() === '';
};

/** The figures of a line with the parts that they play. One pass. */
export function levelsOf(line: Line): Level[] {
  const { items, text } = line;
  const levels: Level[] = [];
  let from = -1;
  items.forEach((it, at) => {
    if (isFigure(it)) {
      const before = items[from];
      const last = levels.at(-1);
      const isMember =
        last !== undefined &&
        last.clause === it.clause &&
        (last.at === from
          ? joins(line, from, at)
          : last.at === from - 1 && before?.is === 'mark' && before.mark === 'item');
      const words = items.slice(from + 1, at).filter((item): item is Word => item.is === 'word');
      const caller = wordBehind(line, at);
      const behind = roleBehind(caller);
      const named = roleOfWords(items, from, at) ?? roleBefore(items, before);
      const own = named && standing.has(named) && isShareNow(words, it) ? 'level' : named;
      const inherited = isMember && last.role !== 'change' && last.role !== 'compared' ? last.role : 'level';
      levels.push({
        ...it,
        role:
          it.figure.unit === 'pp'
            ? 'change'
            : isShared(line, at)
              ? 'compared'
              : (behind ?? (completes(words, it) ? 'completion' : (own ?? inherited))),
        name: nameOf(line, from, at),
        isTotal: words.some((word) => word.classes.has('total')),
        bound: boundOf(items, from, at, it.figure.approx) ?? (isMember ? last.bound : null),
        isFrom: words.some((word) => word.classes.has('from')) || (isMember && last.isFrom),
        isMember,
        way: wayOf(items, from, at) ?? (isMember ? last.way : null),
        isCalled: behind !== null || isWord(caller ?? undefined, 'benchmark', 'rule', 'pace'),
        year: yearIn(text, before?.end ?? 0, it.start) ?? (last?.sentence === it.sentence ? last.year : null),
      });
      from = at;
    } else if (it.is === 'mark') from = at;
  });
  return levels;
}
