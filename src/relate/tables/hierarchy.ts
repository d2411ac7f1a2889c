import { decimal, isZero } from '../../model/decimal.js';
import { balance, closes, sameMeasure } from '../../model/printed.js';
import type { TableReading } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import { laneOf, type Entry } from './lane.js';

/** Codes are trusted to be complete when their sums hold in at least so many rows and this share of them. */
const needed = { rows: 2, share: 0.7 };

/** 类 = Σ款 = Σ项: rows with a subject code against the rows whose codes are one step longer. */
export function hierarchyIn(reading: TableReading): SumRelation[] {
  return reading.columns
    .filter((column) => column.role === 'amount')
    .flatMap((column) => {
      const lane = laneOf(reading, column.index).filter((it) => it.code !== '');
      const children = new Map<string, Entry[]>();
      for (const it of lane) {
        const parent = it.code.slice(0, -2);
        children.set(parent, [...(children.get(parent) ?? []), it]);
      }
      const found = lane.flatMap((parent) => {
        const total = parent.figure;
        if (total === null) return [];
        const parts = (children.get(parent.code) ?? [])
          .flatMap((it) => it.figure ?? [])
          .filter((it) => sameMeasure(it, total));
        const terms = parts.map((figure) => ({ figure, weight: 1 as const }));
        const it = parts.length === 0 ? null : balance(total, terms);
        return it === null ? [] : [{ total, terms, holds: closes(it) }];
      });
      const amounts = found.filter((it) => !isZero(decimal(it.total.value)));
      const holding = amounts.filter((it) => it.holds).length;
      const shown = holding >= needed.rows && holding >= needed.share * amounts.length;
      return found
        .filter((it) => it.holds || shown)
        .map(({ total, terms }): SumRelation => ({
          kind: 'sum',
          check: 'table-hierarchy',
          doubt: null,
          total,
          terms,
          complete: true,
        }));
    });
}
