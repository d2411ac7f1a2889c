import type { Ruling } from '../glyphs/ruling.js';

/** Lines this near to each other are one (double borders), and end at each other, in points. */
export const near = 3;
/** Gaps in a dashed line. */
const dash = 3.5;
const shortest = 5;

/** Groups ascending values whose distance to the group's first is at most `near`; gives each group's mean. */
export function clusters(values: readonly number[], within = near): number[] {
  const means: number[] = [];
  let group: number[] = [];
  const close = (): void => {
    if (group.length > 0) means.push(group.reduce((sum, it) => sum + it, 0) / group.length);
    group = [];
  };
  for (const value of [...values].sort((a, b) => a - b)) {
    const first = group[0];
    if (first !== undefined && value - first > within) close();
    group.push(value);
  }
  close();
  return means;
}

/** Pieces of one line made one: tables are often drawn cell by cell, or dashed. */
export function mergeRulings(rulings: readonly Ruling[], axis: Ruling['axis']): Ruling[] {
  const ordered = rulings.filter((it) => it.axis === axis).sort((a, b) => a.at - b.at || a.from - b.from);
  const groups: Ruling[][] = [];
  for (const it of ordered) {
    const group = groups[groups.length - 1];
    const first = group?.[0];
    if (group && first && it.at - first.at <= 1.5) group.push(it);
    else groups.push([it]);
  }
  return groups.flatMap((group) => {
    const at = group.reduce((sum, it) => sum + it.at, 0) / group.length;
    const merged: { axis: Ruling['axis']; at: number; from: number; to: number }[] = [];
    for (const { from, to } of group.sort((a, b) => a.from - b.from)) {
      const last = merged[merged.length - 1];
      if (last && from - last.to <= dash) last.to = Math.max(last.to, to);
      else merged.push({ axis, at, from, to });
    }
    return merged.filter((it) => it.to - it.from >= shortest);
  });
}
