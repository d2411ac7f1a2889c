import type { Document, TableBlock } from '../../src/model/document.js';
import type { Claim } from './claim.js';
import type { Leaf } from './expression.js';
import { spotsOf, type Spot } from './spots.js';
import { tableSums, type At, type Grid } from './table-sums.js';

const dense = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** `row:col` of the labelled grid → the cell that a parser read at that place; rows are found again by their words. */
function cellsOf(grid: Grid, table: TableBlock): Map<string, { readonly row: number; readonly col: number }> {
  const rows = new Map<number, { row: number; col: number; text: string }[]>();
  for (const { row, col, text } of table.cells) {
    if (dense(text) === '') continue;
    rows.set(row, [...(rows.get(row) ?? []), { row, col, text: dense(text) }]);
  }
  const free = [...rows.values()];
  const found = new Map<string, { row: number; col: number }>();
  for (const [row, cells] of grid.entries()) {
    const filled = cells.flatMap((text, col) => (dense(text) === '' ? [] : [{ col, text: dense(text) }]));
    const key = filled.map((it) => it.text).join('\t');
    const at = free.findIndex((it) => it.map((cell) => cell.text).join('\t') === key);
    const [hit] = at < 0 ? [] : free.splice(at, 1);
    for (const [i, { col }] of filled.entries()) {
      const cell = hit?.[i];
      if (cell) found.set(`${row}:${col}`, cell);
    }
  }
  return found;
}

export interface LabelledTable {
  readonly cells: Grid;
  readonly headerRows?: number;
}

/** The sums of a labelled table with their places in the document; empty where it was not read as labelled. */
export function tableClaims(document: Document, { cells: grid, headerRows = 1 }: LabelledTable): Claim[] {
  const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const [best] = tables
    .map((table) => ({ table, cells: cellsOf(grid, table) }))
    .sort((a, b) => b.cells.size - a.cells.size);
  if (!best) return [];
  const spots = new Map<string, Spot[]>();
  for (const spot of spotsOf({ ...document, blocks: [best.table] })) {
    const key = `${spot.cell?.row}:${spot.cell?.col}`;
    spots.set(key, [...(spots.get(key) ?? []), { ...spot, order: document.blocks.indexOf(best.table) }]);
  }
  const spotAt = ({ row, col }: At): Spot | null => {
    const cell = best.cells.get(`${row}:${col}`);
    const [only, ...more] = cell ? (spots.get(`${cell.row}:${cell.col}`) ?? []) : [];
    return more.length === 0 ? (only ?? null) : null;
  };
  return tableSums(grid, headerRows).flatMap(({ kind, total, parts }): Claim[] => {
    const whole = spotAt(total);
    const terms = parts.map(spotAt);
    if (!whole || terms.some((it) => it === null)) return [];
    const leaf = (spot: Spot): Leaf => ({ number: spot.number, unit: '' });
    const places = new Map<Leaf, Spot>([[leaf(whole), whole]]);
    const leaves = terms.flatMap((spot) => {
      if (!spot) return [];
      const it = leaf(spot);
      places.set(it, spot);
      return [it];
    });
    const [first, ...rest] = leaves;
    const [totalLeaf] = places.keys();
    if (!first || !totalLeaf) return [];
    type Side = Claim['expression']['sides'][number];
    const sum = rest.reduce<Side>((left, right) => ({ op: '+', left, right }), first);
    const text = `${leaves.map((it) => it.number).join(' + ')} = ${whole.number}`;
    return [{ kind, text, expression: { relation: '=', sides: [totalLeaf, sum] }, places }];
  });
}
