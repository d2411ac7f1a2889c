import { severities, type Finding, type Severity, type State } from '../../model/report.js';
import type { DocumentSummary, FindingFilter, SeverityCounts, StoredFinding } from '../store.js';
import type { Database } from './database.js';
import { reviewOf } from './decisions.js';
import { evidenceRows, findingRows } from './finding-rows.js';
import { prepared } from './prepared.js';
import type { Row } from './row-shape.js';
import { madeFrom, mustBeWhole } from './seal.js';

export interface DocumentRow {
  readonly document: number;
  readonly sha256: string;
  readonly file: string;
  readonly path: string | null;
  readonly state: State;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly report_year: number | null;
  readonly stale_code: string | null;
  readonly stale_run: number | null;
}

export const summaryColumns = `d.id AS document, d.sha256, d.file, d.state, d.title, d.organisation, d.report_year,
  (SELECT min(p.path) FROM paths p WHERE p.document = d.id AND p.current = 1) AS path,
  (SELECT f.code FROM failed_reads f WHERE f.document = d.id AND d.state IN ('ok', 'ok_partial')) AS stale_code,
  (SELECT f.run FROM failed_reads f WHERE f.document = d.id) AS stale_run`;

export function summary(row: DocumentRow): DocumentSummary {
  const { sha256, file, path, state, title, organisation, report_year: reportYear, stale_code: code } = row;
  const stale = code === null ? null : { code, run: Number(row.stale_run) };
  return { sha256, file, path, state, title, organisation, reportYear, stale };
}

/** The first way of naming a document that finds any wins. */
export function findDocuments(database: Database, words: string): readonly DocumentSummary[] {
  const ways: readonly string[] = [
    'EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND p.current = 1 AND p.path = @words)',
    'length(@words) >= 4 AND substr(d.sha256, 1, length(@words)) = lower(@words)',
    'd.file = @words OR d.title = @words',
    'instr(d.title, @words) > 0 OR instr(d.file, @words) > 0',
  ];
  for (const way of ways) {
    const sql = `SELECT ${summaryColumns} FROM documents d WHERE ${way} ORDER BY path IS NULL, path, d.sha256`;
    const rows = prepared<DocumentRow>(database, sql).all({ words });
    if (rows.length > 0) return rows.map(summary);
  }
  return [];
}

/**
 * Row by row, so that a million findings need no more memory than one. Throws STORE_DOCUMENT_DAMAGED at a document of which
 * what is listed is not as it was saved.
 */
export function* findings(database: Database, filter: FindingFilter): Generator<StoredFinding> {
  const { severities: wanted, rule, id, document, statuses, fresh } = filter;
  const sql = `SELECT ${summaryColumns}, d.lineage, n.* FROM findings n JOIN documents d ON d.id = n.document
    WHERE EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND p.current = 1)
      AND (@severities IS NULL OR n.severity IN (SELECT value FROM json_each(@severities)))
      AND (@rule IS NULL OR n.rule = @rule)
      AND (@id IS NULL OR substr(n.id, 1, length(@id)) = @id)
      AND (@document IS NULL OR d.sha256 = @document)
      AND (@fresh = 0 OR EXISTS (SELECT 1 FROM first_met m
        WHERE m.lineage = d.lineage AND m.finding = n.id AND m.run = (SELECT max(id) FROM runs)))
    ORDER BY path, n.document, n.seq`;
  const evidence = database.prepare<unknown[], Row>(
    'SELECT * FROM evidence WHERE document = ? AND finding_seq = ? ORDER BY seq',
  );
  const values = {
    severities: wanted ? JSON.stringify(wanted) : null,
    rule: rule ?? null,
    id: id ?? null,
    document: document ?? null,
    fresh: fresh ? 1 : 0,
  };
  let whole = 0;
  for (const row of database.prepare<unknown[], DocumentRow & Row>(sql).iterate(values)) {
    if (row.document !== whole) mustBeWhole(database, row.document, row.sha256, ['findings']);
    whole = row.document;
    const about = { lineage: String(row['lineage']), document: row.document, id: String(row['id']) };
    const review = reviewOf(database, { ...about, subject: String(row['subject']) });
    if (statuses && !statuses.includes(review.status)) continue;
    const finding = madeFrom(database, row.sha256, () => {
      const shown = evidence.all(row.document, row['seq']).map(evidenceRows.fromRow);
      return Object.assign(findingRows.fromRow(row), { evidence: shown });
    });
    yield { document: summary(row), finding: finding as unknown as Finding, review };
  }
}

export function countFindings(database: Database, run: number): SeverityCounts {
  const sql = `SELECT severity, count(*) AS count FROM findings
    WHERE document IN (SELECT document FROM run_files WHERE run = ?) GROUP BY severity`;
  const rows = prepared<{ readonly severity: Severity; readonly count: number }>(database, sql).all(run);
  const counts = new Map(rows.map(({ severity, count }) => [severity, count]));
  return Object.fromEntries(severities.map((severity) => [severity, counts.get(severity) ?? 0])) as SeverityCounts;
}

export function countDocuments(database: Database): number {
  return prepared<{ readonly count: number }>(database, 'SELECT count(*) AS count FROM documents').get()?.count ?? 0;
}
