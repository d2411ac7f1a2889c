import { decimal, isZero, sign, zero } from '../../model/decimal.js';
import { isMisprint } from '../../model/misprint.js';
import { balance, closes, plus, printed, sameMeasure } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading, type TableRow } from '../../model/reading.js';
import type { Doubt, SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { blankCell, isBlank } from './blank-cell.js';

const totalHeading = /^(?:合计|小计|总计|共计|.{0,6}合计)$/;
/** A way to add columns counts as the table's own when it holds in this share of at least so many rows; more where no word says total. */
const needed = { rows: 3, share: 0.7 };
const neededUnsaid = { rows: 4, share: 0.8 };

const heading = (column: TableColumn): string => column.path.findLast((text) => !/^[\d.、-]+$/.test(text)) ?? '';
const isTotal = (column: TableColumn): boolean => totalHeading.test(heading(column));

const groupName = (column: TableColumn): string => column.path.slice(0, -1).join('/');

/** Columns without those that a 小计 of their own group heading adds up. */
const outermost = (columns: readonly TableColumn[]): TableColumn[] =>
  columns.filter((it) => {
    const group = groupName(it);
    return isTotal(it) || group === '' || !columns.some((other) => isTotal(other) && groupName(other) === group);
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
  if (outer || direct.some((it) => isTotal(it) || /其中|小计$/.test(heading(it)))) return [];
  return subtotals.every((found) => found.length === 1) ? [...direct, ...subtotals.flat()] : [];
}

/** The sets of columns that a total column may add up: those to its right up to the next total, all others, the subtotals, or its group. */
function partColumns(columns: readonly TableColumn[], own: TableColumn): TableColumn[][] {
  const at = columns.indexOf(own);
  const all = columns.slice(at + 1);
  const right = outermost(all);
  const next = right.findIndex((it) => isTotal(it) && it.path.length <= own.path.length);
  const before = columns.slice(0, at);
  const left = outermost(before);
  const nearLeft = outermost(before.slice(before.findLastIndex(isTotal) + 1));
  const sets = [
    groupOf(columns, own),
    next < 0 ? right : right.slice(0, next),
    right,
    all.filter(isTotal),
    nearLeft,
    left,
  ];
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
  /** One part alone is printed blank, and the others fall short. */
  readonly blank: boolean;
}

/** 28.07%, 30.28%, -0.02: a cell without the sign of the others may be a fraction. */
const signedAlike = (figures: readonly Figure[]): boolean =>
  new Set(figures.filter((it) => it.kind === 'percent').map((it) => /[%％]/.test(it.text))).size <= 1;

function rowBy(reading: TableReading, row: TableRow, total: TableColumn, parts: readonly TableColumn[]): Row | null {
  const whole = reading.figures.get(cellKey(row.index, total.index));
  if (!whole || row.role === 'header' || !printed(whole)) return null;
  const figures = parts.flatMap((column) => reading.figures.get(cellKey(row.index, column.index)) ?? []);
  const added = figures.filter((it) => sameMeasure(it, whole));
  if (added.length === 0 || added.length < figures.length || !signedAlike([whole, ...added])) return null;
  const it = balance(whole, plus(added));
  if (it === null) return null;
  const values = [whole, ...added].map((figure) => printed(figure)?.value ?? zero);
  const amounts = values.slice(1).filter((value) => !isZero(value));
  const holds = closes(it);
  const slip = !holds && isMisprint(it, values);
  const empty = values.every(isZero);
  const blanks = parts.filter((column) => isBlank(reading, row.index, column.index)).length;
  const blank = blanks === 1 && added.length + 1 === parts.length && sign(it.residual) === sign(decimal(whole.value));
  if (added.length < 2 && (holds || !blank)) return null;
  return { total: whole, parts: added, holds, telling: amounts.length >= 2, empty, slip, blank };
}

const rowsBy = (reading: TableReading, total: TableColumn, parts: readonly TableColumn[]): Row[] =>
  reading.rows.flatMap((row) => rowBy(reading, row, total, parts) ?? []);

/** The same; none as soon as so many rows fail that the others cannot show the way to be the table's own. */
function rowsShowing(reading: TableReading, total: TableColumn, parts: readonly TableColumn[], share: number): Row[] {
  const found: Row[] = [];
  let failing = 0;
  for (const row of reading.rows) {
    const it = rowBy(reading, row, total, parts);
    if (!it) continue;
    found.push(it);
    if (it.telling && !it.holds) failing++;
    if (failing > (1 - share) * reading.rows.length) return [];
  }
  return found;
}

const relation = ({ total, parts }: Row, doubt: Doubt | null = null): SumRelation => ({
  kind: 'sum',
  check: 'table-row-total',
  doubt,
  total,
  terms: plus(parts),
  complete: true,
});

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

/** Columns that stand beside a total without being its parts. */
const besideTotal = /其中|备注|说明|上年|去年|同期|增减|增长|减少|比|率|预算|决算|年初|年末|期初|期末|\d{4}/;

/** The columns that the headings alone give a total: its group, or all others where it stands first or last. */
function headed(amounts: readonly TableColumn[], column: TableColumn): TableColumn[] {
  const group = groupOf(amounts, column);
  const others = outermost(amounts.filter((it) => it !== column));
  const outer = column === amounts[0] || column === amounts.at(-1);
  return group.length >= 2 || !outer || others.some((it) => besideTotal.test(heading(it))) ? group : others;
}

function said(reading: TableReading, amounts: readonly TableColumn[], column: TableColumn): SumRelation[] {
  const ways = partColumns(amounts, column).map((parts) => wayOf(rowsBy(reading, column, parts), needed));
  const best = ways.filter((it) => it.holding > 0).sort((a, b) => b.holding - a.holding)[0];
  if (best === undefined) {
    const group = groupOf(amounts, column);
    const rows = rowsBy(reading, column, headed(amounts, column));
    return rows
      .filter((it) => it.blank || (group.length >= 2 && it.parts.length === group.length))
      .map((it) => relation(it, it.blank ? blankCell : null));
  }
  return best.rows
    .filter((row) => row.holds || best.shown || row.slip || row.blank)
    .map((row) => relation(row, row.holds || best.shown || row.slip ? null : blankCell));
}

function unsaid(reading: TableReading, amounts: readonly TableColumn[], column: TableColumn): SumRelation[] {
  const ways = neighbours(amounts, amounts.indexOf(column)).map((parts) =>
    wayOf(rowsShowing(reading, column, parts, neededUnsaid.share), neededUnsaid),
  );
  const best = ways
    .filter(({ rows, holding }) => {
      const telling = rows.filter((it) => it.telling).length;
      return holding >= neededUnsaid.rows && holding >= neededUnsaid.share * telling;
    })
    .sort((a, b) => b.holding - a.holding)[0];
  return (best?.rows ?? []).map((row) => relation(row));
}

/** Columns of which any may be the total of any others: beyond so many, trying them all takes the square of the table. */
export const mostColumns = 128;

/** Whether a table has more columns than sums along its rows are looked for in. */
export const isTooWide = ({ columns }: TableReading): boolean => columns.length > mostColumns;

/** Total columns with the columns that they add up, as most rows of the table themselves show. */
export function rowTotalsIn(reading: TableReading): SumRelation[] {
  const printing = reading.columns.filter((column) => column.role === 'amount' || column.role === 'empty');
  const amounts = printing.filter((column) => column.role === 'amount');
  if (isTooWide(reading)) return [];
  return amounts.flatMap((column) =>
    isTotal(column) ? said(reading, printing, column) : unsaid(reading, amounts, column),
  );
}
