import { compare, decimal } from '../../model/decimal.js';
import { isPlan } from '../../model/plan.js';
import { printed, roughly, sameMeasure, shareHolds } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, ShareRelation, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { endsShares, isLevel } from './cues.js';
import { core } from './core.js';
import { unnamedWhole } from './share-relation.js';

/** 已就业人数 and 已就业421人 are the same people. */
const counted = (words: string): string => words.replace(/(?<=..)(?:总?人|总?户|总?个)$/, '');

/** Whether words that name a denominator (占…的) mean a printed level. */
function means(base: string, label: string): boolean {
  const [wanted, have] = [counted(core(base)), core(label)];
  if (wanted.length < 2 || have.length < 2) return false;
  return have.endsWith(wanted) || wanted.endsWith(have) || have.includes(wanted);
}

const plannedBy = (base: string): RegExp =>
  /年初/.test(base)
    ? /年初预算/
    : /调整/.test(base)
      ? /调整/
      : /全年/.test(base)
        ? /全年预算|预算/
        : /预算|计划|目标|任务/;

interface Denominator {
  readonly whole: Figure;
  readonly doubt: Doubt | null;
  readonly named?: boolean;
}

/** Levels that the share's own list gives shares of the same whole to: they are its parts, never the whole. */
function siblings(mentions: readonly Mention[], base: string): Set<Mention | undefined> {
  const wanted = core(base);
  return new Set(
    mentions
      .filter((m) => m.act === 'share' && m.about !== null && core(m.base) === wanted)
      .map((m) => mentions[m.about ?? 0]),
  );
}

/** 教师124人，其中“双师型”71人，占57.3%: what a single 其中 divides, right before the part. */
function dividedBy(mentions: readonly Mention[], part: Mention): Figure | null {
  const whole = mentions[mentions.indexOf(part) - 1];
  if (!whole || !/其中/.test(part.lead) || whole.sentence !== part.sentence || !isLevel(whole)) return null;
  return sameMeasure(whole.figure, part.figure) && printed(whole.figure) ? whole.figure : null;
}

/** Levels that a denominator's words mean; where plans and results share the name, what came in has its share of what came in. */
function ofOneStage(levels: readonly Mention[], base: string, part: Mention): Mention[] {
  const meant = levels.filter((m) => means(base, m.subject));
  if (isPlan(base) || isPlan(part.subject)) return meant;
  const results = meant.filter((m) => !isPlan(m.subject));
  return results.length > 0 ? results : meant;
}

function wholeOfShare(
  mentions: readonly Mention[],
  at: number,
  part: Mention,
  sums: readonly SumRelation[],
): Denominator | null {
  const it = mentions[at];
  const previous = mentions[at - 1];
  if (!it) return null;
  if (previous?.act === 'base' && previous.clause === it.clause) return { whole: previous.figure, doubt: null };
  const reaches = (whole: Figure): boolean => compare(decimal(whole.value), decimal(part.figure.value)) >= 0;
  const listed = sums
    .filter((sum) => sum.terms.some((term) => term.figure === part.figure))
    .map((sum) => sum.total)
    .filter((whole) => whole.kind === part.figure.kind && printed(whole) !== null && reaches(whole));
  const parts = siblings(mentions, it.base);
  const before = mentions
    .slice(0, at)
    .filter((m) => isLevel(m) && m !== part && !parts.has(m) && sameMeasure(m.figure, part.figure) && printed(m.figure))
    .reverse();
  const earlier = before.filter((m) => reaches(m.figure));
  const meant = core(it.base) === '' ? [] : ofOneStage(before, it.base, part).map((m) => m.figure);
  const named = meant.filter(reaches);
  const candidates = [...named, ...listed, ...earlier.map((m) => m.figure)];
  const holding = candidates.find((whole) => shareHolds(it.figure, part.figure, whole));
  if (holding) return { whole: holding, doubt: null };
  const [first] = core(it.base) === '' ? listed : named;
  const opened = core(it.base) === '' ? dividedBy(mentions, part) : null;
  if (opened) return { whole: opened, doubt: null };
  const [passed] = meant;
  if (!first) return passed ? { whole: passed, doubt: unnamedWhole } : null;
  const clear =
    core(it.base) === '' || (core(it.base).length >= 4 && new Set(named.map((whole) => whole.value)).size === 1);
  return { whole: first, doubt: clear ? null : unnamedWhole, named: clear && named.length > 0 };
}

/** What has a completion rate of its own, or a growth without being called a plan outright, is what came of a plan. */
function isResult(mentions: readonly Mention[], it: Mention): boolean {
  const at = mentions.indexOf(it);
  const named = /年初预算|全年预算|调整预算|预算数|计划|目标|任务/.test(it.subject);
  return mentions.some((m) => m.about === at && (m.act === 'completion' || (m.act === 'growth' && !named)));
}

function wholeOfCompletion(mentions: readonly Mention[], at: number, part: Mention): Denominator | null {
  const it = mentions[at];
  if (!it) return null;
  const previous = mentions[at - 1];
  if (previous?.act === 'base' && previous.clause === it.clause) return { whole: previous.figure, doubt: null };
  const plan = plannedBy(it.base);
  const whole = mentions
    .slice(Math.max(0, at - 4), at)
    .findLast(
      (m) =>
        isLevel(m) &&
        m !== part &&
        m.sentence >= it.sentence - 1 &&
        sameMeasure(m.figure, part.figure) &&
        plan.test(m.subject) &&
        isPlan(m.subject) &&
        !isResult(mentions, m),
    );
  return whole ? { whole: whole.figure, doubt: null } : null;
}

/** 占83.3%；…，占16.7%: shares of one list are of one whole; one that none fits is of the whole of its neighbour that does. */
function ofNeighbours(mentions: readonly Mention[], found: readonly ShareRelation[]): ShareRelation[] {
  const known = new Map(found.map((it) => [it.rate, it]));
  const shares = mentions.flatMap((it, at) => (it.act === 'share' && it.about !== null ? [{ it, at }] : []));
  return shares.flatMap(({ it, at }, place): ShareRelation[] => {
    const part = it.about === null ? undefined : mentions[it.about];
    if (!part || !isLevel(part) || !printed(part.figure) || !printed(it.figure) || known.has(it.figure)) return [];
    for (const neighbour of [shares[place - 1], shares[place + 1]]) {
      const claim = neighbour && known.get(neighbour.it.figure);
      if (!claim || claim.check !== 'share-of-total' || claim.whole === part.figure) continue;
      const [from, to] = [Math.min(at, neighbour.at), Math.max(at, neighbour.at)];
      const together =
        neighbour.it.sentence === it.sentence &&
        neighbour.it.depth === it.depth &&
        core(neighbour.it.base) === core(it.base) &&
        !mentions.slice(from + 1, to + 1).some((m) => endsShares.test(m.lead));
      const fits = shareHolds(claim.rate, claim.part, claim.whole) && sameMeasure(claim.whole, part.figure);
      if (together && fits) return [{ ...claim, doubt: null, rate: it.figure, part: part.figure }];
    }
    return [];
  });
}

/** Shares and completion rates beside their two figures: 占…的84.06%, 完成年初预算的106.76%. */
export function sharesIn({ mentions }: Passage, sums: readonly SumRelation[]): ShareRelation[] {
  const found: ShareRelation[] = [];
  mentions.forEach((it, at) => {
    const rough = it.act === 'share' && roughly(it.figure) !== null;
    if ((it.act !== 'share' && it.act !== 'completion') || (!printed(it.figure) && !rough)) return;
    const part = it.about === null ? undefined : mentions[it.about];
    if (!part || !isLevel(part) || !printed(part.figure)) return;
    // 政府集中采购预算…，占政府采购预算的52.55%: a plan has a share of a plan
    const ofPlan = it.act === 'completion' && isPlan(part.subject);
    if (ofPlan && !(isPlan(it.base) && it.before.includes('占'))) return;
    const share = it.act === 'share' || ofPlan;
    const denominator = share ? wholeOfShare(mentions, at, part, sums) : wholeOfCompletion(mentions, at, part);
    if (!denominator || denominator.whole === part.figure || !sameMeasure(denominator.whole, part.figure)) return;
    const check = share ? 'share-of-total' : 'completion-rate';
    found.push({ kind: 'share', check, rate: it.figure, part: part.figure, ...denominator });
  });
  return [...found, ...ofNeighbours(mentions, found)];
}
