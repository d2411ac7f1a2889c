import { makes, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { AtMostRelation, SumRelation } from '../../model/relation.js';
import { compare, decimal } from '../../model/decimal.js';
import { isLevel } from './cues.js';

/** What was cut down has no part that grew. */
const reduction = /清理|精简|精减|压减|缩减|核减|撤并|合并|整合|归并|裁撤/;
/** How many sentences on the whole may be stated again. */
const farthest = 2;
/** A name that two statements of one whole share has so many characters. */
const shortest = 3;

/** 各类机关挂牌总数 and 挂牌总数 are one thing: a name may be given in short when it is said again. */
const sameName = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= shortest && (a.endsWith(b) || b.endsWith(a)));

interface Stretch {
  readonly whole: Mention;
  readonly within: readonly Mention[];
}

/** Where the whole of a list that holds is stated again, with the figures behind it. */
function statedAgain(mentions: readonly Mention[], { total, terms }: SumRelation): readonly [Stretch, Stretch] | null {
  const first = mentions.findIndex((it) => it.figure === total);
  const last = mentions.findIndex((it) => it.figure === terms.at(-1)?.figure);
  const before = mentions[first];
  if (!before || last < first) return null;
  const second = mentions.findIndex(
    (it, at) =>
      at > last &&
      it.sentence <= before.sentence + farthest &&
      isLevel(it) &&
      sameMeasure(it.figure, total) &&
      sameName(it.subject, before.subject),
  );
  const after = mentions[second];
  if (!after) return null;
  const rest = mentions.slice(second + 1);
  const end = rest.findIndex((it) => it.sentence > after.sentence + 1 || sameName(it.subject, before.subject));
  return [
    { whole: before, within: mentions.slice(first + 1, second) },
    { whole: after, within: end < 0 ? rest : rest.slice(0, end) },
  ];
}

/** The one level of a stretch that bears a name; null where none does, or several. */
function named({ within, whole }: Stretch, name: string): Mention | null {
  const own = within.filter((it) => isLevel(it) && it.subject === name && sameMeasure(it.figure, whole.figure));
  const [only] = own;
  return own.length === 1 && only ? only : null;
}

/** The parts of the whole, each with the figure of its name behind the whole's second statement; null unless each has one. */
function pairsOf(before: Stretch, after: Stretch, names: readonly string[]): (readonly [Mention, Mention])[] | null {
  const pairs = names.flatMap((name): (readonly [Mention, Mention])[] => {
    const [a, b] = [named(before, name), named(after, name)];
    return a && b ? [[a, b]] : [];
  });
  return pairs.length === names.length && new Set(names).size === names.length ? pairs : null;
}

function changeOf(before: Stretch, after: Stretch, pairs: readonly (readonly [Mention, Mention])[]): SumRelation {
  const terms = [
    { figure: before.whole.figure, weight: 1 as const },
    ...pairs.flatMap(([a, b]) => [
      { figure: b.figure, weight: 1 as const },
      { figure: a.figure, weight: -1 as const },
    ]),
  ];
  return { kind: 'sum', check: 'change-of-parts', doubt: null, total: after.whole.figure, terms, complete: true };
}

/** 清理规范后: of everything that both statements name, no part is more than it was. */
function reduced(before: Stretch, after: Stretch): AtMostRelation[] {
  const cut = compare(decimal(after.whole.figure.value), decimal(before.whole.figure.value)) < 0;
  if (!cut || !reduction.test(after.whole.lead)) return [];
  const names = [...new Set(after.within.map((it) => it.subject))];
  return names.flatMap((name): AtMostRelation[] => {
    const [a, b] = [named(before, name), named(after, name)];
    if (!a || !b || name === '') return [];
    return [{ kind: 'at-most', check: 'part-after-reduction', doubt: null, lesser: b.figure, greater: a.figure }];
  });
}

/**
 * 挂牌总数46个，其中机关20个、内设机构26个，清理规范后，挂牌总数37个，其中机关20个、内设机构17个: a whole and its parts at two moments. They
 * change together; a list that is said to be wrong as it stands is not told again.
 */
export function beforeAndAfterIn(
  { mentions }: Passage,
  sums: readonly (SumRelation | AtMostRelation)[],
): (SumRelation | AtMostRelation)[] {
  const lists = sums.filter(
    (it): it is SumRelation => it.kind === 'sum' && it.terms.every((term) => term.weight === 1),
  );
  const failing = new Set(lists.filter((it) => !makes(it.total, it.terms)).map((it) => it.total));
  return lists.flatMap((list): (SumRelation | AtMostRelation)[] => {
    const stretches = failing.has(list.total) ? null : statedAgain(mentions, list);
    if (!stretches) return [];
    const [before, after] = stretches;
    const pairs = pairsOf(
      before,
      after,
      list.terms.map(({ figure }) => figure.label),
    );
    const change = pairs && !failing.has(after.whole.figure) ? [changeOf(before, after, pairs)] : [];
    return [...change, ...reduced(before, after)];
  });
}
