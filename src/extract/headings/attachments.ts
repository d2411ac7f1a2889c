import { readNumber } from './number.js';
import type { Item } from './lines.js';

/** `附件：1.决算报表`, or the word on a line of its own. */
const opening = /^附(?:件|表|录)?[:：]/u;

/**
 * Indexes of the items that list what is attached, from `附件：1.…` on: `2.绩效自评表` on the next line is no heading. A list ends where the
 * numbers do not count on.
 */
export function attachmentLists(items: readonly Item[]): ReadonlySet<number> {
  const listed = new Set<number>();
  let next: number | null = null;
  items.forEach((item, at) => {
    if (item.kind !== 'line') {
      next = null;
      return;
    }
    const { dense, number } = item.line;
    const opened = opening.exec(dense)?.[0];
    if (opened !== undefined) {
      const rest = dense.slice(opened.length);
      next = rest === '' ? 1 : (readNumber(rest)?.value ?? 0) + 1;
    } else if (number !== null && number.value === next) {
      listed.add(at);
      next++;
    } else next = null;
  });
  return listed;
}
