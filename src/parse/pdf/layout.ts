import { borderlessTables } from './borderless.js';
import { columnOf, gutterOf, inColumns, inReadingOrder } from './columns.js';
import type { FontBook } from './fonts.js';
import { footnotesOf } from './footnotes.js';
import type { Fragment } from './fragments.js';
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
  readonly notes: readonly Note[];
  /** What is printed over or under the text. */
  readonly watermarks: readonly Line[];
  /** Where the white space between two columns of text stands; null for one column. */
  readonly gutter: number | null;
  /** Em of most of its text, tables included. */
  readonly textSize: number;
}

/** A footnote, and the fragment of the text above that refers to it. */
export interface Note {
  readonly mark: Fragment;
  readonly lines: readonly Line[];
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
  const { fragments, notes } = footnotesOf(content.fragments, content.rulings, content.frame);
  const grids = gridsOf(content.rulings);
  grids.push(...halfRuledGrids(content.rulings, fragments, grids));
  grids.push(...threeRuleGrids(content.rulings, fragments, grids));
  const { filled, rest } = fillGrids(grids, [...fragments, ...content.athwart]);
  const ruled = filled.map(({ grid, held }) => tableFrom(grid, held, content.number));
  const aligned = borderlessTables(rowsOf(rest.filter((it) => !it.athwart)), content.rulings, content.number);
  const gutter = gutterOf(aligned.rest, before);
  const rows = (gutter === null ? aligned.rest : inColumns(aligned.rest, gutter)).flatMap(withoutEnd);
  const asLine = (row: Row): Line => lineOf(row, fonts, content.frame, columnOf(row, gutter));
  const lines = rows.map(asLine);
  const ordered = inReadingOrder<DraftTable | Line>([...ruled, ...aligned.tables, ...lines], gutter);
  return {
    elements: ordered.map((it) => ('cells' in it ? { table: it } : { line: it })),
    notes: notes.map(({ mark, rows: own }) => ({ mark, lines: own.map(asLine) })),
    watermarks: watermarks.map((it) => lineOf(it, fonts, content.frame, 0)),
    gutter,
    textSize: prevailing(content.fragments, (it) => it.size) ?? 0,
  };
}
