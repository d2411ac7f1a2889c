import { dense, type Item, type Line } from './lines.js';

/** `一、总体情况……… 3`, or a title, a tab or a wide gap, and a page number. */
const leader = /(?:[.．·…⋯─—_]{3,}|…)[-—\d０-９]*$/u;
const opening = /^(?:目录|目次|目錄|CONTENTS)$/iu;
const longest = 60;

const entryKey = (line: Line): string => line.dense.replace(/[.．·…⋯_]{2,}.*$/u, '').replace(/[\d０-９]{1,3}$/u, '');

/** How many items behind `目录` at `start` belong to it: up to the line that repeats its first entry, or a sentence. */
function extent(items: readonly Item[], start: number): number {
  const keys = new Set<string>();
  let paged = start;
  for (let at = start + 1; at < items.length; at++) {
    const item = items[at];
    if (item?.kind !== 'line') return paged;
    const { line } = item;
    if (keys.has(entryKey(line))) return at - 1;
    if (line.dense.length > longest || /[。；]/u.test(line.dense)) return paged;
    if (leader.test(line.dense) || /\D\d{1,3}$/u.test(line.dense)) paged = at;
    keys.add(entryKey(line));
  }
  return paged;
}

/** Turns a table of contents that stands as plain paragraphs into items of kind `contents`. */
export function markContents(items: readonly Item[]): readonly Item[] {
  let last = -1;
  return items.map((item, at): Item => {
    if (item.kind !== 'line') return item;
    if (opening.test(item.line.dense)) last = Math.max(last, at, extent(items, at));
    const inside = at <= last || leader.test(dense(item.line.words));
    return inside ? { kind: 'contents', text: item.line.words } : item;
  });
}
