import { step } from '../model/arithmetic.js';
import { dense } from '../model/dense.js';
import { figuresOf } from '../model/figures-of.js';
import {
  absolute,
  add,
  compare,
  decimal,
  divide,
  equals,
  isZero,
  multiply,
  subtract,
  type Decimal,
} from '../model/decimal.js';
import type { Figure, Severity } from '../model/report.js';
import { boundOf, printed, roughly, together, type Printed } from '../model/printed.js';
import type { Alarm, AtMostRelation, Doubt, EqualRelation, ItemsRelation, Verdict } from '../model/relation.js';
import { digitsOf, show, showAs } from './show.js';
import { oneSlipMends } from './slip.js';
import { undecided, verdict } from './verdict.js';

/** One fact printed twice: equal at the coarser precision; one unit in the last place is a tail. */
export function judgeEqual(relation: EqualRelation, severity: Severity): Verdict {
  const { left, right, doubt } = relation;
  const figures = [left, right];
  const rough = roughly(left) ?? roughly(right);
  const [own, other] = [printed(left) ?? roughly(left), printed(right) ?? roughly(right)];
  if (!own || !other)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  const [a, b] = [
    inCommon(own, relation.worth),
    inCommon(other, relation.worth && [relation.worth[1], relation.worth[0]]),
  ];
  const residual = subtract(a.value, b.value);
  const coarser = !relation.isExact && compare(a.half, b.half) > 0 ? a.half : b.half;
  if (isZero(residual)) return verdict(relation, 'passed', figures, { residual });
  if (compare(absolute(residual), add(coarser, coarser)) <= 0)
    return verdict(relation, 'passed_with_rounding', figures, { residual });
  if (doubt && !isTelling(relation, doubt)) return undecided(relation, doubt, figures);
  const wanted = relation.worth && converted(own, relation.worth, right);
  const difference = wanted ?? showAs(absolute(residual), relation.isExact ? right : left, [left, right]);
  const params = { left: show(left), right: show(right), label: left.label, other: right.label, residual: difference };
  const alarm: Alarm = {
    severity: doubt || rough ? 'review' : severity,
    params,
    steps: [
      relation.worth
        ? step('plain', { text: `${show(left)} = ${difference} ≠ ${show(right)}` })
        : step('equal', { left: show(left), right: show(right), residual: difference }),
    ],
    hypothesis: null,
    evidence: [left, right],
    suspect: null,
  };
  return doubt
    ? verdict(relation, 'ambiguous', figures, { residual, reason: doubt.reason, alarm })
    : verdict(relation, 'failed', figures, { residual, alarm });
}

/** A worth as numerator and denominator. */
function fraction(worth: string): readonly [Decimal, Decimal] {
  const [over = '1', under = '1'] = worth.split('/');
  return [decimal(over), decimal(under)];
}

/** A figure times its own worth over that of the other's unit's denominator, so that both are whole multiples of one thing. */
function inCommon(it: Printed, worth: EqualRelation['worth']): Printed {
  if (!worth) return it;
  const [[over], [, under]] = [fraction(worth[0]), fraction(worth[1])];
  const factor = multiply(over, under);
  return { value: multiply(it.value, factor), half: multiply(it.half, factor) };
}

/** A figure in the unit of another. */
function converted({ value }: Printed, [own, others]: readonly [string, string], like: Figure): string {
  const [[a, b], [c, d]] = [fraction(own), fraction(others)];
  const number = divide(multiply(multiply(value, a), d), multiply(b, c), 8);
  return showAs(number, like, [like]);
}

/** What need not be equal differs by one slip in numbers so long that this is no chance. */
function isTelling({ left, right }: EqualRelation, doubt: Doubt): boolean {
  if (doubt.reason !== 'the totals are not said to balance') return false;
  if (Math.min(digitsOf(left), digitsOf(right)) < 5) return false;
  return oneSlipMends([left], (read) => equals(decimal(read(left).value), decimal(right.value)));
}

/** lesser ≤ greater fails only when the intervals are disjoint. */
export function judgeAtMost(relation: AtMostRelation, severity: Severity): Verdict {
  const { lesser, more = [], greater, doubt } = relation;
  const figures = [lesser, ...more, greater];
  const [a, b] = [more.length > 0 ? together([lesser, ...more]) : boundOf(lesser), boundOf(greater)];
  if (!a || !b)
    return verdict(relation, 'insufficient_data', figures, { reason: 'a figure is approximate or a range' });
  if (compare(subtract(a.value, a.half), add(b.value, b.half)) <= 0) return verdict(relation, 'passed', figures);
  if (doubt) return undecided(relation, doubt, figures);
  const parts = [lesser, ...more].map(show).join(' + ');
  const params = { lesser: parts, greater: show(greater), label: lesser.label, of: greater.label };
  return verdict(relation, 'failed', figures, {
    alarm: {
      severity,
      params,
      steps: [step('plain', { text: `${parts} > ${show(greater)}` })],
      hypothesis: null,
      evidence: [lesser, ...more, greater],
      suspect: null,
    },
  });
}

/** A stated number beside the list of what it counts. 等 allows a shorter list. */
export function judgeItems(relation: ItemsRelation, severity: Severity): Verdict {
  const { stated, count, items, possible, partial, list } = relation;
  const figures = figuresOf(relation);
  const least = Math.min(...possible);
  if (possible.includes(count) || (partial && least <= count)) return verdict(relation, 'passed', figures);
  const said = 'kind' in stated ? show(stated) : dense(stated.text);
  const params = { stated: said, count: items.length, items: items.join('、'), label: stated.label };
  return verdict(relation, 'failed', figures, {
    alarm: {
      severity,
      params,
      steps: [step('items', { count: items.length, items: items.join('、'), stated: said })],
      hypothesis: null,
      evidence: list ? [stated, list] : [stated],
      suspect: stated,
    },
  });
}
