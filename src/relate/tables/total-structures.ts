import type { Entry } from './lane.js';

/** A way to read which rows a total row adds up. */
export type Structure =
  'all' | 'highest' | 'leaves' | 'since-total' | 'siblings' | 'below' | 'subtotals' | 'segment' | 'segment-below';
const ofTotal: readonly Structure[] = ['all', 'highest', 'leaves', 'since-total', 'siblings', 'below', 'subtotals'];
const ofSubtotal: readonly Structure[] = ['segment', 'segment-below'];

/** The ways to read a row of a role; none for a row that totals nothing. */
export const structuresOf = ({ role }: Entry): readonly Structure[] =>
  role === 'total' ? ofTotal : role === 'subtotal' ? ofSubtotal : [];

const closes = ({ role }: Entry): boolean => role === 'total' || role === 'subtotal';

const isTotal = ({ role }: Entry): boolean => role === 'total';

/** The nearest row above `at` of which something holds; -1 where there is none. */
function lastAbove(lane: readonly Entry[], at: number, holds: (entry: Entry) => boolean): number {
  for (let above = at - 1; above >= 0; above--) {
    const entry = lane[above];
    if (entry && holds(entry)) return above;
  }
  return -1;
}

/** The rows above `at` since the last of which something holds. */
const since = (lane: readonly Entry[], at: number, holds: (entry: Entry) => boolean): Entry[] =>
  lane.slice(lastAbove(lane, at, holds) + 1, at);

/** The rows between a subtotal and the one before or after it. */
function segment(lane: readonly Entry[], at: number, structure: 'segment' | 'segment-below'): Entry[] {
  if (structure === 'segment') return since(lane, at, closes);
  const below = lane.slice(at + 1);
  const end = below.findIndex(closes);
  return end < 0 ? below : below.slice(0, end);
}

/** 小计 since the last 合计. */
const subtotals = (lane: readonly Entry[], at: number): Entry[] =>
  since(lane, at, isTotal).filter((it) => it.role === 'subtotal');

/** The rows above since the last total; below a total that comes first, those behind the last total there. */
function rowsUnder(lane: readonly Entry[], at: number): Entry[] {
  return at > 0 ? since(lane, at, isTotal) : lane.slice(Math.max(lane.findLastIndex(isTotal), at) + 1);
}

function sinceTotal(lane: readonly Entry[], at: number): Entry[] {
  const previous = lastAbove(lane, at, isTotal);
  return previous < 0 ? [] : lane.slice(previous, at);
}

/** The rows right above a total that has a number itself (（七）总计): those of its own level, or with those below them. */
function besides(lane: readonly Entry[], at: number, structure: 'siblings' | 'below'): Entry[] {
  const level = lane[at]?.level ?? null;
  if (level === null) return [];
  const rows = since(lane, at, (it) => it.level === null || it.level < level);
  return structure === 'below' ? rows : rows.filter((it) => it.level === level);
}

/** The rows whose code no other row's code goes on from: in order of their codes, one that does comes right behind. */
export function leavesOf(rows: readonly Entry[]): Entry[] {
  const codes = rows.map((it) => it.code).sort();
  const inner = new Set(codes.filter((code, i) => codes[i + 1]?.startsWith(code)));
  return rows.filter((it) => !inner.has(it.code));
}

/** The rows that a total row at `at` adds up in one way of reading; empty where that way has none. */
export function partsBy(structure: Structure, lane: readonly Entry[], at: number): Entry[] {
  if (structure === 'since-total') return sinceTotal(lane, at);
  if (structure === 'siblings' || structure === 'below') return besides(lane, at, structure);
  if (structure === 'subtotals') return subtotals(lane, at);
  if (structure === 'segment' || structure === 'segment-below')
    return segment(lane, at, structure).filter((it) => it.role === 'data');
  const rows = rowsUnder(lane, at).filter((it) => it.role === 'data');
  if (structure === 'all') return rows;
  if (structure === 'leaves') {
    return leavesOf(rows).filter((it) => it.code !== '');
  }
  const levels = rows.flatMap((it) => it.level ?? []);
  const highest = levels.reduce((least, level) => Math.min(least, level), Infinity);
  return levels.length * 2 < rows.length ? [] : rows.filter((it) => it.level === highest);
}
