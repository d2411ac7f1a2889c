import type { Entry } from './lane.js';

/** A way to read which rows a total row adds up. */
export type Structure = 'all' | 'highest' | 'leaves' | 'since-total' | 'siblings' | 'below';
export const structures: readonly Structure[] = ['all', 'highest', 'leaves', 'since-total', 'siblings', 'below'];

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
