import { compare } from '../../model/decimal.js';
import { balance, closes, printed, sameMeasure, together } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { AtMostRelation, Doubt, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { Composition, Prose } from '../../rulebook/prose.js';
import { between, cuesOf, isLevel, type Cues } from './cues.js';
import { composed, isComposition } from './composition.js';
import { partsFrom, readingsOf } from './part-list.js';
import { closingsIn } from './closings.js';
import { RunningSums, unitsOf } from './quick-sum.js';

type Found = SumRelation | AtMostRelation;

const plus = (figures: readonly Figure[]) => figures.map((figure) => ({ figure, weight: 1 as const }));

function closesAs(total: Figure, parts: readonly Figure[]): boolean {
  const it = balance(total, plus(parts));
  return it !== null && closes(it);
}

function sumOf(total: Figure, parts: readonly Figure[], complete: boolean, doubt: Doubt | null = null): SumRelation {
  return { kind: 'sum', check: 'parts-of-total', doubt, total, terms: plus(parts), complete };
}

const mostLevels = 8;
/** How many mentions back a total may stand. */
const farthest = 48;

/** Levels before a breakdown that opens at `first`, nearest first: any of them may be the total. */
function levelsBefore(mentions: readonly Mention[], first: number): number[] {
  const part = mentions[first];
  const levels: number[] = [];
  if (!part) return levels;
  for (let i = first - 1; i >= Math.max(0, first - farthest) && levels.length < mostLevels; i--) {
    const it = mentions[i];
    if (!it || (it.group !== null && it.group === part.group)) continue;
    if (isLevel(it) && it.depth <= part.depth && sameMeasure(it.figure, part.figure) && printed(it.figure))
      levels.push(i);
  }
  return levels;
}

/** The part lists that may begin at `first`: a series stands as it is; else all ways to read the list. */
function listsAt(mentions: readonly Mention[], first: number, cues: Cues): readonly (readonly number[])[] {
  const { group } = mentions[first] ?? {};
  if (group !== null && group !== undefined)
    return [mentions.flatMap((it, i) => (it.group === group && isLevel(it) ? [i] : []))];
  return readingsOf(partsFrom(mentions, first, cues));
}

/** Parts of one kind (行政编制、事业编制) exclude each other; 党员80名，女性30名 may be the same people. */
function alike(parts: readonly Mention[]): boolean {
  const [first] = parts;
  const ending = first?.subject.slice(-2) ?? '';
  return (
    ending.length === 2 &&
    parts.every((part) => part.subject.endsWith(ending) || part.subject.endsWith(ending.slice(-1)))
  );
}

function within(whole: Figure, parts: readonly Mention[]): boolean {
  const [sum, most] = [together(parts.map((it) => it.figure)), printed(whole)];
  return sum !== null && most !== null && compare(sum.value, most.value) <= 0;
}

/** A list that no word opens behind the parts of a total divides that total once more, never the last of those parts. */
function dividedAgain(
  { mentions }: Passage,
  first: number,
  nearest: number,
  reading: readonly number[],
  closings: readonly SumRelation[],
  cues: Cues,
): Found | 'open' | null {
  const [whole, part] = [mentions[nearest], mentions[first]];
  if (!whole || !part || part.depth > whole.depth || cues.open.test(part.lead)) return 'open';
  const totals = closings.filter((it) => it.terms.some((term) => term.figure === whole.figure)).map((it) => it.total);
  const [total] = totals;
  if (!total) return 'open';
  const figures = reading.flatMap((at) => mentions[at]?.figure ?? []);
  if (figures.length < 2 || new Set(totals).size > 1) return null;
  const said = cues.viewStop.test(part.lead) || oneDigitOff(total, figures);
  return sumOf(total, figures, true, said ? null : unopened);
}

const unopened: Doubt = { status: 'ambiguous', reason: 'no word says what the list divides' };

/** Whether one wrong digit keeps a list from its total, in a total so long that this is no chance. */
function oneDigitOff(total: Figure, parts: readonly Figure[]): boolean {
  const it = balance(total, plus(parts));
  if (!it || unitsOf(total) < 10_000 || closes(it)) return false;
  return /^-?[1-9]0*$/.test(it.residual.coefficient.toString());
}

function failing(
  passage: Passage,
  first: number,
  nearest: number,
  reading: readonly number[],
  cues: Cues,
  compositions: readonly Composition[],
): Found | null {
  const { mentions } = passage;
  const whole = mentions[nearest];
  const part = mentions[first];
  if (!whole || !part || whole.sentence < part.sentence - 1 || whole.group !== null) return null;
  const fixed = composed(mentions, nearest, first, compositions);
  const parts = (fixed ?? reading).flatMap((at) => mentions[at] ?? []);
  const words = between(mentions, nearest, first);
  const [only] = parts;
  if (only && parts.length === 1) {
    const said = cues.open.test(words) || (part.depth > whole.depth && /含(?!税)/.test(words));
    const others = levelsBefore(mentions, first).some(
      (at) => at !== nearest && mentions[at]?.sentence === whole.sentence,
    );
    if (!said || others) return null;
    return { kind: 'at-most', check: 'subset-not-larger', doubt: null, lesser: only.figure, greater: whole.figure };
  }
  if (parts.length < 2) return null;
  const tail = parts.at(-1)?.after ?? '';
  const complete =
    isComposition(whole, parts, compositions) ||
    ((cues.whole.test(words) || cues.view.test(words) || parts.some((it) => /其余/.test(it.lead))) &&
      !cues.incomplete.test(words + tail));
  const rivals = levelsBefore(mentions, first).filter(
    (at) => at !== nearest && (mentions[at]?.sentence ?? -1) >= whole.sentence,
  );
  const view = cues.view.test(words) && !cues.open.test(words) && whole.sentence !== part.sentence;
  const overlapping = !complete && !alike(parts);
  const doubt: Doubt | null =
    view || (rivals.length > 0 && !complete)
      ? { status: 'ambiguous', reason: 'more than one possible total' }
      : overlapping
        ? { status: 'ambiguous', reason: 'the parts may overlap or be only some of them' }
        : null;
  // （含议事协调机构9个，临时机构1个）: named among others, they only have to stay within their whole
  if (!complete && part.depth > whole.depth && /含(?!税)/.test(words) && within(whole.figure, parts)) {
    const [lesser, ...more] = parts.map((it) => it.figure);
    if (lesser)
      return { kind: 'at-most', check: 'subset-not-larger', doubt: null, lesser, more, greater: whole.figure };
  }
  return sumOf(
    whole.figure,
    parts.map((it) => it.figure),
    complete,
    doubt,
  );
}

/** 甲5万元、乙3万元，合计8万元: the total behind its parts. */
function summedUpAt(passage: Passage, at: number, cues: Cues): SumRelation | null {
  const { mentions } = passage;
  const total = mentions[at];
  if (!total || !isLevel(total) || !cues.sumsUp.test(total.before)) return null;
  const parts: Mention[] = [];
  for (let i = at - 1; i >= 0; i--) {
    const it = mentions[i];
    if (!it || it.sentence !== total.sentence) break;
    if (!isLevel(it) || it.depth !== total.depth || !sameMeasure(it.figure, total.figure)) continue;
    if (cues.totalLabel.test(it.before)) break;
    parts.unshift(it);
  }
  const figures = parts.map((it) => it.figure);
  const sums = new RunningSums(plus(figures));
  for (let from = 0; from + 2 <= sums.length; from++) {
    if (!sums.mayMake({ figure: total.figure, weight: 1 }, 0, from, sums.length)) continue;
    if (closesAs(total.figure, figures.slice(from))) return sumOf(total.figure, figures.slice(from), true);
  }
  const tight = parts.every((it, i) => i === 0 || /^[、和及与，,\s]*(?:以及)?[^，。；]{0,24}$/.test(it.lead));
  const bare = total.before.replace(cues.sumsUp, '').length <= 2;
  return figures.length >= 2 && tight && bare ? sumOf(total.figure, figures, true) : null;
}

/** 收入99.6亿元。加上调入资金1.5亿元，收入总量101.1亿元: what was added to the level before makes the total. Told only when it does. */
function addedUpAt(passage: Passage, at: number, cues: Cues): SumRelation | null {
  const { mentions } = passage;
  const total = mentions[at];
  if (!total || !isLevel(total) || !cues.totalLabel.test(total.before)) return null;
  const added = mentions.slice(0, at).findLastIndex((it) => /加上|^[，,；;。]?加/.test(it.lead));
  if (added < 1 || (mentions[added]?.sentence ?? 0) < total.sentence - 1) return null;
  const parts = mentions
    .slice(added, at)
    .filter((it) => isLevel(it) && it.depth === total.depth && sameMeasure(it.figure, total.figure));
  const bases = mentions
    .slice(0, added)
    .filter((it) => isLevel(it) && sameMeasure(it.figure, total.figure) && it.depth === total.depth);
  for (const base of bases.slice(-4).reverse()) {
    const figures = [base, ...parts].map((it) => it.figure);
    if (closesAs(total.figure, figures)) return sumOf(total.figure, figures, true);
  }
  return null;
}

/** What a list may divide: the nearest level; behind 按年级分， what the list before it divides, in its sentence. */
function wholeBefore(mentions: readonly Mention[], first: number, cues: Cues): number | undefined {
  const [nearest] = levelsBefore(mentions, first);
  const part = mentions[first];
  if (!part || nearest === undefined || !cues.viewStop.test(part.lead)) return nearest;
  const opening = mentions
    .slice(Math.max(0, first - farthest), first)
    .find(
      (it) => it.sentence === part.sentence && isLevel(it) && (cues.open.test(it.lead) || cues.viewStop.test(it.lead)),
    );
  return opening ? levelsBefore(mentions, mentions.indexOf(opening))[0] : nearest;
}

/** A list that words open and that no reading makes add up: what it contradicts, if the words leave no other total. */
function contradictedAt(
  passage: Passage,
  first: number,
  cues: Cues,
  compositions: readonly Composition[],
  closings: readonly SumRelation[],
): Found | null {
  const { mentions } = passage;
  const nearest = wholeBefore(mentions, first, cues);
  if (nearest === undefined) return null;
  const reading = listsAt(mentions, first, cues)[0] ?? [];
  const again = dividedAgain(passage, first, nearest, reading, closings, cues);
  return again === 'open' ? failing(passage, first, nearest, reading, cues, compositions) : again;
}

/** Totals with their parts in one passage: 共计…其中…, 由…构成, …合计. */
export function sumsIn(passage: Passage, prose: Prose, compositions: readonly Composition[]): Found[] {
  const cues = cuesOf(prose);
  const { mentions } = passage;
  const closings = closingsIn(passage, cues);
  const headed = new Set(closings.map((it) => it.terms[0]?.figure));
  const found: Found[] = [];
  let previous = -1;
  mentions.forEach((mention, at) => {
    // bare numbers in running text are the cells of tables that were not seen as such
    if (!isLevel(mention) || !printed(mention.figure) || mention.figure.kind === 'number') return;
    const up = summedUpAt(passage, at, cues) ?? addedUpAt(passage, at, cues);
    if (up) found.push(up);
    if (previous >= 0 && !headed.has(mention.figure)) {
      const words = between(mentions, previous, at);
      const deeper = mention.depth > (mentions[previous]?.depth ?? 0);
      const heads = mention.group !== null && mention.group === at;
      const opened = deeper || heads || cues.open.test(words) || cues.whole.test(words) || cues.view.test(words);
      const relation = opened ? contradictedAt(passage, at, cues, compositions, closings) : null;
      if (relation) found.push(relation);
    }
    previous = at;
  });
  return [...closings, ...found];
}
