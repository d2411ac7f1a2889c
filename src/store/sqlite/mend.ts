import { GoujiError } from '../../model/error.js';
import type { DocumentSummary } from '../store.js';
import type { Database } from './database.js';
import { clearFailure } from './failed-reads.js';
import { summary, summaryColumns, type DocumentRow } from './find.js';
import { prepared } from './prepared.js';
import { isWhole } from './verify.js';

/**
 * Has every document that is not as it was stored read again by the next import of its files, which puts what they say in its
 * place; decisions are no part of a document and stay. Throws STORE_CORRUPT, and changes nothing, where SQLite itself finds the
 * database damaged: writing to such a one can destroy what could still be saved.
 */
export function mend(database: Database): readonly DocumentSummary[] {
  const torn = database.prepare<[], string>('PRAGMA quick_check').pluck().get();
  if (torn !== 'ok') throw new GoujiError('STORE_CORRUPT', { path: database.name, reason: torn ?? '?' });
  const sql = `SELECT ${summaryColumns} FROM documents d ORDER BY path, d.id`;
  const changed = prepared<DocumentRow>(database, sql)
    .all()
    .filter(({ document, sha256 }) => !isWhole(database, document, sha256));
  // no rules are called that, so that it counts as judged by others than those of the import
  const forget = prepared(database, `UPDATE documents SET rules = '' WHERE id = ?`);
  for (const { document } of changed) {
    forget.run(document);
    // or what failed since it was read would keep it from being tried
    clearFailure(database, document);
  }
  return changed.map(summary);
}
