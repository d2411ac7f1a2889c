import { step } from '../model/arithmetic.js';
import {
  add,
  compare,
  decimal,
  divide,
  isZero,
  multiply,
  negate,
  one,
  shift,
  subtract,
  sum,
  toShortText,
  zero,
  type Decimal,
} from '../model/decimal.js';
import { printed } from '../model/printed.js';
import type { ComputedRelation, ComputedTerm, Verdict } from '../model/relation.js';
import type { Figure, Severity } from '../model/report.js';
import { decimalsOf, show, showAs } from './show.js';
import { verdict } from './verdict.js';

type Interval = readonly [low: Decimal, high: Decimal];

const least = (all: readonly Decimal[]): Decimal => all.reduce((a, b) => (compare(a, b) <= 0 ? a : b));
const most = (all: readonly Decimal[]): Decimal => all.reduce((a, b) => (compare(a, b) >= 0 ? a : b));

function times([a, b]: Interval, [c, d]: Interval): Interval {
  const all = [multiply(a, c), multiply(a, d), multiply(b, c), multiply(b, d)];
  return [least(all), most(all)];
}

/** A printed number with half its last place either way, of exact counts too where it was computed. */
function intervalOf(figure: Figure, computed = false): Interval | null {
  const it = printed(figure);
  if (!it) return null;
  const half = computed && isZero(it.half) ? multiply(decimal(figure.step ?? 0), decimal('0.5')) : it.half;
  return [subtract(it.value, half), add(it.value, half)];
}

/** One and a rate of percent, so many times. */
function compounded([low, high]: Interval, years: number): Interval {
  const grown = (rate: Decimal): Decimal => {
    const each = add(one, shift(years < 0 ? negate(rate) : rate, -2));
    return Array.from({ length: Math.abs(years) }, () => each).reduce(multiply, one);
  };
  const [a, b] = [grown(low), grown(high)];
  return compare(a, b) <= 0 ? [a, b] : [b, a];
}

/** What is stated: the figure, one member of a ratio, or what a rate a year makes over years. */
function statedOf({ stated, member, years }: ComputedRelation): Interval | null {
  const own = intervalOf(stated, true);
  if (years !== undefined) return own && compounded(own, years);
  if (member === undefined) return own;
  const text = stated.value.split(':')[member] ?? '0';
  const half = shift(decimal('0.5'), -(text.split('.')[1]?.length ?? 0));
  return [subtract(decimal(text), half), add(decimal(text), half)];
}

/** The sum of terms as an interval, and with the numbers as they are printed; null where one is no exact number. */
function total(terms: readonly ComputedTerm[]): { readonly range: Interval; readonly value: Decimal } | null {
  const ranges: Interval[] = [];
  const values: Decimal[] = [];
  for (const { figures, times: by } of terms) {
    let range: Interval = [decimal(by), decimal(by)];
    let value = decimal(by);
    for (const figure of figures) {
      const [it, own] = [printed(figure), intervalOf(figure)];
      if (!it || !own) return null;
      range = times(range, own);
      value = multiply(value, it.value);
    }
    ranges.push(range);
    values.push(value);
  }
  return { range: [sum(ranges.map(([low]) => low)), sum(ranges.map(([, high]) => high))], value: sum(values) };
}

/** Constants are shown where they are no more than units: 1, 10,000. */
function written(terms: readonly ComputedTerm[]): string {
  const all = terms.map(({ figures, times: by }, i) => {
    const shown = figures.map(show).join(' × ') || String(Math.abs(by));
    return i === 0 ? `${by < 0 ? '−' : ''}${shown}` : `${by < 0 ? '−' : '+'} ${shown}`;
  });
  return all.length > 1 ? `(${all.join(' ')})` : all.join('');
}

/** Whether the middle of what is stated is what the numbers make, without any rounding. */
const isExact = ([low, high]: Interval, top: Decimal, bottom: Decimal): boolean =>
  compare(multiply(add(low, high), bottom), add(top, top)) === 0;

/** What several figures make of each other, in whatever way, against what they are said to make. */
export function judgeComputed(relation: ComputedRelation, severity: Severity): Verdict {
  const { stated, member, years, over, under, doubt } = relation;
  const figures = [...new Set([stated, ...[...over, ...under].flatMap((it) => it.figures)])];
  const [said, top] = [statedOf(relation), total(over)];
  const bottom = under.length > 0 ? total(under) : total([{ figures: [], times: 1 }]);
  if (!said || !top || !bottom || compare(bottom.range[0], zero) <= 0)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const wanted = times(said, bottom.range);
  if (compare(wanted[0], top.range[1]) <= 0 && compare(top.range[0], wanted[1]) <= 0)
    return verdict(relation, isExact(said, top.value, bottom.value) ? 'passed' : 'passed_with_rounding', figures);
  if (doubt) return verdict(relation, doubt.status, figures, { reason: doubt.reason });
  const value = divide(top.value, bottom.value, 10);
  const decimals = Math.max(2, decimalsOf(stated));
  const computed = (): string => {
    if (years !== undefined) {
      const each = Number(toShortText(value)) ** (1 / Math.abs(years)) - 1;
      return `${(100 * Math.sign(years) * each).toFixed(decimals)}%`;
    }
    return member === undefined
      ? showAs(value, { ...stated, number: `0.${'0'.repeat(decimals)}` }, [])
      : toShortText(divide(value, one, decimals));
  };
  const formula = [written(over), ...(under.length > 0 ? [written(under)] : [])].join(' ÷ ');
  const shown = computed();
  const params = { formula, computed: shown, stated: show(stated), label: stated.label };
  const alarm = {
    severity,
    params,
    steps: [step('growth', { formula, computed: shown, stated: show(stated) })],
    hypothesis: null,
    evidence: [stated, ...figures.slice(1)] as const,
    suspect: null,
  };
  return verdict(relation, 'failed', figures, { alarm });
}
