import type { Relation, Verdict } from '../model/relation.js';
import { milder, type Outcome, type Severity } from '../model/report.js';
import type { Check } from '../rulebook/check.js';
import { judgeAtMost, judgeEqual, judgeItems } from './compare.js';
import { judgeComputed } from './computed.js';
import { judgeGrowth } from './growth.js';
import { judgeOrder } from './order.js';
import { judgeProduct } from './product.js';
import { judgeShare } from './share.js';
import { judgeSum } from './sum.js';
import { judgeWords } from './words.js';

/** A kind of relation added to the model but not here does not compile. */
function judgeOne(relation: Relation, severity: Severity): Verdict {
  switch (relation.kind) {
    case 'sum':
      return judgeSum(relation, severity);
    case 'share':
      return judgeShare(relation, severity);
    case 'growth':
      return judgeGrowth(relation, severity);
    case 'product':
      return judgeProduct(relation, severity);
    case 'computed':
      return judgeComputed(relation, severity);
    case 'equal':
      return judgeEqual(relation, severity);
    case 'at-most':
      return judgeAtMost(relation, severity);
    case 'order':
      return judgeOrder(relation, severity);
    case 'words':
      return judgeWords(relation, severity);
    case 'items':
      return judgeItems(relation, severity);
  }
}

/** The milder of what a check declares and what the odds of the claim allow. */
const allowed = (declared: Severity, { most = declared }: Relation): Severity => milder(declared, most);

/** What arithmetic makes of every relation, with the severity that its check declares. */
export function judge(relations: readonly Relation[], checks: ReadonlyMap<string, Check>): Verdict[] {
  return relations.map((relation) =>
    judgeOne(relation, allowed(checks.get(relation.check)?.severity ?? 'review', relation)),
  );
}

export function outcomeOf(verdict: Verdict): Outcome {
  const { relation, status, figures, residual, bound, reason } = verdict;
  return {
    check: relation.check,
    status,
    figures: figures.map((figure) => figure.id),
    ...(residual === null ? {} : { residual }),
    ...(bound === null ? {} : { bound }),
    ...(reason === null ? {} : { reason }),
  };
}
