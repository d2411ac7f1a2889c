import type { Passage } from '../../model/reading.js';
import { textAgainstTables } from '../facts/text-against-table.js';
import { bestShared, isSlip } from './agreeing.js';
import type { Claim, Side } from './claim.js';
import { isCertain, sameStage, stating } from './identity.js';
import { viewsOf } from './views.js';

const check = 'budget-in-account';
const dense = (text: string): string => text.replace(/[\s\u3000\u00a0“”"]+/g, '');

/** The initial budget that an account prints beside its figures, column by column. */
function columns(account: Side, budget: Side): Claim[] {
  const budgets = viewsOf(budget.reading, budget.names, budget.year);
  return viewsOf(account.reading, account.names, account.year).flatMap((view) => {
    if (view.stage !== 'initial_budget' || view.when.year !== account.year) return [];
    const others = budgets.filter(
      (it) =>
        sameStage(it.stage) === 'budget' &&
        it.side === view.side &&
        it.fund === view.fund &&
        it.when.year === budget.year,
    );
    return bestShared(view, others, check, account.adjusted).map((relation): Claim => ({
      relation,
      asked: !isSlip(relation),
    }));
  });
}

/** Only what the passage says of the initial budget. */
function ofInitialBudget(passage: Passage, { names }: Side): Passage {
  const mentions = passage.mentions.filter(({ before }) => names.stageIn(dense(before)) === 'initial_budget');
  return { ...passage, mentions };
}

/** 「…（项）。年初预算为100万元」 against the row of the budget's tables. */
function rows(account: Side, budget: Side): Claim[] {
  const passages = account.reading.passages.map((it) => ofInitialBudget(it, account));
  const joined = { ...account.reading, passages, tables: budget.reading.tables };
  return textAgainstTables(joined, account.names, new Set()).map((relation): Claim => ({
    relation: { ...relation, check },
    asked: relation.check === 'text-near-table',
  }));
}

/** Facts that the account gives at the stage of the initial budget. */
function facts(account: Side, budget: Side): Claim[] {
  const period = String(account.year);
  return account.facts.flatMap(({ figure, fact }): Claim[] => {
    if (fact.stage !== 'initial_budget' || fact.period !== period || fact.basis.stage?.how !== 'stated') return [];
    const wanted = {
      metric: fact.metric,
      stage: 'budget' as const,
      fund: fact.fund,
      account: fact.account,
      period,
      kind: figure.kind,
    };
    const other = stating(wanted, budget.facts);
    if (!other) return [];
    return [
      {
        relation: { kind: 'equal', check, doubt: null, left: figure, right: other.figure },
        asked: !isCertain(fact, other.fact),
      },
    ];
  });
}

/** 年初预算 in the account of a year against the budget that was published for it. */
export const budgetInAccount = (account: Side, budget: Side): Claim[] => [
  ...columns(account, budget),
  ...rows(account, budget),
  ...facts(account, budget),
];
