import { decimal, isZero } from '../../model/decimal.js';
import { cellKey } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { failingOrOne, quotedCell, wordsRelation } from '../quoted.js';
import type { NarratedItem } from '../structure/narrated-items.js';
import type { KnownTables } from '../tables/known-tables.js';
import { wholeColumns } from './table-items.js';

/** The text is believed to tell of every item when it tells of so many rows, and of this share. */
const needed = { rows: 4, share: 0.7 };

const plain = (text: string): string =>
  text
    .replace(/[\s“”"]+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');

/** Every 项 of the table of general public spending that prints an amount is told of in the text. */
export function narratedRows(items: readonly NarratedItem[], tables: KnownTables): WordsRelation[] {
  const told = new Set(items.map(({ names }) => plain(names[2])));
  if (told.size === 0) return [];
  return [...tables.of('final_general'), ...tables.of('budget_general')].flatMap((reading): WordsRelation[] => {
    const [whole] = wholeColumns(reading);
    if (!whole) return [];
    const rows = reading.rows.flatMap(({ index, code }) => {
      const figure = reading.figures.get(cellKey(index, whole.index));
      if (code.length !== 7 || !figure || isZero(decimal(figure.value))) return [];
      const column = reading.columns.find((it) => it.role === 'text' && reading.cells.has(cellKey(index, it.index)));
      const name = column ? quotedCell(reading, index, column.index) : null;
      return name && name.text.trim() !== '' ? [{ name, figure }] : [];
    });
    const present = rows.filter(({ name }) => told.has(plain(name.text)));
    if (present.length < needed.rows || present.length < needed.share * rows.length) return [];
    const all = rows.map(({ name, figure }) =>
      wordsRelation('narrated-rows', name, told.has(plain(name.text)), { against: [figure] }),
    );
    return [...failingOrOne(all)];
  });
}
