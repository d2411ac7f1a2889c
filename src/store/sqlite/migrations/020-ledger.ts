/**
 * The ledger of runs: by which process and with what options, what each had before it and has left; when and at what cost each
 * file came to its state; files that are gone; documents in which nothing was read.
 */
export const ledger = `
ALTER TABLE runs ADD COLUMN options TEXT NOT NULL DEFAULT '{}';
ALTER TABLE runs ADD COLUMN process TEXT;
ALTER TABLE runs ADD COLUMN files INTEGER;
ALTER TABLE runs ADD COLUMN bytes INTEGER;

ALTER TABLE run_files ADD COLUMN params TEXT;
ALTER TABLE run_files ADD COLUMN at TEXT;
ALTER TABLE run_files ADD COLUMN bytes INTEGER;
ALTER TABLE run_files ADD COLUMN seconds REAL;
-- What the ledger alone knows of.
CREATE INDEX run_files_alone ON run_files (path, run) WHERE document IS NULL;

-- Files that a run found and has not come to yet.
CREATE TABLE run_left (
  run   INTEGER NOT NULL REFERENCES runs (id),
  path  TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  PRIMARY KEY (run, path)
) STRICT, WITHOUT ROWID;

-- A path that was found gone holds nothing now: current is 0 for all its versions, and the last one says since when.
ALTER TABLE paths ADD COLUMN missing_since TEXT;
ALTER TABLE paths ADD COLUMN moved_to TEXT;

-- Documents in which no word was read, with what was said of them.
CREATE TABLE wordless (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  problem  TEXT NOT NULL
) STRICT;
INSERT INTO wordless (document, problem)
SELECT d.id, p.value FROM documents d, json_each(d.problems) p
WHERE json_valid(d.problems) AND d.state IN ('ok', 'ok_partial') AND p.value ->> '$.code' = 'NO_TEXT_LAYER'
GROUP BY d.id;

DROP VIEW v_files;
CREATE VIEW v_files AS
SELECT f.path, f.state, f.code, f.message, d.title, d.organisation, d.report_year AS year, d.sha256, f.bytes, f.seconds, f.at, f.run,
       r.started_at AS run_started_at
FROM run_files f
JOIN runs r ON r.id = f.run
LEFT JOIN documents d ON d.id = f.document
WHERE f.run = (SELECT max(last.run) FROM run_files last WHERE last.path = f.path);

-- Files that are gone, and where their content is now if that is known.
CREATE VIEW v_missing AS
SELECT p.path, p.missing_since, p.moved_to, d.title, d.organisation, d.report_year AS year, d.sha256
FROM paths p JOIN documents d ON d.id = p.document
WHERE p.missing_since IS NOT NULL;
`;
