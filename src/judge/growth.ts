import {
  add,
  divide,
  hundred,
  isZero,
  multiply,
  negate,
  sign,
  subtract,
  toText,
  type Decimal,
} from '../model/decimal.js';
import { step } from '../model/arithmetic.js';
import { asPercent, printed, quotientFit, type Printed } from '../model/printed.js';
import type { GrowthRelation, Verdict } from '../model/relation.js';
import type { Figure, Severity } from '../model/report.js';
import { decimalsOf, show, showAs } from './show.js';
import { undecided, verdict } from './verdict.js';

interface Parts {
  /** How much it grew, in the direction that the words say. */
  readonly change: Printed;
  readonly prior: Printed;
  readonly shown: string;
}

const wide = (a: Printed, b: Printed, value: Decimal): Printed => ({ value, half: add(a.half, b.half) });

/** Change and base from what is printed: of current, prior and delta any two settle the third. */
function partsOf({ current, prior, delta, direction }: GrowthRelation): Parts | null {
  const [c, p, d] = [current, prior, delta].map((it) => (it ? printed(it) : null));
  const up = direction === 'increase';
  if (p && d && prior && delta) return { change: d, prior: p, shown: `${show(delta)} ÷ ${show(prior)}` };
  if (c && p && current && prior) {
    const value = up ? subtract(c.value, p.value) : subtract(p.value, c.value);
    const shown = up
      ? `(${show(current)} − ${show(prior)}) ÷ ${show(prior)}`
      : `(${show(prior)} − ${show(current)}) ÷ ${show(prior)}`;
    return { change: wide(c, p, value), prior: p, shown };
  }
  if (c && d && current && delta) {
    const value = up ? subtract(c.value, d.value) : add(c.value, d.value);
    return {
      change: d,
      prior: wide(c, d, value),
      shown: `${show(delta)} ÷ (${show(current)} ${up ? '−' : '+'} ${show(delta)})`,
    };
  }
  return null;
}

function baseShown({ prior, current, delta }: GrowthRelation, value: Decimal): string {
  if (prior) return show(prior);
  return current ? showAs(value, current, delta ? [delta] : []) : '';
}

/** A printed growth or reduction rate against the figures that it comes from. */
export function judgeGrowth(relation: GrowthRelation, severity: Severity): Verdict {
  const { rate, current, prior, delta, doubt } = relation;
  const figures: Figure[] = [rate, current, prior, delta].filter((it) => it !== null);
  const stated = asPercent(rate);
  const parts = partsOf(relation);
  if (!stated || !parts)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const fit = quotientFit(stated, parts.change, parts.prior);
  if (fit === 'exact') return verdict(relation, 'passed', figures);
  if (fit === 'last-digit')
    return verdict(relation, 'passed_with_rounding', figures, { reason: 'one unit in the last place' });
  if (doubt) return undecided(relation, doubt, figures);
  if (fit === 'undefined')
    return verdict(relation, 'insufficient_data', figures, { reason: 'the base is zero or rounded to nothing' });
  if (isZero(parts.prior.value) || sign(parts.prior.value) < 0)
    return verdict(relation, 'insufficient_data', figures, { reason: 'the base is not positive' });
  const decimals = Math.max(2, decimalsOf(rate));
  const percent = divide(multiply(hundred, parts.change.value), parts.prior.value, decimals);
  const times = rate.kind === 'multiple';
  const expected = times
    ? `${toText(divide(percent, hundred, Math.max(1, decimalsOf(rate))))}倍`
    : `${toText(percent)}%`;
  const turned =
    quotientFit(stated, { value: negate(parts.change.value), half: parts.change.half }, parts.prior) === 'exact';
  const steps = [step('growth', { formula: parts.shown, computed: expected, stated: show(rate) })];
  if (turned) steps.push(step('turned'));
  const params = {
    stated: show(rate),
    computed: expected,
    label: (current ?? prior ?? rate).label,
    base: baseShown(relation, parts.prior.value),
  };
  const [first, ...others] = figures;
  return verdict(relation, 'failed', figures, {
    alarm: { severity, params, steps, hypothesis: null, evidence: [first ?? rate, ...others], suspect: null },
  });
}
