import { dense } from '../../model/dense.js';
import { absolute, add, compare, decimal, isZero, subtract } from '../../model/decimal.js';
import { isOneSlip } from '../../model/misprint.js';
import { printed } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { EqualRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { ItemNames } from './item-name.js';
import { labelOf, wholeColumns } from './table-items.js';

/** Two tables count as views of the same amounts when so many rows that print an amount agree, and this share of those they share. */
const needed = { rows: 3, share: 0.7 };
/** A difference that no slip of the hand explains is claimed only between tables that agree in so many rows. */
const closely = 6;

/** One column that gives whole rows, by row: 2080505 or 卫生健康支出. */
interface View {
  readonly table: string;
  readonly rows: ReadonlyMap<string, Figure>;
}

/** 收入 or 支出; null where the column's heading, its rows' heading and the title name neither or both. */
export function sideOf(reading: TableReading, column: TableColumn, title: string): string | null {
  const rows = reading.columns.findLast((it) => it.index < column.index && it.role === 'text');
  for (const text of [column.path.join(''), rows?.path.join('') ?? '', title]) {
    const sides = new Set(text.match(/收入|支出/g) ?? []);
    if (sides.size === 1) return [...sides][0] ?? null;
  }
  return null;
}

/** Rows by subject code, or by name where a table prints none; a name that stands twice names nothing. */
function rowsOf(reading: TableReading, column: TableColumn, side: string, names: ItemNames): Map<string, Figure> {
  const rows = new Map<string, Figure>();
  const twice = new Set<string>();
  for (const row of reading.rows) {
    const figure = reading.figures.get(cellKey(row.index, column.index));
    if (!figure || figure.kind !== 'money' || row.role === 'header' || row.role === 'note' || !printed(figure))
      continue;
    const label = labelOf(reading, row, column.index);
    const total = /^(?:合计|本年(?:收入|支出)合计)$/.test(label) ? `本年${side}合计` : null;
    const name = total ?? (row.code.length > 3 ? '' : (names.read(label).names[0] ?? ''));
    for (const key of [name, row.code]) {
      if (key === '' || twice.has(key)) continue;
      if (rows.delete(key)) twice.add(key);
      else rows.set(key, figure);
    }
  }
  return rows;
}

/** Columns headed by nothing but a fund: 一般公共预算财政拨款 beside 合计. */
function fundColumns(reading: TableReading, names: ItemNames): TableColumn[] {
  const whole = new Set(wholeColumns(reading));
  return reading.columns.filter((it) => {
    const heading = dense(it.path.at(-1) ?? '').replace(/\d+$/, '');
    return it.role === 'amount' && !whole.has(it) && names.isFund(heading);
  });
}

/** Views by what their amounts are: side, stage and fund must be known alike. */
function viewsBy(tables: readonly TableReading[], names: ItemNames): Map<string, View[]> {
  const views = new Map<string, View[]>();
  for (const reading of tables) {
    const title = dense(reading.table.title ?? '');
    for (const column of [...wholeColumns(reading), ...fundColumns(reading, names)]) {
      const heading = column.path.join('');
      const side = sideOf(reading, column, title);
      const stage = names.stageIn(heading) ?? names.stageIn(title);
      if (side === null || stage === null) continue;
      const fund = names.fundIn(heading) ?? names.fundIn(title);
      const key = [side, stage, fund].join(' ');
      const rows = rowsOf(reading, column, side, names);
      if (rows.size >= needed.rows) views.set(key, [...(views.get(key) ?? []), { table: reading.table.id, rows }]);
    }
  }
  return views;
}

/** Equal, or apart by no more than one unit in the last place of the coarser. */
function agree(a: Figure, b: Figure): boolean {
  const [x, y] = [printed(a), printed(b)];
  if (!x || !y) return true;
  const coarser = compare(x.half, y.half) > 0 ? x.half : y.half;
  return compare(absolute(subtract(x.value, y.value)), add(coarser, coarser)) <= 0;
}

/** The rows that two views share, where enough of them agree. */
function pairsOf(a: View, b: View): EqualRelation[] {
  if (a.table === b.table) return [];
  const pairs = [...b.rows].flatMap(([key, right]): EqualRelation[] => {
    const left = a.rows.get(key);
    return left ? [{ kind: 'equal', check: 'table-against-table', doubt: null, left, right }] : [];
  });
  const agreeing = pairs.filter((it) => agree(it.left, it.right));
  const amounts = new Set(agreeing.filter((it) => !isZero(decimal(it.left.value))).map((it) => it.left.value)).size;
  if (amounts < needed.rows || agreeing.length < needed.share * pairs.length)
    return agreeing.length === pairs.length ? pairs : [];
  return pairs.filter(
    (it) =>
      agree(it.left, it.right) ||
      isOneSlip(decimal(it.left.value), decimal(it.right.value)) ||
      (amounts >= closely && pairs.length - agreeing.length === 1),
  );
}

/** The same row of two tables that show the same amounts (收入支出决算总表 and 支出决算表). */
export function tableViews(tables: readonly TableReading[], names: ItemNames): EqualRelation[] {
  return [...viewsBy(tables, names).values()].flatMap((views) =>
    views.flatMap((view, i) => views.slice(i + 1, i + 4).flatMap((other) => pairsOf(view, other))),
  );
}
