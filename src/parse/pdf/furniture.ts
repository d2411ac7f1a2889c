import type { Furniture } from '../../model/document.js';
import { contentsLines } from './contents-lines.js';
import { pageNumbers } from './page-numbers.js';
import { runningHeads, zoneOf } from './running-heads.js';
import { textSizeOf, type Line } from './text-lines.js';

export type Role = Furniture['role'];

/** Lines at each edge of a page that may be headers or footers. */
const mostAtEdge = 3;

/** What part each line plays that is not the report's own text. `lines` in reading order, of all pages; `titles` are known to be
 *  the report's own. */
export function furnitureOf(lines: readonly Line[], pages: number, titles: ReadonlySet<Line>): Map<Line, Role> {
  const byPage = new Map<number, Line[]>();
  for (const line of lines) {
    const list = byPage.get(line.page);
    if (list) list.push(line);
    else byPage.set(line.page, [line]);
  }
  const ordered = [...byPage.values()].map((list) => [...list].sort((a, b) => a.top - b.top));
  const nearest = (list: readonly Line[], count: number): Line[] =>
    list.filter((line, i) => (i < count || i >= list.length - count) && zoneOf(line) !== null && !titles.has(line));
  const edge = ordered.flatMap((list) => nearest(list, mostAtEdge));
  const numbers = pageNumbers(edge, pages);
  const outermost = ordered.flatMap((list) =>
    nearest(
      list.filter((line) => !numbers.has(line)),
      1,
    ),
  );
  const heads = runningHeads({ lines, edge, outermost, pages, textSize: textSizeOf(lines) });
  const fixed = new Map<Line, Role>();
  for (const line of heads) fixed.set(line, zoneOf(line) ?? 'header');
  for (const line of numbers) fixed.set(line, 'page-number');
  const roles = new Map<Line, Role>();
  for (const line of contentsLines(lines.filter((it) => !fixed.has(it)))) roles.set(line, 'contents');
  return new Map([...roles, ...fixed]);
}
