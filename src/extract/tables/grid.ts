import type { Cell, TableBlock } from '../../model/document.js';

/** A table's cells by position; a merged cell answers at every position that it covers. */
export interface Grid {
  readonly rows: number;
  readonly columns: number;
  at(row: number, col: number): Cell | undefined;
}

export function gridOf(table: TableBlock): Grid {
  const cells = new Map<number, Cell>();
  const key = (row: number, col: number): number => row * table.columns + col;
  for (const cell of table.cells) {
    for (let row = cell.row; row < Math.min(table.rows, cell.row + cell.rowSpan); row++) {
      for (let col = cell.col; col < Math.min(table.columns, cell.col + cell.colSpan); col++)
        cells.set(key(row, col), cell);
    }
  }
  return { rows: table.rows, columns: table.columns, at: (row, col) => cells.get(key(row, col)) };
}

/** What nearly no cell of a large table holds. */
const folded = /[\s０-９．－＋％，]/;

/** A cell's text without white space, full-width digits and signs made half-width. */
export function dense(text: string): string {
  if (!folded.test(text)) return text;
  return text
    .replace(/[\s\u3000\u00a0]+/g, '')
    .replace(/[０-９．－＋％，]/g, (char) => (char === '，' ? ',' : String.fromCharCode(char.charCodeAt(0) - 0xfee0)));
}

const raised = '[⁰¹²³⁴-⁹]{1,2}';
const signs = '[*＊※†‡]{1,3}';
const noteNumber = String.raw`(?:\d{1,2}|${raised}|[①-⑳])`;
/** What refers to a note: ¹ ¹,² ① * ※ [1] [²] 注1 （注1） （见附注2）. */
const mark = [
  `${raised}(?:[,，、]${raised})*[)）]?`,
  '[①-⑳]',
  signs,
  String.raw`[[〔［](?:\d{1,2}|${raised})[\]〕］]`,
  // 100注 counts
  String.raw`[(（]见?附?注${noteNumber}?[)）]|见?附?注${noteNumber}`,
].join('|');
/** A letter refers to a note behind an amount; behind a whole number it may be part of a code. */
const letterMark = String.raw`(?<=[.,]\d{1,3}[)）]?)\s*[(（]?[a-c][)）]?`;
/** The mark of a note behind a number. Raised behind a bare 10 it is an exponent. */
const noteMark = new RegExp(String.raw`(?:(?<=\d[)）]?[%‰]?)(?<!^\s*10)\s*(?:${mark})|${letterMark})\s*$`);
const signBefore = new RegExp(String.raw`^\s*${signs}\s*(?=[-+−–(（¥￥]?\d)`);

/** What of a cell's text is its number, without the mark of a note and white space around it: where it stands. */
export function numberIn(text: string): { readonly start: number; readonly printed: string } {
  const start = signBefore.exec(text)?.[0].length ?? text.length - text.trimStart().length;
  return { start, printed: text.slice(start).replace(noteMark, '').trimEnd() };
}

const bare = /^[(（]?[-+−–]?[¥￥]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[)）]?[%‰]?$/;
/** True for a number and nothing else but the mark of a note. */
export const isNumeric = (text: string): boolean => bare.test(dense(numberIn(text).printed));
/** A blank and a dash say that nothing is stated; a zero states zero. */
export const isBlank = (text: string): boolean => /^[-—–－/／*×]*$/.test(dense(text));
