/** One row a fact also where a report says less of it in one place than in another. */
export const oneFact = `
ALTER TABLE metrics ADD COLUMN unit TEXT;

-- One figure a fact and report. An amount of which it is not said from what fund it is, or only that it was budgeted, is the one
-- that the report prints of the same metric, period and entity with its fund, or as the initial budget; people are counted in one
-- unit. Where a report prints a fact more than once, a table counts before text, a figure printed to more places before a
-- rounder one, a value printed more often before a rarer one, the earlier before the later.
DROP VIEW v_figures;
CREATE VIEW v_figures AS
WITH said AS (
  SELECT f.document, f.seq, coalesce(f.fund, substr(min(CASE f.fund WHEN 'all' THEN 'a' WHEN 'fiscal' THEN 'b' ELSE 'c' END || f.fund) OVER same_amount, 2)) AS fund,
         CASE WHEN f.stage = 'budget' AND max(f.stage = 'initial_budget') OVER same_amount THEN 'initial_budget' ELSE f.stage END AS stage,
         coalesce(m.unit, f.unit) AS unit
  FROM v_facts f LEFT JOIN metrics m ON m.id = f.metric
  WINDOW same_amount AS (PARTITION BY f.document, f.metric, f.period, f.entity, f.account_list, f.account_code, f.unit, coalesce(f.value_e4, f.value))
), known AS (
  SELECT f.title, f.organisation, f.report_kind, f.year, f.metric, f.metric_name, s.stage, s.fund, f.period, f.entity, f.account_list,
         f.account_code, f.account_level, f.account_name, f.value, f.value_e4, s.unit, f.printed, f.step, f.table_id, f.page, f.path,
         f.document, f.seq, f.figure
  FROM v_facts f JOIN said s ON s.document = f.document AND s.seq = f.seq
), printed AS (
  SELECT f.*, count(*) OVER same_value AS alike, count(*) OVER same_fact AS mentions,
         min(f.value_e4) OVER same_fact AS least_e4, max(f.value_e4) OVER same_fact AS most_e4
  FROM known f
  WINDOW same_fact AS (PARTITION BY f.document, f.metric, f.stage, f.fund, f.period, f.entity, f.account_list, f.account_code, f.unit),
         same_value AS (PARTITION BY f.document, f.metric, f.stage, f.fund, f.period, f.entity, f.account_list, f.account_code, f.unit, f.value)
), ranked AS (
  SELECT p.*, row_number() OVER (
      PARTITION BY p.document, p.metric, p.stage, p.fund, p.period, p.entity, p.account_list, p.account_code, p.unit
      ORDER BY p.table_id IS NULL, CAST(p.step AS REAL), p.alike DESC, p.seq) AS chosen
  FROM printed p
)
SELECT r.title, r.organisation, r.report_kind, r.year, v.subject AS report_subject, r.metric, r.metric_name, r.stage, r.fund, r.period, r.entity, r.account_list,
       r.account_code, r.account_level, r.account_name, r.value, r.value_e4, r.unit, r.printed, r.mentions,
       coalesce(r.most_e4 - r.least_e4, 0) AS spread_e4, r.page, r.path, r.document, r.figure, v.edition
FROM ranked r JOIN v_reports v ON v.document = r.document
WHERE r.chosen = 1;

-- A row a report, metric, fund, period and entity, with the stages side by side, in yuan (or the metric's own unit).
DROP VIEW v_metrics;
CREATE VIEW v_metrics AS
SELECT title, organisation, report_kind, year, report_subject, metric, metric_name, fund, period, entity, unit,
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

-- Total spending, of which no subject is a part: a row for an organisation, year, stage, fund and entity, however many reports and
-- places print it; of editions of one report the one that counts. The most
-- precise mention is shown, of equally precise ones the most frequent; distinct_values above 1 says that not all are printed
-- alike (rounding, or an error). Add rows of one stage and one fund only: the others are the same money seen otherwise.
DROP VIEW v_spending;
CREATE VIEW v_spending AS
WITH spent AS (
  SELECT coalesce(d.organisation, d.sha256) AS owner, d.organisation, substr(coalesce(f.period, d.report_year), 1, 4) AS year, f.stage,
         coalesce(f.fund, 'all') AS fund, coalesce(f.entity, '') AS entity, f.document, g.seq, g.value, g.value_e4,
         CAST(g.step AS REAL) AS coarseness, g.text AS printed, d.title, g.page, d.path
  FROM facts f
  JOIN figures g ON g.document = f.document AND g.seq = f.seq
  JOIN v_reports d ON d.document = f.document AND d.edition = 1
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
`;
