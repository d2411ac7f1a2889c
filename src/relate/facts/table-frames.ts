import { dense } from '../../model/dense.js';
import { printed } from '../../model/printed.js';
import { cellKey, type TableColumn, type TableReading } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';
import type { ItemNames } from './item-name.js';
import { columnNames, labelOf, wholeColumns } from './table-items.js';
import { sideOf } from './table-views.js';

/** What one row, or the whole-row columns of one table at one stage, state: metric → figure. */
export type Frame = ReadonlyMap<string, Figure>;

/** The metric that a row's label names; 总计 is that of the side of the table which it closes. */
function metricOfRow(label: string, side: string | null, title: string, names: ItemNames): string | null {
  if (/^(?:合计|总计)$/.test(label) && /三公/.test(title)) return 'sangong_total';
  if (/^总计$/.test(label))
    return side === null ? null : side === '收入' ? 'income_total_grand' : 'expenditure_total_grand';
  return names.metricOf(label);
}

/** Keeps what is stated once; a metric that a frame states twice is not known. */
class Collected {
  readonly figures = new Map<string, Figure>();
  readonly #twice = new Set<string>();

  add(metric: string | null, figure: Figure | undefined): void {
    if (metric === null || !figure || figure.kind !== 'money' || !printed(figure)) return;
    if (this.figures.delete(metric) || this.#twice.has(metric)) this.#twice.add(metric);
    else this.figures.set(metric, figure);
  }
}

/** Whether each of several columns has a column of labels of its own: 收入项目 | 决算数 | 支出项目 | 决算数. */
function hasSides(reading: TableReading, columns: readonly TableColumn[]): boolean {
  const labels = columns.map((column) =>
    reading.columns.findLast((it) => it.index < column.index && it.role === 'text'),
  );
  return columns.length > 1 && labels.every((it) => it !== undefined) && new Set(labels).size === columns.length;
}

/** Columns that give whole rows, both sides of a two-sided table together, by what stage their headings name. */
function downwards(reading: TableReading, names: ItemNames): Frame[] {
  const title = dense(reading.table.title ?? '');
  const frames = new Map<string, Collected>();
  const columns = wholeColumns(reading);
  const sides = hasSides(reading, columns);
  for (const column of columns) {
    const stage = names.stageIn(column.path.join('')) ?? '';
    const key = sides || /收入|支出/.test(column.path[0] ?? '') ? `sides ${stage}` : `${column.index}`;
    const frame = frames.get(key) ?? new Collected();
    frames.set(key, frame);
    const side = sideOf(reading, column, '');
    for (const row of reading.rows) {
      if (row.role === 'header' || row.role === 'note' || row.code !== '') continue;
      const label = labelOf(reading, row, column.index);
      frame.add(metricOfRow(label, side, title, names), reading.figures.get(cellKey(row.index, column.index)));
    }
  }
  return [...frames.values()].map((it) => it.figures);
}

/** Rows whose columns are items themselves: 年初结转 | 本年收入 | 本年支出 | 年末结转. */
function across(reading: TableReading, names: ItemNames): Frame[] {
  const title = dense(reading.table.title ?? '');
  const metrics = reading.columns.map((column) => {
    if (column.role !== 'amount') return null;
    const own = columnNames(column, title).map((name) => names.metricOf(name));
    return own.find((it) => it !== null) ?? names.metricOf(column.path.at(-1) ?? '');
  });
  return reading.rows.flatMap((row): Frame[] => {
    if (row.role === 'header' || row.role === 'note') return [];
    const frame = new Collected();
    for (const column of reading.columns)
      frame.add(metrics[column.index] ?? null, reading.figures.get(cellKey(row.index, column.index)));
    return frame.figures.size >= 2 ? [frame.figures] : [];
  });
}

/** Every stretch of a table within which declared checks may pair its figures. */
export const framesOf = (reading: TableReading, names: ItemNames): Frame[] => [
  ...downwards(reading, names),
  ...across(reading, names),
];
