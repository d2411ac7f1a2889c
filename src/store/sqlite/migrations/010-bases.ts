/**
 * Why each part of a fact is known (from which words, standing where), and which figures of a sentence belong together; null in
 * documents that were stored before.
 */
export const bases = `
ALTER TABLE facts ADD COLUMN metric_basis TEXT;
ALTER TABLE facts ADD COLUMN why TEXT;
ALTER TABLE figures ADD COLUMN figure_group TEXT;

DROP VIEW v_facts;
CREATE VIEW v_facts AS
SELECT d.title, d.organisation, d.report_kind, d.report_year AS year, f.metric, m.name AS metric_name, f.stage, f.fund, f.period,
       f.entity, f.account_list, f.account_code, f.account_level, f.account_name, g.label, g.text AS printed, g.value, g.value_e4,
       g.unit, g.step, g.approx, g.role, g.figure_group, g.page, d.path, d.sha256, d.document, g.seq, g.id AS figure, g.block, g.table_id,
       g.row, g.col, f.metric_basis, f.stage_basis, f.fund_basis, f.period_basis, f.entity_basis, f.why
FROM facts f
JOIN figures g ON g.document = f.document AND g.seq = f.seq
JOIN v_documents d ON d.document = f.document
LEFT JOIN metrics m ON m.id = f.metric;
`;
