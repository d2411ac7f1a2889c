/** Checks that had nothing to judge in a document, and why; and a view of all checks of every document, judged or not. */
export const coverage = `
CREATE TABLE coverage (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  rule     TEXT NOT NULL,
  status   TEXT NOT NULL,
  reason   TEXT NOT NULL,
  missing  TEXT,
  PRIMARY KEY (document, rule)
) STRICT, WITHOUT ROWID;

-- A row a document, rule and status: how many claims came to it, or why there was none to judge.
CREATE VIEW v_coverage AS
WITH met AS (
  SELECT document, rule, status, count(*) AS claims, NULL AS reason, NULL AS missing FROM outcomes WHERE other IS NULL
  GROUP BY document, rule, status
  UNION ALL
  SELECT document, rule, status, 0, reason, missing FROM coverage
)
SELECT d.title, d.organisation, d.report_kind, d.report_year AS year, m.rule, m.status, m.claims, m.reason, m.missing, d.path, d.document
FROM met m JOIN v_documents d ON d.document = m.document;
`;
