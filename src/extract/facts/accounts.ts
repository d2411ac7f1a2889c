import type { Account } from '../../model/report.js';
import { listOf, type Classifications } from '../../rulebook/classification.js';
import type { Grid } from '../tables/grid.js';
import { dense } from '../tables/grid.js';
import type { TableColumn } from '../../model/reading.js';

const rowNumber = /序号|行次|栏次|编号/;
const numbering = /^[一二三四五六七八九十]+、/;
/** 2010601 行政运行, [201]一般公共服务支出 in one cell. */
const leading = /^[[（(【]?(\d{3}|\d{5}|\d{7})[\]）)】]?[-—－\s]*(\p{Script=Han}.*)$/u;

/** Finds the subject that a row of a table is about. */
export class Accounts {
  readonly #classifications: Classifications;

  constructor(classifications: Classifications) {
    this.#classifications = classifications;
  }

  /** The subject of a cell's row, in the cell's own half of a two-sided table: by code, or a 类 of spending by its name. */
  of(
    grid: Grid,
    columns: readonly TableColumn[],
    row: number,
    col: number,
    label: string,
    spending: boolean,
  ): Account | null {
    const code = codeAt(grid, columns, row, col);
    const list = code === null ? null : listOf(code);
    if (code !== null && list !== null && /\p{Script=Han}/u.test(label)) return { list, code, name: label };
    const inCell = leading.exec(label);
    if (inCell) {
      const [, own = '', name = ''] = inCell;
      const ownList = listOf(own);
      const known = ownList !== null && this.#classifications.names(ownList).some((it) => it.code === own);
      if (ownList !== null && known) return { list: ownList, code: own, name };
    }
    if (!spending || codeColumns(columns, col).length > 0) return null;
    const name = label.replace(numbering, '');
    const group = this.#classifications.groupNamed('functional', name);
    return group === null ? null : { list: 'functional', code: group, name };
  }
}

/** The code columns of a column's own half: those nearest to its left, side by side. */
function codeColumns(columns: readonly TableColumn[], col: number): TableColumn[] {
  const found: TableColumn[] = [];
  for (let at = col - 1; at >= 0; at--) {
    const column = columns[at];
    if (column?.role === 'code' && !rowNumber.test(column.path.at(-1) ?? '')) found.unshift(column);
    else if (found.length > 0) break;
  }
  return found;
}

/** 201 | 06 | 01 joined; a digit that lost its zero (301 | 2) gets it back. Null where the cells hold no code. */
function codeAt(grid: Grid, columns: readonly TableColumn[], row: number, col: number): string | null {
  const cells = codeColumns(columns, col).map(({ index }) => grid.at(row, index));
  const parts = cells
    .filter((cell, i) => cell !== undefined && cells.indexOf(cell) === i)
    .map((it) => dense(it?.text ?? ''));
  const [first = '', ...rest] = parts.filter((it) => it !== '');
  const code = first + rest.map((it) => it.padStart(2, '0')).join('');
  return /^\d{3}(?:\d{2}){0,2}$/.test(code) ? code : null;
}
