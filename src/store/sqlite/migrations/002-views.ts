/**
 * What an analyst reads. Only documents that some path holds now appear, so a report that was replaced is not counted beside its
 * successor. An amount is exact text in `value` (base unit) and the same as an integer of 1/10,000 in `value_e4`, for summing.
 */
export const views = `
CREATE VIEW v_documents AS
SELECT d.id AS document, min(p.path) AS path, count(*) AS copies, d.file, d.sha256, d.format, d.state, d.title, d.organisation,
       d.report_kind, d.report_year, d.filled_on, d.pages
FROM documents d JOIN paths p ON p.document = d.id AND p.current = 1
GROUP BY d.id;

CREATE VIEW v_facts AS
SELECT d.title, d.organisation, d.report_kind, d.report_year AS year, f.metric, m.name AS metric_name, f.stage, f.fund, f.period,
       f.entity, g.label, g.text AS printed, g.value, g.value_e4, g.unit, g.step, g.approx, g.page, d.path, d.sha256,
       g.id AS figure, g.block, g.table_id, g.row, g.col, f.stage_basis, f.fund_basis, f.period_basis, f.entity_basis
FROM facts f
JOIN figures g ON g.document = f.document AND g.seq = f.seq
JOIN v_documents d ON d.document = f.document
LEFT JOIN metrics m ON m.id = f.metric;

-- Total spending: a row for an organisation, year, stage, fund and entity, however many documents and places print it. The most
-- precise mention is shown, of equally precise ones the most frequent; distinct_values above 1 says that not all are printed
-- alike (rounding, or an error). Add rows of one stage and one fund only: the others are the same money seen otherwise.
CREATE VIEW v_spending AS
WITH spent AS (
  SELECT coalesce(d.organisation, d.sha256) AS owner, d.organisation, substr(coalesce(f.period, d.report_year), 1, 4) AS year, f.stage,
         coalesce(f.fund, 'all') AS fund, coalesce(f.entity, '') AS entity, f.document, g.seq, g.value, g.value_e4,
         CAST(g.step AS REAL) AS coarseness, g.text AS printed, d.title, g.page, d.path
  FROM facts f
  JOIN figures g ON g.document = f.document AND g.seq = f.seq
  JOIN v_documents d ON d.document = f.document
  WHERE f.metric = 'expenditure_year' AND f.stage IN ('final', 'executed', 'actual') AND g.unit = 'CNY'
), weighed AS (
  SELECT *, count(*) OVER (PARTITION BY owner, year, stage, fund, entity, value) AS alike FROM spent
), ranked AS (
  SELECT *, row_number() OVER (PARTITION BY owner, year, stage, fund, entity
    ORDER BY coarseness IS NULL, coarseness, alike DESC, path, seq) AS place FROM weighed
), counted AS (
  SELECT owner, year, stage, fund, entity, count(*) AS mentions, count(DISTINCT value) AS distinct_values,
         count(DISTINCT document) AS documents
  FROM spent GROUP BY owner, year, stage, fund, entity
)
SELECT r.organisation, r.year, r.stage, r.fund, nullif(r.entity, '') AS entity, r.value AS yuan, r.value_e4 AS yuan_e4, r.printed,
       c.mentions, c.distinct_values, c.documents, r.title, r.page, r.path
FROM ranked r JOIN counted c ON c.owner = r.owner AND c.year IS r.year AND c.stage = r.stage AND c.fund = r.fund AND c.entity = r.entity
WHERE r.place = 1;

CREATE VIEW v_findings AS
SELECT n.severity, n.rule, d.title, d.organisation, d.report_year AS year, n.message, n.arithmetic, e.text AS quote, e.context,
       e.page, d.path, d.sha256, n.id AS finding, n.subject
FROM findings n
JOIN v_documents d ON d.document = n.document
LEFT JOIN evidence e ON e.document = n.document AND e.finding_seq = n.seq AND e.seq = 0;

CREATE VIEW v_files AS
SELECT f.path, f.state, f.code, f.message, d.title, d.organisation, d.report_year AS year, d.sha256, f.run, r.started_at AS run_started_at
FROM run_files f
JOIN runs r ON r.id = f.run
LEFT JOIN documents d ON d.id = f.document
WHERE f.run = (SELECT max(last.run) FROM run_files last WHERE last.path = f.path);
`;
