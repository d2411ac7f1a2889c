import { compare, decimal } from '../../model/decimal.js';
import type { Placed } from '../../model/reading.js';
import type { AtMostRelation } from '../../model/relation.js';
import type { Stage } from '../../model/report.js';
import type { Stated } from './stated.js';

const claim =
  /控制在(?:年初|全年|年度)?预算(?:总额|数|指标|额度)?(?:以内|之内|范围)|(?:未|没有)(?:超出|超过|突破|超)(?:年初|全年|年度)?预算/;
const done = new Set<Stage | null>(['final', 'executed']);
const planned = new Set<Stage | null>(['initial_budget', 'adjusted_budget', 'budget']);

/** 支出总额控制在预算总额以内: the spending of the accounts against the largest budget that the document prints. */
export function withinBudget(paragraphs: readonly Placed[], facts: readonly Stated[]): AtMostRelation[] {
  if (!paragraphs.some(({ block }) => claim.test(block.text))) return [];
  const spending = facts.filter(
    ({ fact, figure }) =>
      fact.metric === 'expenditure_year' && figure.kind === 'money' && fact.basis.stage?.how === 'stated',
  );
  const lesser = spending.find(({ fact }) => done.has(fact.stage));
  const [greater] = spending
    .filter(({ fact }) => planned.has(fact.stage) && fact.fund === lesser?.fact.fund)
    .sort((a, b) => compare(decimal(b.figure.value), decimal(a.figure.value)));
  if (!lesser || !greater) return [];
  return [{ kind: 'at-most', check: 'within-budget', doubt: null, lesser: lesser.figure, greater: greater.figure }];
}
