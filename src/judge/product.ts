import { step } from '../model/arithmetic.js';
import { add, compare, decimal, multiply, subtract, zero, type Decimal } from '../model/decimal.js';
import { printed, type Printed } from '../model/printed.js';
import type { ProductRelation, Verdict } from '../model/relation.js';
import type { Figure, Severity } from '../model/report.js';
import { digitsOf, show, showAs } from './show.js';
import { oneSlipMends } from './slip.js';
import { undecided, verdict } from './verdict.js';

interface Product {
  readonly value: Decimal;
  readonly low: Decimal;
  readonly high: Decimal;
}

function productOf(factors: readonly Figure[], times: number): Product | null {
  let it: Product = { value: decimal(times), low: decimal(times), high: decimal(times) };
  for (const figure of factors) {
    const p = printed(figure);
    if (!p) return null;
    const half = figure.kind === 'money' ? zero : p.half;
    it = {
      value: multiply(it.value, p.value),
      low: multiply(it.low, subtract(p.value, half)),
      high: multiply(it.high, add(p.value, half)),
    };
  }
  return it;
}

const meets = (product: Product, total: Printed): boolean =>
  compare(product.low, add(total.value, total.half)) <= 0 &&
  compare(product.high, subtract(total.value, total.half)) >= 0;

function holds({ factors, times, total }: ProductRelation, read: (figure: Figure) => Figure): boolean {
  const [product, stated] = [productOf(factors.map(read), times), printed(read(total))];
  return product !== null && stated !== null && meets(product, stated);
}

/** A price times what it is paid for against what that is said to come to. A price is exact. */
export function judgeProduct(relation: ProductRelation, severity: Severity): Verdict {
  const { factors, times, total, doubt } = relation;
  const figures = [total, ...factors];
  const [product, stated] = [productOf(factors, times), printed(total)];
  if (!product || !stated)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const residual = subtract(stated.value, product.value);
  if (meets(product, stated)) {
    const exact = compare(stated.value, product.value) === 0;
    return verdict(relation, exact ? 'passed' : 'passed_with_rounding', figures, { residual });
  }
  const slipped = digitsOf(total) >= 3 && oneSlipMends(figures, (read) => holds(relation, read));
  if (doubt && !slipped) return undecided(relation, doubt, figures);
  const formula = [...factors.map(show), ...(times === 1 ? [] : [String(times)])].join(' × ');
  const computed = showAs(product.value, total, []);
  const params = { formula, computed, stated: show(total), label: total.label };
  const alarm = {
    severity,
    params,
    steps: [step('growth', { formula, computed, stated: show(total) })],
    hypothesis: null,
    evidence: [total, ...factors] as const,
    suspect: null,
  };
  return doubt
    ? verdict(relation, 'ambiguous', figures, { residual, reason: doubt.reason, alarm })
    : verdict(relation, 'failed', figures, { residual, alarm });
}
