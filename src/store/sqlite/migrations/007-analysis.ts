/** Indicators of score sheets, and the views that analysts sum over: each picks one figure of every fact and says how. */
export const analysis = `
CREATE TABLE indicators (
  document  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq       INTEGER NOT NULL,
  id        TEXT NOT NULL,
  kind      TEXT NOT NULL,
  level     INTEGER NOT NULL,
  parent    TEXT,
  name      TEXT NOT NULL,
  weight    TEXT,
  weight_e4 INTEGER,
  target    TEXT,
  actual    TEXT,
  score     TEXT,
  score_e4  INTEGER,
  rate      TEXT,
  grade     TEXT,
  note      TEXT,
  block     TEXT NOT NULL,
  page      INTEGER,
  table_id  TEXT,
  row       INTEGER,
  col       INTEGER,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

DROP VIEW v_facts;
CREATE VIEW v_facts AS
SELECT d.title, d.organisation, d.report_kind, d.report_year AS year, f.metric, m.name AS metric_name, f.stage, f.fund, f.period,
       f.entity, f.account_list, f.account_code, f.account_level, f.account_name, g.label, g.text AS printed, g.value, g.value_e4,
       g.unit, g.step, g.approx, g.page, d.path, d.sha256, d.document, g.seq, g.id AS figure, g.block, g.table_id, g.row, g.col,
       f.stage_basis, f.fund_basis, f.period_basis, f.entity_basis
FROM facts f
JOIN figures g ON g.document = f.document AND g.seq = f.seq
JOIN v_documents d ON d.document = f.document
LEFT JOIN metrics m ON m.id = f.metric;

DROP VIEW v_spending;

-- Files of one report (the DOCX and its PDF) share organisation, title, kind and year; edition 1 is the one that counts.
CREATE VIEW v_reports AS
SELECT d.*, row_number() OVER (
    PARTITION BY coalesce(d.organisation, d.sha256), coalesce(d.title, d.sha256), d.report_kind, d.report_year
    ORDER BY d.state <> 'ok', CASE d.format WHEN 'docx' THEN 0 WHEN 'pdf' THEN 1 ELSE 2 END, d.path) AS edition
FROM v_documents d;

-- One figure a fact and report. Where a report prints a fact more than once, a table counts before text, a figure printed to
-- more places before a rounder one, a value printed more often before a rarer one, the earlier before the later.
CREATE VIEW v_figures AS
WITH printed AS (
  SELECT f.*, count(*) OVER same_value AS alike, count(*) OVER same_fact AS mentions,
         min(f.value_e4) OVER same_fact AS least_e4, max(f.value_e4) OVER same_fact AS most_e4
  FROM v_facts f
  WINDOW same_fact AS (PARTITION BY f.document, f.metric, f.stage, f.fund, f.period, f.entity, f.account_list, f.account_code, f.unit),
         same_value AS (PARTITION BY f.document, f.metric, f.stage, f.fund, f.period, f.entity, f.account_list, f.account_code, f.unit, f.value)
), ranked AS (
  SELECT p.*, row_number() OVER (
      PARTITION BY p.document, p.metric, p.stage, p.fund, p.period, p.entity, p.account_list, p.account_code, p.unit
      ORDER BY p.table_id IS NULL, CAST(p.step AS REAL), p.alike DESC, p.seq) AS chosen
  FROM printed p
)
SELECT r.title, r.organisation, r.report_kind, r.year, r.metric, r.metric_name, r.stage, r.fund, r.period, r.entity, r.account_list,
       r.account_code, r.account_level, r.account_name, r.value, r.value_e4, r.unit, r.printed, r.mentions,
       coalesce(r.most_e4 - r.least_e4, 0) AS spread_e4, r.page, r.path, r.document, r.figure, v.edition
FROM ranked r JOIN v_reports v ON v.document = r.document
WHERE r.chosen = 1;

-- A row a report, metric, fund, period and entity, with the stages side by side, in yuan (or the metric's own unit).
CREATE VIEW v_metrics AS
SELECT title, organisation, report_kind, year, metric, metric_name, fund, period, entity, unit,
       max(CASE WHEN stage = 'initial_budget' THEN value END) AS initial_budget,
       max(CASE WHEN stage = 'adjusted_budget' THEN value END) AS adjusted_budget,
       max(CASE WHEN stage = 'budget' THEN value END) AS budget,
       max(CASE WHEN stage = 'final' THEN value END) AS final,
       max(CASE WHEN stage = 'executed' THEN value END) AS executed,
       max(CASE WHEN stage = 'prior_final' THEN value END) AS prior_final,
       max(CASE WHEN stage IS NULL OR stage IN ('target', 'actual') THEN value END) AS other,
       document, path
FROM v_figures WHERE edition = 1 AND account_code IS NULL
GROUP BY document, metric, fund, period, entity, unit;

-- Income and spending of every final account and budget by stage, fund and period. Balances are held at a moment and so have no
-- stage: those of the year stand beside its own stage, final or budget.
CREATE VIEW v_income_spending AS
WITH amounts AS (
  SELECT *, coalesce(stage, CASE report_kind WHEN 'final_dept' THEN 'final' WHEN 'budget_dept' THEN 'budget' END) AS at_stage
  FROM v_figures WHERE edition = 1 AND account_code IS NULL AND unit = 'CNY' AND report_kind IN ('final_dept', 'budget_dept')
), wide AS (
  SELECT title, organisation, entity, report_kind, year, at_stage AS stage, fund, period, document, path,
         max(CASE WHEN metric = 'income_year' THEN value END) AS income,
         max(CASE WHEN metric = 'income_year' THEN value_e4 END) AS income_e4,
         max(CASE WHEN metric = 'expenditure_year' THEN value END) AS spending,
         max(CASE WHEN metric = 'expenditure_year' THEN value_e4 END) AS spending_e4,
         max(CASE WHEN metric = 'income_total_grand' THEN value END) AS income_total,
         max(CASE WHEN metric = 'expenditure_total_grand' THEN value END) AS spending_total,
         max(CASE WHEN metric = 'expenditure_basic' THEN value END) AS basic,
         max(CASE WHEN metric = 'expenditure_project' THEN value END) AS project,
         max(CASE WHEN metric = 'carryover_open' THEN value END) AS opening_balance,
         max(CASE WHEN metric = 'carryover_close' THEN value END) AS closing_balance
  FROM amounts GROUP BY document, at_stage, fund, period, entity
)
SELECT * FROM wide
WHERE income IS NOT NULL OR spending IS NOT NULL OR income_total IS NOT NULL OR spending_total IS NOT NULL;

-- Spending by functional subject: a row an organisation (entity), year, stage, fund and code. Levels nest and funds contain one
-- another: add rows of one level, one stage and one fund only.
CREATE VIEW v_functional_spending AS
WITH spent AS (
  SELECT *, row_number() OVER (
      PARTITION BY coalesce(entity, path), period, stage, fund, account_code
      ORDER BY CASE report_kind WHEN 'final_dept' THEN 0 WHEN 'budget_dept' THEN 1 ELSE 2 END, year DESC, path) AS chosen
  FROM v_figures
  WHERE edition = 1 AND account_list = 'functional' AND metric = 'expenditure_year' AND unit = 'CNY'
)
SELECT s.organisation, s.entity, s.period, s.stage, s.fund, s.account_code AS code, s.account_level AS level,
       coalesce((SELECT a.name FROM accounts a WHERE a.list = 'functional' AND a.code = s.account_code
           AND (a.since IS NULL OR a.since <= CAST(substr(s.period, 1, 4) AS INTEGER))
           AND (a.until IS NULL OR a.until >= CAST(substr(s.period, 1, 4) AS INTEGER)) ORDER BY a.since DESC LIMIT 1), s.account_name) AS name,
       s.account_name AS printed_name, s.value AS yuan, s.value_e4 AS yuan_e4, s.title, s.page, s.path
FROM spent s WHERE s.chosen = 1;

-- Total spending, of which no subject is a part: a row for an organisation, year, stage, fund and entity, however many documents and places print it. The most
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
  WHERE f.metric = 'expenditure_year' AND f.account_code IS NULL AND f.stage IN ('final', 'executed', 'actual') AND g.unit = 'CNY'
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

CREATE VIEW v_indicators AS
SELECT d.title, d.organisation, d.report_kind, d.report_year AS year, i.kind, i.level, i.name, p.name AS parent_name, i.weight,
       i.weight_e4, i.target, i.actual, i.score, i.score_e4, i.rate, i.grade, i.note, i.page, i.table_id, i.row, i.col, d.edition,
       i.document, i.seq, i.id AS indicator, i.parent, d.path
FROM indicators i
JOIN v_reports d ON d.document = i.document
LEFT JOIN indicators p ON p.document = i.document AND p.id = i.parent;

CREATE VIEW v_headings AS
SELECT d.title AS document_title, d.organisation, d.report_year AS year, h.level, h.number, h.title, p.title AS parent_title, h.inferred,
       h.page, h.document, h.seq, h.id AS heading, h.parent, d.path
FROM headings h
JOIN v_documents d ON d.document = h.document
LEFT JOIN headings p ON p.document = h.document AND p.id = h.parent;
`;
