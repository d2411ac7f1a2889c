import Table from 'cli-table3';
import stringWidth from 'string-width';
import { visible } from '../model/visible.js';
import { wrap } from './wrap.js';

/** What a column takes besides its words. */
const frame = 3;
const narrowest = 6;

/** Rows of any columns for a terminal of a width: columns that would not fit share what there is, and none is cut. */
export function plainTable(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  width: number,
): string {
  const cells = [columns, ...rows].map((row) => row.map((it) => (it === null ? '' : visible(String(it)))));
  const wanted = columns.map((_, at) => Math.max(1, ...cells.map((row) => stringWidth(row[at] ?? ''))));
  const room = width - 1 - columns.length * frame;
  const fits = wanted.reduce((all, it) => all + it, 0) <= room;
  const share = Math.max(narrowest, Math.floor(room / Math.max(1, columns.length)));
  const shown = fits ? cells : cells.map((row) => row.map((it) => wrap(it, share)));
  const [head = [], ...body] = shown;
  const table = new Table({ head, style: { head: [], border: [] } });
  table.push(...body);
  return `${table.toString()}\n`;
}
