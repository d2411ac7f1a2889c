import { dense } from '../../model/dense.js';
import { printed } from '../../model/printed.js';
import { cellKey, type RowRole, type TableReading } from '../../model/reading.js';
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
export function labelAt(reading: TableReading, row: number, col: number): string {
  let own = false;
  for (let at = col - 1; at >= 0; at--) {
    const role = reading.columns[at]?.role;
    if (role === 'amount') {
      if (own) break;
      if (reading.figures.has(cellKey(row, at))) continue;
    }
    own ||= role === 'text';
    if (aim.test(reading.columns[at]?.path.at(-1) ?? '')) continue;
    const text = dense(reading.cells.get(cellKey(row, at))?.text ?? '');
    if (/[\p{L}]/u.test(text)) return text;
  }
  return '';
}

/** The subject code of a row in the column's own half: its code columns joined (201 | 03 | 01). */
function codeAt(reading: TableReading, row: number, col: number): string {
  let code = '';
  let found = false;
  for (let at = col - 1; at >= 0; at--) {
    const column = reading.columns[at];
    if (column?.role === 'code') {
      found = true;
      code = dense(reading.cells.get(cellKey(row, at))?.text ?? '') + code;
    } else if (found) break;
  }
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
  return reading.rows.flatMap((row): Entry[] => {
    const label = labelAt(reading, row.index, col);
    const role = roleOf(label, row.role);
    if (role === 'header' || role === 'note') return [];
    const figure = reading.figures.get(cellKey(row.index, col)) ?? null;
    const depth = numberings.findIndex((pattern) => pattern.test(label));
    const code = codeAt(reading, row.index, col);
    const level = code !== '' ? (code.length - 3) / 2 : depth < 0 ? null : depth;
    return [{ row: row.index, label, role, code, level, figure: figure && printed(figure) ? figure : null }];
  });
}
