import type { TableReading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import type { TableKind } from '../../rulebook/tables.js';
import { quotedCell, wordsRelation } from '../quoted.js';
import type { KnownTables } from './known-tables.js';

/** Amounts whose unit neither the caption nor a heading nor the cell says. */
const unnamed = (reading: TableReading): boolean => {
  const figures = [...reading.figures.values()].filter((it) => it.kind === 'number' || it.kind === 'money');
  return figures.length > 3 && figures.every((it) => it.unit === null);
};

/** The tables of departmental budgets and accounts print amounts, so each says in which unit; a company may say it once for all. */
export function unitsNamed(tables: KnownTables, kinds: readonly TableKind[]): WordsRelation[] {
  return kinds
    .filter((it) => /^(?:budget|final)_/.test(it.id))
    .flatMap(({ id }) =>
      tables.of(id).flatMap((reading): WordsRelation[] => {
        const [first] = reading.cells.values();
        const words = first ? quotedCell(reading, first.row, first.col) : null;
        return words && reading.figures.size > 0 ? [wordsRelation('units-named', words, !unnamed(reading))] : [];
      }),
    );
}
