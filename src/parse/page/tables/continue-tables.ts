import { dense } from '../../../model/dense.js';
import { clusters } from './edges.js';
import { isBrokenNumber, isDash, isNumber, isYear } from '../lines/figures.js';
import { join } from '../glyphs/print.js';
import { repeatedRows } from './repeated-rows.js';
import type { DraftCell, DraftTable, Extent } from './draft-table.js';

/** Column lines of two pages count as one within this many points. */
const near = 4;

const edgesFromLeft = ({ xs, left }: DraftTable): number[] => xs.map((x) => x - left);
const has = (edges: readonly number[], edge: number): boolean => edges.some((it) => Math.abs(it - edge) <= near);

/** The columns of both parts together; null when they are not columns of one table. */
function sharedEdges(above: DraftTable, below: DraftTable): number[] | null {
  const [a, b] = [edgesFromLeft(above), edgesFromLeft(below)];
  const [widthA, widthB] = [a[a.length - 1] ?? 0, b[b.length - 1] ?? 0];
  if (Math.abs(widthA - widthB) > near + 0.01 * widthA) return null;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  // a part whose rows all merge the same cells shows fewer lines
  if (!fewer.slice(0, -1).every((edge) => has(more, edge))) return null;
  return clusters([...a, ...b], near);
}

const widened = (a: readonly Extent[], b: readonly Extent[]): Extent[] =>
  a.map((it, i) => ({
    left: Math.min(it.left, b[i]?.left ?? it.left),
    right: Math.max(it.right, b[i]?.right ?? it.right),
  }));

/** True when the first row of a table names its columns: words, or years, over two columns or more. */
function hasHeader({ cells }: DraftTable): boolean {
  const said = cells.filter((it) => it.row === 0 && it.col > 0 && it.text !== '').map((it) => dense(it.text));
  return said.length >= 2 && said.every((text) => !isNumber(text) || isYear(text)) && !said.every(isDash);
}

/** A table without lines between its columns, set into the columns of the one above, where its own stand under them; null where it
 *  has other columns, or a header of its own. */
function underSameColumns(above: DraftTable, below: DraftTable): DraftTable | null {
  const [a, b] = [above.extents ?? [], below.extents ?? []];
  const under = a.every((it, i) => {
    const other = b[i];
    return other !== undefined && Math.min(it.right, other.right) - Math.max(it.left, other.left) > 0;
  });
  if (a.length !== b.length || !under) return null;
  if (hasHeader(below) && repeatedRows(above.cells, below.cells, below.rows) === 0) return null;
  return { ...below, left: above.left, right: above.right, xs: above.xs };
}

/** A table set into the columns of the one above, which it has under the same header, however wide they are drawn; null for others. */
function underSameHeader(above: DraftTable, below: DraftTable): DraftTable | null {
  if (above.extents || below.extents || above.xs.length !== below.xs.length || !hasHeader(below)) return null;
  if (repeatedRows(above.cells, below.cells, below.rows) === 0) return null;
  return { ...below, left: above.left, right: above.right, xs: above.xs };
}

function nearest(edges: readonly number[], value: number): number {
  let best = 0;
  edges.forEach((edge, i) => {
    if (Math.abs(edge - value) < Math.abs((edges[best] ?? Infinity) - value)) best = i;
  });
  return best;
}

/** Cells numbered by the columns of the whole table. */
function onEdges(table: DraftTable, edges: readonly number[]): DraftCell[] {
  const own = edgesFromLeft(table).map((edge) => nearest(edges, edge));
  return table.cells.map((cell) => {
    const [from, to] = [own[cell.col] ?? 0, own[cell.col + cell.colSpan] ?? edges.length - 1];
    return Object.assign({}, cell, { col: from, colSpan: Math.max(1, to - from) });
  });
}

const glue = (a: DraftCell, b: DraftCell): Pick<DraftCell, 'text' | 'stretches'> => join([a, b], () => '');

/** A merged label that the page end cut in two: its cell reaches the last row, and has no words of its own below, or their rest. */
function labelGoesOn(above: DraftCell, below: DraftCell, before: boolean): boolean {
  if (below.col !== above.col || below.colSpan !== above.colSpan) return false;
  if (isNumber(dense(above.text)) || isNumber(dense(below.text))) return false;
  const merged = above.rowSpan > 1 || below.rowSpan > 1;
  if (below.text === '') return above.text !== '' || merged ? merged || before : false;
  if (above.text === '') return merged;
  // words in both parts are one label only where there was no room for them in the first
  return above.rowSpan > 1 && below.rowSpan > 1 && isFull(above) && !/[。）)\d]$/.test(above.text);
}

/** Cells of the first row below that go on with a cell above, by their column. */
function labelsGoingOn(
  above: readonly DraftCell[],
  below: readonly DraftCell[],
  rows: number,
): Map<DraftCell, DraftCell> {
  const pairs = new Map<DraftCell, DraftCell>();
  const first = below.filter((it) => it.row === 0).sort((a, b) => a.col - b.col);
  if (!first.some((it) => it.text !== '')) return pairs;
  let before = false;
  for (const cell of first) {
    const over = above.find((it) => it.col === cell.col && it.row + it.rowSpan === rows);
    if (!over || !labelGoesOn(over, cell, before)) break;
    pairs.set(cell, over);
    before = true;
  }
  return pairs;
}

/** Padding of a cell and a character or two, in em: what a full line leaves of its cell. */
const fullWithin = 2.6;

/** True when the cell's last line was full, so that its text may go on below. */
const isFull = ({ room }: DraftCell): boolean => room !== null && room < fullWithin;

/** Words with their numbers alike: a date after a date begins a row, it is not the rest of one. */
const shapeOf = (cell: DraftCell): string => dense(cell.text).replace(/\d+(?:[.,]\d+)*/g, '#');

/** In fewer cells that go on, short words may have ended by chance where they stand. */
const fewCells = 3;

/** True when the first row below is the rest of a row that the page end cut: words after words that did not end, or the rest of
 *  a figure that filled its cell, in some cells, and nothing in others that the row above filled. */
function restOfRow(above: readonly DraftCell[], first: readonly DraftCell[], lastRow: number): boolean {
  const said = first.filter((it) => it.text !== '');
  const over = (cell: DraftCell): DraftCell | undefined =>
    above.find((it) => it.row + it.rowSpan - 1 === lastRow && it.col === cell.col && it.colSpan === cell.colSpan);
  if (said.length === 0 || !first.some((it) => it.text === '' && (over(it)?.text ?? '') !== '')) return false;
  return said.every((cell) => {
    const before = over(cell);
    if (!before || /[。；;]$/.test(before.text)) return false;
    if (isNumber(dense(cell.text))) return isFull(before) && isBrokenNumber(dense(before.text), dense(cell.text));
    if (shapeOf(before) === shapeOf(cell)) return false;
    return (
      (isFull(before) && before.text.length >= (said.length < fewCells ? 4 : 2)) ||
      (first[0]?.text === '' && before.text.length >= 8 && !before.text.endsWith('.'))
    );
  });
}

/** True when the row below is empty and the last one above is not: the page end came within its white space. */
function isRemnant(above: readonly DraftCell[], below: readonly DraftCell[], row: number, rows: number): boolean {
  const [rest, last] = [below.filter((it) => it.row === row), above.filter((it) => it.row === rows - 1)];
  return (
    rest.length > 0 &&
    rest.every((it) => it.text === '' && it.rowSpan === 1) &&
    below.some((it) => it.row > row) &&
    last.some((it) => it.text !== '')
  );
}

/** One table of a table and its continuation on the next page; null when they are two tables. */
export function continued(above: DraftTable, part: DraftTable): DraftTable | null {
  if (part.page !== above.lastPage + 1) return null;
  const set = above.extents && part.extents ? underSameColumns(above, part) : part;
  if (!set) return null;
  const below = sharedEdges(above, set) ? set : underSameHeader(above, set);
  const edges = below && sharedEdges(above, below);
  if (!edges) return null;
  const cellsAbove = onEdges(above, edges);
  const cellsBelow = onEdges(below, edges);
  const headers = repeatedRows(cellsAbove, cellsBelow, below.rows);
  const repeated = headers + (isRemnant(cellsAbove, cellsBelow, headers, above.rows) ? 1 : 0);
  const added = cellsBelow
    .filter((it) => it.row >= repeated)
    .map((it) => Object.assign({}, it, { row: it.row - repeated }));

  const replaced = new Map<DraftCell, DraftCell>();
  const dropped = new Set<DraftCell>();
  let shift = above.rows;
  const first = added.filter((it) => it.row === 0);
  if (restOfRow(cellsAbove, first, above.rows - 1)) {
    shift--;
    for (const cell of first) {
      const over = cellsAbove.find((it) => it.row + it.rowSpan === above.rows && it.col === cell.col);
      if (over) replaced.set(over, { ...over, ...glue(over, cell), rowSpan: over.rowSpan + cell.rowSpan - 1 });
      dropped.add(cell);
    }
  } else {
    for (const [cell, over] of labelsGoingOn(cellsAbove, added, above.rows)) {
      replaced.set(over, { ...over, ...glue(over, cell), rowSpan: over.rowSpan + cell.rowSpan });
      dropped.add(cell);
    }
  }
  const cells = [
    ...cellsAbove.map((it) => replaced.get(it) ?? it),
    ...added.filter((it) => !dropped.has(it)).map((it) => Object.assign({}, it, { row: it.row + shift })),
  ];
  return {
    ...above,
    lastPage: below.lastPage,
    xs: edges.map((edge) => edge + above.left),
    extents: above.extents && below.extents ? widened(above.extents, below.extents) : null,
    rows: shift + below.rows - repeated,
    headerRows: Math.max(above.headerRows, headers),
    cells: cells.sort((a, b) => a.row - b.row || a.col - b.col),
  };
}
