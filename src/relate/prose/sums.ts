import { balance, closes, printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { AtMostRelation, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { Composition, Prose } from '../../rulebook/prose.js';
import { between, cuesOf, isLevel, type Cues } from './cues.js';
import { partsFrom, readingsOf } from './part-list.js';

type Found = SumRelation | AtMostRelation;

const plus = (figures: readonly Figure[]) => figures.map((figure) => ({ figure, weight: 1 as const }));

function closesAs(total: Figure, parts: readonly Figure[]): boolean {
  const it = balance(total, plus(parts));
  return it !== null && closes(it);
}

/** True when the labels are those of a whole whose parts the forms fix, and no part is left out. */
function isComposition(total: Mention, parts: readonly Mention[], compositions: readonly Composition[]): boolean {
  return compositions.some(
    ({ whole, parts: wanted }) =>
      whole.some((name) => total.subject.includes(name)) &&
      wanted.every((names) => parts.some((part) => names.some((name) => part.subject.includes(name)))) &&
      parts.every((part) => wanted.some((names) => names.some((name) => part.subject.includes(name)))),
  );
}

function figuresAt(mentions: readonly Mention[], positions: readonly number[]): Figure[] {
  return positions.flatMap((at) => mentions[at]?.figure ?? []);
}

/** Levels that a breakdown opened at `first` may be of: those before it in its sentence, or in the one before. */
function wholesFor(mentions: readonly Mention[], first: number): number[] {
  const part = mentions[first];
  if (!part) return [];
  const wholes: number[] = [];
  for (let i = first - 1; i >= 0 && wholes.length < 4; i--) {
    const it = mentions[i];
    if (!it || it.sentence < part.sentence - 1) break;
    if (it.sentence < part.sentence && wholes.some((at) => mentions[at]?.sentence === part.sentence)) break;
    if (isLevel(it) && it.depth <= part.depth && sameMeasure(it.figure, part.figure) && printed(it.figure)) wholes.push(i);
  }
  return wholes;
}

function breakdownAt(passage: Passage, first: number, cues: Cues, compositions: readonly Composition[]): Found | null {
  const { mentions } = passage;
  const wholes = wholesFor(mentions, first);
  const [nearest] = wholes;
  if (nearest === undefined) return null;
  const list = partsFrom(mentions, first, cues);
  for (const at of wholes) {
    const total = mentions[at]?.figure;
    const closing = total && readingsOf(list).find((it) => it.length >= 2 && closesAs(total, figuresAt(mentions, it)));
    if (total && closing) {
      return { kind: 'sum', check: 'parts-of-total', doubt: null, total, terms: plus(figuresAt(mentions, closing)), complete: true };
    }
  }
  const whole = mentions[nearest];
  const reading = readingsOf(list)[0] ?? [];
  const parts = reading.flatMap((at) => mentions[at] ?? []);
  const [only] = parts;
  if (!whole || !only) return null;
  const words = between(mentions, nearest, first);
  const tail = mentions[reading.at(-1) ?? first]?.after ?? '';
  if (parts.length === 1) {
    if (!cues.open.test(words) || wholes.length > 1) return null;
    return { kind: 'at-most', check: 'subset-not-larger', doubt: null, lesser: only.figure, greater: whole.figure };
  }
  const complete =
    isComposition(whole, parts, compositions) ||
    ((cues.whole.test(words) || parts.some((it) => /其余/.test(it.lead))) && !cues.incomplete.test(words + tail));
  const doubt =
    wholes.length > 1 && !complete ? { status: 'ambiguous' as const, reason: 'more than one possible total' } : null;
  return { kind: 'sum', check: 'parts-of-total', doubt, total: whole.figure, terms: plus(parts.map((it) => it.figure)), complete };
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
  for (let from = 0; from + 2 <= figures.length; from++) {
    if (closesAs(total.figure, figures.slice(from))) {
      return { kind: 'sum', check: 'parts-of-total', doubt: null, total: total.figure, terms: plus(figures.slice(from)), complete: true };
    }
  }
  const tight = parts.every((it, i) => i === 0 || /^[、和及与，,\s]*(?:以及)?[^，。；]{0,24}$/.test(it.lead));
  const bare = total.before.replace(cues.sumsUp, '').length <= 2;
  if (figures.length < 2 || !tight || !bare) return null;
  return { kind: 'sum', check: 'parts-of-total', doubt: null, total: total.figure, terms: plus(figures), complete: true };
}

/** Totals with their parts in one passage: 共计…其中…, 由…构成, …合计. */
export function sumsIn(passage: Passage, prose: Prose, compositions: readonly Composition[]): Found[] {
  const cues = cuesOf(prose);
  const found: Found[] = [];
  passage.mentions.forEach((mention, at) => {
    const previous = passage.mentions.slice(0, at).findLast(isLevel);
    if (!isLevel(mention) || !printed(mention.figure)) return;
    const up = summedUpAt(passage, at, cues);
    if (up) found.push(up);
    if (!previous) return;
    const words = between(passage.mentions, passage.mentions.indexOf(previous), at);
    const opened = cues.open.test(words) || cues.whole.test(words) || mention.depth > previous.depth;
    const relation = opened ? breakdownAt(passage, at, cues, compositions) : null;
    if (relation) found.push(relation);
  });
  return found;
}
