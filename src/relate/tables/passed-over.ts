import { cellKey, type TableReading } from '../../model/reading.js';
import type { Entry } from './lane.js';

/** Whether a row that prints a figure is none of those added: 来访 408批 among amounts in 件 is a member that nobody can add. */
export function passesOver(
  reading: TableReading,
  column: number,
  lane: readonly Entry[],
  rows: readonly Entry[],
  added: readonly Entry[],
): boolean {
  const [first, last] = [rows[0]?.row ?? 0, rows.at(-1)?.row ?? 0];
  const known = new Set(lane.map((it) => it.row));
  const between = reading.rows.filter(({ index }) => index > first && index < last && !known.has(index));
  const unread = between.some(({ index }) => reading.figures.has(cellKey(index, column)));
  return unread || rows.some((it) => it.figure !== null && !added.includes(it));
}
