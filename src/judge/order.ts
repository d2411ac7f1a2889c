import { step } from '../model/arithmetic.js';
import { absolute, add, compare, subtract } from '../model/decimal.js';
import { boundOf, printed } from '../model/printed.js';
import type { OrderRelation, Verdict } from '../model/relation.js';
import type { Severity } from '../model/report.js';
import { show } from './show.js';
import { undecided, verdict } from './verdict.js';

const signs = { greater: '>', less: '<', equal: '=' } as const;

/** 大于, 小于 and 等于 against the figures: fails where their intervals leave no room, and is asked about where the same digits are said to differ. */
export function judgeOrder(relation: OrderRelation, severity: Severity): Verdict {
  const { left, right, claim, words, doubt } = relation;
  const figures = [left, right];
  const [a, b] = [printed(left), boundOf(right)];
  if (!a || !b)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const residual = subtract(a.value, b.value);
  const order = compare(a.value, b.value);
  const slack = add(a.half, b.half);
  const near = compare(absolute(residual), slack) <= 0;
  const holds = claim === 'equal' ? near : claim === 'greater' ? order > 0 : order < 0;
  if (holds) return verdict(relation, 'passed', figures, { residual });
  const same = order === 0 && left.unitText === right.unitText;
  if (near && !same) return verdict(relation, 'passed_with_rounding', figures, { residual });
  if (doubt) return undecided(relation, doubt, figures);
  const found = order === 0 ? '=' : order > 0 ? '>' : '<';
  const params = { words, left: show(left), right: show(right), label: left.label, other: right.label };
  return verdict(relation, 'failed', figures, {
    residual,
    alarm: {
      severity: same ? 'review' : severity,
      params,
      steps: [step('order', { ...params, found, claim: signs[claim] })],
      hypothesis: null,
      evidence: [left, right],
      suspect: null,
    },
  });
}
