/**
 * Decisions on findings, and findings across documents. `lineage` names the versions of one report by the first one's sha256;
 * `other` is the sha256 of the other document where a finding or an outcome comes from holding two against each other.
 */
export const decisions = `
ALTER TABLE documents ADD COLUMN lineage TEXT NOT NULL DEFAULT '';
UPDATE documents SET lineage = sha256;
CREATE INDEX documents_by_lineage ON documents (lineage);

ALTER TABLE findings ADD COLUMN steps TEXT NOT NULL DEFAULT '[]';
ALTER TABLE findings ADD COLUMN other TEXT;
ALTER TABLE outcomes ADD COLUMN other TEXT;
CREATE INDEX findings_by_id ON findings (id);

-- Organisations whose documents changed since they were held against each other; generation counts the changes.
CREATE TABLE uncompared (
  organisation TEXT PRIMARY KEY,
  generation   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO uncompared SELECT DISTINCT organisation, 1 FROM documents WHERE organisation IS NOT NULL;

-- The run in which a finding of a report was first met, in whichever of its versions.
CREATE TABLE first_met (
  lineage TEXT NOT NULL,
  finding TEXT NOT NULL,
  run     INTEGER NOT NULL REFERENCES runs (id),
  PRIMARY KEY (lineage, finding)
) STRICT, WITHOUT ROWID;

-- Only ever appended to. An undo names the event that it takes back.
CREATE TABLE decisions (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  lineage  TEXT NOT NULL,
  subject  TEXT NOT NULL,
  finding  TEXT NOT NULL,
  rule     TEXT NOT NULL,
  document TEXT NOT NULL,
  rules    TEXT NOT NULL,
  action   TEXT NOT NULL CHECK (action IN ('confirm', 'dismiss', 'reopen', 'comment', 'undo')),
  was      TEXT NOT NULL,
  becomes  TEXT NOT NULL,
  reason   TEXT,
  author   TEXT NOT NULL,
  at       TEXT NOT NULL,
  undoes   INTEGER REFERENCES decisions (id)
) STRICT;
CREATE INDEX decisions_by_finding ON decisions (lineage, finding);
CREATE INDEX decisions_by_subject ON decisions (lineage, subject);
`;
