import { dense } from '../../model/dense.js';
import type { Cell, TableBlock } from '../../model/document.js';

/** What the first rows of a table say of the whole table, as its caption would: its title, number, unit, agency and year. */
export interface TitleRows {
  /** How many rows at the top name no column. */
  readonly rows: number;
  readonly title: string | null;
}

const mostRows = 5;
const longestTitle = 50;

const titled = /^(?:附?表[一二三四五六七八九十\d.-]{1,5}[:：])?[^:：。；]+表(?:[（(][^（()）]{1,12}[)）])*$/;
/** 公开01表, 附表2, 单位：万元, 部门：某局, 2023年度, 2023年12月31日. */
const piece =
  /^(?:(?:公开|预算|决算|财|附)?[\d-]{1,5}表|(?:附|公开)?表[一二三四五六七八九十\d-]{1,5}|.{0,6}单位(?:名称)?[:：].*|.{0,6}部门(?:名称|[（(]单位[)）])?[:：].*|[（(]?\d{4}年(?:度|\d{1,2}月(?:\d{1,2}日)?)?[)）]?|第\d+页.*|续表)$/;

/** Cells of a row with words, top left ones only. */
const saidIn = (table: TableBlock, row: number): Cell[] =>
  table.cells.filter((cell) => cell.row === row && dense(cell.text) !== '');

/** True for a cell that stands alone in its row, or over most of the columns. */
const standsOver = (table: TableBlock, cell: Cell, said: readonly Cell[]): boolean =>
  said.length === 1 && cell.col === 0 ? true : 2 * cell.colSpan > table.columns;

function isTitle(table: TableBlock, cell: Cell, said: readonly Cell[]): boolean {
  const text = dense(cell.text);
  return text.length <= longestTitle && titled.test(text) && !piece.test(text) && standsOver(table, cell, said);
}

/** Words behind a label that ends in a colon (部门： | 某局) say what it asks for. */
const isAnswer = (said: readonly Cell[], at: number): boolean => /^.{1,8}[:：]$/.test(dense(said[at - 1]?.text ?? ''));

/** The rows above the headings of a table that hold its title and what belongs to it. */
export function titleRowsOf(table: TableBlock): TitleRows {
  let title: string | null = null;
  for (let row = 0; row < Math.min(mostRows, table.rows - 1); row++) {
    const said = saidIn(table, row);
    const titles: readonly Cell[] = title === null ? said.filter((cell) => isTitle(table, cell, said)) : [];
    const whole = said.every(
      (cell, i) => cell.rowSpan === 1 && (titles.includes(cell) || piece.test(dense(cell.text)) || isAnswer(said, i)),
    );
    // a row without words parts the title from the headings, where both stand in one grid
    if (!whole || (said.length === 0 && row === 0)) return { rows: row, title };
    title ??= titles[0]?.text.trim() ?? null;
  }
  return { rows: Math.min(mostRows, table.rows - 1), title };
}
