import type { Block, Cell, TableBlock } from '../../model/document.js';
import type { Quantity } from '../../model/quantity.js';
import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { Figure, ReportTable } from '../../model/report.js';
import { isMeasured } from '../prose/clauses.js';
import { captionOf } from './caption.js';
import { cellQuantity, cellUnit } from './cell-figure.js';
import { dense, gridOf, isBlank, isNumeric, type Grid } from './grid.js';
import { columnsOf, headerRowsOf, rowsOf } from './shape.js';

/** What the Report's figure needs to know of a cell. */
export interface CellPlace {
  readonly cell: Cell;
  readonly label: string;
  readonly role: Figure['role'];
  readonly unitFrom: Figure['unitFrom'];
  /** The column's heading and the table's title, from which stage, fund and year may be inherited. */
  readonly column: string;
  readonly title: string | null;
}

/** The text nearest to the left of a cell that names its row; both halves of a two-sided table have their own. */
function rowLabel(grid: Grid, row: number, col: number): string {
  for (let at = col - 1; at >= 0; at--) {
    const text = dense(grid.at(row, at)?.text ?? '');
    if (text !== '' && !isNumeric(text) && !isBlank(text)) return text;
  }
  return '';
}

const label = (row: string, column: TableColumn): string => {
  const heading = column.path.filter((text) => !/^(?:项目|栏次|金额|\d+)$/.test(text)).join('');
  const own = row.replace(
    /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|其中[:：]?)/,
    '',
  );
  return own === '' ? heading : `${own}${heading === '' || heading === '决算数' ? '' : heading}`;
};

/** Reads one table: heading rows and columns, what each row is, and the figure of every cell that holds one. */
export function readTable(
  blocks: readonly Block[],
  at: number,
  block: TableBlock,
  id: string,
  recognize: (text: string) => readonly Quantity[],
  figureOf: (quantity: Quantity, place: CellPlace) => Figure,
): TableReading {
  const caption = captionOf(blocks, at);
  const grid = gridOf(block);
  const headers = headerRowsOf(block, grid);
  const columns = columnsOf(grid, headers);
  const rows = rowsOf(grid, headers, columns);
  const figures = new Map<string, Figure>();
  const cells = new Map<string, Cell>();
  for (const cell of block.cells) {
    cells.set(cellKey(cell.row, cell.col), cell);
    const column = columns[cell.col];
    if (!column || cell.row < headers || column.role === 'code' || isBlank(cell.text)) continue;
    const named = rowLabel(grid, cell.row, cell.col);
    const unit = cellUnit(column, named, caption.unit);
    const role = rows[cell.row]?.role === 'total' ? ('total' as const) : null;
    const place = { cell, label: label(named, column), role, column: column.path.join(' '), title: caption.title };
    if (isNumeric(cell.text)) {
      const quantity = cellQuantity(cell.text, unit);
      if (quantity) figures.set(cellKey(cell.row, cell.col), figureOf(quantity, { ...place, unitFrom: unit.from }));
      continue;
    }
    for (const quantity of recognize(cell.text)) {
      if (!isMeasured(quantity) || quantity.unit === null) continue;
      const figure = figureOf(quantity, { ...place, unitFrom: 'number' });
      const whole = quantity.start === 0 && quantity.end === cell.text.length;
      if (whole && !figures.has(cellKey(cell.row, cell.col))) figures.set(cellKey(cell.row, cell.col), figure);
    }
  }
  return { table: reportTable(id, block, caption), block, rows, columns, figures, cells };
}

function reportTable(
  id: string,
  block: TableBlock,
  caption: { title: string | null; unit: string | null },
): ReportTable {
  const pages = [...new Set([block.page, ...block.cells.map((cell) => cell.page)].filter((page) => page !== null))];
  return {
    id,
    block: block.id,
    title: caption.title,
    unit: caption.unit,
    pages: pages.sort((a, b) => a - b),
    cells: block.cells.map(({ row, col, rowSpan, colSpan, text }) => ({ row, col, rowSpan, colSpan, text })),
  };
}
