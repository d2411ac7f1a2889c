import { toShortText } from '../../model/decimal.js';
import { blockId, tableText, type Addend, type Block, type BlockId, type Cell } from '../../model/document.js';
import { placeKey, type Range } from './address.js';
import { bandsOf, type Band } from './bands.js';
import type { Added, Formulas } from './formulas.js';
import { gridCells, type GridCell } from './grid.js';
import { Merges } from './merges.js';
import type { SheetCell } from './sheet.js';
import type { ShownSheet } from './shown.js';

const withoutPage = { page: null, stretches: [] } as const;

/** What will be a block, in reading order. */
type Draft =
  | { readonly kind: 'line'; readonly text: string; readonly cell: SheetCell }
  | { readonly kind: 'sheet'; readonly text: string }
  | { readonly kind: 'table'; readonly sheet: number; readonly cells: readonly GridCell[] };

/** Names that a program gives. */
const unnamed = /^(?:sheet|工作表|表)\s*\d*$/i;

/** A cell outside of tables as paragraphs, one a line of it. */
const linesOf = (cells: readonly SheetCell[]): Draft[] =>
  cells.flatMap((cell) => {
    const texts = cell.text.split('\n').map((text) => text.trim());
    return texts.flatMap((text): Draft[] => (text === '' ? [] : [{ kind: 'line', text, cell }]));
  });

const draftsOf = ({ above, table, below }: Band, sheet: number, merges: Merges): Draft[] => [
  ...linesOf(above),
  ...(table.length > 0 ? [{ kind: 'table', sheet, cells: gridCells(table, merges) } as const] : []),
  ...linesOf(below),
];

/** Where each cell of a sheet that a table shows came to stand. */
type Places = ReadonlyMap<string, { readonly block: BlockId; readonly cell: GridCell }>;

function placesOf(drafts: readonly Draft[]): Places {
  const places = new Map<string, { block: BlockId; cell: GridCell }>();
  drafts.forEach((draft, at) => {
    if (draft.kind !== 'table') return;
    for (const cell of draft.cells) {
      if (cell.from) places.set(placeKey(draft.sheet, cell.from.row, cell.from.col), { block: blockId(at), cell });
    }
  });
  return places;
}

function* cellsIn({ top, left, bottom, right }: Range): Generator<readonly [row: number, col: number]> {
  for (let row = top; row <= bottom; row++) for (let col = left; col <= right; col++) yield [row, col];
}

/** The cells of tables that a formula adds; null where it adds a number that no table shows. */
function addendsIn(added: readonly Added[], places: Places, isStored: IsStored): Addend[] | null {
  const addends: Addend[] = [];
  for (const { sheetAt, range, weight } of added) {
    for (const [row, col] of cellsIn(range)) {
      const at = placeKey(sheetAt, row, col);
      const place = places.get(at);
      // a zero adds nothing, whether it is shown as 0.00, as a dash or not at all
      if (!isStored(sheetAt, row, col)) continue;
      if (place?.cell.from?.exact != null) {
        addends.push({ block: place.block, row: place.cell.row, col: place.cell.col, weight });
      } else return null;
    }
  }
  return addends;
}

/** Whether a sheet holds a number other than zero at a place, shown or not. */
export type IsStored = (sheet: number, row: number, col: number) => boolean;

/** The blocks of a workbook: its sheets one after the other, each with its words and tables from top to bottom. */
export function blocksOf(
  sheets: readonly { readonly name: string; readonly at: number; readonly shown: ShownSheet }[],
  formulas: Formulas,
  isStored: IsStored,
): Block[] {
  const drafts = sheets.flatMap(({ name, at, shown }): Draft[] => {
    const merges = new Merges(
      shown.merged,
      shown.rows.map(({ row }) => row),
    );
    const inside = bandsOf(shown, merges).flatMap((band) => draftsOf(band, at, merges));
    const isNamed = !unnamed.test(name) && inside.length > 0;
    return isNamed ? [{ kind: 'sheet', text: name }, ...inside] : inside;
  });
  const places = placesOf(drafts);
  const cellOf = (sheet: number, { row, col, rowSpan, colSpan, text, from }: GridCell): Cell => {
    const exact = from?.exact == null ? null : toShortText(from.exact);
    const added = from && formulas.of(sheet, from.row, from.col);
    const adds = added ? addendsIn(added, places, isStored) : null;
    return {
      row,
      col,
      rowSpan,
      colSpan,
      text,
      ...withoutPage,
      ...(exact !== null && exact !== text && { exact }),
      ...(adds && { adds }),
    };
  };
  return drafts.map((draft, index): Block => {
    const base = { id: blockId(index), ...withoutPage };
    if (draft.kind === 'sheet') return { kind: 'furniture', ...base, text: draft.text, role: 'header' };
    if (draft.kind === 'line') {
      return { kind: 'paragraph', ...base, text: draft.text, label: null, look: draft.cell.style.look };
    }
    const cells = draft.cells.map((cell) => cellOf(draft.sheet, cell));
    const rows = draft.cells.reduce((most, { row, rowSpan }) => Math.max(most, row + rowSpan), 0);
    const columns = draft.cells.reduce((most, { col, colSpan }) => Math.max(most, col + colSpan), 0);
    return { kind: 'table', ...base, text: tableText(cells), rows, columns, headerRows: 0, cells };
  });
}
