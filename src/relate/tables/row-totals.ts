import { decimal, isZero, multiply, zero } from '../../model/decimal.js';
import { isDigitSlip, isUnitSlip } from '../../model/misprint.js';
import { balance, closes, printed, sameMeasure } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';

const totalHeading = /^(?:合计|小计|总计|共计|.{0,6}合计)$/;
/** A way to add columns counts as the table's own when it holds in this share of at least so many rows; more where no word says total. */
const needed = { rows: 3, share: 0.7 };
const neededUnsaid = { rows: 4, share: 0.8 };

const heading = (column: TableColumn): string => column.path.findLast((text) => !/^[\d.、-]+$/.test(text)) ?? '';
const isTotal = (column: TableColumn): boolean => totalHeading.test(heading(column));

/** The sets of columns that a total column may add up: those to its right up to the next total, all others, or the subtotals. */
function partColumns(columns: readonly TableColumn[], at: number): TableColumn[][] {
  const right = columns.slice(at + 1);
  const next = right.findIndex(isTotal);
  const left = columns.slice(0, at);
  const nearLeft = left.slice(left.findLastIndex(isTotal) + 1);
  const sets = [next < 0 ? right : right.slice(0, next), right, right.filter(isTotal), nearLeft, left];
  return sets.filter(
    (set, i) => set.length >= 2 && sets.findIndex((other) => other.length === set.length && other[0] === set[0]) === i,
  );
}

/** Without a word for a total: the columns right after one, or all before it. */
function neighbours(columns: readonly TableColumn[], at: number): TableColumn[][] {
  const right = columns.slice(at + 1, at + 7);
  const sets = [...right.map((_, i) => right.slice(0, i + 1)), columns.slice(0, at)];
  return sets.filter((set) => set.length >= 2);
}

interface Row {
  readonly total: Figure;
  readonly parts: readonly Figure[];
  readonly holds: boolean;
  /** Two amounts at least were added: with one, any reading holds. */
  readonly telling: boolean;
  /** Nothing but zeros. */
  readonly empty: boolean;
  /** It does not hold, and the difference is one wrong digit, two exchanged, or one amount in another unit. */
  readonly slip: boolean;
}

function rowsBy(reading: TableReading, total: TableColumn, parts: readonly TableColumn[]): Row[] {
  return reading.rows.flatMap((row): Row[] => {
    const whole = reading.figures.get(cellKey(row.index, total.index));
    if (!whole || row.role === 'header' || !printed(whole)) return [];
    const figures = parts.flatMap((column) => reading.figures.get(cellKey(row.index, column.index)) ?? []);
    const added = figures.filter((it) => sameMeasure(it, whole));
    if (added.length < 2 || added.length < figures.length) return [];
    const it = balance(
      whole,
      added.map((figure) => ({ figure, weight: 1 })),
    );
    if (it === null) return [];
    const values = [whole, ...added].map((figure) => printed(figure)?.value ?? zero);
    const amounts = values.slice(1).filter((value) => !isZero(value));
    const holds = closes(it);
    const slip =
      !holds && (isDigitSlip(it.residual) || isUnitSlip(it.residual, values, multiply(it.bound, decimal(10_000))));
    const empty = values.every(isZero);
    return [{ total: whole, parts: added, holds, telling: amounts.length >= 2, empty, slip }];
  });
}

const relation = ({ total, parts }: Row): SumRelation => ({
  kind: 'sum',
  check: 'table-row-total',
  doubt: null,
  total,
  terms: parts.map((figure) => ({ figure, weight: 1 })),
  complete: true,
});

/**
 * The other columns under a total column's own group heading: 行政复议 over 维持, 纠正, 其他, 未审结 and 总计 says what 总计
 * adds up. A group within the group counts by its own subtotal; without one nothing is said.
 */
function groupOf(columns: readonly TableColumn[], total: TableColumn): TableColumn[] {
  const depth = total.path.length - 1;
  const group = total.path.slice(0, depth).join('/');
  if (group === '') return [];
  const members = columns.filter((it) => it.path.slice(0, depth).join('/') === group);
  const others = members.filter((it) => it !== total);
  const outer = members[0] !== total && members.at(-1) !== total;
  const inner = [...new Set(others.filter((it) => it.path.length > depth + 1).map((it) => it.path[depth] ?? ''))];
  const direct = others.filter((it) => it.path.length === depth + 1);
  const subtotals = inner.map((name) => others.filter((it) => it.path[depth] === name && isTotal(it)));
  if (outer || direct.some((it) => isTotal(it) || /其中/.test(heading(it)))) return [];
  return subtotals.every((found) => found.length === 1) ? [...direct, ...subtotals.flat()] : [];
}

interface Way {
  readonly rows: readonly Row[];
  /** Rows in which it holds and adds two amounts at least. */
  readonly holding: number;
  /** It holds in enough rows to be the table's own. */
  readonly shown: boolean;
}

function wayOf(rows: readonly Row[], least: typeof needed): Way {
  const telling = rows.filter((it) => it.telling);
  const holding = telling.filter((it) => it.holds).length;
  const filled = rows.filter((it) => !it.empty);
  const closing = filled.filter((it) => it.holds).length;
  const told = holding >= least.rows && holding >= least.share * telling.length;
  // rows with one part only agree with the reading that the others show
  const agreed = holding >= 2 && closing >= least.rows && closing >= least.share * filled.length;
  return { rows, holding, shown: told || agreed };
}

function said(reading: TableReading, amounts: readonly TableColumn[], column: TableColumn): Row[] {
  const ways = partColumns(amounts, amounts.indexOf(column)).map((parts) =>
    wayOf(rowsBy(reading, column, parts), needed),
  );
  const best = ways.filter((it) => it.holding > 0).sort((a, b) => b.holding - a.holding)[0];
  if (best === undefined) {
    const group = groupOf(amounts, column);
    const rows = group.length < 2 ? [] : rowsBy(reading, column, group);
    return rows.filter((it) => it.parts.length === group.length);
  }
  return best.rows.filter((row) => row.holds || best.shown || row.slip);
}

function unsaid(reading: TableReading, amounts: readonly TableColumn[], column: TableColumn): Row[] {
  const ways = neighbours(amounts, amounts.indexOf(column)).map((parts) =>
    wayOf(rowsBy(reading, column, parts), neededUnsaid),
  );
  const best = ways
    .filter(({ rows, holding }) => {
      const telling = rows.filter((it) => it.telling).length;
      return holding >= neededUnsaid.rows && holding >= neededUnsaid.share * telling;
    })
    .sort((a, b) => b.holding - a.holding)[0];
  return [...(best?.rows ?? [])];
}

/** Total columns with the columns that they add up, as most rows of the table themselves show. */
export function rowTotalsIn(reading: TableReading): SumRelation[] {
  const amounts = reading.columns.filter((column) => column.role === 'amount');
  return amounts.flatMap((column) => (isTotal(column) ? said : unsaid)(reading, amounts, column).map(relation));
}
