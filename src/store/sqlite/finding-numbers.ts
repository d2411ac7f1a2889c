import type { Database } from './database.js';
import { prepared } from './prepared.js';

/** Gives a number to each finding of a document that no version of its report had before, and remembers the run. */
export function numberFindings(database: Database, run: number, document: number): void {
  prepared(
    database,
    `INSERT INTO finding_numbers (lineage, finding, run)
     SELECT d.lineage, n.id, ? FROM findings n JOIN documents d ON d.id = n.document WHERE d.id = ?
       AND NOT EXISTS (SELECT 1 FROM finding_numbers m WHERE m.lineage = d.lineage AND m.finding = n.id)
     ORDER BY n.seq`,
  ).run(run, document);
}
