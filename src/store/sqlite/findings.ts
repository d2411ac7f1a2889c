import type { Evidence, Finding } from '../../model/report.js';
import type { FindingFilter, StoredFinding } from '../store.js';
import { Addresses } from './addresses.js';
import type { Database } from './database.js';
import { reviewOf } from './decisions.js';
import { summary, summaryColumns, type DocumentRow } from './find.js';
import { evidenceRows, findingRows } from './finding-rows.js';
import { prepared } from './prepared.js';
import type { Row } from './row-shape.js';
import { madeFrom, mustBeWhole } from './seal.js';

/** The least number of a finding among the editions of its report: the one that it had first. */
const numbered = `FROM kindred k JOIN finding_numbers m ON m.lineage = k.lineage AND m.finding = n.id WHERE k.document = n.document`;

const conditions = `(@missing = 1 OR EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND p.current = 1))
  AND (@severities IS NULL OR n.severity IN (SELECT value FROM json_each(@severities)))
  AND (@rule IS NULL OR n.rule = @rule)
  AND (@id IS NULL OR substr(n.id, 1, length(@id)) = @id)
  AND (@number IS NULL OR EXISTS (SELECT 1 ${numbered} AND m.number = @number))
  AND (@document IS NULL OR d.sha256 = @document)
  AND (@year IS NULL OR d.report_year = @year)
  AND (@organisation IS NULL OR instr(d.organisation, @organisation) > 0)
  AND (@kind IS NULL OR d.report_kind = @kind)
  AND (@repeated = 1 OR @document IS NOT NULL OR NOT EXISTS (SELECT 1 FROM repeated_findings r WHERE r.document = n.document AND r.seq = n.seq))
  AND (@fresh = 0 OR (SELECT min(m.run) ${numbered}) = (SELECT max(id) FROM runs))`;

const listed = `SELECT ${summaryColumns}, (SELECT min(m.number) ${numbered}) AS number, n.*
  FROM findings n JOIN documents d ON d.id = n.document WHERE ${conditions} ORDER BY path, n.document, n.seq`;

/**
 * Row by row, so that a million findings need no more memory than one. Throws STORE_DOCUMENT_DAMAGED at a document of which
 * what is listed is not as it was saved.
 */
export function* findings(database: Database, filter: FindingFilter): Generator<StoredFinding> {
  const { severities: wanted, rule, id, number, document, year, organisation, reportKind, statuses, fresh } = filter;
  const values = {
    severities: wanted ? JSON.stringify(wanted) : null,
    rule: rule ?? null,
    id: id ?? null,
    number: number ?? null,
    document: document ?? null,
    year: year ?? null,
    organisation: organisation ?? null,
    kind: reportKind ?? null,
    missing: filter.missing ? 1 : 0,
    repeated: filter.repeated ? 1 : 0,
    fresh: fresh ? 1 : 0,
  };
  const quoted = 'SELECT * FROM evidence WHERE document = ? AND finding_seq = ? ORDER BY seq';
  const addresses = new Addresses(database);
  let whole = 0;
  for (const row of database.prepare<unknown[], DocumentRow & Row>(listed).iterate(values)) {
    if (row.document !== whole) mustBeWhole(database, row.document, row.sha256, ['findings']);
    whole = row.document;
    const about = { document: row.document, id: String(row['id']) };
    const review = reviewOf(database, { ...about, subject: String(row['subject']) });
    if (statuses && !statuses.includes(review.status)) continue;
    yield madeFrom(database, row.sha256, (): StoredFinding => {
      const evidence = prepared<Row>(database, quoted).all(row.document, row['seq']).map(evidenceRows.fromRow);
      const finding = Object.assign(findingRows.fromRow(row), { evidence }) as unknown as Finding;
      return {
        number: Number(row['number']),
        document: summary(row),
        finding,
        at: addresses.of(row.document, evidence as unknown as readonly Evidence[]),
        also: alsoIn(database, about),
        review,
      };
    });
  }
}

/** Other editions of a report that have a finding of it, too. */
function alsoIn(database: Database, { document, id }: { readonly document: number; readonly id: string }) {
  const sql = `SELECT o.sha256, (SELECT min(p.path) FROM paths p WHERE p.document = o.id AND p.current = 1) AS path
    FROM editions own JOIN editions e ON e.report = own.report AND e.document <> own.document JOIN documents o ON o.id = e.document
    WHERE own.document = ? AND EXISTS (SELECT 1 FROM findings n WHERE n.document = o.id AND n.id = ?) ORDER BY e.edition`;
  return prepared<{ readonly sha256: string; readonly path: string | null }>(database, sql).all(document, id);
}
