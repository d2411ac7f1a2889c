import { asidesIn, type Aside } from '../lines/asides.js';
import { borderlessTables } from '../tables/borderless.js';
import { columnOf, gutterOf, inColumns, inReadingOrder } from '../lines/columns.js';
import type { FontBook } from '../glyphs/font-face.js';
import { footnotesOf } from './footnotes.js';
import type { Fragment } from '../glyphs/fragments.js';
import { findGrids } from '../tables/find-grids.js';
import { rowOf, rowText, rowsOf, segmentsOf, type Row } from '../lines/lines.js';
import { prevailing } from '../glyphs/prevailing.js';
import type { PageContent } from '../glyphs/page-content.js';
import { tableFrom, type DraftTable } from '../tables/draft-table.js';
import { fillGrids } from '../tables/fill-grids.js';
import { turnedPart } from '../tables/turned-tables.js';
import { lineOf, type Line } from '../lines/text-lines.js';
import { withoutWatermarks } from '../lines/watermarks.js';

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
  if (segments.length < 2 || !last || !apart.test(rowText(last))) return [row];
  return [rowOf(row.fragments.filter((it) => !last.fragments.includes(it))), last];
}

/** What stands together at one place of a page, in reading order. */
interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly elements: readonly Element[];
}

const asRegion = ({ left, top, right, bottom }: Omit<Region, 'elements'>, elements: readonly Element[]): Region => ({
  left,
  top,
  right,
  bottom,
  elements,
});

/** Lines that run otherwise than the page, block by block. Each block is a column of its own. */
const asideRegions = (asides: readonly Aside[], fonts: FontBook): Region[] =>
  asides.map((aside, i) =>
    asRegion(
      aside,
      aside.rows.map((row) => ({ line: lineOf(row, fonts, aside.frame, -1 - i) })),
    ),
  );

/** Sorts text and lines into elements in reading order. */
function elementsOf(
  content: PageContent,
  fonts: FontBook,
  before: number | null,
): { readonly elements: readonly Element[]; readonly gutter: number | null } {
  const found = findGrids(content.rulings, content.fragments);
  const part = turnedPart(content, found);
  const grids = part ? found.filter((grid) => !part.grids.has(grid)) : found;
  const athwart = part ? content.athwart.filter((it) => !part.fragments.has(it)) : content.athwart;
  const { filled, rest } = fillGrids(grids, [...content.fragments, ...athwart]);
  const { asides, rest: level } = asidesIn(rest, content.frame);
  const aligned = borderlessTables(rowsOf(level), content.rulings, content.number);
  const gutter = gutterOf(aligned.rest, before);
  const rows = (gutter === null ? aligned.rest : inColumns(aligned.rest, gutter)).flatMap(withoutEnd);
  const lines = rows.map((row) => lineOf(row, fonts, content.frame, columnOf(row, gutter)));
  const tables = [...filled.map(({ grid, held }) => tableFrom(grid, held, content.number)), ...aligned.tables];
  const regions = [
    ...tables.map((table) => asRegion(table, [{ table }])),
    ...lines.map((line) => asRegion(line, [{ line }])),
    ...asideRegions(asides, fonts),
    ...(part ? [asRegion(rowOf([...part.fragments]), elementsOf(part.content, fonts, null).elements)] : []),
  ];
  return { elements: inReadingOrder(regions, gutter).flatMap((it) => it.elements), gutter };
}

/** Sorts a page's text into lines and tables. `before` is the gutter of the page before. */
export function layOut(page: PageContent, fonts: FontBook, before: number | null): PageLayout {
  const { content, watermarks } = withoutWatermarks(page);
  const { fragments, notes } = footnotesOf(content.fragments, content.rulings, content.frame);
  const { elements, gutter } = elementsOf({ ...content, fragments }, fonts, before);
  const asLine = (row: Row): Line => lineOf(row, fonts, content.frame, columnOf(row, gutter));
  return {
    elements,
    gutter,
    notes: notes.map(({ mark, rows }) => ({ mark, lines: rows.map(asLine) })),
    watermarks: watermarks.map((it) => lineOf(it, fonts, content.frame, 0)),
    textSize: prevailing(content.fragments, (it) => it.size) ?? 0,
  };
}
