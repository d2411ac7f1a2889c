import { dense } from '../../model/dense.js';
import { byRow } from '../../model/leftward.js';
import { printed } from '../../model/printed.js';
import { cellKey, type RowRole, type TableColumn, type TableReading } from '../../model/reading.js';
import type { Figure } from '../../model/report.js';

/** One row of one column with the label that stands for it: in a two-sided table each half has its own. */
export interface Entry {
  readonly row: number;
  readonly label: string;
  readonly role: RowRole;
  readonly code: string;
  readonly level: number | null;
  /** Null for a blank, a dash or a text. */
  readonly figure: Figure | null;
}

const total = /(?:合计|总计|共计|总分)$/;
const numberings: readonly RegExp[] = [
  /^[一二三四五六七八九十]+、/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[.、．]/,
];

/** What was aimed at and reached (≥26公里) names no row. */
const aim = /指标值|目标值|完成值|完成情况|标准|说明$/;

/**
 * The words that stand for a row in a column, whatever its role; empty where none do. Beyond the words of the column's own half
 * stand the amounts and words of the other.
 */
export const labelAt = (reading: TableReading, row: number, col: number): string => labelsIn(reading, row)[col] ?? '';

/** The answers of `labelAt` for each column, in one pass: what stands to the left, and the same once words of the own half were passed. */
const labelsIn = byRow((reading: TableReading, row: number): string[] => {
  const labels: string[] = [];
  let [any, within] = ['', ''];
  for (const { index, role, path } of reading.columns) {
    labels[index] = any;
    const amount = role === 'amount';
    if (amount && reading.figures.has(cellKey(row, index))) {
      within = '';
      continue;
    }
    const text = aim.test(path.at(-1) ?? '') ? '' : dense(reading.cells.get(cellKey(row, index))?.text ?? '');
    const names = /[\p{L}]/u.test(text);
    if (names || role === 'text') any = names ? text : within;
    within = amount ? '' : names ? text : within;
  }
  return labels;
});

/** The code columns of a column's own half: those nearest to its left, side by side. */
function codesBeside(reading: TableReading, col: number): TableColumn[] {
  const last = reading.columns.findLastIndex((it) => it.index < col && it.role === 'code');
  const before = reading.columns.findLastIndex((it, at) => at < last && it.role !== 'code');
  return reading.columns.slice(before + 1, last + 1);
}

/** The subject code of a row in the column's own half: its code columns joined (201 | 03 | 01). */
function codeIn(reading: TableReading, row: number, columns: readonly TableColumn[]): string {
  const code = columns.map(({ index }) => dense(reading.cells.get(cellKey(row, index))?.text ?? '')).join('');
  return /^\d{3}(?:\d{2}){0,2}$/.test(code) ? code : '';
}

function roleOf(label: string, base: RowRole): RowRole {
  if (base === 'header' || base === 'note') return base;
  if (label === '') return 'note';
  if (/小计$/.test(label)) return 'subtotal';
  if (total.test(label)) return 'total';
  return /^(?:其中|#)/.test(label) ? 'of-which' : 'data';
}

const lanes = new WeakMap<TableReading, Map<number, readonly Entry[]>>();

/** A column read downwards, header and empty rows left out. */
export function laneOf(reading: TableReading, col: number): readonly Entry[] {
  const known = lanes.get(reading) ?? new Map<number, readonly Entry[]>();
  lanes.set(reading, known);
  const lane = known.get(col) ?? readLane(reading, col);
  known.set(col, lane);
  return lane;
}

function readLane(reading: TableReading, col: number): Entry[] {
  const codes = codesBeside(reading, col);
  return reading.rows.flatMap((row): Entry[] => {
    const label = labelAt(reading, row.index, col);
    const role = roleOf(label, row.role);
    if (role === 'header' || role === 'note') return [];
    const figure = reading.figures.get(cellKey(row.index, col)) ?? null;
    const depth = numberings.findIndex((pattern) => pattern.test(label));
    const code = codeIn(reading, row.index, codes);
    const level = code !== '' ? (code.length - 3) / 2 : depth < 0 ? null : depth;
    return [{ row: row.index, label, role, code, level, figure: figure && printed(figure) ? figure : null }];
  });
}
