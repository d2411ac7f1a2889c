/**
 * Which report a document is an edition of, and a number for every finding. What documents stored before say of themselves is
 * not known until they are read again; until then they are grouped as they were.
 */
export const editions = `
ALTER TABLE documents ADD COLUMN period TEXT;
ALTER TABLE documents ADD COLUMN scope TEXT;
ALTER TABLE documents ADD COLUMN subject TEXT;
ALTER TABLE documents ADD COLUMN corrected INTEGER;
ALTER TABLE documents ADD COLUMN report_key TEXT;
CREATE INDEX documents_by_key ON documents (report_key) WHERE report_key IS NOT NULL;

-- The least hashes of a document's figures: documents that share most of them say the same.
CREATE TABLE prints (
  hash     INTEGER NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  PRIMARY KEY (hash, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX prints_by_document ON prints (document);

-- Documents that some path holds, by the report that they are editions of: report is the document that is edition 1.
CREATE TABLE editions (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  report   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  edition  INTEGER NOT NULL
) STRICT;
CREATE INDEX editions_by_report ON editions (report, edition);
INSERT INTO editions (document, report, edition)
SELECT id, first_value(id) OVER same_report, row_number() OVER same_report FROM documents d
WHERE EXISTS (SELECT 1 FROM paths p WHERE p.document = d.id AND p.current = 1)
WINDOW same_report AS (PARTITION BY coalesce(organisation, sha256), coalesce(title, sha256), report_kind, report_year
  ORDER BY state <> 'ok', CASE format WHEN 'docx' THEN 0 WHEN 'pdf' THEN 1 ELSE 2 END, sha256);

-- Documents that came, went or were read anew since editions were told.
CREATE TABLE unsettled (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) STRICT;
INSERT INTO unsettled SELECT id FROM documents;

-- The number of each finding of a report, in whichever of its versions, and the run in which it was first met.
CREATE TABLE finding_numbers (
  number  INTEGER PRIMARY KEY AUTOINCREMENT,
  lineage TEXT NOT NULL,
  finding TEXT NOT NULL,
  run     INTEGER REFERENCES runs (id),
  UNIQUE (lineage, finding)
) STRICT;
INSERT OR IGNORE INTO finding_numbers (lineage, finding, run)
SELECT d.lineage, n.id, m.run FROM findings n JOIN documents d ON d.id = n.document
LEFT JOIN first_met m ON m.lineage = d.lineage AND m.finding = n.id
ORDER BY m.run, n.document, n.seq;
INSERT INTO finding_numbers (lineage, finding, run)
SELECT m.lineage, m.finding, m.run FROM first_met m
WHERE NOT EXISTS (SELECT 1 FROM finding_numbers f WHERE f.lineage = m.lineage AND f.finding = m.finding)
ORDER BY m.run, m.lineage, m.finding;
DROP TABLE first_met;

-- What a document shares its decisions and numbers with: the versions of its report, and of the other editions.
CREATE VIEW kindred AS
SELECT id AS document, lineage FROM documents
UNION
SELECT own.document, o.lineage FROM editions own
JOIN editions e ON e.report = own.report JOIN documents o ON o.id = e.document;

-- Findings that lists leave out: a better edition of the report has the same one; or its own text says all that is quoted (the
-- same sentence, the same figure under the same label) and it has none, so that only the worse reading brought it about.
CREATE VIEW repeated_findings AS
SELECT n.document, n.seq FROM findings n JOIN editions own ON own.document = n.document AND own.edition > 1
WHERE EXISTS (
  SELECT 1 FROM editions better JOIN findings same ON same.document = better.document AND same.id = n.id
  WHERE better.report = own.report AND better.edition < own.edition
) OR EXISTS (SELECT 1 FROM evidence e WHERE e.document = n.document AND e.finding_seq = n.seq) AND NOT EXISTS (
  SELECT 1 FROM evidence e LEFT JOIN figures f ON f.document = e.document AND f.id = e.figure
  WHERE e.document = n.document AND e.finding_seq = n.seq AND (e.other_document IS NOT NULL OR NOT (
    f.table_id IS NOT NULL AND EXISTS (
      SELECT 1 FROM figures g WHERE g.document = own.report AND g.value = f.value AND g.unit IS f.unit AND g.label = f.label
        AND g.table_id IS NOT NULL)
    OR f.table_id IS NULL AND EXISTS (
      SELECT 1 FROM blocks b WHERE b.document = own.report AND instr(
        replace(replace(replace(replace(b.text, ' ', ''), char(9), ''), char(10), ''), char(12288), ''),
        replace(replace(replace(replace(iif(e.context = '', e.text, e.context), ' ', ''), char(9), ''), char(10), ''), char(12288), '')) > 0)
  ))
);

DROP VIEW v_documents;
CREATE VIEW v_documents AS
SELECT d.id AS document, min(p.path) AS path, count(*) AS copies, d.file, d.sha256, d.format, d.state, d.title, d.organisation,
       d.report_kind, d.report_year, d.period, d.scope, d.subject, d.filled_on, d.pages
FROM documents d JOIN paths p ON p.document = d.id AND p.current = 1
GROUP BY d.id;

-- Editions of one report (its DOCX and its PDF, a corrected one, one that was read in part); edition 1 is the one that counts.
DROP VIEW v_reports;
CREATE VIEW v_reports AS
SELECT d.*, coalesce(e.report, d.document) AS report, coalesce(e.edition, 1) AS edition
FROM v_documents d LEFT JOIN editions e ON e.document = d.document;

DROP VIEW v_findings;
CREATE VIEW v_findings AS
SELECT (SELECT min(m.number) FROM kindred k JOIN finding_numbers m ON m.lineage = k.lineage WHERE k.document = n.document
          AND m.finding = n.id) AS number,
       n.severity, n.rule, d.title, d.organisation, d.report_kind, d.report_year AS year, d.subject AS report_subject, n.message,
       n.arithmetic, e.text AS quote, e.context, h.number || h.title AS heading, t.title AS table_title, f.table_id, f.row, f.col,
       e.page, d.path, d.sha256, n.id AS finding, n.subject
FROM findings n
JOIN v_documents d ON d.document = n.document
LEFT JOIN evidence e ON e.document = n.document AND e.finding_seq = n.seq AND e.seq = 0
LEFT JOIN figures f ON f.document = n.document AND e.other_document IS NULL AND f.id = e.figure
LEFT JOIN headings h ON h.document = n.document AND h.id = f.heading
LEFT JOIN tables t ON t.document = n.document AND t.id = f.table_id
WHERE NOT EXISTS (SELECT 1 FROM repeated_findings r WHERE r.document = n.document AND r.seq = n.seq);
`;
