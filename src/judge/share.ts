import { divide, isZero, multiply, hundred, toText } from '../model/decimal.js';
import { step } from '../model/arithmetic.js';
import { asPercent, printed, quotientFit, roughly, together, type Printed } from '../model/printed.js';
import type { Alarm, Doubt, ShareRelation, Verdict } from '../model/relation.js';
import type { Figure, Severity } from '../model/report.js';
import { decimalsOf, digitsOf, show } from './show.js';
import { oneSlipMends } from './slip.js';
import { undecided, verdict } from './verdict.js';

const quotient = (part: Printed, whole: Printed, decimals: number): string =>
  toText(divide(multiply(hundred, part.value), whole.value, decimals));

/** Words leave open what the rate is of, yet one slip alone would make it hold: a rate of three digits is not met by chance. */
function isTelling({ rate, part, whole, more = [] }: ShareRelation, doubt: Doubt, figures: readonly Figure[]): boolean {
  if (doubt.reason !== 'the denominator is not named clearly' || digitsOf(rate) < 3) return false;
  return oneSlipMends(figures, (read) => {
    const [r, p, w] = [asPercent(read(rate)), printed(read(part)), together([whole, ...more].map(read))];
    return r !== null && p !== null && w !== null && quotientFit(r, p, w) === 'exact';
  });
}

/** A printed share or completion rate against its two figures. */
export function judgeShare(relation: ShareRelation, severity: Severity): Verdict {
  const { rate, part, whole, more = [], doubt } = relation;
  const figures = [...new Set([rate, part, whole, ...more])];
  const rough = roughly(rate);
  const [r, p, w] = [asPercent(rate) ?? rough, printed(part), together([whole, ...more])];
  if (!r || !p || !w)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const fit = quotientFit(r, p, w);
  if (fit === 'exact') return verdict(relation, 'passed', figures);
  if (fit === 'last-digit')
    return verdict(relation, 'passed_with_rounding', figures, { reason: 'one unit in the last place' });
  if (doubt && !isTelling(relation, doubt, figures)) return undecided(relation, doubt, figures);
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
  const evidence = [rate, ...figures.slice(1)] as const;
  const asked = rough === null ? severity : 'review';
  const alarm: Alarm = { severity: asked, params, steps, hypothesis: null, evidence, suspect: null };
  if (!doubt) return verdict(relation, 'failed', figures, { alarm });
  return verdict(relation, 'ambiguous', figures, { reason: doubt.reason, alarm: { ...alarm, severity: 'review' } });
}
