import { decimal, isZero } from '../../model/decimal.js';
import { balance, closes, sameMeasure, type Term } from '../../model/printed.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { Check, RowFormula } from '../../rulebook/check.js';
import type { KnownTables } from './known-tables.js';
import { laneOf, type Entry } from './lane.js';

const lead = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.、．]|[加减][:：])+/;

/** A row's label without number and sign: `二、营业利润（亏损以“－”号填列）` begins with 营业利润. */
const nameOf = ({ label }: Entry): string => label.replace(lead, '').replace(/\(/g, '（').replace(/\)/g, '）');

/** A formula tried in one column. */
interface Trial {
  readonly total: Figure;
  readonly terms: readonly Term[];
  readonly holds: boolean;
  /** Two amounts at least were added: zeros and a single row make too many formulas hold. */
  readonly telling: boolean;
  /** Rows between the first term and the total that print an amount and are no terms. */
  readonly others: readonly string[];
}

const isAmount = (figure: Figure | null): figure is Figure => figure !== null && !isZero(decimal(figure.value));

/** The one row above the total that a pattern names; undefined where two do, so that nobody can tell. */
function rowNamed(rows: readonly Entry[], pattern: RegExp): Entry | null | undefined {
  const named = rows.filter((it) => it.role !== 'of-which' && pattern.test(nameOf(it)));
  return named.length > 1 ? undefined : (named[0] ?? null);
}

function trialIn(formula: RowFormula, lane: readonly Entry[]): Trial | null {
  const at = lane.findIndex((it) => formula.total.test(nameOf(it)) && it.role !== 'of-which');
  const total = lane[at]?.figure ?? null;
  if (total === null) return null;
  const rows = lane.slice(0, at);
  const signed = [
    ...formula.plus.map((pattern) => ({ pattern, weight: 1 as const })),
    ...formula.minus.map((pattern) => ({ pattern, weight: -1 as const })),
  ].map((it) => ({ ...it, row: rowNamed(rows, it.pattern) }));
  if (signed.some((it) => it.row === undefined)) return null;
  if (formula.needs.some((pattern) => !rowNamed(rows, pattern)?.figure)) return null;
  const used = new Set(signed.flatMap((it) => it.row ?? []));
  const terms = signed.flatMap(({ row, weight }): Term[] =>
    row?.figure && sameMeasure(row.figure, total) ? [{ figure: row.figure, weight }] : [],
  );
  const it = terms.length < Math.min(2, signed.length) ? null : balance(total, terms);
  if (it === null) return null;
  const first = rows.findIndex((row) => used.has(row));
  const others = rows.slice(first).filter((row) => !used.has(row) && row.role !== 'of-which' && isAmount(row.figure));
  return {
    total,
    terms,
    holds: closes(it),
    telling: terms.filter((term) => isAmount(term.figure)).length >= Math.min(2, signed.length),
    others: others.map(nameOf),
  };
}

const unproven: Doubt = {
  status: 'ambiguous',
  reason: 'no column of the document shows that these rows make up the total',
};

/**
 * Formulas of the forms (营业利润 = 营业收入 − 营业成本 − …), column by column. A column in which the formula holds shows which
 * rows it takes; one that then differs, and prints no amount in any other row, is wrong.
 */
export function rowFormulas(checks: Iterable<Check>, tables: KnownTables): SumRelation[] {
  return [...checks].flatMap((check) => {
    const formula = check.relation && 'rows' in check.relation ? check.relation.rows : null;
    if (!formula) return [];
    const trials = tables
      .of(formula.table)
      .flatMap((reading) =>
        reading.columns
          .filter((column) => column.role === 'amount')
          .flatMap((column) => trialIn(formula, laneOf(reading, column.index)) ?? []),
      );
    const shown = trials.filter((it) => it.holds && it.telling);
    const aside = new Set(shown.flatMap((it) => it.others));
    return trials.map(({ total, terms, holds, others }): SumRelation => {
      const proven = holds || (shown.length > 0 && others.every((name) => aside.has(name)));
      return { kind: 'sum', check: check.id, doubt: proven ? null : unproven, total, terms, complete: true };
    });
  });
}
