import { dense } from '../../../model/dense.js';
import { isNumber } from '../lines/figures.js';
import type { DraftCell } from './draft-table.js';

const mostHeaderRows = 5;

/** A title inside the table says on later pages that it goes on: 收入决算表（续）, 续表. */
const bare = (text: string): string =>
  dense(text).replace(/[（(]续表?[\d一二三四五六七八九十]*[)）]|^续表?[:：]?(?=.)|续表?\d*$/gu, '');

/** A heading printed again. Where the row is set lower on the new page, its last line may be cut off. */
function isAgain(heading: DraftCell, again: DraftCell | undefined): boolean {
  if (!again || heading.col !== again.col) return false;
  const [whole, part] = [bare(heading.text), bare(again.text)];
  if (whole === part) return true;
  return part.length >= 2 && !isNumber(whole) && heading.colSpan === again.colSpan && whole.startsWith(part);
}

/** True when a row is printed again, most of its cells to the letter. */
function isRowAgain(above: readonly DraftCell[], below: readonly DraftCell[], row: number): boolean {
  const inRow = (cells: readonly DraftCell[]): DraftCell[] => cells.filter((it) => it.row === row && it.text !== '');
  const [first, again] = [inRow(above), inRow(below)];
  const same = first.filter((it, i) => bare(it.text) === bare(again[i]?.text ?? '')).length;
  return first.length === again.length && 2 * same >= first.length && first.every((it, i) => isAgain(it, again[i]));
}

/** How many rows at the top of `below`, which has so many rows, repeat those of `above`. */
export function repeatedRows(above: readonly DraftCell[], below: readonly DraftCell[], rows: number): number {
  let count = 0;
  let words = false;
  while (count < Math.min(mostHeaderRows, rows - 1) && isRowAgain(above, below, count)) {
    const row = count;
    words ||= below.some((it) => it.row === row && it.text !== '' && !isNumber(dense(it.text)));
    count++;
  }
  // a header row may hold empty cells only where another one has words
  while (count > 0 && below.some((it) => it.row < count && it.row + it.rowSpan > count)) count--;
  return words ? count : 0;
}
