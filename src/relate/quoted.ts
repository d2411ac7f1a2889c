import { regionOf, type Block } from '../model/document.js';
import { cellKey, type TableReading } from '../model/reading.js';
import type { OutcomeReason } from '../model/outcome-reason.js';
import type { Doubt, Exhibit, WordsRelation } from '../model/relation.js';

/** Words of a block as something to quote. */
export function quoted(block: Block, start: number, text: string, heading: string | null = null): Exhibit {
  const end = start + text.length;
  const { page, box } = regionOf(block.stretches, start, end);
  const at = { block: block.id, start, end, page: page ?? block.page, box: box && ([...box] as Exhibit['box']) };
  return { id: null, text, label: text, table: null, heading, ...at };
}

/** The words of one cell as something to quote; null where no cell begins there. */
export function quotedCell({ cells, block, table }: TableReading, row: number, col: number): Exhibit | null {
  const cell = cells.get(cellKey(row, col));
  if (!cell) return null;
  const { text } = cell;
  const { page, box } = regionOf(cell.stretches, 0, text.length);
  return {
    id: null,
    text,
    label: text.replace(/\s+/g, ''),
    table: { id: table.id, row, col },
    heading: null,
    block: block.id,
    start: 0,
    end: text.length,
    page: page ?? cell.page,
    box: box && ([...box] as Exhibit['box']),
  };
}

/** Words that hold or do not, with what shows it. */
export const wordsRelation = (
  check: string,
  words: Exhibit,
  holds: boolean,
  said: {
    readonly wanted?: string;
    readonly against?: readonly Exhibit[];
    readonly doubt?: Doubt | null;
    readonly given?: OutcomeReason;
  } = {},
): WordsRelation => ({
  kind: 'words',
  check,
  doubt: said.doubt ?? null,
  words,
  holds,
  wanted: said.wanted ?? '',
  against: said.against ?? [],
  ...(said.given === undefined ? {} : { given: said.given }),
});

/** Of many small claims of one check those that fail; where all hold, one speaks for them. */
export function failingOrOne(relations: readonly WordsRelation[]): readonly WordsRelation[] {
  const failing = relations.filter((it) => !it.holds);
  return failing.length > 0 ? failing : relations.slice(0, 1);
}
