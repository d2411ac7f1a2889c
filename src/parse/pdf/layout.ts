import { borderlessTables } from './borderless.js';
import { columnOf, gutterOf, inColumns, inReadingOrder } from './columns.js';
import type { FontBook } from './fonts.js';
import { gridsOf } from './grid.js';
import { halfRuledGrids } from './half-ruled.js';
import { rowOf, rowsOf, segmentsOf, type Row } from './lines.js';
import type { PageContent } from './read-page.js';
import { fillGrids, tableFrom, type DraftTable } from './tables.js';
import { lineOf, prevailing, type Line } from './text-lines.js';
import { threeRuleGrids } from './three-rules.js';
import { withoutWatermarks } from './watermarks.js';

export type Element = { readonly line: Line } | { readonly table: DraftTable };

export interface PageLayout {
  /** In reading order. */
  readonly elements: readonly Element[];
  /** What is printed over or under the text. */
  readonly watermarks: readonly Line[];
  /** Where the white space between two columns of text stands; null for one column. */
  readonly gutter: number | null;
  /** Em of most of its text, tables included. */
  readonly textSize: number;
}

/** The unit of a table, or which page of how many this is. */
const apart =
  /^(?:[（(]?(?:金额|货币|计量|数量)?单位[:：]|共\d{1,4}页[,，、/|]?第\d{1,4}页$|第\d{1,4}页[,，、/|]?共\d{1,4}页$)/;

/** What stands apart at the far end of a line is no part of the heading, caption or note before it. */
function withoutEnd(row: Row): Row[] {
  const segments = segmentsOf(row, 1.9);
  const last = segments[segments.length - 1];
  if (segments.length < 2 || !last || !apart.test(last.fragments.map((it) => it.text).join(''))) return [row];
  return [rowOf(row.fragments.filter((it) => !last.fragments.includes(it))), last];
}

/** Sorts a page's text into lines and tables. `before` is the gutter of the page before. */
export function layOut(page: PageContent, fonts: FontBook, before: number | null): PageLayout {
  const { content, watermarks } = withoutWatermarks(page);
  const grids = gridsOf(content.rulings);
  grids.push(...halfRuledGrids(content.rulings, content.fragments, grids));
  grids.push(...threeRuleGrids(content.rulings, content.fragments, grids));
  const { filled, rest } = fillGrids(grids, [...content.fragments, ...content.athwart]);
  const ruled = filled.map(({ grid, held }) => tableFrom(grid, held, content.number));
  const aligned = borderlessTables(rowsOf(rest.filter((it) => !it.athwart)), content.rulings, content.number);
  const gutter = gutterOf(aligned.rest, before);
  const rows = (gutter === null ? aligned.rest : inColumns(aligned.rest, gutter)).flatMap(withoutEnd);
  const lines = rows.map((row) => lineOf(row, fonts, content.frame, columnOf(row, gutter)));
  const ordered = inReadingOrder<DraftTable | Line>([...ruled, ...aligned.tables, ...lines], gutter);
  return {
    elements: ordered.map((it) => ('cells' in it ? { table: it } : { line: it })),
    watermarks: watermarks.map((it) => lineOf(it, fonts, content.frame, 0)),
    gutter,
    textSize: prevailing(content.fragments, (it) => it.size) ?? 0,
  };
}
