import { compare } from '../../model/decimal.js';
import { plus, printed, together } from '../../model/printed.js';
import type { Mention } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { Cues } from './cues.js';
import {
  areAlike,
  isComposition,
  isPartition,
  isPartOfComposition,
  nameAttributes,
  type NameRules,
} from './part-names.js';
import { listOneSlipOff, tooShort } from './slip.js';

/** A list and the total that it may make. */
export interface Division {
  readonly whole: Mention;
  readonly parts: readonly Mention[];
  /** Everything printed between the total and the first part. */
  readonly words: string;
}

/** What shows that a list is all of its total, and that no part is counted in another. */
export interface Grounds {
  /** Words or a form say that the parts are all. */
  readonly complete: boolean;
  /** The parts are all of this total, and of no other: a form or shares of 100 % show it. */
  readonly proven: boolean;
  /** Their names or the rest of the paragraph show it. */
  readonly likely: boolean;
  readonly disjoint: boolean;
  /** Their names say that a thing may be several of them. */
  readonly overlapping: boolean;
}

/** Words behind which some of what a figure counts are named. */
export const including = /含(?!税)/;

/** Values that are no amounts: what falls on each, the most and the least. */
const notAdded = /平均|人均|户均|每|最高|最低|最大|最小|单价|均价/;
/** Whether a figure is an amount that may be added. */
export const isAmount = ({ before, subject }: Pick<Mention, 'before' | 'subject'>): boolean =>
  !notAdded.test(before) && !notAdded.test(subject);

const rest = /^(?:其[他余它])/;

/** A list elsewhere in the paragraph with the same names makes its total. */
function namedAlike(parts: readonly Mention[], closings: readonly SumRelation[]): boolean {
  const names = new Set(parts.map((it) => it.subject));
  return (
    names.size === parts.length &&
    closings.some(({ terms }) => terms.length === parts.length && terms.every(({ figure }) => names.has(figure.label)))
  );
}

/** 占61.2%、占38.8%: shares beside all parts that make 100. */
function sharesMakeAll(parts: readonly Mention[], mentions: readonly Mention[]): boolean {
  const shares = parts.map((part) => {
    const at = mentions.indexOf(part);
    return mentions.slice(at + 1, at + 4).find((it) => it.act === 'share' && it.about === at)?.figure;
  });
  const figures = shares.filter((it) => it !== undefined);
  const all = figures.length === parts.length && parts.length >= 2 ? together(figures) : null;
  if (!all) return false;
  const sum = Number(all.value.coefficient) / 10 ** all.value.scale;
  return Math.abs(sum - 100) <= 0.1;
}

export function groundsOf(
  { whole, parts, words }: Division,
  mentions: readonly Mention[],
  closings: readonly SumRelation[],
  cues: Cues,
  names: NameRules,
): Grounds {
  const partial = cues.incomplete.test(words + (parts.at(-1)?.after ?? ''));
  const fixed = isComposition(whole, parts, names.compositions);
  const proven = fixed || (!partial && sharesMakeAll(parts, mentions));
  const said = cues.whole.test(words) || cues.view.test(words) || parts.some((it) => /其余/.test(it.lead));
  const complete = proven || (!partial && said);
  // （含甲2个、乙3个）: of two that are included others may be left
  const exclusive =
    (isPartition(parts, names.partitions) && (parts.length > 2 || !including.test(words))) ||
    isPartOfComposition(whole, parts, names.compositions) ||
    namedAlike(parts, closings);
  // 其他支出 is an account by itself
  const others = rest.test(parts.at(-1)?.subject ?? '') && whole.figure.kind !== 'money';
  const likely = !partial && (exclusive || others);
  const overlapping = !exclusive && nameAttributes(parts, names.partitions);
  const disjoint = complete || exclusive || (!overlapping && areAlike(parts, names.partitions));
  return { complete, proven, likely, disjoint, overlapping };
}

/** Whether parts are together no more than their whole. */
export function within(whole: Figure, parts: readonly Mention[]): boolean {
  const [sum, most] = [together(parts.map((it) => it.figure)), printed(whole)];
  return sum !== null && most !== null && compare(sum.value, most.value) <= 0;
}

/** What a list that does not make its total leaves open; null where it must. `several`: the total may be another. */
export function doubtOf({ whole, parts }: Division, grounds: Grounds, several: boolean): Doubt | null {
  const reason = several
    ? 'more than one possible total'
    : !grounds.disjoint
      ? 'the parts may overlap or be only some of them'
      : grounds.complete || !within(whole.figure, parts)
        ? null
        : 'the list may not be complete';
  if (reason === null) return null;
  const terms = plus(parts.map(({ figure }) => figure));
  if (grounds.likely || grounds.proven) return { status: 'ambiguous', reason, asks: true };
  if (grounds.overlapping || tooShort(whole.figure)) return { status: 'ambiguous', reason, asks: false };
  return { status: 'ambiguous', reason, ...(listOneSlipOff(whole.figure, terms, several) ? { asks: true } : {}) };
}
