import type { Problem } from '../../model/problem.js';
import type { Comparable, ComparedDocument, StoredComparison, Uncompared } from '../store.js';
import type { Database } from './database.js';
import { evidenceRows, findingRows, outcomeRows } from './finding-rows.js';
import { numberFindings } from './finding-numbers.js';
import { prepared } from './prepared.js';
import { fromJsonIfWhole, insert } from './row-shape.js';
import { broken, isSealed, seal } from './seal.js';

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

export function comparable(database: Database, organisation: string): readonly Comparable[] {
  const sql = `SELECT d.sha256, d.file, d.title, d.report_kind AS kind, d.report_year AS year, d.rules, d.state, c.basis, c.problems,
      (SELECT min(p.path) FROM paths p WHERE p.document = d.id AND p.current = 1) AS path
    FROM documents d LEFT JOIN compared c ON c.document = d.id WHERE d.organisation = ? ORDER BY d.sha256`;
  type Row = Omit<Comparable, 'held' | 'problems'> & { readonly state: string; readonly problems: string | null };
  return prepared<Row>(database, sql)
    .all(organisation)
    .map(({ state, problems, basis, ...row }) => {
      const held = row.path !== null && (state === 'ok' || state === 'ok_partial');
      const told = problems === null ? [] : (fromJsonIfWhole(problems) as Problem[] | null);
      return { ...row, held, basis: told === null ? '' : basis, problems: told ?? [] };
    });
}

export function headingTitles(database: Database, sha256: string): readonly string[] {
  const sql = `SELECT h.title FROM headings h JOIN documents d ON d.id = h.document WHERE d.sha256 = ? ORDER BY h.seq`;
  return prepared<{ readonly title: string }>(database, sql)
    .all(sha256)
    .map(({ title }) => title);
}

/**
 * Says false, and does nothing, when documents of the organisation changed meanwhile. A document that is not as it was stored
 * stays so: what was found between it and others is never vouched for together with its damage.
 */
export function saveCompared(database: Database, run: number, of: Uncompared, compared: ComparedDocument): boolean {
  const asked = 'SELECT 1 FROM uncompared WHERE organisation = ? AND generation = ?';
  if (!prepared(database, asked).get(of.organisation, of.generation)) return false;
  const { sha256, basis, comparisons, problems } = compared;
  const found = prepared<{ readonly id: number }>(database, 'SELECT id FROM documents WHERE sha256 = ?').get(sha256);
  if (!found) return false;
  const document = found.id;
  const whole = isSealed(database, document) && broken(database, document, ['findings']).length === 0;
  for (const table of ['findings', 'outcomes'])
    prepared(database, `DELETE FROM ${table} WHERE document = ? AND other IS NOT NULL`).run(document);
  prepared(database, 'DELETE FROM compared WHERE document = ?').run(document);
  for (const comparison of comparisons) insertComparison(database, document, comparison);
  if (basis !== null) insert(database, 'compared', { document, basis, problems: JSON.stringify(problems) });
  if (whole) seal(database, document, ['findings']);
  numberFindings(database, run, document);
  return true;
}

/** After the rows of the report itself and of the comparisons before it. */
function insertComparison(database: Database, document: number, { other, outcomes, findings }: StoredComparison): void {
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
}

/** An organisation whose documents changed meanwhile stays. */
export function endComparing(database: Database, done: readonly Uncompared[]): void {
  const end = prepared(database, 'DELETE FROM uncompared WHERE organisation = ? AND generation = ?');
  for (const { organisation, generation } of done) end.run(organisation, generation);
}
