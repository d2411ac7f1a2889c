import { cellKey, type TableReading } from '../../model/reading.js';
import type { Exhibit } from '../../model/relation.js';
import { quotedCell } from '../quoted.js';

/** The name of a subject without white space and quotation marks. */
export const plain = (text: string): string =>
  text
    .replace(/[\s\u3000"“”]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');

/** A subject by function as a row of a table prints it. */
export interface Account {
  readonly code: string;
  readonly name: string;
  readonly exhibit: Exhibit;
  /** The last cell of its code; null where one cell holds both. */
  readonly beside: Exhibit | null;
}

/** Subjects by function (201–234) that a table lists with code and name. */
export function accountsOf(reading: TableReading): Account[] {
  return reading.rows.flatMap(({ index, code, role }): Account[] => {
    if (role === 'header' || !/^2\d{2}(?:\d{2}){0,2}$/.test(code)) return [];
    const column = reading.columns.find(
      (it) => it.role === 'text' && /\p{L}/u.test(reading.cells.get(cellKey(index, it.index))?.text ?? ''),
    );
    const exhibit = column ? quotedCell(reading, index, column.index) : null;
    const digits = reading.columns.findLast(
      (it) => it.role === 'code' && /\d/.test(reading.cells.get(cellKey(index, it.index))?.text ?? ''),
    );
    const beside = digits ? quotedCell(reading, index, digits.index) : null;
    return exhibit ? [{ code, name: plain(exhibit.text), exhibit, beside }] : [];
  });
}
