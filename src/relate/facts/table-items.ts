import { dense } from '../../model/dense.js';
import { byRow, leftward } from '../../model/leftward.js';
import { printed } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading, type TableRow } from '../../model/reading.js';
import type { Figure, Fund, Stage } from '../../model/report.js';
import type { ItemNames } from './item-name.js';

/** A figure of a table that stands for an item as a whole, under every name that text may give it. */
export interface TableItem {
  readonly figure: Figure;
  readonly stage: Stage | null;
  readonly fund: Fund | null;
  readonly table: string;
  readonly row: number;
  readonly title: string;
}

const general =
  /^(?:合计|总计|小计|共计|金额|决算数?|预算数?|执行数|全年执行数|年初预算数|全年预算数|本年(?:收入|支出)合计|数量|支出合计|收入合计)$/;
const totalLabel = /^(?:合计|总计|共计|本年合计)$/;

const headingOf = (column: TableColumn): string => column.path.at(-1) ?? '';

/** The nearest text to the left: in a two-sided table each half names its own rows. */
export const labelOf = (reading: TableReading, row: Pick<TableRow, 'index'>, col: number): string =>
  labelsOf(reading, row.index)[col] ?? '';

const labelsOf = byRow((reading: TableReading, row: number) =>
  leftward(reading.columns.length, (col) => {
    if (reading.figures.has(cellKey(row, col))) return '';
    const text = dense(reading.cells.get(cellKey(row, col))?.text ?? '');
    return /\p{L}/u.test(text) ? text : '';
  }),
);

/** The names of a column that is itself an item: 小计 under 公务用车购置及运行费, 合计 of a table of “三公”经费. */
export function columnNames({ path }: TableColumn, title: string): string[] {
  const own = path.at(-1) ?? '';
  const group = path.at(-2) ?? '';
  if (/^(?:小计|合计|总计)$/.test(own)) {
    if (group !== '') return [group];
    return /三公/.test(title) ? ['三公经费'] : [];
  }
  const vehicle = /公务用车/.test(group) ? [`公务用车${own}`] : [];
  return general.test(own) ? [] : [own, ...vehicle];
}

/** Columns that give a row as a whole: the only amounts at their stage, or those headed 合计, 决算数 …; parts of a breakdown are not. */
export function wholeColumns(reading: TableReading): TableColumn[] {
  const amounts = reading.columns.filter((column) => column.role === 'amount');
  return amounts.length === 1
    ? amounts
    : amounts.filter((column) => general.test(headingOf(column).replace(/[（(].*$/, '')));
}

/** Index of what tables state of items, by key. */
export class TableItems {
  readonly #items = new Map<string, TableItem[]>();
  /** What text calls the last row of a table of both sides. */
  readonly #balance: string;

  constructor(
    tables: readonly TableReading[],
    readonly names: ItemNames,
  ) {
    this.#balance = names.read('收入支出总计').names[0] ?? '';
    for (const reading of tables) this.#read(reading);
  }

  find(name: string): readonly TableItem[] {
    return this.#items.get(this.names.keyOf(name)) ?? [];
  }

  #add(name: string, item: TableItem): void {
    const key = this.names.keyOf(name);
    const known = this.#items.get(key);
    if (known) known.push(item);
    else this.#items.set(key, [item]);
  }

  #read(reading: TableReading): void {
    const title = dense(reading.table.title ?? '');
    const whole = new Set(wholeColumns(reading));
    const parents = new Map<string, string>();
    for (const row of reading.rows) {
      if (row.role === 'header' || row.role === 'note') continue;
      for (const column of reading.columns) {
        const figure = reading.figures.get(cellKey(row.index, column.index));
        if (!figure || column.role !== 'amount' || !printed(figure)) continue;
        const label = labelOf(reading, row, column.index);
        const { names, stage: rowStage } = this.names.read(label);
        if (row.code !== '') parents.set(row.code, names[0] ?? '');
        const heading = column.path.join('');
        const stage = this.names.stageIn(heading) ?? rowStage ?? this.names.stageIn(label) ?? this.names.stageIn(title);
        const fund = this.names.fundIn(heading) ?? this.names.fundIn(title);
        const item = { figure, stage, fund, table: reading.table.id, row: row.index, title };
        const asColumn = totalLabel.test(label) || label === '' || this.#isStage(label);
        if (asColumn)
          for (const name of columnNames(column, title)) this.#add(this.names.read(name).names[0] ?? name, item);
        if (totalLabel.test(label) && whole.has(column) && /总计/.test(label) && /收入支出|收支/.test(title))
          this.#add(this.#balance, item);
        if (asColumn || !whole.has(column)) continue;
        for (const name of names) this.#add(name, item);
        const parent = row.code.length === 7 ? parents.get(row.code.slice(0, 5)) : undefined;
        if (parent !== undefined) for (const name of names) this.#add(`${parent}/${name}`, item);
      }
    }
  }

  /** 预算数 and 2025年决算数 name a row by its stage alone. */
  #isStage(label: string): boolean {
    const rest = label.replace(/\d{4}年?度?/g, '');
    return this.names.stageIn(rest) !== null && rest.length <= 6;
  }
}
