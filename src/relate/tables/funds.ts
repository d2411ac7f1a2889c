import { decimal, isZero } from '../../model/decimal.js';
import { balance, closes, plus, sameMeasure } from '../../model/printed.js';
import type { TableReading } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import { laneOf, type Entry } from './lane.js';

const whole = /(?:资金|投入)(?:总额|合计)$|^年度资金/;
/** The sources that the form prints below the total; further rows (中央, 省级 …) are parts of these. */
const source = /财政拨款|财政资金|上年结转|结转(?:和结余)?资金|其他资金|自有资金|自筹资金|非财政资金|事业收入/;

function sourcesBelow(lane: readonly Entry[], at: number): Entry[] {
  const below = lane.slice(at + 1);
  const end = below.findIndex((it) => !source.test(it.label));
  return end < 0 ? below : below.slice(0, end);
}

/** 年度资金总额 = 当年财政拨款 + 上年结转 + 其他资金, in every column of amounts. */
export function fundsTotalsIn(reading: TableReading): SumRelation[] {
  const found = reading.columns
    .filter((column) => column.role === 'amount')
    .flatMap((column): { relation: SumRelation; holds: boolean; count: number }[] => {
      const lane = laneOf(reading, column.index);
      const at = lane.findIndex((it) => whole.test(it.label));
      const total = lane[at]?.figure;
      if (!total) return [];
      const parts = sourcesBelow(lane, at)
        .flatMap((it) => it.figure ?? [])
        .filter((it) => sameMeasure(it, total));
      if (parts.length < 2 || !parts.some((it) => !isZero(decimal(it.value)))) return [];
      const terms = plus(parts);
      const it = balance(total, terms);
      const relation: SumRelation = { kind: 'sum', check: 'funds-total', doubt: null, total, terms, complete: true };
      return it === null ? [] : [{ relation, holds: closes(it), count: parts.length }];
    });
  const shown = found.some((it) => it.holds) || found.every((it) => it.count <= 3);
  return found.filter((it) => it.holds || shown).map((it) => it.relation);
}
