import { printed } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { EqualRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import type { ItemNames } from './item-name.js';
import { labelOf } from './table-items.js';

/** One row of a table that gives two periods side by side. */
interface Row {
  readonly reading: TableReading;
  readonly name: string;
  readonly current: Figure;
  /** Null where the table prints none: the row can then confirm that two tables are of the same amounts, and no more. */
  readonly prior: Figure | null;
}

const period = /本期|上期|本年|上年|去年|期末|期初|年初|年末|同期|(?:19|20)\d{2}年/;
/** So many rows must agree in both periods before a third differing in one is claimed. */
const needed = 2;

const significant = (figure: Figure): number => figure.value.replace(/^-/, '').replace(/\D|^[0.]+/g, '').length;

/** Its two columns of periods, where the table has exactly two. */
function periodsOf(reading: TableReading): readonly [TableColumn, TableColumn] | null {
  const amounts = reading.columns.filter((column) => column.role === 'amount');
  const [current, prior, ...more] = amounts;
  if (!current || !prior || more.length > 0) return null;
  return [current, prior].every((column) => period.test(column.path.join(''))) ? [current, prior] : null;
}

function rowsOf(reading: TableReading, names: ItemNames): Row[] {
  const columns = periodsOf(reading);
  if (!columns) return [];
  return reading.rows.flatMap((row): Row[] => {
    const [current, prior = null] = columns.map((column) => reading.figures.get(cellKey(row.index, column.index)));
    if (!current || !printed(current) || (prior && (!printed(prior) || current.kind !== prior.kind))) return [];
    const [name = ''] = names.read(labelOf(reading, row, columns[0].index)).names;
    return name.length >= 4 ? [{ reading, name, current, prior }] : [];
  });
}

/** 合并 or 母公司, as the title says. */
const scopeOf = ({ table }: TableReading): string => /合并|母公司/.exec(table.title ?? '')?.[0] ?? '';

function mayBeOne(a: Row, b: Row): boolean {
  const scopes = [scopeOf(a.reading), scopeOf(b.reading)];
  const apart = scopes.every((it) => it !== '') && scopes[0] !== scopes[1];
  return (
    a.reading.table !== b.reading.table &&
    !apart &&
    a.current.unit === b.current.unit &&
    a.current.kind === b.current.kind
  );
}

/**
 * A table that repeats rows of another (利润表项目变动情况 of 合并利润表): the amounts of last year agree to the last
 * digit, so those of this year are the same too.
 */
export function comparativeRows(tables: readonly TableReading[], names: ItemNames): EqualRelation[] {
  const byAmount = new Map<string, Row[]>();
  const pairs: { readonly key: string; readonly left: Row; readonly right: Row; readonly same: boolean }[] = [];
  const agreeing = new Map<string, number>();
  for (const row of tables.flatMap((it) => rowsOf(it, names))) {
    const known = row.prior ?? row.current;
    if (significant(known) < 5) continue;
    const key = `${row.name} ${row.prior ? 'before' : 'now'} ${known.value}`;
    const alike = byAmount.get(key) ?? [];
    for (const other of alike.filter((it) => mayBeOne(it, row)).slice(0, 3)) {
      const pair = `${other.reading.table.id} ${row.reading.table.id}`;
      const same = other.current.value === row.current.value;
      pairs.push({ key: pair, left: other, right: row, same });
      if (same) agreeing.set(pair, (agreeing.get(pair) ?? 0) + 1);
    }
    byAmount.set(key, [...alike, row]);
  }
  return pairs
    .filter((it) => it.same || (agreeing.get(it.key) ?? 0) >= needed)
    .map(({ left, right }) => ({
      kind: 'equal',
      check: 'comparative-rows',
      doubt: null,
      left: left.current,
      right: right.current,
    }));
}
