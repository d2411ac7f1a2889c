import type { StoredComparison, Uncompared } from '../store.js';
import type { Database } from './database.js';
import { evidenceRows, findingRows, outcomeRows } from './finding-rows.js';
import { metFirst } from './first-met.js';
import { prepared } from './prepared.js';
import { insert } from './row-shape.js';

export function uncompared(database: Database): readonly Uncompared[] {
  const sql = 'SELECT organisation, generation FROM uncompared ORDER BY organisation';
  return prepared<Uncompared>(database, sql).all();
}

/** The organisation of a document that changed, came or went. */
export function markUncompared(database: Database, document: number): void {
  prepared(
    database,
    `INSERT INTO uncompared (organisation, generation)
     SELECT organisation, 1 FROM documents WHERE id = ? AND organisation IS NOT NULL
     ON CONFLICT (organisation) DO UPDATE SET generation = generation + 1`,
  ).run(document);
}

/** Takes the place of all that was found between documents of an organisation before; nothing happens when they changed meanwhile. */
export function saveComparisons(
  database: Database,
  run: number,
  { organisation, generation }: Uncompared,
  comparisons: readonly StoredComparison[],
): void {
  const done = prepared(database, 'DELETE FROM uncompared WHERE organisation = ? AND generation = ?');
  if (done.run(organisation, generation).changes === 0) return;
  for (const table of ['findings', 'outcomes']) {
    const sql = `DELETE FROM ${table} WHERE other IS NOT NULL AND document IN (SELECT id FROM documents WHERE organisation = ?)`;
    prepared(database, sql).run(organisation);
  }
  for (const { document: sha256, other, outcomes, findings } of comparisons) {
    const found = prepared<{ readonly id: number }>(database, 'SELECT id FROM documents WHERE sha256 = ?').get(sha256);
    if (!found) continue;
    const document = found.id;
    const next = (table: string): number =>
      prepared<{ readonly next: number }>(
        database,
        `SELECT coalesce(max(seq), -1) + 1 AS next FROM ${table} WHERE document = ?`,
      ).get(document)?.next ?? 0;
    const firstOutcome = next('outcomes');
    outcomes.forEach((outcome, at) =>
      insert(database, 'outcomes', { document, seq: firstOutcome + at, other, ...outcomeRows.toRow(outcome) }),
    );
    const firstFinding = next('findings');
    findings.forEach((finding, at) => {
      const seq = firstFinding + at;
      insert(database, 'findings', { document, seq, other, ...findingRows.toRow(finding) });
      finding.evidence.forEach((it, place) =>
        insert(database, 'evidence', { document, finding_seq: seq, seq: place, ...evidenceRows.toRow(it) }),
      );
    });
    metFirst(database, run, document);
  }
}
