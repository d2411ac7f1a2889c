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

/** The rows between a subtotal and the one before or after it. */
function segment(lane: readonly Entry[], at: number, structure: 'segment' | 'segment-below'): Entry[] {
  const above = lane.slice(0, at);
  if (structure === 'segment') return above.slice(above.findLastIndex(closes) + 1);
  const below = lane.slice(at + 1);
  const end = below.findIndex(closes);
  return end < 0 ? below : below.slice(0, end);
}

/** 小计 since the last 合计. */
function subtotals(lane: readonly Entry[], at: number): Entry[] {
  const above = lane.slice(0, at);
  return above.slice(above.findLastIndex((it) => it.role === 'total') + 1).filter((it) => it.role === 'subtotal');
}

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

/** The rows that a total row at `at` adds up in one way of reading; empty where that way has none. */
export function partsBy(structure: Structure, lane: readonly Entry[], at: number): Entry[] {
  if (structure === 'since-total') return sinceTotal(lane, at);
  if (structure === 'siblings' || structure === 'below') return besides(lane, at, structure);
  if (structure === 'subtotals') return subtotals(lane, at);
  if (structure === 'segment' || structure === 'segment-below')
    return segment(lane, at, structure).filter((it) => it.role === 'data');
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
