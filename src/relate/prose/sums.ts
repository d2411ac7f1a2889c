import { compare, decimal } from '../../model/decimal.js';
import { plus, printed, sameMeasure } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { AtMostRelation, Doubt, SumRelation } from '../../model/relation.js';
import type { Prose } from '../../rulebook/prose.js';
import { builtUpAt } from './built-up.js';
import { closingsIn } from './closings.js';
import { between, cuesOf, isLevel, type Cues } from './cues.js';
import { doubtOf, groundsOf, including, isAmount, within, type Division } from './grounds.js';
import { partsFrom } from './part-list.js';
import { composed, composedOf, isUnopenedPartition, type NameRules } from './part-names.js';
import { partsRelation } from './parts-relation.js';
import { oneSlipOff } from './slip.js';
import { twinsIn } from './twins.js';

type Found = SumRelation | AtMostRelation;

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

/** Members of one series of one measure: 86批次、611人次 are none. */
function seriesAt(mentions: readonly Mention[], at: number): readonly number[] {
  const { group, figure } = mentions[at] ?? {};
  if (group === null || group === undefined || !figure) return [];
  const members = mentions.flatMap((it, i) =>
    it.group === group && isLevel(it) && sameMeasure(it.figure, figure) ? [i] : [],
  );
  return members.length > 1 ? members : [];
}

/** The list that begins at `first`: a series stands as it is. */
function listAt(mentions: readonly Mention[], nearest: number, first: number, cues: Cues): readonly number[] {
  const series = seriesAt(mentions, first);
  return series.length > 0 ? series : partsFrom(mentions, first, cues, mentions[nearest]);
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
  const said = cues.viewStop.test(part.lead) || oneSlipOff(total, plus(figures), true);
  return partsRelation(total, plus(figures), said ? null : unopened);
}

const unopened: Doubt = { status: 'ambiguous', reason: 'no word says what the list divides' };

/** 其中A 5万元: one part of a level. Of several levels any may be meant: told only when the part is larger than each of them. */
function onlyPart(mentions: readonly Mention[], first: number, { whole, words }: Division, cues: Cues): Found | null {
  const part = mentions[first];
  if (!part || !(cues.open.test(words) || (part.depth > whole.depth && including.test(words)))) return null;
  const [greater, ...others] = levelsBefore(mentions, first)
    .flatMap((at) => mentions[at] ?? [])
    .filter((it) => it.sentence === whole.sentence)
    .sort((a, b) => compare(decimal(b.figure.value), decimal(a.figure.value)));
  if (!greater || (others.length > 0 && within(greater.figure, [part]))) return null;
  return { kind: 'at-most', check: 'subset-not-larger', doubt: null, lesser: part.figure, greater: greater.figure };
}

function failing(
  { mentions }: Passage,
  first: number,
  nearest: number,
  reading: readonly number[],
  closings: readonly SumRelation[],
  cues: Cues,
  names: NameRules,
): Found | null {
  const whole = mentions[nearest];
  const part = mentions[first];
  if (!whole || !part || whole.sentence < part.sentence - 1 || seriesAt(mentions, nearest).length > 0) return null;
  const fixed = composed(mentions, nearest, first, reading, names.compositions);
  const parts = (fixed ?? reading).flatMap((at) => mentions[at] ?? []);
  const words = between(mentions, nearest, first);
  const division: Division = { whole, parts, words };
  if (parts.length === 1) return onlyPart(mentions, first, division, cues);
  if (parts.length < 2 || ![whole, ...parts].every(isAmount)) return null;
  const grounds = groundsOf(division, mentions, closings, cues, names);
  // a total that the parts exceed as well is no other way to read them, but what stands behind ； may divide several together
  const together = /^[；;]/.test(part.lead.trim());
  const rivals = levelsBefore(mentions, first)
    .filter((at) => at !== nearest)
    .flatMap((at) => mentions[at] ?? [])
    .filter((it) => it.sentence >= whole.sentence && (together || !grounds.disjoint || within(it.figure, parts)));
  const view = cues.view.test(words) && !cues.open.test(words) && whole.sentence !== part.sentence;
  const figures = parts.map((it) => it.figure);
  // （含议事协调机构9个，临时机构1个）: named among others, they only have to stay within their whole
  const among = !grounds.complete && !grounds.likely && part.depth > whole.depth && including.test(words);
  const [lesser, ...more] = figures;
  if (among && lesser && within(whole.figure, parts))
    return { kind: 'at-most', check: 'subset-not-larger', doubt: null, lesser, more, greater: whole.figure };
  const doubt = doubtOf(division, grounds, view || (rivals.length > 0 && !grounds.complete));
  return partsRelation(whole.figure, plus(figures), doubt, grounds.complete);
}

/**
 * What a list may divide: the nearest level, or the nearest that a form divides so; behind 按年级分， what the list before it divides, in its
 * sentence.
 */
function wholeBefore(
  mentions: readonly Mention[],
  first: number,
  cues: Cues,
  { compositions }: NameRules,
): number | undefined {
  const levels = levelsBefore(mentions, first);
  const part = mentions[first];
  const nearest = part && (composedOf(mentions, levels, part, compositions) ?? levels[0]);
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
  names: NameRules,
  closings: readonly SumRelation[],
): Found | null {
  const { mentions } = passage;
  const nearest = wholeBefore(mentions, first, cues, names);
  if (nearest === undefined) return null;
  const reading = listAt(mentions, nearest, first, cues);
  const again = dividedAgain(passage, first, nearest, reading, closings, cues);
  return again === 'open' ? failing(passage, first, nearest, reading, closings, cues, names) : again;
}

/** Whether something says that a list begins: a word, a bracket, a series, or names that can only be a list. */
function isOpened(mentions: readonly Mention[], previous: number, at: number, cues: Cues, names: NameRules): boolean {
  const words = between(mentions, previous, at);
  const mention = mentions[at];
  if (!mention) return false;
  if (mention.depth > (mentions[previous]?.depth ?? 0) || (mention.group === at && seriesAt(mentions, at).length > 0))
    return true;
  if (cues.open.test(words) || cues.whole.test(words) || cues.view.test(words)) return true;
  const listed = partsFrom(mentions, at, cues).flatMap((i) => mentions[i] ?? []);
  const goesOn = isUnopenedPartition([...mentions.slice(previous, previous + 1), mention], names.partitions);
  return !goesOn && isUnopenedPartition(listed, names.partitions);
}

/** Totals with their parts in one passage: 共计…其中…, 由…构成, …合计. */
export function sumsIn(passage: Passage, prose: Prose, names: NameRules): Found[] {
  const cues = cuesOf(prose);
  const { mentions } = passage;
  const closings = closingsIn(passage, cues);
  const headed = new Set(closings.map((it) => it.terms[0]?.figure));
  const found: Found[] = [];
  let previous = -1;
  mentions.forEach((mention, at) => {
    // bare numbers in running text are the cells of tables that were not seen as such
    if (!isLevel(mention) || !printed(mention.figure) || mention.figure.kind === 'number') return;
    const up = builtUpAt(passage, at, cues);
    if (up) found.push(up);
    if (previous >= 0 && !headed.has(mention.figure) && isOpened(mentions, previous, at, cues, names)) {
      const relation = contradictedAt(passage, at, cues, names, closings);
      if (relation) found.push(relation);
    }
    previous = at;
  });
  // what stands beside a list that holds says more than the list alone, and of two ways to the same figures the first stays
  return [...closings, ...twinsIn(passage, closings, cues), ...found];
}
