import type { TableReading } from '../../model/reading.js';
import type { WordsRelation } from '../../model/relation.js';
import { failingOrOne, quotedCell, wordsRelation } from '../quoted.js';

/** A table is believed to list every level when so many rows have their parent, and this share. */
const needed = { rows: 4, share: 0.8 };

/** 款 and 项 by function; economic classes often stand in two halves of a table. */
const functional = /^2\d{2}(?:\d{2}){1,2}$/;

/** Rows of subject codes (类, 款, 项) whose parent's code stands above them. */
export function codesNested(tables: readonly TableReading[]): WordsRelation[] {
  return tables.flatMap((reading): WordsRelation[] => {
    const codes = new Set(reading.rows.map((it) => it.code));
    const rows = reading.rows.filter((it) => functional.test(it.code) && it.role !== 'header');
    const nested = rows.filter((it) => codes.has(it.code.slice(0, -2)));
    if (nested.length < needed.rows || nested.length < needed.share * rows.length) return [];
    const all = rows.flatMap((row): WordsRelation[] => {
      const column = reading.columns.findLast(
        (it) => it.role === 'code' && /\d/.test(quotedCell(reading, row.index, it.index)?.text ?? ''),
      );
      const words = column ? quotedCell(reading, row.index, column.index) : null;
      const parent = row.code.slice(0, -2);
      return words ? [wordsRelation('codes-nested', words, codes.has(parent), { wanted: parent })] : [];
    });
    return [...failingOrOne(all)];
  });
}
