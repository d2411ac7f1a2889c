import { decimal, isZero } from '../../model/decimal.js';
import type { TableReading } from '../../model/reading.js';
import type { Doubt } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { rowName } from '../../rulebook/selector-words.js';
import type { KnownTables } from '../tables/known-tables.js';
import { laneOf } from '../tables/lane.js';
import { doubted, likeTotal, trialIn, type Declared, type Scope, type Trial } from './relation-in.js';

const unproven: Doubt = {
  status: 'ambiguous',
  reason: 'no column of the document shows that these rows make up the total',
};

/** A row of a column by its name; a row under 其中 is no term beside what it is of. */
interface Row {
  readonly name: string;
  readonly figure: Figure | null;
}

const rowsOf = (reading: TableReading, column: number): readonly Row[] =>
  laneOf(reading, column)
    .filter(({ role }) => role !== 'of-which')
    .map(({ label, figure }) => ({ name: rowName(label), figure }));

const rowsAbove = (rows: readonly Row[], total: Figure): readonly Row[] =>
  rows.slice(
    0,
    rows.findIndex(({ figure }) => figure === total),
  );

/** A total stands below its terms, and the rows above it are searched. */
const columnScope = (rows: readonly Row[]): Scope => ({
  total: (it) => rows.find(({ name }) => it.by === 'row' && it.row.test(name))?.figure ?? null,
  term(it, total) {
    const found = rowsAbove(rows, total).filter(({ name }) => it.by === 'row' && it.row.test(name));
    return found.length > 1 ? 'several' : likeTotal(found[0]?.figure ?? null, total, null);
  },
});

const isAmount = (figure: Figure | null): figure is Figure => figure !== null && !isZero(decimal(figure.value));

/** Names of the rows between the first term and the total that print an amount and are no terms. */
function othersIn(rows: readonly Row[], { total, terms }: Trial): string[] {
  const used = new Set<Figure | null>(terms.map((it) => it.figure));
  const above = rowsAbove(rows, total);
  return above
    .slice(above.findIndex(({ figure }) => used.has(figure)))
    .filter(({ figure }) => isAmount(figure) && !used.has(figure))
    .map(({ name }) => name);
}

/**
 * Formulas over rows (营业利润 = 营业收入 − 营业成本 − …), tried in every column. A column in which one holds shows which rows it
 * takes; one that then differs, and prints no amount in any other row, is wrong.
 */
export function inColumns(tables: KnownTables): (declared: Declared) => Trial[] {
  return (declared) => {
    const { table, terms } = declared.formula;
    const least = Math.min(2, terms.length);
    const columns = tables
      .of(table ?? '')
      .flatMap((reading) =>
        reading.columns.filter(({ role }) => role === 'amount').map(({ index }) => rowsOf(reading, index)),
      );
    const tried = columns.flatMap((rows) => {
      const trial = trialIn(declared, columnScope(rows));
      return trial && trial.terms.length >= least ? [{ trial, others: othersIn(rows, trial) }] : [];
    });
    // zeros and a single row make too many formulas hold
    const isTelling = (it: Trial): boolean =>
      it.holds && it.terms.filter(({ figure }) => isAmount(figure)).length >= least;
    const shown = tried.filter(({ trial }) => isTelling(trial));
    const aside = new Set(shown.flatMap((it) => it.others));
    return tried.map(({ trial, others }) => {
      const proven = trial.holds || (shown.length > 0 && others.every((name) => aside.has(name)));
      return proven ? trial : doubted(trial, unproven);
    });
  };
}
