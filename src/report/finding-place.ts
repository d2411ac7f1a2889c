import type { Language } from '../model/catalogue.js';
import { word } from '../model/words.js';

/** Where in a document a finding stands. Table numbers count from 1, rows and columns from 0. */
export interface FindingPlace {
  /** Outermost first. */
  readonly headings: readonly string[];
  readonly page: number | null;
  readonly table: {
    readonly number: number;
    readonly title: string | null;
    readonly row: number;
    readonly col: number;
  } | null;
}

/** The innermost heading, and table, row and column or the page, a line each; empty where neither is known. */
export function placeText({ headings, page, table }: FindingPlace, language: Language): string {
  const inTable =
    table &&
    word('tablePlace', language, {
      table: table.number,
      title: table.title === null ? '' : `《${table.title}》`,
      row: table.row + 1,
      column: table.col + 1,
    });
  const onPage = page === null ? null : word('pagePlace', language, { page });
  const where = [inTable, onPage].filter((it) => it !== null).join(word('placesBetween', language));
  return [headings.at(-1) ?? '', where].filter((it) => it !== '').join('\n');
}
