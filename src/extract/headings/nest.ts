import type { Look } from '../../model/document.js';
import { numberKinds, rankOf, type HeadingNumber, type NumberKind } from './number.js';

/** A heading before its level is known. */
export interface Flat {
  readonly number: HeadingNumber | null;
  readonly look: Look;
  /** How far in its series stands; null without a number. */
  readonly rank: number | null;
}

const sectionRank = (numberKinds.indexOf('section') + 0.5) * 10;

/** Word's outline level that most headings of a rank carry; absent where none does. */
function outlineOfRanks(headings: readonly Flat[]): ReadonlyMap<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const { number, look } of headings) {
    if (!number || look.outlineLevel === null) continue;
    const ofRank = votes.get(rankOf(number)) ?? new Map<number, number>();
    votes.set(rankOf(number), ofRank.set(look.outlineLevel, (ofRank.get(look.outlineLevel) ?? 0) + 1));
  }
  return new Map(
    [...votes].map(([rank, ofRank]) => [rank, [...ofRank].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 9]),
  );
}

/** The rank of an outline level among numbered headings: that of the kind which shares it, or just outside the next deeper kind. */
function rankOfOutline(level: number, outlines: ReadonlyMap<number, number>): number {
  const known = [...outlines].sort((a, b) => a[0] - b[0]);
  const same = known.find(([, outline]) => outline === level);
  if (same) return same[0];
  const deeper = known.find(([, outline]) => outline > level);
  if (deeper) return deeper[0] - 1 + level / 100;
  return known.length > 0 ? (known.at(-1)?.[0] ?? 0) + 1 + level / 100 : level / 100;
}

/** The type of numbered headings, against which one without number and outline is ranked. */
interface Scale {
  readonly hasParts: boolean;
  /** Of the headings below 第X节. */
  readonly largest: number;
  readonly centred: boolean;
  readonly ranks: ReadonlyMap<string, number>;
  /** How far in a heading without number and outline stands by its type, from 0: larger before smaller, 黑体 before 楷体 before others. */
  readonly order: (look: Look) => number;
}
const faces = [/黑|Hei/iu, /楷|Kai/iu];
/** 0 for 黑体, in which official documents set the outermost headings, 1 for 楷体, the next; 2 for any other. */
const faceOf = ({ fontName }: Look): number => {
  const at = faces.findIndex((face) => face.test(fontName ?? ''));
  return at < 0 ? faces.length : at;
};
const typeOf = (look: Look): string => `${look.bold} ${look.centred} ${look.fontSize} ${faceOf(look)}`;

/** Points by which sizes must differ to mean different levels. */
const noticeable = 0.9;

function orderOf(headings: readonly Flat[]): (look: Look) => number {
  const plain = headings.flatMap(({ number, look }) => (number || look.outlineLevel !== null ? [] : [look]));
  const sorted = [...plain].sort((a, b) => (b.fontSize ?? 0) - (a.fontSize ?? 0) || faceOf(a) - faceOf(b));
  const steps: Look[] = [];
  for (const look of sorted) {
    const last = steps.at(-1);
    const smaller = last && (last.fontSize ?? 0) - (look.fontSize ?? 0) >= noticeable;
    if (!last || smaller || faceOf(look) > faceOf(last)) steps.push(look);
  }
  const within = (step: Look, look: Look): boolean =>
    (look.fontSize ?? 0) > (step.fontSize ?? 0) - noticeable && faceOf(look) <= faceOf(step);
  return (look) =>
    Math.max(
      0,
      steps.findIndex((step) => within(step, look)),
    );
}

function scaleOf(headings: readonly Flat[]): Scale {
  const ranked = headings.flatMap((it) => (it.number ? [{ rank: rankOf(it.number), look: it.look }] : []));
  const inner = ranked.filter((it) => it.rank > sectionRank);
  return {
    hasParts: inner.length < ranked.length,
    largest: inner.reduce((most, it) => Math.max(most, it.look.fontSize ?? 0), 0),
    centred: inner.some((it) => it.look.centred),
    order: orderOf(headings),
    ranks: new Map(
      ranked.filter((it) => it.look.bold || it.rank < sectionRank).map((it) => [typeOf(it.look), it.rank]),
    ),
  };
}

/** Larger or alone in the middle: above 一、. Set like a kind of numbered heading: beside it. Otherwise below the number it follows. */
function rankOfLook(look: Look, scale: Scale, parent: number): number {
  const twin = scale.ranks.get(typeOf(look));
  if (twin !== undefined && twin < sectionRank) return twin;
  if ((look.fontSize ?? 0) > scale.largest || (look.centred && !scale.centred))
    return (scale.hasParts ? sectionRank : -1) + scale.order(look) / 1000;
  return twin ?? parent + 5;
}

const rankOfKind = (kind: NumberKind): number => numberKinds.indexOf(kind) * 10;
const [chapterRank, sectionsRank, chineseRank, bracketRank, arabicRank] = [
  rankOfKind('chapter'),
  rankOfKind('section'),
  rankOfKind('chinese'),
  rankOfKind('chineseBracket'),
  rankOfKind('arabic'),
];

const isDotted = ({ number, rank }: Flat): boolean => rank === arabicRank && /[.．]$/u.test(number?.text ?? '');

/**
 * The outer rank under which 1. is of the third level also where nothing stands between: 一、 of headings that are numbered as official
 * documents are, 一、（一）1., and 第一章 of those with chapters, sections and 1. within the sections. Company reports, which write 1、, nest as
 * they stand.
 */
function skippingRanks(headings: readonly Flat[]): ReadonlySet<number> {
  let outer: number | null = null;
  let [brackets, inSections] = [0, 0];
  for (const heading of headings) {
    const { rank } = heading;
    if (rank === bracketRank && outer === chineseRank) brackets++;
    if (outer === sectionsRank && isDotted(heading)) inSections++;
    if (rank === chineseRank || rank === sectionsRank) outer = rank;
    else if (rank !== null && rank < bracketRank) outer = null;
  }
  return new Set([...(brackets > 1 ? [chineseRank] : []), ...(inSections > 1 ? [chapterRank] : [])]);
}

export interface Nested {
  readonly level: number;
  /** Index of the heading that it stands under; null at the top. */
  readonly parent: number | null;
}

/** Levels by nesting: each heading stands under the nearest earlier one that ranks above it. */
export function nest(headings: readonly Flat[]): readonly Nested[] {
  const outlines = outlineOfRanks(headings);
  const scale = scaleOf(headings);
  const skipping = skippingRanks(headings);
  const stack: { rank: number; at: number; level: number; numbered: boolean; type: string }[] = [];
  return headings.map((heading, at) => {
    const { look, rank: known } = heading;
    const under = stack.findLast((it) => it.numbered)?.rank ?? 0;
    const sibling = stack.find((it) => !it.numbered && it.type === typeOf(look));
    const unnumbered = (): number =>
      look.outlineLevel !== null
        ? rankOfOutline(look.outlineLevel, outlines)
        : (sibling?.rank ?? rankOfLook(look, scale, under));
    const rank = known ?? unnumbered();
    while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= rank) stack.pop();
    const parent = stack.at(-1);
    const skipped = parent !== undefined && skipping.has(parent.rank) && isDotted(heading);
    const level = (parent?.level ?? 0) + (skipped ? 2 : 1);
    stack.push({ rank, at, level, numbered: known !== null, type: typeOf(look) });
    return { level, parent: parent?.at ?? null };
  });
}
