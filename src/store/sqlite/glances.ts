import type { Severity } from '../../model/report.js';
import type { FindingGlance } from '../glance.js';
import type { DocumentSummary } from '../store.js';
import type { Database } from './database.js';
import { reviewOf } from './decisions.js';
import { summary, summaryColumns, type DocumentRow } from './find.js';

const heldNow = 'EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND p.current = 1)';
const listed = `SELECT ${summaryColumns} FROM documents d WHERE ${heldNow} ORDER BY path, d.id`;

interface Row {
  readonly seq: number;
  readonly id: string;
  readonly subject: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly params: string;
  readonly number: number;
}
const ofDocument = `SELECT n.seq, n.id, n.subject, n.rule, n.severity, n.message, n.params,
    (SELECT min(m.number) FROM kindred k JOIN finding_numbers m ON m.lineage = k.lineage AND m.finding = n.id WHERE k.document = n.document) AS number
  FROM findings n WHERE n.document = ? ORDER BY n.seq`;

export function generation(database: Database): number {
  return Number(database.pragma('data_version', { simple: true }));
}

export function* held(database: Database): Generator<DocumentSummary> {
  for (const row of database.prepare<[], DocumentRow>(listed).iterate()) yield summary(row);
}

/** Document by document; only where anything was decided on a report is it asked what of each of its findings. */
export function* glances(database: Database): Generator<FindingGlance> {
  const ids = (sql: string): ReadonlySet<number> => new Set(database.prepare(sql).pluck().all() as number[]);
  const decided = ids('SELECT DISTINCT k.document FROM decisions c JOIN kindred k ON k.lineage = c.lineage');
  const later = ids('SELECT document FROM editions WHERE edition > 1');
  const repeated = database.prepare<[number], number>('SELECT seq FROM repeated_findings WHERE document = ?').pluck();
  const findings = database.prepare<[number], Row>(ofDocument);
  for (const row of database.prepare<[], DocumentRow>(listed).iterate()) {
    const document = summary(row);
    const left = new Set(later.has(row.document) ? repeated.all(row.document) : []);
    for (const { seq, id, subject, ...shown } of findings.all(row.document)) {
      if (left.has(seq)) continue;
      const about = { document: row.document, id, subject };
      const status = decided.has(row.document) ? reviewOf(database, about).status : 'open';
      yield { ...shown, finding: id, document, status };
    }
  }
}
