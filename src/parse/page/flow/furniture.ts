import type { Furniture } from '../../../model/document.js';
import { groupedBy } from '../../../model/grouped.js';
import { contentsLines } from './contents-lines.js';
import { pageNumbers } from './page-numbers.js';
import { runningHeads, zoneOf } from './running-heads.js';
import { textSizeOf, type Line } from '../lines/text-lines.js';

export type Role = Furniture['role'];

/** Lines at each edge of a page that may be headers or footers. */
const mostAtEdge = 3;

/** Characters that a line of running text has at least. */
const fewestOfText = 20;

/** True for a full line of text that the next one goes on with: pages may begin alike. */
function runsOn(line: Line, below: Line | undefined): boolean {
  if (below === undefined || line.text.length < fewestOfText || /[。：]$/.test(line.text)) return false;
  const close = below.top - line.bottom < line.size && Math.abs(below.size - line.size) < 0.5;
  return close && below.left < line.left + line.size && below.right > line.left + 0.2 * (line.right - line.left);
}

/** What part each line plays that is not the report's own text. `lines` in reading order, of all pages; `titles` are known to be
 *  the report's own. */
export function furnitureOf(lines: readonly Line[], pages: number, titles: ReadonlySet<Line>): Map<Line, Role> {
  // what is turned against the rest has edges of its own
  const byPage = groupedBy(lines, (line) => `${line.page} ${line.column < 0} ${line.frameWidth}`);
  const ordered = [...byPage.values()].map((list) => [...list].sort((a, b) => a.top - b.top));
  const nearest = (list: readonly Line[], count: number): Line[] =>
    list.filter(
      (line, i) =>
        (i < count || i >= list.length - count) &&
        zoneOf(line) !== null &&
        !titles.has(line) &&
        !runsOn(line, list[i + 1]),
    );
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
