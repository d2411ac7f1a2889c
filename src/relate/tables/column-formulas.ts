import { balance, closes, sameMeasure, type Term } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Check, ColumnFormula } from '../../rulebook/check.js';
import type { KnownTables } from './known-tables.js';

const misread: Doubt = {
  status: 'ambiguous',
  reason: 'most rows of the table differ: its columns may have been misread',
};

interface Row {
  readonly relation: SumRelation;
  readonly holds: boolean;
}

/** The columns of a formula; null where one that it needs is missing or a pattern names two. */
function columnsOf(
  { total, plus, minus, needs }: ColumnFormula,
  { columns }: TableReading,
): {
  readonly total: TableColumn;
  readonly terms: readonly { readonly column: TableColumn; readonly weight: 1 | -1 }[];
} | null {
  const amounts = columns.filter((it) => it.role === 'amount' || it.role === 'empty');
  const named = (pattern: RegExp): TableColumn[] => amounts.filter((it) => pattern.test(it.path.join('/')));
  const [whole, ...others] = named(total);
  if (!whole || others.length > 0 || needs.some((pattern) => named(pattern).length === 0)) return null;
  const terms = [
    ...plus.map((pattern) => ({ found: named(pattern), weight: 1 as const })),
    ...minus.map((pattern) => ({ found: named(pattern), weight: -1 as const })),
  ];
  if (terms.some(({ found }) => found.length > 1 || found.includes(whole))) return null;
  return { total: whole, terms: terms.flatMap(({ found: [column], weight }) => (column ? [{ column, weight }] : [])) };
}

function rowsIn(check: Check, formula: ColumnFormula, reading: TableReading): Row[] {
  const columns = columnsOf(formula, reading);
  if (!columns) return [];
  return reading.rows.flatMap(({ index, role }): Row[] => {
    const total = reading.figures.get(cellKey(index, columns.total.index));
    if (!total || role === 'header') return [];
    const terms = columns.terms.flatMap(({ column, weight }): Term[] => {
      const figure = reading.figures.get(cellKey(index, column.index));
      return figure && sameMeasure(figure, total) ? [{ figure, weight }] : [];
    });
    const it = terms.length === 0 ? null : balance(total, terms);
    if (it === null) return [];
    const relation: SumRelation = { kind: 'sum', check: check.id, doubt: null, total, terms, complete: true };
    return [{ relation, holds: closes(it) }];
  });
}

/** Formulas of the forms across the rows of a table (合计 = 基本支出 + 项目支出), where its title and headings say that it is one. */
export function columnFormulas(checks: Iterable<Check>, tables: KnownTables): SumRelation[] {
  return [...checks].flatMap((check) => {
    const formula = check.relation && 'columns' in check.relation ? check.relation.columns : null;
    if (!formula) return [];
    return tables.of(formula.table).flatMap((reading) => {
      const rows = rowsIn(check, formula, reading);
      const failing = rows.filter((it) => !it.holds).length;
      const doubt = rows.length >= 3 && failing * 2 > rows.length ? misread : null;
      return rows.map(({ relation, holds }): SumRelation => ({ ...relation, doubt: holds ? null : doubt }));
    });
  });
}
