import type { Cell, TableBlock } from '../../model/document.js';
import type { Quantity } from '../../model/quantity.js';
import { cellKey, type TableColumn, type TableReading, type TableRow } from '../../model/reading.js';
import type { Account, Figure, ReportTable } from '../../model/report.js';
import type { CellUnitRules } from '../../rulebook/cell-units.js';
import { isMeasured } from '../prose/clauses.js';
import type { Caption } from './caption.js';
import { cellQuantity, cellUnit, withSign } from './cell-figure.js';
import { dense, gridOf, isBlank, isNumeric, type Grid } from './grid.js';
import { Claims } from './claims.js';
import { partsOf, type TablePart } from './parts.js';
import { cellLabel, columnAcross, isSingleItem, RowWords } from './label.js';
import { columnsOf, headerRowsOf, rowsOf } from './shape.js';
import { titleRowsOf } from './title-rows.js';
import { unitNamed } from './unit-named.js';

/** What the Report's figure needs to know of a cell. */
export interface CellPlace {
  readonly cell: Cell;
  readonly label: string;
  readonly role: Figure['role'];
  readonly unitFrom: Figure['unitFrom'];
  /** Its row's own words, those of the nearest row above with other words, and the column's headings. */
  readonly row: string;
  readonly above: string;
  readonly column: TableColumn;
  /** The heading of the column that names its row: 支出项目. */
  readonly rowsHeading: string;
  /** Where another cell stands that claims to be the same figure: in its row, or above it. */
  readonly rival: 'row' | 'above' | null;
  readonly title: string | null;
  readonly account: Account | null;
}

/** The subject that a cell's row is about, if any. */
export type AccountOf = (
  grid: Grid,
  columns: readonly TableColumn[],
  cell: Cell,
  around: Pick<CellPlace, 'row' | 'column' | 'rowsHeading' | 'title'>,
) => Account | null;

/** Reads the figures of a cell's text, each with the name that its own words give it. */
export type ReadText = (
  text: string,
  quantities: readonly Quantity[],
  figureOf: (quantity: Quantity, words: { readonly label: string }) => Figure,
) => void;

/** A cell with so many characters besides its figures names them itself. */
const runningText = 8;
const lengthOf = (quantities: readonly Quantity[]): number =>
  quantities.reduce((total, { start, end }) => total + end - start, 0);

/** Reads one table, a composite form part by part: heading rows and columns, what each row is, and the figure of every cell that holds one. */
export function readTable(
  caption: Caption,
  block: TableBlock,
  id: string,
  reader: Omit<Reader, 'figureOf' | 'caption'>,
  figureOf: Reader['figureOf'],
): TableReading[] {
  const grid = gridOf(block);
  const table = reportTable(id, block, caption);
  const cells = new Map(block.cells.map((cell) => [cellKey(cell.row, cell.col), cell]));
  const read = { ...reader, figureOf, caption };
  const { rows: titles } = titleRowsOf(block);
  return partsOf(grid, headerRowsOf(block, grid)).map((part) => {
    // rows with the table's own title name no column
    const columns = columnsOf(grid, { ...part, start: Math.max(part.start, Math.min(titles, part.body)) });
    const rows = rowsOf(grid, part, columns);
    const { figures, mentioned } = figuresIn(block, grid, part, columns, rows, read);
    return { table, block, rows, columns, cells, figures, mentioned };
  });
}

interface Reader {
  readonly recognize: (text: string) => readonly Quantity[];
  readonly readText: ReadText;
  readonly accountOf: AccountOf;
  readonly cellUnits: CellUnitRules;
  readonly figureOf: (quantity: Quantity, place: CellPlace) => Figure;
  readonly caption: Caption;
}

/** The figures of a part's cells: those that fill a cell, and those that stand among words (产出指标（50分）). */
function figuresIn(
  block: TableBlock,
  grid: Grid,
  part: TablePart,
  columns: readonly TableColumn[],
  rows: readonly TableRow[],
  { recognize, readText, accountOf, figureOf, caption, cellUnits }: Reader,
): Pick<TableReading, 'figures' | 'mentioned'> {
  const figures = new Map<string, Figure>();
  const mentioned = new Map<string, Figure[]>();
  const ofHeading = headingUnit(grid, part);
  const listed = (ofHeading === null ? caption.units : [ofHeading]).flatMap((name) => unitNamed(name) ?? []);
  const single = isSingleItem(columns, rows);
  const wordsOf = new RowWords(grid, columns);
  const claims = new Claims();
  const told = block.cells.flatMap((cell) => {
    const column = columnAcross(columns, cell.col, cell.colSpan);
    const inBody = cell.row >= part.body && cell.row < part.end;
    if (!column || !inBody || column.role === 'code' || isBlank(cell.text)) return [];
    const named = wordsOf.label(cell.row, cell.col);
    const inItem = single && rows[cell.row - part.start]?.role === 'data';
    const label = cellLabel(named, column, inItem);
    const rowsHeading = wordsOf.heading(cell.col);
    const words = [label, rowsHeading, ...column.path].join(' ');
    if (isNumeric(cell.text)) claims.add(words, cell);
    return [{ cell, column, named, label, rowsHeading, words }];
  });
  for (const { cell, column, named, label: called, rowsHeading, words: claimed } of told) {
    const cues = { column, row: named, rowUnit: wordsOf.unit(cell.row), listed };
    const unit = withSign(cellUnit(cues, cellUnits), cell.text);
    const role = rows[cell.row - part.start]?.role === 'total' ? ('total' as const) : null;
    const around = { row: named, above: rowAbove(wordsOf, cell), column, rowsHeading, title: caption.title };
    const account = accountOf(grid, columns, cell, around);
    const place = { cell, label: called, role, account, rival: claims.rivalOf(claimed, cell), ...around };
    const key = cellKey(cell.row, cell.col);
    if (isNumeric(cell.text)) {
      const quantity = cellQuantity(cell.text, unit);
      if (quantity) figures.set(key, figureOf(quantity, { ...place, unitFrom: unit.from }));
      continue;
    }
    const quantities = recognize(cell.text).filter((it) => !isMeasured(it) || it.unit !== null);
    const running = dense(cell.text).length - lengthOf(quantities) >= runningText;
    const among: Figure[] = [];
    readText(cell.text, quantities, (quantity, words) => {
      const label = running && words.label.length > 1 ? words.label : place.label;
      const figure = figureOf(quantity, { ...place, label, unitFrom: 'number' });
      const whole = quantity.start === 0 && quantity.end === cell.text.length;
      if (whole && !figures.has(key)) figures.set(key, figure);
      else among.push(figure);
      return figure;
    });
    if (among.length > 0) mentioned.set(key, among);
  }
  return { figures, mentioned };
}

/** The words of the nearest row above that does not only name a fund: 年初财政拨款结转和结余 over 一、一般公共预算财政拨款. */
function rowAbove(wordsOf: RowWords, { row, col }: Cell): string {
  for (let at = row - 1; at >= Math.max(0, row - farthestAbove); at--) {
    const words = wordsOf.label(at, col);
    if (words !== '' && !fundOnly.test(words)) return words;
  }
  return '';
}
const farthestAbove = 4;
const fundOnly = /^(?:[一二三四五六七八九十]+、|\d[.．、])?(?:一般公共预算|政府性基金|国有资本经营)/;

/** The unit that a heading gives to a whole block of amounts: 项目资金（万元）. */
function headingUnit(grid: Grid, part: TablePart): string | null {
  for (let row = part.start; row < part.body; row++) {
    for (let col = 0; col < grid.columns; col++) {
      const unit = /(?:资金|金额|经费|预算|支出)[（(]((?:[十百千万亿]*)元)[）)]/.exec(
        dense(grid.at(row, col)?.text ?? ''),
      );
      if (unit?.[1] !== undefined) return unit[1];
    }
  }
  return null;
}

function reportTable(id: string, block: TableBlock, caption: Caption): ReportTable {
  const pages = [...new Set([block.page, ...block.cells.map((cell) => cell.page)].filter((page) => page !== null))];
  return {
    id,
    block: block.id,
    title: caption.title,
    unit: caption.units[0] ?? null,
    note: caption.note,
    pages: pages.sort((a, b) => a - b),
    cells: block.cells.map(({ row, col, rowSpan, colSpan, text }) => ({ row, col, rowSpan, colSpan, text })),
  };
}
