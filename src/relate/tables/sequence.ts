import { cellKey, type TableReading } from '../../model/reading.js';
import { labelAt } from './lane.js';

const numbered = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)、/;
const deeper = /^(?:[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.、．])/;
const closing = /(?:合计|总计|共计)$/;
const blank = /^[-—–－/]*$/;
const digit = (text: string | undefined): number => (text ? '一二三四五六七八九'.indexOf(text) + 1 : 0);

/** 十九、 is 19; null where the label begins with no such number. */
export function ordinalOf(label: string): number | null {
  const [, first, ten, last] = numbered.exec(label) ?? [];
  const value = ten ? 10 * (digit(first) || 1) + digit(last) : digit(first) + digit(last);
  return value === 0 ? null : value;
}

/**
 * Whether the rows above a total are numbered 一、 二、 三、 without a gap, those that print no amount too: then none was lost in
 * reading and none stands beside them that the total could add as well.
 */
export function isCompleteSequence(reading: TableReading, row: number, col: number): boolean {
  let expected = 1;
  for (const { index, role } of reading.rows) {
    if (index >= row) break;
    const label = role === 'header' ? '' : labelAt(reading, index, col);
    if (label === '' || deeper.test(label)) continue;
    if (ordinalOf(label) !== expected) {
      if (closing.test(label) || expected > 1) return false;
      continue;
    }
    const cell = reading.cells.get(cellKey(index, col))?.text.replace(/\s+/g, '') ?? '';
    if (!reading.figures.has(cellKey(index, col)) && !blank.test(cell)) return false;
    expected++;
  }
  return expected > 2;
}
