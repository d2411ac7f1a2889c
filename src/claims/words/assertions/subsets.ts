import type { Relation } from '../../../model/relation.js';
import type { Level } from './levels.js';
import { isFigure, isWord, type Word } from './line.js';
import { atMostOf, clauseOf, isAsserted, type Asked } from './statement.js';

const largestOf = (levels: readonly Level[]): Level | undefined =>
  levels.reduce<Level | undefined>((most, it) => (most && most.value >= it.value ? most : it), undefined);

/** Kinds of figures of which a part may not pass the whole. */
const added: ReadonlySet<string> = new Set(['money', 'count', 'dimension']);

const isPlain = ({ items }: Asked, it: Level): boolean =>
  added.has(it.figure.kind) &&
  (it.role === 'level' || it.role === 'prior') &&
  it.bound === null &&
  !items.slice(Math.max(0, it.at - 4), it.at).some((word) => word.clause === it.clause && isWord(word, 'perUnit'));

/** Words behind another that are asked about it. */
const near = 60;

/** Whether what stands behind a word in its limb may be below nothing, so that one part may pass the whole. */
const mayOffset = ({ items }: Asked, { sentence, at }: Word): boolean =>
  items
    .slice(at, at + near)
    .some((it) => it.sentence === sentence && (isWord(it, 'loss') || (isFigure(it) && it.value < 0)));

/** The figure right before the bracket that a word stands in. */
function bracketed({ items, levels }: Asked, word: Word): Level | null {
  const { from } = clauseOf({ items, text: '' }, word);
  const [whole, open] = items.slice(Math.max(0, from - 2), from);
  return open?.is === 'mark' && open.mark === 'open' ? (levels.find((it) => it.at === whole?.at) ?? null) : null;
}

/** 地下室4,150平方米（含人防区1,140平方米）: what a figure holds is no more than it is. */
function including(asked: Asked, word: Word): Relation[] {
  const { items, levels, text } = asked;
  const next = levels.findIndex((it) => it.at > word.at);
  const [held, part] = [levels[next - 1], levels[next]];
  if (!held || !part || part.clause !== word.clause || part.isTotal || !isPlain(asked, part)) return [];
  const inBracket = bracketed(asked, word);
  const whole = inBracket ?? held;
  if (text.slice(word.end, part.start).length > farthest || mayOffset(asked, word)) return [];
  const isNext = inBracket !== null || (whole.sentence === word.sentence && word.clause - whole.clause === 1);
  const lead = clauseOf(asked, whole).from;
  const isLeft = items.slice(lead, whole.at).some((it) => isWord(it, 'net', 'profit', 'besides'));
  if (!isNext || isLeft || !isPlain(asked, whole) || whole.measure !== part.measure || whole.role !== part.role)
    return [];
  return [atMostOf('subset-not-larger', part, whole, inBracket ? 'warning' : 'review')];
}

/** The most that stands between a word and the part that it names. */
const farthest = 20;

/** 其中: what follows is no more than the largest figure that it may be of. */
function ofWhich(asked: Asked, word: Word): Relation[] {
  const { levels } = asked;
  const behind = levels.filter((it) => it.at > word.at && it.limb === word.limb && isPlain(asked, it));
  if (behind.length === 0 || mayOffset(asked, word)) return [];
  const told = new Set<string>();
  return behind.flatMap((part): Relation[] => {
    if (told.has(part.measure)) return [];
    told.add(part.measure);
    const before = levels.filter((it) => it.at < word.at && it.measure === part.measure);
    const sentence = before.at(-1)?.sentence;
    if (sentence === undefined || sentence < word.sentence - 1) return [];
    const whole = largestOf(before.filter((it) => it.sentence === sentence));
    return whole && isPlain(asked, whole) && whole.role === part.role
      ? [atMostOf('subset-not-larger', part, whole, 'warning')]
      : [];
  });
}

/** The words of a figure's own clause: before it from the figure before, and behind it up to the next. */
function saying({ text, items, levels }: Asked, level: Level): string {
  const line = { text, items };
  const { from, to } = clauseOf(line, level);
  const own = levels.filter((it) => it.at >= from && it.at <= to);
  const at = own.indexOf(level);
  const start = own[at - 1]?.end ?? items[from]?.start ?? level.start;
  const first = items[from - 1];
  const begin = own[at - 1] ? start : (first?.end ?? 0);
  const end = own[at + 1] ? level.end : Math.min(items[to + 1]?.start ?? text.length, level.end + 10);
  return text.slice(begin, end);
}

/** 检测312批次，合格321批次: words tell that one figure counts some of another. */
function byWords(asked: Asked): Relation[] {
  const { levels, rules } = asked;
  const said = levels.map((it) => ({ it, words: saying(asked, it) }));
  return rules.pairs.flatMap((pair): Relation[] =>
    said.flatMap(({ it, words }, at): Relation[] => {
      if (it.role !== 'level' || it.figure.kind === 'percent' || it.figure.kind === 'number') return [];
      if (!pair.part.some((word) => words.includes(word)) || pair.whole.some((word) => words.includes(word))) return [];
      const wholes = said
        .slice(Math.max(0, at - 6), at + 3)
        .filter((other) => other.it !== it && other.it.measure === it.measure && other.it.sentence === it.sentence)
        .filter(
          (other) =>
            other.it.role !== 'change' &&
            other.it.role !== 'prior' &&
            !pair.part.some((word) => other.words.includes(word)),
        )
        .filter((other) => pair.whole.some((word) => other.words.includes(word)))
        .map((other) => other.it);
      const whole = largestOf(wholes);
      const isCarried = asked.items.some((item) => item.sentence === it.sentence && isWord(item, 'prior', 'perUnit'));
      return whole && !isCarried ? [atMostOf('outcome-not-larger', it, whole, 'review')] : [];
    }),
  );
}

/** 全县养老机构34家…通过消防验收的|36家: what is counted without a name of its own is of what was counted first. */
function headless(asked: Asked): Relation[] {
  const { items, levels, text } = asked;
  const isHeadless = (it: Level): boolean => {
    const of = items[it.at - 1];
    return isWord(of, 'of') && of.end === it.start;
  };
  return levels.flatMap((it): Relation[] => {
    if (it.figure.kind !== 'count' || it.role !== 'level' || it.bound !== null || !isHeadless(it)) return [];
    const whole = largestOf(
      levels.filter((one) => one.sentence === it.sentence && one.measure === it.measure && one.at < it.at),
    );
    if (!whole?.isTotal || isHeadless(whole) || whole.role !== 'level' || it.clause === whole.clause) return [];
    const clause = clauseOf(asked, it);
    if (
      items.slice(clause.from, it.at).some((one) => isWord(one, 'besides', 'prior', 'perUnit', 'opener', 'opensWith'))
    )
      return [];
    return text.slice(whole.end, it.start).length < 80 ? [atMostOf('subset-not-larger', it, whole, 'review')] : [];
  });
}

/** The most that stands between groups and those who make them up. */
const gap = 4;

/** 18批，共15人次: those who make up groups are no fewer than these. */
function byGroups({ levels, rules: { groups } }: Asked): Relation[] {
  return levels.flatMap((it, i): Relation[] => {
    const next = levels[i + 1];
    if (!next || next.limb !== it.limb || it.role !== 'level' || next.role !== 'level') return [];
    if (
      next.start - it.end > gap ||
      next.clause - it.clause > 1 ||
      it.figure.kind !== 'count' ||
      next.figure.kind !== 'count'
    )
      return [];
    const [a, b] = [it, next].map(({ figure }) =>
      groups.units.includes(figure.unit ?? '') ? 'group' : groups.members.includes(figure.unit ?? '') ? 'member' : '',
    );
    if (a === 'group' && b === 'member' && next.name === '')
      return [atMostOf('guests-of-receptions', it, next, 'warning')];
    if (a === 'member' && b === 'group' && next.name === '')
      return [atMostOf('guests-of-receptions', next, it, 'warning')];
    return [];
  });
}

/** Parts that are no larger than what they are of. */
export const subsets = (asked: Asked): Relation[] => [
  ...asked.items.flatMap((it) => {
    if (isWord(it, 'ofWhich')) return ofWhich(asked, it);
    return isWord(it, 'including') && isAsserted(asked, it) ? including(asked, it) : [];
  }),
  ...byWords(asked),
  ...headless(asked),
  ...byGroups(asked),
];
