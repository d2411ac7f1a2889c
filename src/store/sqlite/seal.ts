import { createHash } from 'node:crypto';
import { GoujiError } from '../../model/error.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';
import { rowText } from './row-text.js';

/** What listings show of a document, and all else that is stored of it: so that a listing need not read the whole. */
type Part = 'content' | 'findings';
const tables: Readonly<Record<Part, readonly string[]>> = {
  content: ['blocks', 'headings', 'tables', 'cells', 'figures', 'facts', 'indicators', 'coverage'],
  findings: ['documents', 'outcomes', 'findings', 'evidence'],
};
const parts = Object.keys(tables) as readonly Part[];

/** Keys differ from one database to the next, and the lineage changes with what else is stored. */
const left = ['document', 'id', 'lineage'];

/** The checksum of the rows of a part as they stand. */
function sealOf(database: Database, document: number, part: Part): string {
  const hash = createHash('sha256');
  for (const table of tables[part]) {
    const own = table === 'documents';
    const text = rowText(database, table, own ? 'id = ?' : 'document = ?', document, own ? left : ['document']);
    hash.update(`${table}\n${text}\n`);
  }
  return hash.digest('hex');
}

/** Vouches for rows that were just written, in the transaction that wrote them. */
export function seal(database: Database, document: number, which: readonly Part[] = parts): void {
  const set = prepared(database, 'INSERT OR REPLACE INTO seals (document, part, seal) VALUES (?, ?, ?)');
  for (const part of which) set.run(document, part, sealOf(database, document, part));
}

/** Whether a document has been vouched for; what was stored before there were seals has not. */
export const isSealed = (database: Database, document: number): boolean =>
  prepared(database, 'SELECT 1 FROM seals WHERE document = ?').get(document) !== undefined;

/** The parts of a document that are not as they were written; none for what was stored before there were seals. */
export function broken(database: Database, document: number, which: readonly Part[] = parts): readonly Part[] {
  const sql = 'SELECT part, seal FROM seals WHERE document = ?';
  const seals = prepared<{ readonly part: Part; readonly seal: string }>(database, sql).all(document);
  return seals
    .filter((it) => which.includes(it.part) && sealOf(database, document, it.part) !== it.seal)
    .map(({ part }) => part);
}

/** Throws STORE_DOCUMENT_DAMAGED where a document is not as it was written, before anything of it is shown or judged by. */
export function mustBeWhole(database: Database, document: number, sha256: string, which?: readonly Part[]): void {
  const [part] = broken(database, document, which);
  if (part !== undefined) throw damaged(database, sha256, part);
}

/** Rows from which no report can be made: damage that there is no seal to tell of. */
function damaged(database: Database, sha256: string, reason: string, cause?: unknown): GoujiError {
  const params = { path: database.name, document: sha256.slice(0, 12), reason };
  return new GoujiError('STORE_DOCUMENT_DAMAGED', params, { cause });
}

/** Makes a report, or a part of one, from rows. Throws STORE_DOCUMENT_DAMAGED where they hold no such thing. */
export function madeFrom<T>(database: Database, sha256: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof SyntaxError) && !(error instanceof Error && error.name.endsWith('ZodError'))) throw error;
    throw damaged(database, sha256, error.name, error);
  }
}
