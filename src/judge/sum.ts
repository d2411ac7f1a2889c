import { step, type Step } from '../model/arithmetic.js';
import { absolute, compare, isZero, sign } from '../model/decimal.js';
import { balance, closes, type Balance } from '../model/printed.js';
import type { Alarm, SumRelation, Verdict } from '../model/relation.js';
import type { Hypothesis, Severity } from '../model/report.js';
import { repairOf } from './repair.js';
import { show, showAs } from './show.js';
import { verdict } from './verdict.js';

function stepsOf({ total, terms }: SumRelation, it: Balance, hypothesis: Hypothesis | null): Step[] {
  const figures = terms.map((term) => term.figure);
  const left = terms.map(
    ({ figure, weight }, i) => `${i === 0 ? (weight === 1 ? '' : '−') : weight === 1 ? ' + ' : ' − '}${show(figure)}`,
  );
  const found = step('sum', {
    terms: left.join(''),
    computed: showAs(it.computed, total, figures),
    stated: show(total),
    residual: showAs(absolute(it.residual), total, figures),
  });
  if (hypothesis === null) return [found];
  const { kind, printed, expected } = hypothesis;
  const form = kind === 'decimal' ? 'ifPointMoves' : 'ifReads';
  return [found, step(form, { printed: printed.replace(/\s+/g, ''), expected })];
}

function alarmOf(relation: SumRelation, it: Balance, severity: Severity): Alarm {
  const { total, terms } = relation;
  const figures = terms.map((term) => term.figure);
  const hypothesis = repairOf(total, terms);
  const suspect = [total, ...figures].find((figure) => figure.id === hypothesis?.figure) ?? null;
  const rest = [total, ...figures].filter((figure) => figure !== suspect);
  const [first, ...others] = suspect ? [suspect, ...rest] : [total, ...figures];
  return {
    severity,
    params: {
      stated: show(total),
      label: total.label,
      computed: showAs(it.computed, total, figures),
      residual: showAs(absolute(it.residual), total, figures),
      count: terms.length,
    },
    steps: stepsOf(relation, it, hypothesis),
    hypothesis,
    evidence: [first ?? total, ...others],
    suspect,
  };
}

/** A printed total against its printed parts, up to the rounding of the digits shown. */
export function judgeSum(relation: SumRelation, severity: Severity): Verdict {
  const { total, terms, doubt } = relation;
  const figures = [total, ...terms.map((term) => term.figure)];
  const it = balance(total, terms);
  if (it === null)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const measured = { residual: it.residual, bound: it.bound };
  if (isZero(it.residual)) return verdict(relation, 'passed', figures, measured);
  if (closes(it)) return verdict(relation, 'passed_with_rounding', figures, measured);
  if (compare(absolute(it.residual), it.bound) <= 0) {
    return verdict(relation, 'ambiguous', figures, {
      ...measured,
      reason: 'closes only if figures are rounded to fewer digits than their neighbours',
    });
  }
  const alarm = alarmOf(relation, it, severity);
  const short = !relation.complete && sign(it.residual) > 0;
  const open = doubt ?? (short ? ({ status: 'ambiguous', reason: 'the list may not be complete' } as const) : null);
  if (open === null) return verdict(relation, 'failed', figures, { ...measured, alarm });
  // one slip that alone closes the sum says more than the words left open
  const slip = open.status === 'ambiguous' && alarm.hypothesis !== null && alarm.hypothesis.kind !== 'sign';
  if (!(open.asks ?? slip)) return verdict(relation, open.status, figures, { ...measured, reason: open.reason });
  const asked = {
    ...alarm,
    severity: slip && alarm.hypothesis?.kind === 'unit' ? ('warning' as const) : ('review' as const),
  };
  return verdict(relation, 'ambiguous', figures, { ...measured, reason: open.reason, alarm: asked });
}
