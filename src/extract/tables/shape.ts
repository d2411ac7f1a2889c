import type { TableBlock } from '../../model/document.js';
import type { RowRole, TableColumn, TableRow } from '../../model/reading.js';
import { dense, isBlank, isNumeric, type Grid } from './grid.js';
import type { TablePart } from './parts.js';

const totalRow = /^.{0,12}(?:合计|总计|共计|总分)$/;
const codeHeader = /编码|代码|序号|行次|栏次|^[类款项]$|^编号$|科目代码|^附注|注释号?$/;
const rateHeader = /率|%|％|比重|占比|比例|增幅|±/;
const numberings: readonly RegExp[] = [
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[.、．]/,
];

/** 1 2 3 … under the headings: each column's number, with or without 栏次 before them. */
const countsUp = (texts: readonly string[]): boolean => {
  const filled = texts.map(dense).filter((it) => it !== '');
  return filled.length >= 4 && filled.every((it, at) => it === String(at + 1));
};

/** How many rows at the top name the columns: rows without a figure, and the row that numbers the columns. */
export function headerRowsOf(table: TableBlock, grid: Grid): number {
  for (let row = 0; row < grid.rows; row++) {
    const texts = Array.from({ length: grid.columns }, (_, col) => grid.at(row, col)?.text ?? '');
    const numbers = texts.filter(isNumeric);
    const numbersColumns =
      numbers.length > 1 && /栏次/.test(dense(texts.join(''))) && numbers.every((it) => /^\d{1,2}$/.test(dense(it)));
    if (numbers.length > 0 && !numbersColumns && !(row > 0 && countsUp(texts)))
      return Math.max(row, Math.min(table.headerRows, grid.rows - 1));
  }
  return Math.min(table.headerRows, grid.rows);
}

const columnNumber = /^(?:栏次|行次|[（(]?\d{1,2}[）)]?(?:[=＝+＋\-－][（(]?\d{1,2}[）)]?)*)$/;

/** The row that numbers the columns (栏次 1 2 3) names none. */
const numbersColumns = (grid: Grid, row: number): boolean =>
  Array.from({ length: grid.columns }, (_, col) => dense(grid.at(row, col)?.text ?? '')).every(
    (text) => text === '' || columnNumber.test(text),
  );

function headingPath(grid: Grid, part: TablePart, numbering: ReadonlySet<number>, col: number): string[] {
  const path: string[] = [];
  for (let row = part.start; row < part.body; row++) {
    const cell = grid.at(row, col);
    const text = dense(cell?.text ?? '');
    const spansAll = cell !== undefined && cell.colSpan === grid.columns;
    if (text !== '' && path.at(-1) !== text && !spansAll && !numbering.has(row)) path.push(text);
  }
  return path;
}

/** What is printed in a column, rows without any number left aside: a form's rows of plain words say nothing of its columns. */
function saidIn(grid: Grid, part: TablePart, col: number): string[] {
  const said: string[] = [];
  for (let row = part.body; row < part.end; row++) {
    const cell = grid.at(row, col);
    if (!cell || cell.row !== row || cell.col !== col || isBlank(cell.text)) continue;
    said.push(dense(cell.text));
  }
  return said;
}

function roleOfColumn(path: readonly string[], said: readonly string[]): TableColumn['role'] {
  const numeric = said.filter(isNumeric);
  const rates = said.filter((text) => /[%‰]$/.test(text));
  if (said.length === 0) return 'empty';
  if (numeric.length * 2 < said.length) return 'text';
  if (path.some((text) => codeHeader.test(text)) && numeric.every((text) => /^\d{1,7}$/.test(text))) return 'code';
  return rates.length * 2 > numeric.length || rateHeader.test(path.at(-1) ?? '') ? 'rate' : 'amount';
}

/** The columns' headings and what they hold. */
export function columnsOf(grid: Grid, part: TablePart): TableColumn[] {
  const headings = Array.from({ length: part.body - part.start }, (_, at) => part.start + at);
  const numbering = new Set(headings.filter((row) => numbersColumns(grid, row)));
  return Array.from({ length: grid.columns }, (_, index): TableColumn => {
    const path = headingPath(grid, part, numbering, index);
    return { index, path, role: roleOfColumn(path, saidIn(grid, part, index)) };
  });
}

function codeOf(grid: Grid, row: number, columns: readonly TableColumn[]): string {
  const coded = columns.filter((it) => it.role === 'code' && !/序号|行次|栏次|编号/.test(it.path.at(-1) ?? ''));
  const cells = new Set(coded.map((column) => grid.at(row, column.index)));
  const joined = [...cells].map((cell) => dense(cell?.text ?? '')).join('');
  return /^\d{3}(?:\d{2}){0,2}$/.test(joined) ? joined : '';
}

function levelOf(code: string, label: string): number | null {
  if (code !== '') return (code.length - 3) / 2;
  const depth = numberings.findIndex((pattern) => pattern.test(label));
  return depth < 0 ? null : depth;
}

function roleOf(label: string, body: number, row: number, figures: number): RowRole {
  if (row < body) return 'header';
  if (figures === 0) return 'note';
  if (/小计$/.test(label)) return 'subtotal';
  if (totalRow.test(label)) return 'total';
  return /^其中/.test(label) ? 'of-which' : 'data';
}

/** What each row is: heading, total, part. */
export function rowsOf(grid: Grid, part: TablePart, columns: readonly TableColumn[]): TableRow[] {
  return Array.from({ length: part.end - part.start }, (_, at): TableRow => {
    const index = part.start + at;
    const cells = new Set(columns.map((column) => grid.at(index, column.index)));
    const texts = [...cells].map((cell) => dense(cell?.text ?? ''));
    const label = texts.find((text) => text !== '' && !isNumeric(text) && !isBlank(text)) ?? '';
    const code = codeOf(grid, index, columns);
    const figures = texts.filter(isNumeric).length - (code === '' ? 0 : 1);
    return { index, role: roleOf(label, part.body, index, figures), label, code, level: levelOf(code, label) };
  });
}
