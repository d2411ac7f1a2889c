import { word } from '../../model/words.js';
import type { Language } from '../../model/catalogue.js';
import type { DocumentSummary } from '../../store/store.js';

const most = 5;

/** A line for each document that shows an earlier reading, since the last attempt failed; empty when there is none. */
export async function staleText(documents: Iterable<DocumentSummary>, language: Language): Promise<string> {
  const lines = [...documents].flatMap(({ stale, path, file }) =>
    stale ? [word('staleReading', language, { document: path ?? file, ...stale })] : [],
  );
  const rest = lines.length - most;
  const shown = rest > 0 ? [...lines.slice(0, most), word('moreStale', language, { count: rest })] : lines;
  return shown.map((line) => `${line}\n`).join('');
}
