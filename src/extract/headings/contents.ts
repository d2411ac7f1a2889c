import type { BlockId, Document } from '../../model/document.js';
import { dense } from '../../model/dense.js';
import type { HeadingRules } from '../../rulebook/headings.js';
import { itemsOf } from './items.js';
import type { Item, Line } from './lines.js';
import { rankOf, readNumber, type HeadingNumber } from './number.js';

const leader = /(?:[.．·…⋯─—_]{3}|…)[-—\d０-９]*$/u;
/** More than a page number and the end of its leader take. */
const pageAtMost = 24;
/** `一、总体情况……… 3`, or an entry whose field of a page number stands there as its code. */
const isLedToPage = (text: string): boolean => leader.test(text.slice(-pageAtMost)) || /PAGEREF_Toc\d/u.test(text);
const opening = /^(?:目录|目次|目錄|CONTENTS)$/iu;
const longest = 60;

const withoutPage = (text: string): string =>
  text.replace(/(?:[.．·_]{2,}|[…⋯]|PAGEREF_Toc).*$/u, '').replace(/[\d０-９]{1,3}$/u, '');
const entryKey = (line: Line): string => withoutPage(line.dense);

/** The last item of the contents that `目录` at `start` opens: its entries run to the line that repeats the first, or to other text. */
function extent(items: readonly Item[], start: number): number {
  const keys = new Set<string>();
  let first: HeadingNumber | null = null;
  let last = start;
  let run = true;
  for (let at = start + 1; at < items.length; at++) {
    const item = items[at];
    if (item?.kind !== 'line') return last;
    const { line } = item;
    const { number } = line;
    // deeper titles may stand under several of the outermost
    const outermost = number === null || first === null || rankOf(number) <= rankOf(first);
    if (outermost && keys.has(entryKey(line))) return at - 1;
    if (line.dense.length > longest || /[。；]/u.test(line.dense)) return last;
    // entries may stand without page numbers: numbered lines with nothing between, until the numbers begin again
    run &&= number !== null;
    if (number && first && rankOf(number) <= rankOf(first) && number.value === 1) return at - 1;
    first ??= number;
    if (run || isLedToPage(line.dense) || /\D\d{1,3}$/u.test(line.dense)) last = at;
    if (outermost) keys.add(entryKey(line));
  }
  return start;
}

/** Turns a table of contents that stands as plain paragraphs into items of kind `contents`. */
export function markContents(items: readonly Item[]): readonly Item[] {
  let last = -1;
  return items.map((item, at): Item => {
    if (item.kind !== 'line') return item;
    if (at > last && opening.test(item.line.dense)) last = Math.max(at, extent(items, at));
    const inside = at <= last || isLedToPage(item.line.dense);
    return inside ? { kind: 'contents', block: item.line.block, text: item.line.text } : item;
  });
}

/** Titles that the contents announce, by their number: what follows a number in the text may be one of them. */
export function announcedTitles(items: readonly Item[]): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>();
  for (const item of items) {
    if (item.kind !== 'contents') continue;
    const text = withoutPage(dense(item.text));
    const number = readNumber(text);
    const title = text.slice(number?.end ?? 0);
    if (number && title.length >= shortestAnnounced)
      titles.set(number.text, [...(titles.get(number.text) ?? []), title]);
  }
  return titles;
}
const shortestAnnounced = 4;

/** Whether a document may hold a table of contents at all: looking for one reads every line. */
const mayHaveContents = ({ blocks }: Document): boolean =>
  blocks.some(
    (block) =>
      (block.kind === 'furniture' && block.role === 'contents') ||
      (block.kind === 'paragraph' && block.text.length < 12 && opening.test(dense(block.text))),
  );

/** The blocks that make up the table of contents, in order; none where the document has none. */
export function contentsOf(document: Document, rules: HeadingRules): BlockId[] {
  if (!mayHaveContents(document)) return [];
  const lines = markContents(itemsOf(document, rules));
  return [...new Set(lines.flatMap((item) => (item.kind === 'contents' ? [item.block] : [])))];
}
