import type { Heading, Report, ReportTable } from '../../model/report.js';
import { asJson, fromJson, type Row, type RowShape } from './row-shape.js';

type Block = Report['blocks'][number];
type Cell = ReportTable['cells'][number];

const anchorOf = (row: Row): Block['anchor'] => ({
  block: String(row['anchor_block']),
  cell: row['anchor_row'] === null ? null : { row: Number(row['anchor_row']), col: Number(row['anchor_col']) },
  at: Number(row['anchor_at']),
});

export const blockRows: RowShape<Block> = {
  table: 'blocks',
  toRow: ({ id, kind, text, page, anchor }) => ({
    id,
    kind,
    text,
    page,
    anchor_block: anchor?.block ?? null,
    anchor_row: anchor?.cell?.row ?? null,
    anchor_col: anchor?.cell?.col ?? null,
    anchor_at: anchor?.at ?? null,
  }),
  fromRow: (row) => ({
    id: row['id'],
    kind: row['kind'],
    text: row['text'],
    page: row['page'],
    ...(row['anchor_block'] !== null && { anchor: anchorOf(row) }),
  }),
};

export const headingRows: RowShape<Heading> = {
  table: 'headings',
  toRow: (heading) => ({ ...heading, inferred: heading.inferred ? 1 : 0 }),
  fromRow: (row) => ({
    id: row['id'],
    level: row['level'],
    number: row['number'],
    title: row['title'],
    inferred: row['inferred'] === 1,
    parent: row['parent'],
    block: row['block'],
    page: row['page'],
  }),
};

/** Without its cells, which lie in a table of their own. */
export const tableRows: RowShape<ReportTable> = {
  table: 'tables',
  toRow: ({ id, block, title, unit, note, pages }) => ({ id, block, title, unit, note, pages: asJson(pages) }),
  fromRow: (row) => ({
    id: row['id'],
    block: row['block'],
    title: row['title'],
    unit: row['unit'],
    note: row['note'],
    pages: fromJson(row['pages']),
  }),
};

export const cellRows: RowShape<Cell> = {
  table: 'cells',
  toRow: ({ row, col, rowSpan, colSpan, text }) => ({ row, col, row_span: rowSpan, col_span: colSpan, text }),
  fromRow: (row) => ({
    row: row['row'],
    col: row['col'],
    rowSpan: row['row_span'],
    colSpan: row['col_span'],
    text: row['text'],
  }),
};
