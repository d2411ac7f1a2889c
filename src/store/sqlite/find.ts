import { severities, type Severity, type State } from '../../model/report.js';
import type { DocumentFilter, DocumentSummary, SeverityCounts } from '../store.js';
import type { Database } from './database.js';
import { prepared } from './prepared.js';

export interface DocumentRow {
  readonly document: number;
  readonly sha256: string;
  readonly file: string;
  readonly path: string | null;
  readonly missing: string | null;
  readonly state: State;
  readonly title: string | null;
  readonly organisation: string | null;
  readonly report_kind: string | null;
  readonly report_year: number | null;
  readonly report_subject: string | null;
  readonly edition: number | null;
  readonly report: string | null;
  readonly stale_code: string | null;
  readonly stale_run: number | null;
}

export const summaryColumns = `d.id AS document, d.sha256, d.file, d.state, d.title, d.organisation, d.report_kind, d.report_year, d.subject AS report_subject,
  (SELECT e.edition FROM editions e WHERE e.document = d.id) AS edition,
  (SELECT o.sha256 FROM editions e JOIN documents o ON o.id = e.report WHERE e.document = d.id) AS report,
  (SELECT min(p.path) FROM paths p WHERE p.document = d.id AND p.current = 1) AS path,
  (SELECT json_object('path', p.path, 'since', p.missing_since) FROM paths p WHERE p.document = d.id AND p.missing_since IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM paths n WHERE n.document = d.id AND n.current = 1)
    ORDER BY p.moved_to IS NOT NULL, p.missing_since DESC, p.path LIMIT 1) AS missing,
  (SELECT f.code FROM failed_reads f WHERE f.document = d.id AND d.state IN ('ok', 'ok_partial')) AS stale_code,
  (SELECT f.run FROM failed_reads f WHERE f.document = d.id) AS stale_run`;

export function summary(row: DocumentRow): DocumentSummary {
  const { sha256, file, path, state, title, organisation, report_kind: reportKind, stale_code: code } = row;
  const { report_year: reportYear, report_subject: reportSubject } = row;
  const stale = code === null ? null : { code, run: Number(row.stale_run) };
  const { edition, report } = row;
  const missing = row.missing === null ? null : (JSON.parse(row.missing) as DocumentSummary['missing']);
  const about = { title, organisation, reportKind, reportYear, reportSubject };
  return { sha256, file, path, missing, state, ...about, edition: edition ?? 1, report: report ?? sha256, stale };
}

/** The first way of naming a document that finds any wins. */
export function findDocuments(database: Database, words: string): readonly DocumentSummary[] {
  const ways: readonly string[] = [
    'EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND (p.current = 1 OR p.missing_since IS NOT NULL) AND p.path = @words)',
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

export function documents(database: Database, filter: DocumentFilter): readonly DocumentSummary[] {
  const { year, organisation, reportKind, repeated } = filter;
  const sql = `SELECT ${summaryColumns} FROM documents d
    WHERE d.state IN ('ok', 'ok_partial') AND EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND p.current = 1)
      AND (@year IS NULL OR d.report_year = @year)
      AND (@organisation IS NULL OR instr(d.organisation, @organisation) > 0)
      AND (@kind IS NULL OR d.report_kind = @kind)
      AND (@repeated = 1 OR coalesce((SELECT e.edition FROM editions e WHERE e.document = d.id), 1) = 1)
    ORDER BY path, d.sha256`;
  const values = {
    year: year ?? null,
    organisation: organisation ?? null,
    kind: reportKind ?? null,
    repeated: repeated ? 1 : 0,
  };
  return prepared<DocumentRow>(database, sql).all(values).map(summary);
}

export function countFindings(database: Database, run: number): SeverityCounts {
  const sql = `SELECT severity, count(*) AS count FROM findings n
    WHERE document IN (SELECT document FROM run_files WHERE run = ?)
      AND NOT EXISTS (SELECT 1 FROM repeated_findings r WHERE r.document = n.document AND r.seq = n.seq) GROUP BY severity`;
  const rows = prepared<{ readonly severity: Severity; readonly count: number }>(database, sql).all(run);
  const counts = new Map(rows.map(({ severity, count }) => [severity, count]));
  return Object.fromEntries(severities.map((severity) => [severity, counts.get(severity) ?? 0])) as SeverityCounts;
}

export function countWorseRead(database: Database): number {
  const sql = `SELECT count(*) AS count FROM repeated_findings r JOIN findings n ON n.document = r.document AND n.seq = r.seq
    WHERE NOT EXISTS (SELECT 1 FROM editions own JOIN editions e ON e.report = own.report AND e.document <> own.document
      JOIN findings same ON same.document = e.document AND same.id = n.id WHERE own.document = n.document)`;
  return prepared<{ readonly count: number }>(database, sql).get()?.count ?? 0;
}

export function countDocuments(database: Database): number {
  return prepared<{ readonly count: number }>(database, 'SELECT count(*) AS count FROM documents').get()?.count ?? 0;
}
