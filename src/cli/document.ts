import { resolve } from 'node:path';
import { GoujiError } from '../model/error.js';
import { shownPath } from '../pipeline/import/shown-path.js';
import type { DocumentSummary, Store } from '../store/store.js';

const most = 5;

/** The one document of the database that words name. Throws DOCUMENT_UNKNOWN and DOCUMENT_AMBIGUOUS. */
export async function documentOf(document: string, store: Store): Promise<DocumentSummary> {
  let found = await store.findDocuments(shownPath(resolve(document)));
  // as the store shows it, where that is not how the file is called
  if (found.length === 0) found = await store.findDocuments(resolve(document));
  if (found.length === 0) found = await store.findDocuments(document);
  const [only] = found;
  if (!only || document === '') throw new GoujiError('DOCUMENT_UNKNOWN', { document });
  // editions of one report are named as one
  const first = found.reduce((best, it) => (it.edition < best.edition ? it : best), only);
  if (found.every(({ report }) => report === only.report)) return first;
  const matches = found.slice(0, most).map((it) => it.path ?? it.sha256.slice(0, 12));
  throw new GoujiError('DOCUMENT_AMBIGUOUS', {
    document,
    count: found.length,
    matches: matches.join(', ') + (found.length > most ? ', …' : ''),
  });
}
