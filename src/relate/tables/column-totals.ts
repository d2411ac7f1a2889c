import { isZero, parseDecimal } from '../../model/decimal.js';
import { balance, closes, sameMeasure } from '../../model/printed.js';
import type { TableReading } from '../../model/reading.js';
import type { SumRelation } from '../../model/relation.js';
import type { Figure } from '../../model/report.js';
import { laneOf, type Entry } from './lane.js';
import { scoreColumnsOf } from './scores.js';

/** A way to read which rows a total row adds up. */
type Structure = 'all' | 'highest' | 'leaves' | 'since-total' | 'siblings' | 'below';
const structures: readonly Structure[] = ['all', 'highest', 'leaves', 'since-total', 'siblings', 'below'];

function rowsUnder(lane: readonly Entry[], at: number): Entry[] {
  const above = lane.slice(0, at);
  return above.length > 0 ? above : lane.slice(at + 1);
}

function sinceTotal(lane: readonly Entry[], at: number): Entry[] {
  const previous = lane.slice(0, at).findLastIndex((it) => it.role === 'total');
  return previous < 0 ? [] : lane.slice(previous, at);
}

/** The rows right above a total that has a number itself (（七）总计): those of its own level, or with those below them. */
function besides(lane: readonly Entry[], at: number, structure: 'siblings' | 'below'): Entry[] {
  const level = lane[at]?.level ?? null;
  if (level === null) return [];
  const above = lane.slice(0, at);
  const start = above.findLastIndex((it) => it.level === null || it.level < level);
  const rows = above.slice(start + 1);
  return structure === 'below' ? rows : rows.filter((it) => it.level === level);
}

function partsBy(structure: Structure, lane: readonly Entry[], at: number): Entry[] {
  if (structure === 'since-total') return sinceTotal(lane, at);
  if (structure === 'siblings' || structure === 'below') return besides(lane, at, structure);
  const under = rowsUnder(lane, at);
  const reset = under.findLastIndex((it) => it.role === 'total');
  const rows = under.slice(reset + 1).filter((it) => it.role === 'data');
  if (structure === 'all') return rows;
  if (structure === 'leaves') {
    return rows.filter((it) => it.code !== '' && !rows.some((other) => other !== it && other.code.startsWith(it.code)));
  }
  const levels = rows.flatMap((it) => it.level ?? []);
  const highest = Math.min(...levels);
  return levels.length * 2 < rows.length ? [] : rows.filter((it) => it.level === highest);
}

/** Whether anything in the rows says that some are parts of others. */
const flat = (rows: readonly Entry[]): boolean => rows.every((it) => it.level === null && it.code === '');

interface Candidate {
  readonly row: number;
  readonly total: Figure;
  readonly structure: Structure;
  readonly parts: readonly Figure[];
  readonly holds: boolean;
  readonly certain: boolean;
}

function nonZero(figures: readonly Figure[]): number {
  return figures.filter((it) => {
    const value = parseDecimal(it.value);
    return value !== null && !isZero(value);
  }).length;
}

function candidatesIn(lane: readonly Entry[]): Candidate[] {
  return lane.flatMap((entry, at): Candidate[] => {
    const total = entry.figure;
    if (entry.role !== 'total' || total === null) return [];
    return structures.flatMap((structure): Candidate[] => {
      const rows = partsBy(structure, lane, at);
      const parts = rows.flatMap((it) => it.figure ?? []).filter((it) => sameMeasure(it, total));
      if (parts.length < 2) return [];
      const it = balance(
        total,
        parts.map((figure) => ({ figure, weight: 1 })),
      );
      const mixed = lane.some((other) => other.role === 'of-which' || other.role === 'subtotal');
      const certain =
        structure === 'all' && flat(rows) && !mixed && rows.length >= 3 && /^(?:合计|总计|共计)$/.test(entry.label);
      return it === null ? [] : [{ row: entry.row, total, structure, parts, holds: closes(it), certain }];
    });
  });
}

const relation = ({ total, parts }: Candidate): SumRelation => ({
  kind: 'sum',
  check: 'table-total',
  doubt: null,
  total,
  terms: parts.map((figure) => ({ figure, weight: 1 })),
  complete: true,
});

/**
 * Total rows with the rows that they add up. Which rows those are is shown by the columns in which the sum holds:
 * a column that then differs is wrong. In a table without levels, subtotals and 其中 the words themselves say it.
 */
export function columnTotalsIn(reading: TableReading): SumRelation[] {
  const scores = scoreColumnsOf(reading);
  const lanes = reading.columns
    .filter((column) => column.role === 'amount' && !scores.has(column))
    .map((column) => candidatesIn(laneOf(reading, column.index)));
  const votes = new Map<string, number>();
  const key = (it: Candidate): string => `${it.row} ${it.structure} ${it.parts.length}`;
  for (const it of lanes.flat()) {
    if (it.holds && nonZero(it.parts) >= 2) votes.set(key(it), (votes.get(key(it)) ?? 0) + 1);
  }
  return lanes.flatMap((candidates) => {
    const rows = [...new Set(candidates.map((it) => it.row))];
    return rows.flatMap((row): SumRelation[] => {
      const own = candidates.filter((it) => it.row === row);
      const holding = own.find((it) => it.holds);
      if (holding) return [relation(holding)];
      const supported = own
        .filter((it) => (votes.get(key(it)) ?? 0) > 0)
        .sort((a, b) => (votes.get(key(b)) ?? 0) - (votes.get(key(a)) ?? 0));
      const claimed = supported[0] ?? own.find((it) => it.certain);
      return claimed ? [relation(claimed)] : [];
    });
  });
}
