import { leftward } from '../../model/leftward.js';
import type { TableColumn, TableRow } from '../../model/reading.js';
import { dense, isBlank, isNumeric, type Grid } from './grid.js';

/** Columns whose words describe the row, but do not name it. */
const describing = /指标值|目标值|完成值|完成情况|标准|说明$|^(?:计量)?单位$|规格|型号|^备注$/;
/** A heading this long is a field of a form or a note that stands above the columns. */
const longestHeading = 24;
const unnamed = /^(?:项目|栏次|金额|\d+)$/;
const total = /^(?:合计|总计|共计|小计)$/;

/** What the columns of a part say of its rows, each row and each heading read once. */
export class RowWords {
  readonly #grid: Grid;
  readonly #names: readonly boolean[];
  readonly #headings: readonly string[];
  readonly #units: TableColumn | undefined;
  readonly #labels = new Map<number, readonly string[]>();

  constructor(grid: Grid, columns: readonly TableColumn[]) {
    this.#grid = grid;
    this.#names = columns.map(({ path }) => !describing.test(path.at(-1) ?? ''));
    this.#headings = leftward(columns.length, (col) => {
      const column = columns[col];
      return column?.role === 'text' ? column.path.join('') || unheaded : '';
    });
    this.#units = columns.find((it) => /^(?:计量)?单位$/.test(it.path.at(-1) ?? ''));
  }

  /** The text nearest to the left of a cell that names its row; both halves of a two-sided table have their own. */
  label(row: number, col: number): string {
    let labels = this.#labels.get(row);
    if (!labels) this.#labels.set(row, (labels = leftward(this.#names.length, (at) => this.#nameAt(row, at))));
    return labels[col] ?? '';
  }

  /** The heading over the words that name a cell's row, in its own half of a two-sided table. */
  heading(col: number): string {
    const heading = this.#headings[col] ?? '';
    return heading === unheaded ? '' : heading;
  }

  /** The measure word that a column of units gives to a row: 计量单位 | 次. */
  unit(row: number): string | null {
    return this.#units ? dense(this.#grid.at(row, this.#units.index)?.text ?? '') : null;
  }

  #nameAt(row: number, col: number): string {
    if (!this.#names[col]) return '';
    const text = dense(this.#grid.at(row, col)?.text ?? '');
    return isNumeric(text) || isBlank(text) ? '' : text;
  }
}

/** Stands for the heading of a column of words that has none: the columns to its left are of the other half. */
const unheaded = '\u0000';

const isHeading = (text: string): boolean =>
  text.length <= longestHeading && /\p{L}/u.test(text) && !/[:：]./.test(text);

/** What a cell that goes across columns stands under: what their headings share. */
export function columnAcross(columns: readonly TableColumn[], col: number, colSpan: number): TableColumn | undefined {
  const first = columns[col];
  if (!first || colSpan === 1) return first;
  const others = columns.slice(col + 1, col + colSpan);
  const shared = first.path.filter((text, at) => others.every((it) => it.path[at] === text));
  return shared.length === first.path.length ? first : { ...first, path: shared };
}

/** A bill's columns say what each of its figures is; where it lists one thing, its row adds nothing. */
export function isSingleItem(columns: readonly TableColumn[], rows: readonly TableRow[]): boolean {
  const priced = columns.some((it) => it.path.at(-1) === '单价');
  return priced && rows.filter((it) => it.role === 'data').length === 1;
}

const numbering = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|其中[:：]?)/;

/** A cell's label: its row, then its column; of a total row the column comes first (税额合计). `single` leaves the row out. */
export function cellLabel(row: string, column: TableColumn, single: boolean): string {
  const headings = column.path.filter(isHeading);
  const heading = headings.filter((text) => !unnamed.test(text)).join('');
  const own = row.replace(numbering, '').replace(/[（(](?:大写|小写)[）)]$/, '');
  if (single && headings.length > 0 && !total.test(own)) return headings.join('');
  if (own === '') return heading;
  if (total.test(own)) return `${heading === '' && headings.at(-1) === '金额' ? '金额' : heading}${own}`;
  return `${own}${heading === '决算数' ? '' : heading}`;
}
