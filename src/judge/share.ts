import { divide, isZero, multiply, hundred, toText } from '../model/decimal.js';
import { step } from '../model/arithmetic.js';
import { asPercent, printed, quotientFit, together, type Printed } from '../model/printed.js';
import type { ShareRelation, Verdict } from '../model/relation.js';
import type { Severity } from '../model/report.js';
import { decimalsOf, show } from './show.js';
import { undecided, verdict } from './verdict.js';

const quotient = (part: Printed, whole: Printed, decimals: number): string =>
  toText(divide(multiply(hundred, part.value), whole.value, decimals));

/** A printed share or completion rate against its two figures. */
export function judgeShare(relation: ShareRelation, severity: Severity): Verdict {
  const { rate, part, whole, more = [], doubt } = relation;
  const figures = [...new Set([rate, part, whole, ...more])];
  const [r, p, w] = [asPercent(rate), printed(part), together([whole, ...more])];
  if (!r || !p || !w)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const fit = quotientFit(r, p, w);
  if (fit === 'exact') return verdict(relation, 'passed', figures);
  if (fit === 'last-digit')
    return verdict(relation, 'passed_with_rounding', figures, { reason: 'one unit in the last place' });
  if (doubt) return undecided(relation, doubt, figures);
  if (fit === 'undefined') {
    const status = isZero(w.value) && isZero(r.value) ? 'not_applicable' : 'insufficient_data';
    return verdict(relation, status, figures, { reason: 'the denominator is zero or rounded to nothing' });
  }
  const expected = `${quotient(p, w, Math.max(2, decimalsOf(rate)))}%`;
  const shown = [whole, ...more].map(show).join(' + ');
  const denominator = more.length > 0 ? `(${shown})` : shown;
  const formula = `${show(part)} ÷ ${denominator}`;
  const steps = [step('growth', { formula, computed: expected, stated: show(rate) })];
  const params = {
    stated: show(rate),
    computed: expected,
    part: show(part),
    whole: shown,
    label: part.label,
    of: more.length > 0 ? '各项之和' : whole.label,
  };
  return verdict(relation, 'failed', figures, {
    alarm: { severity, params, steps, hypothesis: null, evidence: [rate, ...figures.slice(1)], suspect: null },
  });
}
