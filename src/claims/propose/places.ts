import type { Spot, WordClass, Zone } from '../../model/description.js';

/** How many figures before and behind a claimant may be its operands, and how many sentences before its own. */
const mostBefore = 14;
const mostBehind = 8;
const sentencesBefore = 3;
/** Figures before that are looked through for totals, and for what is called like the claimant; and how many of them are taken. */
const farthest = 60;
const mostFar = 2;
/** Operands of one dimension that are tried, those from far away aside. */
const mostOfDimension = 8;

export const has = (spot: Spot, zone: Zone, ...classes: readonly WordClass[]): boolean =>
  classes.some((it) => spot.words[zone].has(it));

/** Figures of percent, times and points are no amounts. */
export const isRate = ({ figure: { kind, unit } }: Spot): boolean =>
  (kind === 'percent' && unit !== 'pp') || kind === 'multiple';
/** One, as the printed rate counts it: 100 of percent, 1,000 of per mille. */
export const unitsInOne = ({ figure: { unit, kind } }: Spot): number =>
  kind === 'multiple' ? 1 : unit === '‰' ? 1000 : unit === '‱' ? 10000 : 100;
export const isPoints = ({ figure: { kind, unit } }: Spot): boolean => kind === 'percent' && unit === 'pp';
const notAmounts: ReadonlySet<string> = new Set(['percent', 'multiple', 'ratio', 'fraction', 'number']);
/** From which size on a number in words is reckoned with, however round. */
const largeInWords = 1000;
/** 三项 and 前五名 count what is spoken of and are part of no equation; what is reckoned with is printed in digits or is written out in full: 一百二十八个. */
const isReckoned = ({ figure: { text, number }, value }: Spot): boolean =>
  /\d/.test(text.normalize('NFKC')) ||
  Math.abs(value) >= largeInWords ||
  (number ?? '').replace(/^[-0.]+|\D|0+$/g, '').length > 1;
export const isAmount = (spot: Spot): boolean => (spot.bare || !notAmounts.has(spot.figure.kind)) && isReckoned(spot);

/** How many digits of a printed number say something, zeros before them aside. */
export const digitsOf = ({ figure: { number } }: Spot): number =>
  (number ?? '').replace(/\D/g, '').replace(/^0+/, '').length;

/** Figures of a paragraph whatever their order: two claims over the same ones are known by it. */
export const keyOf = (spots: readonly Spot[]): string =>
  spots
    .map((it) => it.at)
    .sort((a, b) => a - b)
    .join(' ');

/** 1 where words say that it grew, -1 where they say that it shrank, 0 where they say neither. */
export function directionOf(spot: Spot): 1 | 0 | -1 {
  if (spot.value < 0) return 0;
  for (const zone of ['near', 'lead', 'tail'] as const) {
    const [up, down] = [has(spot, zone, 'up', 'exceed'), has(spot, zone, 'down', 'below')];
    if (up !== down) return up ? 1 : -1;
  }
  return 0;
}

/** Whether a figure says how far others lie apart, as far as its own words tell: 减少5.2万元, but not 减少到5.2万元. */
export function isChange(spot: Spot): boolean {
  const compared = has(spot, 'lead', 'compare', 'prior') && has(spot, 'lead', 'up', 'down', 'exceed', 'below');
  return (
    (compared || has(spot, 'near', 'up', 'down', 'differ', 'exceed', 'below')) &&
    !has(spot, 'lead', 'to') &&
    !has(spot, 'near', 'total')
  );
}

const tags = [
  'from',
  'to',
  'prior',
  'plan',
  'limit',
  'opening',
  'closing',
  'ofwhich',
  'rest',
  'actual',
  'current',
  'total',
] as const;

/** The one thing that a figure's words say most plainly of the part it plays. */
export function tagOf(spot: Spot): string {
  if (isChange(spot)) return 'change';
  for (const zone of ['near', 'lead', 'before', 'clause'] as const) {
    const tag = tags.find((it) => has(spot, zone, it));
    if (tag) return tag;
  }
  return 'plain';
}

/** Figures farther before a claimant that are called like it, or are totals. */
function farBefore(spots: readonly Spot[], claimant: Spot, from: number, wanted: (spot: Spot) => boolean): Spot[] {
  const found: Spot[] = [];
  for (let at = from; at >= 0 && at >= claimant.at - farthest && found.length < mostFar; at--) {
    const it = spots[at];
    if (!it) break;
    if (wanted(it) && (has(it, 'near', 'total') || likeness(it.ownTerms, claimant.ownTerms) === 'same')) found.push(it);
  }
  return found;
}

/** What may explain a claimant: figures near it, the nearest first. Bounded, however long the paragraph. */
export function around(spots: readonly Spot[], claimant: Spot, wanted: (spot: Spot) => boolean): Spot[] {
  const found: Spot[] = [];
  let at = claimant.at - 1;
  for (; at >= 0 && at >= claimant.at - mostBefore; at--) {
    const it = spots[at];
    if (!it || it.sentence < claimant.sentence - sentencesBefore) break;
    if (wanted(it)) found.push(it);
  }
  const far = farBefore(spots, claimant, at, wanted);
  for (at = claimant.at + 1; at <= claimant.at + mostBehind; at++) {
    const it = spots[at];
    if (!it || it.sentence > claimant.sentence) break;
    if (wanted(it)) found.push(it);
  }
  return [...found, ...far];
}

/** The same by dimension, no more than a few of each, and those from far away. */
export function byDimension(found: readonly Spot[], claimant: Spot): Spot[][] {
  const groups = new Map<string, Spot[]>();
  for (const it of found) {
    const group = groups.get(it.dimension);
    const far = claimant.at - it.at > mostBefore;
    if (!group) groups.set(it.dimension, [it]);
    else if (far || group.length < mostOfDimension) group.push(it);
  }
  return [...groups.values()];
}

/**
 * Where an operand stands among those of its group, seen from the claimant: `p1` is the level right before it, `n1` the one right
 * behind, `d1` the change right before it.
 */
export function placeOf(spot: Spot, claimant: Spot, group: readonly Spot[]): string {
  const change = isChange(spot);
  const before = spot.at < claimant.at;
  const rank = group.filter((it) => it.at < claimant.at === before && isChange(it) === change).indexOf(spot) + 1;
  return `${change ? 'd' : ''}${before ? 'p' : 'n'}${Math.min(rank, 5)}`;
}

/** How far apart two figures stand. */
export function nearness(a: Spot, b: Spot): string {
  if (a.clause === b.clause) return 'clause';
  if (a.sentence === b.sentence) return Math.abs(a.clause - b.clause) === 1 ? 'next' : 'sentence';
  return `s${Math.min(3, Math.abs(a.sentence - b.sentence))}`;
}

/** What names share: `same`, `some` or `none` of the smaller one's pairs of characters; `mute` where one has no name. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): string {
  const least = Math.min(a.size, b.size);
  if (least === 0) return 'mute';
  let shared = 0;
  for (const it of a) if (b.has(it)) shared++;
  if (shared === 0) return 'none';
  return shared * 3 >= least * 2 ? 'same' : 'some';
}

/** Whether one of the operands belongs to what a list names behind a claimant, which speaks of the whole: …每平方公里240人；其中城关镇面积62平方公里. */
export const isOfListed = (claimant: Spot, operands: readonly Spot[]): boolean =>
  operands.some(
    (it) =>
      it.at > claimant.at &&
      it.clause !== claimant.clause &&
      (has(it, 'clause', 'ofwhich') || has(it, 'before', 'ofwhich')),
  );

/** Whether figures are put one like the other: side by side, or a clause each. */
export function inParallel(list: readonly Spot[]): boolean {
  const steps = list.slice(1).map((it, i) => it.clause - (list[i]?.clause ?? 0));
  return steps.every((it) => it === steps[0]);
}

/** Whether any word of the grammar stands about a figure: numbers alone accuse nothing. */
export const isSpokenOf = ({ words: { clause, before, tail } }: Spot): boolean =>
  clause.size + before.size + tail.size > 0;
