import { makes, plus, printed, sameMeasure, type Term } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { core } from './core.js';
import { isLevel, type Cues } from './cues.js';
import { doubtOf, groundsOf, isAmount } from './grounds.js';
import { partsFrom } from './part-list.js';
import type { NameRules } from './part-names.js';
import { partsRelation } from './parts-relation.js';
import { oneSlipOff } from './slip.js';

/** 基本支出中，人员经费…; 本年支出按用途分：人员经费…: a list that names the total it divides. */
const naming =
  /(?:^|[。；;，,])([^，,。；;：:]{2,24}?)(?:中[，,：:]|[按从][^，,。；;：:]{1,10}[分看][：:，,])[^，,。；;：:]*$/;

/** Over how many paragraphs, and how many levels back, the total is looked for. */
const mostPassages = 6;
const mostLevels = 32;

/** Whether a level's label is the name that a list gives its total: the same words, or one of them with more. */
function isCalled(subject: string, name: string): boolean {
  const [label, key] = [core(subject), core(name)];
  const more = Math.min(label.length, key.length) >= 3 && (label.includes(key) || key.includes(label));
  return more || subject === name.replace(/\s+/g, '');
}

const termsOf = (parts: readonly Mention[]): Term[] => plus(parts.map(({ figure }) => figure));

/** The levels before a place, nearest first, that a list of such a measure may divide. */
function levelsBefore(passages: readonly Passage[], passage: number, first: number): Mention[] {
  const part = passages[passage]?.mentions[first];
  if (!part) return [];
  return passages
    .slice(Math.max(0, passage - mostPassages), passage + 1)
    .flatMap(({ mentions }, i, near) => (i === near.length - 1 ? mentions.slice(0, first) : mentions))
    .filter((it) => isLevel(it) && sameMeasure(it.figure, part.figure) && printed(it.figure))
    .slice(-mostLevels)
    .reverse();
}

function listAt(
  passages: readonly Passage[],
  passage: number,
  first: number,
  headed: ReadonlySet<Figure>,
  cues: Cues,
  names: NameRules,
): SumRelation | null {
  const mentions = passages[passage]?.mentions ?? [];
  const part = mentions[first];
  const [, name = ''] = naming.exec(part?.lead ?? '') ?? [];
  if (!part || name === '' || !isLevel(part) || !printed(part.figure) || headed.has(part.figure)) return null;
  const parts = partsFrom(mentions, first, cues).flatMap((at) => mentions[at] ?? []);
  if (parts.length < 2 || !parts.every(isAmount)) return null;
  const levels = levelsBefore(passages, passage, first);
  const called = levels.filter(({ subject }) => isCalled(subject, name));
  const [whole] = called.length > 0 ? called : levels.filter((it) => mentions.includes(it) && slips(it, parts));
  if (!whole) return null;
  const terms = termsOf(parts);
  if (makes(whole.figure, terms)) return partsRelation(whole.figure, terms);
  const division = { whole, parts, words: '' };
  const doubt = doubtOf(division, groundsOf(division, mentions, [], cues, names), called.length !== 1);
  return doubt === null || doubt.asks === true
    ? partsRelation(whole.figure, terms, { status: 'ambiguous', reason: 'more than one possible total', asks: true })
    : null;
}

const slips = (whole: Mention, parts: readonly Mention[]): boolean => oneSlipOff(whole.figure, termsOf(parts), true);

/** Lists that name a total of an earlier sentence or paragraph. `sums`: those already found. */
export function namedListsIn(
  passages: readonly Passage[],
  sums: readonly SumRelation[],
  cues: Cues,
  names: NameRules,
): SumRelation[] {
  const headed = new Set(sums.flatMap(({ terms }) => terms.slice(0, 1).map((it) => it.figure)));
  return passages.flatMap(({ mentions }, passage) =>
    mentions.flatMap((_, first) => listAt(passages, passage, first, headed, cues, names) ?? []),
  );
}
