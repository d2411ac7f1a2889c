import { GoujiError } from '../../model/error.js';
import { valueE4 } from '../../model/value-e4.js';
import type { Database } from './database.js';
import { decisionFaults } from './decision-seal.js';
import { loadReport } from './load-report.js';
import { broken, isSealed } from './seal.js';
import { blockKeys } from './search/block-key.js';

/** Most faults of one sort that are named: a damaged page breaks many rows in one way. */
const most = 20;

const queries: readonly [fault: string, sql: string][] = [
  ['document without a path', 'SELECT sha256 AS what FROM documents WHERE id NOT IN (SELECT document FROM paths)'],
  [
    'file in the ledger without its document',
    // an archive is no document: those in it have rows of their own
    `SELECT path AS what FROM run_files WHERE document IS NULL AND state IN ('ok', 'ok_partial', 'duplicate', 'unchanged', 'moved', 'wordless')
       AND code IS NOT 'ARCHIVE_OPENED' AND code IS NOT 'ARCHIVE_DAMAGED'`,
  ],
  [
    'block that a search cannot find',
    `SELECT document || ' ' || id AS what FROM blocks WHERE kind <> 'furniture'
       AND document * ${blockKeys} + seq NOT IN (SELECT id FROM block_search_docsize)`,
  ],
  [
    'finding without a number',
    `SELECT n.id AS what FROM findings n JOIN documents d ON d.id = n.document
     WHERE NOT EXISTS (SELECT 1 FROM finding_numbers m WHERE m.lineage = d.lineage AND m.finding = n.id)`,
  ],
  [
    'path without a current version',
    `SELECT path AS what FROM paths GROUP BY path HAVING sum(current OR missing_since IS NOT NULL) <> 1
       OR max(version) <> max(version * (current OR missing_since IS NOT NULL))`,
  ],
];

/** What is wrong with a database, each in a few words; empty when all is well. */
export function verify(database: Database): readonly string[] {
  const integrity = database.prepare<[], { readonly integrity_check: string }>('PRAGMA integrity_check').all();
  const torn = integrity.map((row) => row.integrity_check).filter((it) => it !== 'ok');
  if (torn.length > 0) return torn.slice(0, most);
  const foreign = database.prepare<[], { readonly table: string; readonly parent: string }>('PRAGMA foreign_key_check');
  return [
    ...foreign.all().map(({ table, parent }) => `row of ${table} without its ${parent}`),
    ...queries.flatMap(([fault, sql]) =>
      database
        .prepare<[], { readonly what: string }>(`${sql} LIMIT ${most}`)
        .all()
        .map(({ what }) => `${fault}: ${what}`),
    ),
    ...wrongAmounts(database),
    ...changedDocuments(database),
    ...decisionFaults(database),
  ].slice(0, most);
}

/** The integer beside an amount says the same as its text. */
function* wrongAmounts(database: Database): Generator<string> {
  const sql = 'SELECT document, id, value, value_e4 FROM figures';
  type Amount = {
    readonly document: bigint;
    readonly id: string;
    readonly value: string;
    readonly value_e4: bigint | null;
  };
  for (const { document, id, value, value_e4: e4 } of database.prepare<[], Amount>(sql).safeIntegers().iterate()) {
    if (valueE4(value) !== e4) yield `amount of ${id} in document ${document}: ${value} beside ${e4}`;
  }
}

/** Documents that are not as they were stored. */
function* changedDocuments(database: Database): Generator<string> {
  type Found = { readonly id: number; readonly sha256: string };
  for (const { id, sha256 } of database.prepare<[], Found>('SELECT id, sha256 FROM documents ORDER BY id').all()) {
    if (!isWhole(database, id, sha256)) yield `document that is not as it was stored: ${sha256}`;
  }
}

/** Whether a document is as it was stored; one from before there were seals, whether a report can be made of it. */
export function isWhole(database: Database, document: number, sha256: string): boolean {
  return isSealed(database, document) ? broken(database, document).length === 0 : isReadable(database, sha256);
}

function isReadable(database: Database, sha256: string): boolean {
  try {
    return loadReport(database, sha256) !== null;
  } catch (error) {
    if (error instanceof GoujiError) return false;
    throw error;
  }
}
