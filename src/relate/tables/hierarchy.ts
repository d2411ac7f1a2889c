import { decimal, isZero } from '../../model/decimal.js';
import { groupedBy } from '../../model/grouped.js';
import { balance, closes, plus, sameMeasure, type Term } from '../../model/printed.js';
import type { TableReading } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { nestedSum } from './nested-sum.js';
import { laneOf, type Entry } from './lane.js';

/** Codes are trusted to be complete when their sums hold in at least so many rows and this share of them. */
const needed = { rows: 2, share: 0.7 };

interface Parent {
  readonly total: Figure;
  readonly terms: readonly Term[];
  readonly holds: boolean;
}

function parentsIn(lane: readonly Entry[]): Parent[] {
  const children = groupedBy(lane, (it) => it.code.slice(0, -2));
  return lane.flatMap((parent): Parent[] => {
    const total = parent.figure;
    if (total === null) return [];
    const parts = (children.get(parent.code) ?? [])
      .flatMap((it) => it.figure ?? [])
      .filter((it) => sameMeasure(it, total));
    const terms = plus(parts);
    const it = parts.length === 0 ? null : balance(total, terms);
    return it === null ? [] : [{ total, terms, holds: closes(it) }];
  });
}

/** Whether rows show that their codes list all parts. */
function isComplete(parents: readonly Parent[]): boolean {
  const amounts = parents.filter((it) => !isZero(decimal(it.total.value)));
  const holding = amounts.filter((it) => it.holds).length;
  return holding >= needed.rows && holding >= needed.share * amounts.length;
}

/**
 * 类 = Σ款 = Σ项: rows with a subject code against the rows whose codes are one step longer. A column with few such rows is held to
 * what the others of its table show (301 and 303 left, 302 and 310 right).
 */
export function hierarchyIn(reading: TableReading): SumRelation[] {
  const columns = reading.columns
    .filter((column) => column.role === 'amount')
    .map((column) => parentsIn(laneOf(reading, column.index).filter((it) => it.code !== '')));
  const together = isComplete(columns.flat());
  return columns.flatMap((parents) => {
    const shown = isComplete(parents) || (together && parents.filter((it) => !it.holds).length <= 1);
    return parents.filter((it) => it.holds || shown).map(nestedSum);
  });
}
