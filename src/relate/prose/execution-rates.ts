import { isPlan } from '../../model/plan.js';
import { printed, sameMeasure, shareHolds } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, ShareRelation } from '../../model/relation.js';
import { isLevel } from './cues.js';
import { unnamedWhole } from './share-relation.js';

const done = /决算|执行|支出|完成/;
/** The plan that a year's execution is held against, before others of the same money. */
const adjusted = /全年预算|调整/;
/** Words of a plan or of its execution; what is left names whose it is. */
const stage =
  /(?:年初|全年|调整后?|批复)?(?:预算|计划)(?:总额|数|安排)?$|(?:全年|累计|实际|年度|本年|当年)*(?:执行|支出|完成)数?$/;
const nobody = /^(?:本|该)?(?:项目|年度|全年|部门|单位|资金|财政|本年|当年)*$/;
/** How many sentences and paragraphs back a budget is looked for. */
const farthest = { sentences: 2, passages: 6 } as const;

const isRate = (it: Mention): boolean =>
  it.act === 'rate' && /(?:执行|完成)率$/.test(it.subject) && printed(it.figure) !== null;
const owner = (it: Mention): string => it.subject.replace(stage, '');
const planned = (it: Mention): boolean => isLevel(it) && printed(it.figure) !== null && isPlan(it.subject);
const executed = (it: Mention): boolean =>
  isLevel(it) && printed(it.figure) !== null && done.test(it.subject) && !isPlan(it.subject);

const claim = (rate: Mention, part: Mention, whole: Mention, doubt: Doubt | null = null): ShareRelation => ({
  kind: 'share',
  check: 'completion-rate',
  doubt,
  rate: rate.figure,
  part: part.figure,
  whole: whole.figure,
});
const holds = ({ rate, part, whole }: ShareRelation): boolean => shareHolds(rate, part, whole);

/** 全年预算909万元，全年执行872.18万元，预算执行率95.95%: the two levels before it in its sentence. */
function beside(mentions: readonly Mention[], at: number, rate: Mention): ShareRelation | null {
  const levels = mentions
    .slice(0, at)
    .filter((m) => isLevel(m) && m.sentence === rate.sentence && printed(m.figure))
    .slice(-2);
  const whole = levels.find((m) => isPlan(m.subject));
  const part = levels.find((m) => m !== whole && executed(m));
  return whole && part && sameMeasure(whole.figure, part.figure) ? claim(rate, part, whole) : null;
}

/** 项目支出67.66万元…。项目支出全年预算70万元，执行率96.66%: the budget beside it says whose execution was given before. */
function ofBudget(mentions: readonly Mention[], at: number, rate: Mention): ShareRelation | null {
  const whole = mentions[at - 1];
  if (!whole || !planned(whole) || whole.sentence !== rate.sentence) return null;
  const name = owner(whole);
  const named = mentions
    .slice(0, at - 1)
    .filter((m) => isLevel(m) && printed(m.figure) && !isPlan(m.subject) && sameMeasure(m.figure, whole.figure))
    .filter((m) => name.length >= 3 && (m.subject === name || m.subject === `${name}决算`));
  const claims = named.map((part) => claim(rate, part, whole)).toReversed();
  const values = new Set(named.map((m) => m.figure.value));
  return claims.find(holds) ?? (values.size === 1 ? (claims[0] ?? null) : null);
}

/** The budgets that an execution may be of, the likeliest first. */
function budgetsOf(part: Mention, before: readonly Mention[]): readonly Mention[] {
  const plans = before.filter(
    (m) => planned(m) && m.figure.role !== 'part' && sameMeasure(m.figure, part.figure) && m !== part,
  );
  const named = plans.filter((m) => owner(m) === owner(part) || nobody.test(owner(m))).toReversed();
  return [...named.filter((m) => adjusted.test(m.subject)), ...named.filter((m) => !adjusted.test(m.subject))];
}

/** What was executed, where it stands right before its rate and no budget stands beside it. */
function executionBefore(mentions: readonly Mention[], at: number, rate: Mention): Mention | null {
  const part = mentions[at - 1];
  return part && executed(part) && part.sentence === rate.sentence ? part : null;
}

/** 全年预算655.60万元。全年执行637.39万元，预算执行率97.22%: the budget stands a sentence or two before. */
function ofExecution(mentions: readonly Mention[], at: number, rate: Mention): ShareRelation | null {
  const part = executionBefore(mentions, at, rate);
  if (!part) return null;
  const near = mentions.slice(0, at - 1).filter((m) => m.sentence >= rate.sentence - farthest.sentences);
  const budgets = budgetsOf(part, near);
  const doubt = new Set(budgets.map((m) => m.figure.value)).size > 1 ? unnamedWhole : null;
  const claims = budgets.map((whole) => claim(rate, part, whole, doubt));
  // 实际到位1300万元，支出1170万元: of what came in, where that is what the rate fits
  const received = near.filter((m) => isLevel(m) && m !== part && sameMeasure(m.figure, part.figure));
  return claims.find(holds) ?? received.map((whole) => claim(rate, part, whole)).find(holds) ?? claims[0] ?? null;
}

/** 年初预算320万元，调减40万元，支出266万元，执行率95%: the rate is of what the budget came to, which is not printed. */
function isAdjusted(mentions: readonly Mention[], at: number, relation: ShareRelation): boolean {
  const { rate, part, whole } = relation;
  const from = mentions.findIndex(({ figure }) => figure === whole);
  if (from < 0 || holds(relation)) return false;
  const [said, spent, plan] = [rate, part, whole].map(({ value }) => Number(value)) as [number, number, number];
  return mentions.slice(from + 1, at).some(({ figure }) => {
    if (figure === part || !sameMeasure(figure, whole)) return false;
    return [1, -1].some((sign) => {
      const made = (100 * spent) / (plan + sign * Number(figure.value));
      return Math.abs(made - said) <= Number(rate.step) / 2;
    });
  });
}

/** Rates of execution with the two levels that their paragraph gives. */
export const executionRatesSaid = ({ mentions }: Passage): ShareRelation[] =>
  mentions.flatMap((it, at) => {
    if (!isRate(it)) return [];
    const found = beside(mentions, at, it) ?? ofBudget(mentions, at, it) ?? ofExecution(mentions, at, it);
    return found && !isAdjusted(mentions, at, found) ? [found] : [];
  });

/** Rates of execution whose budget stands in a paragraph before; `used` are those that something answers. */
export function openExecutionsIn(
  passages: readonly Passage[],
  used: ReadonlySet<ShareRelation['rate']>,
): ShareRelation[] {
  return passages.flatMap(({ mentions }, place) =>
    mentions.flatMap((it, at): ShareRelation[] => {
      const part = isRate(it) && !used.has(it.figure) ? executionBefore(mentions, at, it) : null;
      if (!part || !nobody.test(owner(part))) return [];
      const before = passages.slice(Math.max(0, place - farthest.passages), place).flatMap((other) => other.mentions);
      const claims = budgetsOf(part, before).map((whole) => claim(it, part, whole, unnamedWhole));
      const found = claims.find(holds) ?? claims[0];
      return found ? [found] : [];
    }),
  );
}
