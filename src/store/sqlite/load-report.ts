import { reportSchema, type Report } from '../../model/report.js';
import type { Database } from './database.js';
import { factRows, figureRows } from './figure-rows.js';
import { evidenceRows, findingRows, outcomeRows } from './finding-rows.js';
import { indicatorRows } from './indicator-rows.js';
import { fromJson, type Row, type RowShape } from './row-shape.js';
import { madeFrom, mustBeWhole } from './seal.js';
import { blockRows, cellRows, headingRows, tableRows } from './structure-rows.js';

function rowsOf(database: Database, table: string, document: number, order = 'seq'): Row[] {
  // what holding documents against each other found is not the report's own
  const own = table === 'findings' || table === 'outcomes' ? 'AND other IS NULL' : '';
  const sql = `SELECT * FROM ${table} WHERE document = ? ${own} ORDER BY ${order}`;
  return database.prepare<[number], Row>(sql).all(document);
}

type Item = Record<string, unknown>;

/** `more` are the fields that lie in another table, given the item's place in the list. */
function listOf<T>(database: Database, shape: RowShape<T>, document: number, more?: (at: number) => Item): Item[] {
  const items = rowsOf(database, shape.table, document).map(shape.fromRow);
  if (more) items.forEach((item, at) => Object.assign(item, more(at)));
  return items;
}

/** Items by the `seq` of what they belong to. */
function groupOf<T>(database: Database, shape: RowShape<T>, owner: string, document: number): Map<number, Item[]> {
  const groups = new Map<number, Item[]>();
  for (const row of rowsOf(database, shape.table, document, owner === 'seq' ? 'seq' : `${owner}, seq`)) {
    const key = Number(row[owner]);
    const group = groups.get(key);
    if (group) group.push(shape.fromRow(row));
    else groups.set(key, [shape.fromRow(row)]);
  }
  return groups;
}

/**
 * Rebuilds the report of a content from its rows, which lie in order of their keys; null when it is not stored. Throws
 * STORE_DOCUMENT_DAMAGED for one that is not as it was saved: nothing is shown, or held against others, that no file said.
 */
export function loadReport(database: Database, sha256: string): Report | null {
  const row = database.prepare<[string], Row>('SELECT * FROM documents WHERE sha256 = ?').get(sha256);
  if (!row) return null;
  mustBeWhole(database, Number(row['id']), sha256);
  return madeFrom(database, sha256, () => reportOf(database, sha256, row));
}

/** Null for a file that was not read, and for one that was stored before documents said which report they are. */
function identityOf({ period, scope, subject, corrected, report_key: key }: Row): Item | null {
  return corrected === null ? null : { period, scope, subject, corrected: corrected === 1, key };
}

function reportOf(database: Database, sha256: string, row: Row): Report {
  const document = Number(row['id']);
  const facts = groupOf(database, factRows, 'seq', document);
  const cells = groupOf(database, cellRows, 'table_seq', document);
  const evidence = groupOf(database, evidenceRows, 'finding_seq', document);
  return reportSchema.parse({
    schemaVersion: row['schema_version'],
    file: row['file'],
    sha256,
    format: row['format'],
    state: row['state'],
    problems: fromJson(row['problems']),
    title: row['title'],
    organisation: row['organisation'],
    reportKind: row['report_kind'],
    reportYear: row['report_year'],
    filledOn: row['filled_on'],
    identity: identityOf(row),
    pages: row['pages'],
    headings: listOf(database, headingRows, document),
    blocks: listOf(database, blockRows, document),
    tables: listOf(database, tableRows, document, (at) => ({ cells: cells.get(at) ?? [] })),
    figures: listOf(database, figureRows, document, (at) => ({ fact: facts.get(at)?.[0] ?? null })),
    indicators: listOf(database, indicatorRows, document),
    outcomes: listOf(database, outcomeRows, document),
    findings: listOf(database, findingRows, document, (at) => ({ evidence: evidence.get(at) })),
  });
}
