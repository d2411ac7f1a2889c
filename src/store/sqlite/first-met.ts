import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** Remembers the run for those findings of a document that no version of its report had before. */
export function metFirst(database: Database, run: number, document: number): void {
  prepared(
    database,
    `INSERT OR IGNORE INTO first_met (lineage, finding, run)
     SELECT d.lineage, n.id, ? FROM findings n JOIN documents d ON d.id = n.document WHERE d.id = ?`,
  ).run(run, document);
}
