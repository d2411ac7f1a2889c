import { printed, sameMeasure, shareHolds } from '../../model/printed.js';
import type { Passage } from '../../model/reading.js';
import type { ShareRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { core } from './core.js';
import { isEach, isLevel } from './cues.js';
import { unitsOf } from './quick-sum.js';
import { shareRelation, unnamedWhole } from './share-relation.js';

/** A share whose whole its own paragraph does not print. */
interface OpenShare {
  readonly rate: Figure;
  readonly part: Figure;
  /** What it is a share of; see `core`. */
  readonly base: string;
  readonly passage: number;
  /** 各650,000股: the part is printed once for several. */
  readonly each: boolean;
}

interface Level {
  readonly figure: Figure;
  readonly name: string;
}

/** How many levels back, and over how many paragraphs, a whole is looked for. */
const mostLevels = 64;
const mostPassages = 12;

function openShares(passages: readonly Passage[], used: ReadonlySet<Figure>): OpenShare[] {
  return passages.flatMap(({ mentions }, passage) =>
    mentions.flatMap((it): OpenShare[] => {
      const part = it.about === null ? undefined : mentions[it.about];
      const base = core(it.base);
      const ofPlan = it.act === 'completion' && it.before.includes('占') && /预算/.test(part?.subject ?? '');
      const share = it.act === 'share' || ofPlan;
      if (!share || base.length < 3 || used.has(it.figure) || !printed(it.figure)) return [];
      if (!part || !isLevel(part) || !printed(part.figure)) return [];
      return [{ rate: it.figure, part: part.figure, base, passage, each: isEach(part) }];
    }),
  );
}

/** 占基本支出预算81.45%, where an earlier paragraph gives 基本支出预算: told when it holds, and when another share of the same whole does. */
function ofEarlier(shares: readonly OpenShare[], passages: readonly Passage[]): ShareRelation[] {
  const levels: Level[] = [];
  const starts: number[] = [];
  for (const { mentions } of passages) {
    starts.push(levels.length);
    for (const it of mentions) if (isLevel(it)) levels.push({ figure: it.figure, name: core(it.subject) });
  }
  const matched = shares.flatMap((share) => {
    const end = starts[share.passage] ?? 0;
    const start = Math.max(end - mostLevels, starts[Math.max(0, share.passage - mostPassages)] ?? 0);
    const named = levels
      .slice(start, end)
      .filter((it) => it.name.endsWith(share.base) && sameMeasure(it.figure, share.part) && printed(it.figure))
      .reverse();
    const holding = named.find((it) => shareHolds(share.rate, share.part, it.figure));
    const whole = holding ?? named[0];
    const alone = new Set(named.map((it) => it.figure.value)).size === 1 && whole?.name === share.base;
    return whole ? [{ share, whole: whole.figure, holds: holding !== undefined, alone }] : [];
  });
  const believed = new Set(matched.filter((it) => it.holds).map((it) => it.whole));
  return matched
    .filter((it) => it.holds || it.alone || believed.has(it.whole))
    .map(({ share, whole, holds }) =>
      shareRelation(share, whole, [], holds || believed.has(whole) ? null : unnamedWhole),
    );
}

/** Shares of one whole that is nowhere printed: where one of them fits the sum of all the parts, the parts are the whole. */
function ofAllParts(shares: readonly OpenShare[]): ShareRelation[] {
  const groups: OpenShare[][] = [];
  for (const share of shares) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const together =
      last?.base === share.base && share.passage - last.passage <= 2 && sameMeasure(last.part, share.part);
    if (group && together) group.push(share);
    else groups.push([share]);
  }
  return groups.flatMap((group) => {
    const parts = [...new Set(group.map((it) => it.part))];
    const [whole, ...more] = parts;
    if (!whole || more.length === 0 || parts.length !== group.length || group.some((it) => it.each)) return [];
    const claims = group.map((it) => shareRelation(it, whole, more));
    return claims.some((it) => unitsOf(it.rate) >= 100 && shareHolds(it.rate, it.part, whole, more)) ? claims : [];
  });
}

/** Shares that no figure of their own paragraph answers; `used` are the rates that one does. */
export function openSharesIn(passages: readonly Passage[], used: ReadonlySet<Figure>): ShareRelation[] {
  const shares = openShares(passages, used);
  const earlier = ofEarlier(shares, passages);
  const answered = new Set(earlier.filter((it) => it.doubt === null).map((it) => it.rate));
  return [...earlier, ...ofAllParts(shares.filter((it) => !answered.has(it.rate)))];
}
