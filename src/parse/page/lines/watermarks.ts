import { groupedBy } from '../../../model/grouped.js';
import { centre, middle, type Fragment } from '../glyphs/fragments.js';
import { rowOf, rowText, type Row } from './lines.js';
import type { PageContent } from '../glyphs/page-content.js';
import { prevailing } from '../glyphs/prevailing.js';

/** How much larger than the text of its page a level watermark is at least. */
const larger = 1.8;
/** Characters of the text that it is printed over at least. */
const fewestCovered = 3;
/** Share of its height, at the top and at the bottom, in which its em leaves white space. */
const margin = 0.15;

/** True for text in large print with smaller print all over it: nobody sets a title so. */
function isPrintedOver(large: readonly Fragment[], small: readonly Fragment[]): boolean {
  const { left, right, top, bottom } = rowOf(large);
  const white = margin * (bottom - top);
  const covered = small.filter(
    (it) => centre(it) > left && centre(it) < right && middle(it) > top + white && middle(it) < bottom - white,
  );
  return covered.reduce((sum, it) => sum + it.text.length, 0) >= fewestCovered;
}

/** Level text in large print that other text is printed over, run by run. */
function levelWatermarks(fragments: readonly Fragment[]): Row[] {
  const usual = prevailing(fragments, (it) => it.size) ?? 0;
  const isLarge = (it: Fragment): boolean => it.size >= larger * usual;
  const large = groupedBy(fragments.filter(isLarge), (it) => it.run);
  if (large.size === 0) return [];
  const small = fragments.filter((it) => !isLarge(it));
  return [...large.values()].filter((run) => isPrintedOver(run, small)).map(rowOf);
}

/** The text of a page without what is printed askew, or large and level under it. One of each wording is given apart: watermarks
 *  are often printed again and again. */
export function withoutWatermarks(content: PageContent): {
  readonly content: PageContent;
  readonly watermarks: readonly Row[];
} {
  const askew = content.athwart.filter((it) => it.turn === null);
  const level = levelWatermarks(content.fragments);
  if (askew.length === 0 && level.length === 0) return { content, watermarks: [] };
  const under = new Set(level.flatMap((row) => row.fragments));
  const wordings = new Map<string, Row>();
  for (const row of [...level, ...askew.map((it) => rowOf([it]))]) {
    const wording = rowText(row);
    if (!wordings.has(wording)) wordings.set(wording, row);
  }
  return {
    content: {
      ...content,
      fragments: content.fragments.filter((it) => !under.has(it)),
      athwart: content.athwart.filter((it) => it.turn !== null),
    },
    watermarks: [...wordings.values()],
  };
}
