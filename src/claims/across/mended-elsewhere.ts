import { balance, closes } from '../../model/printed.js';
import type { SumRelation, Verdict } from '../../model/relation.js';
import type { Severity } from '../../model/report.js';
import type { Statement } from '../../model/statement.js';
import { Names, ofTimes } from './alike/likeness.js';
import { bareDigitsOf, significant } from './alike/slip-between.js';

const worth: readonly (readonly [odds: number, severity: Severity])[] = [
  [3, 'warning'],
  [0.5, 'review'],
];
/** That a sum which no word states is meant and has a wrong figure, as log-odds. */
const start = -3;
/** Digits of a number beyond which it says no more that it is told again. */
const mostDigits = 4;
/** Log-odds below which two figures are of two times. */
const otherTime = -1;

/** What a figure of a sum would have to be for it to close, all others being right. */
function wantedOf({ total, terms }: SumRelation, residual: number, at: Statement): number {
  if (at.figure === total) return at.value - residual;
  const weight = terms.find(({ figure }) => figure === at.figure)?.weight ?? 1;
  return at.value + weight * residual;
}

/**
 * Sums left open, because no word says that these parts are all, that do not come out, while the number that would make them come out is
 * told elsewhere in the document under the name of the figure in its place. `year`: that of the document.
 */
export function mendedElsewhere(
  statements: readonly Statement[],
  year: number,
  told: readonly Verdict[],
): SumRelation[] {
  const names = new Names(statements);
  /** Whether another figure may be told by the name of one, or by more of it, at its time. */
  const isLike = (at: Statement, other: Statement): boolean =>
    other.measure === at.measure &&
    other.sentence !== at.sentence &&
    other.sort === at.sort &&
    names.shared(at.terms, other.terms) > 0 &&
    Math.min(names.missing(at.terms, other), names.missing(other.terms, at)) < 1 &&
    ofTimes(at, other, year) >= otherTime;
  const byId = new Map(statements.map((it) => [it.figure.id, it]));
  return told.flatMap(({ relation, status, alarm, residual }): SumRelation[] => {
    if (relation.kind !== 'sum' || status !== 'ambiguous' || alarm !== null || residual === null) return [];
    const its = [relation.total, ...relation.terms.map(({ figure }) => figure)].flatMap((it) => byId.get(it.id) ?? []);
    const [whole] = its;
    const it = balance(relation.total, relation.terms);
    if (!whole || its.length < relation.terms.length + 1 || !it || closes(it)) return [];
    const off = its.slice(1).reduce((rest, { figure, value }) => {
      const weight = relation.terms.find((term) => term.figure === figure)?.weight ?? 1;
      return rest - weight * value;
    }, whole.value);
    let best = -Infinity;
    for (const at of its) {
      const wanted = wantedOf(relation, off, at);
      const alike = wanted > 0 ? statements.filter((other) => isLike(at, other)) : [];
      const found = alike.find(
        ({ value, half }) => Math.abs(value - wanted) <= Math.max(half, at.half) + 1e-9 * wanted,
      );
      if (!found) continue;
      const digits = significant(bareDigitsOf(found)?.text ?? '').length;
      const chance = new Set(alike.map(({ value }) => value)).size / 10 ** Math.min(digits, mostDigits);
      best = Math.max(best, start - Math.log(Math.min(1, chance)));
    }
    const most = worth.find(([least]) => Math.exp(best) >= least)?.[1];
    return most ? [{ ...relation, doubt: null, complete: true, most }] : [];
  });
}
