import { markUncompared } from '../comparisons.js';
import { openForWriting, type Database } from '../database.js';
import { sealDecision } from '../decision-seal.js';
import { settle } from '../editions/settle.js';
import { defaultPatience, guarded } from '../faults.js';
import { seal } from '../seal.js';
import { blockKeys } from '../search/block-key.js';

/** Documents whose editions are told in one go. */
const atOnce = 1000;

/**
 * Erases a document: what was read of it, what others quote of it, decisions on it, its paths, its rows in the ledger and in the
 * index of the search, and the space in the file and its log in which any of it stood. False where there is none. Waits for
 * readers, whose moment would keep it.
 */
export function forgetDocument(path: string, sha256: string): boolean {
  const database = openForWriting(path);
  try {
    return guarded(path, defaultPatience, () => {
      database.pragma('secure_delete = ON');
      const done = database.transaction(() => erase(database, sha256)).immediate();
      if (!done) return false;
      database.exec(`INSERT INTO block_search (block_search) VALUES ('optimize')`);
      database.exec('VACUUM');
      database.pragma('wal_checkpoint(TRUNCATE)');
      return true;
    });
  } finally {
    database.close();
  }
}

interface Reference {
  readonly name: string;
  readonly column: string;
}

function erase(database: Database, sha256: string): boolean {
  const found = database.prepare<[string], { readonly id: number; readonly lineage: string }>(
    'SELECT id, lineage FROM documents WHERE sha256 = ?',
  );
  const document = found.get(sha256);
  if (!document) return false;
  const { id, lineage } = document;
  eraseDecisions(database, sha256);
  eraseQuotations(database, sha256);
  markUncompared(database, id);
  const kin = 'SELECT document FROM editions WHERE report IN (SELECT report FROM editions WHERE document = ?)';
  database.prepare(`INSERT OR IGNORE INTO unsettled (document) ${kin} AND document <> ?`).run(id, id);
  const paths = 'SELECT path FROM paths WHERE document = ?';
  for (const table of ['run_files', 'run_left'])
    database.prepare(`DELETE FROM ${table} WHERE path IN (${paths})`).run(id);
  const keys = database.prepare('DELETE FROM block_search WHERE rowid BETWEEN ? AND ?');
  keys.run(id * blockKeys, (id + 1) * blockKeys - 1);
  for (const { name, column } of references(database))
    database.prepare(`DELETE FROM ${name} WHERE ${column} = ?`).run(id);
  database.prepare('DELETE FROM documents WHERE id = ?').run(id);
  const alone = 'NOT EXISTS (SELECT 1 FROM documents d WHERE d.lineage = finding_numbers.lineage)';
  database.prepare(`DELETE FROM finding_numbers WHERE lineage = ? AND ${alone}`).run(lineage);
  while (settle(database, atOnce));
  return true;
}

/** Every table that refers to documents, with the column that does. */
function references(database: Database): readonly Reference[] {
  const sql = `SELECT m.name, f."from" AS "column" FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f
    WHERE m.type = 'table' AND f."table" = 'documents'`;
  return database.prepare<[], Reference>(sql).all();
}

/** Findings and outcomes of other documents that came of holding them against this one; they are vouched for anew. */
function eraseQuotations(database: Database, sha256: string): void {
  const sql = `SELECT document FROM findings WHERE other = @sha256 UNION SELECT document FROM outcomes WHERE other = @sha256
    UNION SELECT document FROM evidence WHERE other_document = @sha256`;
  const touched = database.prepare<{ sha256: string }, number>(sql).pluck().all({ sha256 });
  const quoting =
    'SELECT 1 FROM evidence e WHERE e.document = findings.document AND e.finding_seq = findings.seq AND e.other_document = ?';
  database.prepare(`DELETE FROM findings WHERE other = ? OR EXISTS (${quoting})`).run(sha256, sha256);
  database.prepare('DELETE FROM outcomes WHERE other = ?').run(sha256);
  for (const document of touched) {
    database.prepare(`UPDATE compared SET basis = '' WHERE document = ?`).run(document);
    seal(database, document, ['findings']);
  }
}

/** Events form a chain: those that stay are sealed again from the first that goes. */
function eraseDecisions(database: Database, sha256: string): void {
  const gone = database
    .prepare<[string], number | null>('SELECT min(id) FROM decisions WHERE document = ?')
    .pluck()
    .get(sha256);
  if (gone === null || gone === undefined) return;
  database
    .prepare(
      'UPDATE decisions SET undoes = NULL WHERE undoes IN (SELECT id FROM decisions WHERE document = ?) AND document <> ?',
    )
    .run(sha256, sha256);
  database.prepare('DELETE FROM decisions WHERE document = ?').run(sha256);
  const left = database
    .prepare<[number], number>('SELECT id FROM decisions WHERE id > ? AND seal IS NOT NULL ORDER BY id')
    .pluck();
  for (const id of left.all(gone)) sealDecision(database, id);
  const last = 'coalesce((SELECT max(id) FROM decisions), 0)';
  database.prepare(`UPDATE sqlite_sequence SET seq = ${last} WHERE name = 'decisions'`).run();
}
