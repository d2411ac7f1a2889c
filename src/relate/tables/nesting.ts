import { decimal, isZero } from '../../model/decimal.js';
import { isMisprint } from '../../model/misprint.js';
import { balance, closes, plus, sameMeasure, type Term } from '../../model/printed.js';
import type { TableReading } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { nestedSum } from './nested-sum.js';
import { laneOf, type Entry } from './lane.js';

/** A row's parts count as complete when they add up in so many columns, and in this share of the columns that print them. */
const needed = { columns: 2, share: 0.6 };
/** So many amounts do not add up by chance: one column that prints them shows what a slip in another is. */
const many = 3;

/** 加：投资收益 after the costs belongs to the formula of the row that follows, not to the row above. */
const added = /^加[:：]/;

/** The rows right below a numbered row that stand one level under it; unnumbered rows (其中：…) where none is numbered. */
function childrenOf(lane: readonly Entry[], at: number): Entry[] {
  const level = lane[at]?.level ?? null;
  if (level === null) return [];
  const inside: Entry[] = [];
  for (let below = at + 1; below < lane.length; below++) {
    const entry = lane[below];
    if (!entry || entry.role === 'total' || added.test(entry.label)) break;
    if (entry.level !== null && entry.level <= level) break;
    inside.push(entry);
  }
  const levels = inside.flatMap((it) => it.level ?? []);
  return levels.length === 0 ? inside : inside.filter((it) => it.level === Math.min(...levels));
}

interface Nest {
  readonly row: number;
  readonly total: Figure;
  readonly terms: readonly Term[];
  readonly holds: boolean;
  /** How many amounts were added: zeros make any sum hold. */
  readonly amounts: number;
  /** It does not hold, and the difference is one wrong digit, two exchanged, or one amount in another unit. */
  readonly slip: boolean;
  /** Nothing but zeros and blanks, so that it neither shows nor contradicts anything. */
  readonly empty: boolean;
}

function nestsIn(lane: readonly Entry[]): Nest[] {
  return lane.flatMap((entry, at): Nest[] => {
    const total = entry.figure;
    if (total === null || entry.code !== '' || entry.role !== 'data') return [];
    const parts = childrenOf(lane, at)
      .flatMap((it) => it.figure ?? [])
      .filter((it) => sameMeasure(it, total));
    if (parts.length < 2) return [];
    const terms = plus(parts);
    const it = balance(total, terms);
    const amounts = parts.filter((figure) => !isZero(decimal(figure.value))).length;
    const empty = amounts === 0 && isZero(decimal(total.value));
    if (it === null) return [];
    const values = [total, ...parts].map((figure) => decimal(figure.value));
    const holds = closes(it);
    return [{ row: entry.row, total, terms, holds, amounts, slip: !holds && isMisprint(it, values), empty }];
  });
}

/** 二、项目支出 = 1. + 2. + 3. below it, where the columns themselves show that these are all its parts. */
export function nestingIn(reading: TableReading): SumRelation[] {
  const amounts = reading.columns.filter((column) => column.role === 'amount');
  const nests = amounts.flatMap((column) => nestsIn(laneOf(reading, column.index)));
  const counts = new Map<number, { all: number; holding: number; most: number }>();
  for (const { row, holds, amounts: count, empty } of nests) {
    if (empty) continue;
    const known = counts.get(row) ?? { all: 0, holding: 0, most: 0 };
    const telling = holds && count >= 2;
    counts.set(row, {
      all: known.all + 1,
      holding: known.holding + Number(telling),
      most: telling ? Math.max(known.most, count) : known.most,
    });
  }
  const shown = ({ row, slip }: Nest): boolean => {
    const { all, holding, most } = counts.get(row) ?? { all: 0, holding: 0, most: 0 };
    return (holding >= needed.columns && holding >= needed.share * all) || (slip && most >= many);
  };
  return nests.filter((it) => it.holds || shown(it)).map(nestedSum);
}
