import { absolute, add, compare, divide, hundred, multiply, sign, subtract, zero } from '../../model/decimal.js';
import { asPercent, plus, printed, sameMeasure, shareHolds, together } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { ShareRelation, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { between, endsShares, isEach, isLevel } from './cues.js';
import { core } from './core.js';
import { partsRelation } from './parts-relation.js';
import { unitsOf } from './quick-sum.js';
import { shareRelation, unnamedWhole } from './share-relation.js';

/** One member of a list of shares: 人员经费224.36万元，占72.5%. */
interface Member {
  readonly rate: Figure;
  readonly part: Figure;
  /** Where the part and the rate stand among the mentions. */
  readonly at: number;
  readonly end: number;
}
type List = readonly [Member, Member, ...Member[]];
type Found = ShareRelation | SumRelation;

/** How many paragraphs and levels back the whole of a list is looked for. */
const farthest = { passages: 3, levels: 24 } as const;

function memberAt(mentions: readonly Mention[], end: number): Member | null {
  const it = mentions[end];
  const at = it?.about ?? null;
  const part = at === null ? undefined : mentions[at];
  if (!it || at === null || !part || it.act !== 'share' || !isLevel(part) || isEach(part)) return null;
  if (!asPercent(it.figure) || !printed(part.figure)) return null;
  return { rate: it.figure, part: part.figure, at, end };
}

/** Shares that one sentence gives one after the other, of one whole as far as its words go. */
function listsOf(mentions: readonly Mention[]): List[] {
  const lists: Member[][] = [];
  mentions.forEach((it, end) => {
    const member = memberAt(mentions, end);
    if (!member) return;
    const list = lists.at(-1);
    const last = list?.at(-1);
    const before = last && mentions[last.end];
    const goesOn =
      last &&
      before?.sentence === it.sentence &&
      before.depth === it.depth &&
      core(before.base) === core(it.base) &&
      sameMeasure(last.part, member.part) &&
      last.part !== member.part &&
      !endsShares.test(between(mentions, last.end, member.at));
    if (list && goesOn) list.push(member);
    else lists.push([member]);
  });
  return lists.filter((it): it is [Member, Member, ...Member[]] => it.length >= 2);
}

/** Whether the shares say that the parts are all: they add up to 100 %, the last digit of each aside. */
function isAll(list: List): boolean {
  const rates = together(list.map((it) => it.rate));
  if (!rates) return false;
  return compare(absolute(subtract(hundred, rates.value)), add(rates.half, rates.half)) <= 0;
}

/** Whether one whole may lie behind all these shares, whatever it is. */
function agree(members: readonly Member[]): boolean {
  let [least, most] = [zero, null as typeof zero | null];
  for (const { rate, part } of members) {
    const [r, p] = [asPercent(rate), printed(part)];
    const slack = r && add(r.half, r.half);
    if (!r || !p || !slack || sign(subtract(r.value, slack)) <= 0) return false;
    const low = divide(multiply(hundred, subtract(p.value, p.half)), add(r.value, slack), 12);
    const high = divide(multiply(hundred, add(p.value, p.half)), subtract(r.value, slack), 12);
    if (compare(low, least) > 0) least = low;
    if (most === null || compare(high, most) < 0) most = high;
  }
  return most !== null && compare(least, most) <= 0;
}

/** The one member without which one whole lies behind the others; null where it is not one. */
function outlier(list: List): Member | null {
  if (list.length < 3) return null;
  const found = list.filter((it) => agree(list.filter((other) => other !== it)));
  const [only] = found;
  return only && found.length === 1 ? only : null;
}

/** A level at which all shares hold, or all but the one that no whole of the others allows. */
function printedWhole(list: List, levels: readonly Figure[]): Figure | null {
  const enough = agree(list) ? list.length : Math.max(2, list.length - 1);
  return (
    levels.find(
      (whole) =>
        list.every((it) => it.part !== whole) &&
        sameMeasure(whole, list[0].part) &&
        list.filter((it) => shareHolds(it.rate, it.part, whole)).length >= enough,
    ) ?? null
  );
}

/** 决算支出405.81万元中，基本支出…，占83.30%；项目支出…，占16.70%: parts that are shares of their sum leave one total. */
function headed(mentions: readonly Mention[], list: List): SumRelation | null {
  const [first] = list;
  const [head, part] = [mentions[first.at - 1], mentions[first.at]];
  if (!head || !part || head.sentence !== part.sentence || !isLevel(head) || !printed(head.figure)) return null;
  if (!sameMeasure(head.figure, first.part) || !/^[^，。；]{0,2}(?:中|其中|[：:])|其中/.test(part.lead)) return null;
  return partsRelation(head.figure, plus(list.map((it) => it.part)));
}

function claimsOf(mentions: readonly Mention[], list: List, levels: readonly Figure[]): Found[] {
  const [first, ...rest] = list.map((it) => it.part);
  if (!first) return [];
  const ofAll = list.map((it) => shareRelation(it, first, rest));
  const holding = ofAll.filter((it) => shareHolds(it.rate, it.part, it.whole, it.more));
  const telling = holding.some((it) => unitsOf(it.rate) >= 100);
  const total = telling && holding.length === list.length ? headed(mentions, list) : null;
  const whole = printedWhole(list, levels);
  if (total) return [total, ...ofAll];
  if (whole) return list.map((it) => shareRelation(it, whole));
  if (telling && holding.length >= Math.max(isAll(list) ? 1 : 2, list.length - 1)) return ofAll;
  if (!isAll(list)) return [];
  const odd = outlier(list);
  if (odd) return [shareRelation(odd, first, rest)];
  return list.length === 2 ? [shareRelation(list[0], first, rest, unnamedWhole)] : [];
}

/** Lists of shares whose whole is not beside them: all are of one, which stands in a paragraph before or is what they make together. `answered`: rates whose whole is known. */
export function shareListsIn(passages: readonly Passage[], answered: ReadonlySet<Figure>): Found[] {
  return passages.flatMap(({ mentions }, at) => {
    const lists = listsOf(mentions).filter((list) => list.some((it) => !answered.has(it.rate)));
    if (lists.length === 0) return [];
    const before = passages.slice(Math.max(0, at - farthest.passages), at).flatMap((it) => it.mentions);
    return lists.flatMap((list) => {
      const levels = [...before, ...mentions.slice(0, list[0].at)]
        .filter((it) => isLevel(it) && printed(it.figure))
        .slice(-farthest.levels)
        .map((it) => it.figure)
        .toReversed();
      return claimsOf(mentions, list, levels).filter((it) => it.kind === 'sum' || !answered.has(it.rate));
    });
  });
}
