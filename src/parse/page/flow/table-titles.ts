import { dense } from '../../../model/dense.js';
import type { Element, PageLayout } from './layout.js';
import { textSizeOf, timesOf, type Line } from '../lines/text-lines.js';

/** How much larger than the text of its page a title is at least, and one in bold. */
const larger = 1.25;
const largerInBold = 1.08;
/** Lines between a title and its table: number, unit, who made it. */
const mostBetween = 2;

/** Titles in large print above the tables of a page. */
function titlesOn({ elements, textSize }: PageLayout, least: number): Line[] {
  const isLarge = ({ size, bold }: Line): boolean => size >= least && size >= (bold ? largerInBold : larger) * textSize;
  const isTable = (element: Element | undefined): boolean => element !== undefined && 'table' in element;
  return elements.flatMap((element, i) => {
    if (!('line' in element) || !isLarge(element.line)) return [];
    const next = elements.slice(i + 1, i + 2 + mostBetween).findIndex(isTable);
    return next < 0 ? [] : [element.line];
  });
}

/** Titles of tables, however often they stand at one place: in larger print than what they head, not smaller than running text, and
 *  above a table wherever they stand, as page headers are not. */
export function tableTitles(pages: readonly PageLayout[]): Set<Line> {
  const lines = pages.flatMap((page) => page.elements.flatMap((element) => ('line' in element ? [element.line] : [])));
  const least = textSizeOf(lines);
  const titles = pages.flatMap((page) => titlesOn(page, least));
  const [all, above] = [timesOf(lines), timesOf(titles)];
  return new Set(titles.filter(({ text }) => all.get(dense(text)) === above.get(dense(text))));
}
