import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { Doubt } from '../../model/relation.js';
import { selectorsOf } from '../../rulebook/formula.js';
import type { Selector } from '../../rulebook/selector.js';
import type { KnownTables } from '../tables/known-tables.js';
import { doubted, likeTotal, trialIn, type Declared, type Found, type Scope, type Trial } from './relation-in.js';

const misread: Doubt = {
  status: 'ambiguous',
  reason: 'most rows of the table differ: its columns may have been misread',
};

type Columns = ReadonlyMap<Selector, TableColumn | 'several' | null>;

/** The one column that each selector of a formula means. */
function columnsOf({ formula }: Declared, { columns }: TableReading): Columns {
  const amounts = columns.filter(({ role }) => role === 'amount' || role === 'empty');
  return new Map(
    selectorsOf(formula).map((it) => {
      const found = amounts.filter(({ path }) => it.by === 'column' && it.column.test(path.join('/')));
      return [it, found.length > 1 ? 'several' : (found[0] ?? null)] as const;
    }),
  );
}

/** A cell that is blank in a column that is there counts as nothing. */
function rowScope({ figures }: TableReading, row: number, columns: Columns): Scope {
  const find = (selector: Selector): Found => {
    const column = columns.get(selector) ?? null;
    return column === null || column === 'several' ? column : (figures.get(cellKey(row, column.index)) ?? 'blank');
  };
  return { total: find, term: (it, total) => likeTotal(find(it), total, 'blank') };
}

/** Formulas over columns (合计 = 基本支出 + 项目支出), tried in every row of their tables. */
export function inRows(tables: KnownTables): (declared: Declared) => Trial[] {
  return (declared) =>
    tables.of(declared.formula.table ?? '').flatMap((reading) => {
      const columns = columnsOf(declared, reading);
      const rows = reading.rows.filter(({ role }) => role !== 'header');
      const trials = rows.flatMap(({ index }) => trialIn(declared, rowScope(reading, index, columns)) ?? []);
      const failing = trials.filter((it) => !it.holds).length;
      const isMisread = trials.length >= 3 && failing * 2 > trials.length;
      return trials.map((it) => (isMisread && !it.holds ? doubted(it, misread) : it));
    });
}
