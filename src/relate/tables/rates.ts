import { shareHolds } from '../../model/printed.js';
import { cellKey, type TableReading } from '../../model/reading.js';
import type { ShareRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { columnsNamed } from './columns.js';

const rateNamed = /^(?:预算)?执行(?:率|进度)$|^(?:预算|支出|资金)(?:完成|执行)(?:率|进度)$/;
/** What a rate of execution may be taken of, the likeliest first. */
const plans: readonly RegExp[] = [
  /^全年预算数?$|^调整后?预算数?$/,
  /^预算(?:数|金额|安排数?)?$/,
  /^年初预算数?$|^预算批复数?$/,
];
const done =
  /^全年(?:预算)?执行数?$|^(?:实际)?执行(?:数|金额)?$|^(?:全年)?(?:实际)?支出(?:数|金额)?$|^决算数?$|^全年支出数$/;

interface Row {
  readonly rate: Figure;
  readonly part: Figure;
  readonly whole: Figure;
}

function rowsOf(reading: TableReading, rate: number, part: number, whole: number): Row[] {
  return reading.rows.flatMap((row): Row[] => {
    const [r, p, w] = [rate, part, whole].map((col) => reading.figures.get(cellKey(row.index, col)));
    if (!r || !p || !w || r.kind !== 'percent' || p.kind !== w.kind) return [];
    return [{ rate: r, part: p, whole: w }];
  });
}

/**
 * 执行率 against the amounts of its row. The headings name both amounts; where most rows do not fit them the rate is
 * of something else and nothing is claimed.
 */
export function executionRatesIn(reading: TableReading): ShareRelation[] {
  const [spent, ...others] = columnsNamed(reading, done).filter((column) => column.role === 'amount');
  if (!spent || others.length > 0) return [];
  return columnsNamed(reading, rateNamed).flatMap((column) => {
    const plan = plans.flatMap((named) => columnsNamed(reading, named)).find((it) => it.role === 'amount');
    if (!plan) return [];
    const rows = rowsOf(reading, column.index, spent.index, plan.index);
    const holding = rows.filter((it) => shareHolds(it.rate, it.part, it.whole)).length;
    const shown = holding * 2 >= rows.length && holding > 0;
    return rows
      .filter((it) => shown || shareHolds(it.rate, it.part, it.whole))
      .map(({ rate, part, whole }): ShareRelation => ({
        kind: 'share',
        check: 'completion-rate',
        doubt: null,
        rate,
        part,
        whole,
      }));
  });
}
