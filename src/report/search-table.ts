import Table from 'cli-table3';
import type { Language } from '../model/catalogue.js';
import { word } from '../model/words.js';
import { visible } from '../model/visible.js';
import { wrap } from './wrap.js';

/** One block that a search found, as people read it. */
export interface SearchRow {
  readonly document: string;
  readonly page: number | null;
  readonly headings: readonly string[];
  readonly snippet: string;
}

const narrow = { page: 6, borders: 5, padding: 2 };

/** Hits for a terminal of a width: document, page, headings and the words found, nothing cut. */
export function searchTable(rows: readonly SearchRow[], language: Language, width: number): string {
  const rest = Math.max(48, width - narrow.borders - narrow.page);
  const side = Math.floor(rest / 4);
  const head = (['document', 'page', 'heading', 'text'] as const).map((key) => word(key, language));
  const table = new Table({ head, style: { head: [], border: [] } });
  for (const { document, page, headings, snippet } of rows) {
    table.push([
      wrap(visible(document), side - narrow.padding),
      page === null ? '' : String(page),
      wrap(visible(headings.join(' › ')), side - narrow.padding),
      wrap(visible(snippet), rest - 2 * side - narrow.padding),
    ]);
  }
  return table.toString();
}
