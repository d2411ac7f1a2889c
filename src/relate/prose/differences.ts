import { compare, decimal } from '../../model/decimal.js';
import { makes, printed, sameMeasure, type Term } from '../../model/printed.js';
import type { Mention, Passage } from '../../model/reading.js';
import type { Doubt, EqualRelation, SumRelation } from '../../model/relation.js';
import { core } from './core.js';
import { isLevel } from './cues.js';
import { unitsOf } from './quick-sum.js';

/** 差值为0.9万元, 最高最低分差35.39分, 相差5万元: the words before say that it is what lies between two others. */
const difference = /(?:差[值额距异]|相差|分差|价差|差)(?:为|是|达|有)?$/;
/** The words that leave no doubt of it. */
const named = /(?:差值|差额|相差)(?:为|是|达)?$/;
/** What is left at the end of a period, and what it began with or was carried over. */
const remainder = /(?:年终|年末|期末|累计|滚存|收支)[^，。；]{0,6}(?:结余|结转)|^(?:净)?(?:结余|结转)(?:为|是)?$/;
const outflow = /支出|上解|还本|调出|安排预算稳定调节基金|补充预算稳定调节基金/;
const inflow = /收入|补助|结余|结转|调入|转贷|动用|拨款/;

/** How many mentions back the terms are looked for. */
const farthest = 16;

const exact = ({ total, terms }: SumRelation): boolean => makes(total, terms);

const sum = (check: string, total: Mention, terms: readonly Term[]): SumRelation => ({
  kind: 'sum',
  check,
  doubt: null,
  total: total.figure,
  terms,
  complete: true,
});

const levelsBefore = (mentions: readonly Mention[], at: number, sentences: number): Mention[] => {
  const it = mentions[at];
  return it
    ? mentions
        .slice(Math.max(0, at - farthest), at)
        .filter((m) => isLevel(m) && sameMeasure(m.figure, it.figure) && m.sentence >= it.sentence - sentences)
    : [];
};

/** The two ways in which one figure lies between two others. */
const between = (it: Mention, a: Mention, b: Mention): readonly [SumRelation, SumRelation] => {
  const of = (more: Mention, less: Mention): SumRelation =>
    sum('stated-difference', it, [
      { figure: more.figure, weight: 1 },
      { figure: less.figure, weight: -1 },
    ]);
  return compare(decimal(a.figure.value), decimal(b.figure.value)) >= 0 ? [of(a, b), of(b, a)] : [of(b, a), of(a, b)];
};

/** The two levels before a stated difference; it contradicts them where no third could be meant. */
function statedDifference(mentions: readonly Mention[], at: number): SumRelation | null {
  const it = mentions[at];
  if (!it || !isLevel(it) || !difference.test(it.before)) return null;
  const before = levelsBefore(mentions, at, 0);
  const [a, b] = before.slice(-2);
  if (!a || !b || !printed(a.figure) || !printed(b.figure) || !printed(it.figure)) return null;
  const claims = between(it, a, b);
  const adjacent = mentions[at - 1] === b && mentions[at - 2] === a;
  const alone = before.length === 2 || /[；;]/.test(a.lead);
  const said = (named.test(it.before) && alone) || extremes(it, a, b);
  return claims.find(exact) ?? (adjacent && said ? claims[0] : null);
}

/** 最高得分98.50分，最低得分63.11分，最高最低分差35.39分. */
const extremes = (it: Mention, a: Mention, b: Mention): boolean =>
  /最高.*最低/.test(it.before) && /最高/.test(a.before) && /最低/.test(b.before);

/** 2022年度比2021年平均得分低1.21分: a change with neither level beside it, between two levels given before. Told only when it holds. */
function changeBetween(mentions: readonly Mention[], at: number): SumRelation | null {
  const it = mentions[at];
  if (!it || it.act !== 'delta' || it.direction === null || unitsOf(it.figure) < 100) return null;
  const [a, b] = levelsBefore(mentions, at, 1).slice(-2);
  if (!a || !b) return null;
  const claims = between(it, a, b);
  const name = core(it.base);
  const same = name.length >= 3 && [a, b].every((m) => core(m.subject).endsWith(name));
  return claims.find(exact) ?? (same ? claims[0] : null);
}

function flowsBefore(mentions: readonly Mention[], at: number): { readonly flows: Term[]; readonly all: boolean } {
  const before = levelsBefore(mentions, at, 2);
  const since = before.slice(before.findLastIndex(isRemainder) + 1);
  const flows = since.flatMap(({ figure, before: words }): Term[] =>
    outflow.test(words) ? [{ figure, weight: -1 }] : inflow.test(words) ? [{ figure, weight: 1 }] : [],
  );
  return { flows, all: flows.length === since.length };
}

const isRemainder = (m: Mention): boolean => remainder.test(m.before) && !/上年|年初/.test(m.before);
const bothWays = (terms: readonly Term[]): boolean =>
  terms.some((it) => it.weight === 1) && terms.some((it) => it.weight === -1);

/** 收入1493万元，上年结余140万元，支出1459万元，年终结余…: what came in less what went out. It contradicts them where 相抵 says that these are all. */
function account(mentions: readonly Mention[], at: number): SumRelation | null {
  const total = mentions[at];
  if (!total || !isLevel(total) || !isRemainder(total)) return null;
  const { flows, all } = flowsBefore(mentions, at);
  for (let from = flows.length - 2; from >= 0; from--) {
    const claim = sum('account-remainder', total, flows.slice(from));
    if (bothWays(claim.terms) && exact(claim)) return claim;
  }
  const said = /相抵/.test(total.lead) && all && bothWays(flows);
  return said ? sum('account-remainder', total, flows) : null;
}

/** What lies between two figures, and what is left of an account: 差值, 结余. */
export const differencesIn = ({ mentions }: Passage): SumRelation[] =>
  mentions.flatMap(
    (_, at) => statedDifference(mentions, at) ?? changeBetween(mentions, at) ?? account(mentions, at) ?? [],
  );

const incomeTotal = /收入总[计量]$|预算收入$/;
const spendingTotal = /支出总[计量]$|预算支出$/;

const surplus: Doubt = { status: 'ambiguous', reason: 'the totals are not said to balance' };

/** 收入总计…，支出总计…: a budget that balances prints one total twice. What is not said to balance may leave a surplus. */
export function balancedTotalsIn({ mentions, text }: Passage): EqualRelation[] {
  return mentions.flatMap((it, at): EqualRelation[] => {
    if (!isLevel(it) || !spendingTotal.test(it.subject) || !printed(it.figure)) return [];
    const other = levelsBefore(mentions, at, 1).findLast((m) => incomeTotal.test(m.subject) && printed(m.figure));
    if (!other || other.subject.endsWith('预算收入') !== it.subject.endsWith('预算支出')) return [];
    const said = /^[，,；;。]?\s*(?:全年|当年|预算)?收支(?:总体|基本)?平衡/.test(
      text.slice(it.figure.end, it.figure.end + 16),
    );
    const doubt = other.figure.value !== it.figure.value && !said ? surplus : null;
    return [{ kind: 'equal', check: 'balanced-totals', doubt, left: other.figure, right: it.figure }];
  });
}
