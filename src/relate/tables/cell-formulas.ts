import { printed } from '../../model/printed.js';
import { cellKey } from '../../model/reading.js';
import type { Relation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { CellFormula, CellName, Check } from '../../rulebook/check.js';
import type { KnownTables } from './known-tables.js';
import { labelOf, wholeColumns } from '../facts/table-items.js';

const lead = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.、．]|其中[:：])/;

/** The figure that a name picks out of the document's tables; null where none or several different ones fit. */
function cellNamed(name: CellName, tables: KnownTables): Figure | null {
  const own = tables.of(name.table);
  if (new Set(own.map((it) => it.table.id)).size !== 1) return null;
  const found = own.flatMap((reading) => {
    const columns =
      name.column === undefined
        ? wholeColumns(reading)
        : reading.columns.filter((it) => it.role === 'amount' && name.column?.test(it.path.join('/')));
    return columns.flatMap((column) =>
      reading.rows.flatMap((row): Figure[] => {
        const figure = reading.figures.get(cellKey(row.index, column.index));
        if (!figure || row.role === 'header' || figure.kind !== 'money' || !printed(figure)) return [];
        const label = labelOf(reading, row, column.index);
        return name.row.test(label.replace(lead, '')) || (row.code !== '' && name.row.test(row.code)) ? [figure] : [];
      }),
    );
  });
  return new Set(found.map((it) => it.value)).size === 1 ? (found[0] ?? null) : null;
}

function relationOf(check: Check, formula: CellFormula, tables: KnownTables): Relation[] {
  const total = cellNamed(formula.total, tables);
  if (!total) return [];
  const named = [
    ...formula.plus.map((cell) => ({ cell, weight: 1 as const })),
    ...formula.minus.map((cell) => ({ cell, weight: -1 as const })),
  ].map((it) => ({ ...it, figure: cellNamed(it.cell, tables) }));
  if (named.some(({ cell, figure }) => figure === null && !cell.optional)) return [];
  const terms = named.flatMap(({ figure, weight }) => (figure && figure !== total ? [{ figure, weight }] : []));
  const [only, ...more] = terms;
  if (!only) return [];
  const base = { check: check.id, doubt: null };
  if (formula.at_least) return [{ ...base, kind: 'at-most', lesser: only.figure, greater: total }];
  if (more.length === 0) return [{ ...base, kind: 'equal', left: total, right: only.figure }];
  return [{ ...base, kind: 'sum', total, terms, complete: true }];
}

/** What the forms say of cells in different tables (收入支出决算总表的本年支出合计 = 支出决算表的合计). */
export function cellFormulas(checks: Iterable<Check>, tables: KnownTables): Relation[] {
  return [...checks].flatMap((check) =>
    check.relation && 'cells' in check.relation ? relationOf(check, check.relation.cells, tables) : [],
  );
}
