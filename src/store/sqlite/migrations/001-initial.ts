/** The first schema. Offsets are UTF-16 and end-exclusive; `seq` is the order in the document; amounts are exact text, never REAL. */
export const initial = `
CREATE TABLE documents (
  id             INTEGER PRIMARY KEY,
  sha256         TEXT NOT NULL UNIQUE,
  file           TEXT NOT NULL,
  format         TEXT,
  state          TEXT NOT NULL,
  title          TEXT,
  organisation   TEXT,
  report_kind    TEXT,
  report_year    INTEGER,
  filled_on      TEXT,
  pages          INTEGER,
  problems       TEXT NOT NULL,
  schema_version INTEGER NOT NULL,
  rules          TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_organisation ON documents (organisation, report_year);

-- A row for each content that a path has held, in order of version; at most one is current.
CREATE TABLE paths (
  path        TEXT NOT NULL,
  version     INTEGER NOT NULL,
  document    INTEGER NOT NULL REFERENCES documents (id),
  current     INTEGER NOT NULL CHECK (current IN (0, 1)),
  size        INTEGER NOT NULL,
  modified_ns INTEGER NOT NULL,
  changed_ns  INTEGER NOT NULL,
  PRIMARY KEY (path, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX paths_current ON paths (path) WHERE current = 1;
CREATE INDEX paths_by_document ON paths (document, current);

CREATE TABLE blocks (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq      INTEGER NOT NULL,
  id       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  text     TEXT NOT NULL,
  page     INTEGER,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE headings (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq      INTEGER NOT NULL,
  id       TEXT NOT NULL,
  level    INTEGER NOT NULL,
  number   TEXT NOT NULL,
  title    TEXT NOT NULL,
  inferred INTEGER NOT NULL CHECK (inferred IN (0, 1)),
  parent   TEXT,
  block    TEXT NOT NULL,
  page     INTEGER,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE tables (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq      INTEGER NOT NULL,
  id       TEXT NOT NULL,
  block    TEXT NOT NULL,
  title    TEXT,
  unit     TEXT,
  pages    TEXT NOT NULL,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE cells (
  document  INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  table_seq INTEGER NOT NULL,
  seq       INTEGER NOT NULL,
  row       INTEGER NOT NULL,
  col       INTEGER NOT NULL,
  row_span  INTEGER NOT NULL,
  col_span  INTEGER NOT NULL,
  text      TEXT NOT NULL,
  PRIMARY KEY (document, table_seq, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE figures (
  document     INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq          INTEGER NOT NULL,
  id           TEXT NOT NULL,
  kind         TEXT NOT NULL,
  text         TEXT NOT NULL,
  number       TEXT,
  unit_text    TEXT NOT NULL,
  value        TEXT NOT NULL,
  value_e4     INTEGER,
  unit         TEXT,
  step         TEXT,
  unit_from    TEXT NOT NULL,
  approx       TEXT,
  label        TEXT NOT NULL,
  role         TEXT,
  block        TEXT NOT NULL,
  start_at     INTEGER NOT NULL,
  end_at       INTEGER NOT NULL,
  page         INTEGER,
  box          TEXT,
  table_id     TEXT,
  row          INTEGER,
  col          INTEGER,
  heading      TEXT,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

-- The identity of a figure: the same document and seq.
CREATE TABLE facts (
  document     INTEGER NOT NULL,
  seq          INTEGER NOT NULL,
  metric       TEXT NOT NULL,
  stage        TEXT,
  fund         TEXT,
  period       TEXT,
  entity       TEXT,
  stage_basis  TEXT NOT NULL,
  fund_basis   TEXT NOT NULL,
  period_basis TEXT NOT NULL,
  entity_basis TEXT NOT NULL,
  PRIMARY KEY (document, seq),
  FOREIGN KEY (document, seq) REFERENCES figures (document, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX facts_by_metric ON facts (metric, stage, period);

CREATE TABLE outcomes (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq      INTEGER NOT NULL,
  rule     TEXT NOT NULL,
  status   TEXT NOT NULL,
  figures  TEXT NOT NULL,
  residual TEXT,
  bound    TEXT,
  reason   TEXT,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE findings (
  document   INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  seq        INTEGER NOT NULL,
  id         TEXT NOT NULL,
  subject    TEXT NOT NULL,
  rule       TEXT NOT NULL,
  severity   TEXT NOT NULL,
  params     TEXT NOT NULL,
  message    TEXT NOT NULL,
  arithmetic TEXT NOT NULL,
  hypothesis TEXT,
  PRIMARY KEY (document, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX findings_by_severity ON findings (severity, rule);

CREATE TABLE evidence (
  document       INTEGER NOT NULL,
  finding_seq    INTEGER NOT NULL,
  seq            INTEGER NOT NULL,
  other_document TEXT,
  figure         TEXT,
  block          TEXT NOT NULL,
  start_at       INTEGER NOT NULL,
  end_at         INTEGER NOT NULL,
  page           INTEGER,
  box            TEXT,
  text           TEXT NOT NULL,
  context        TEXT NOT NULL,
  PRIMARY KEY (document, finding_seq, seq),
  FOREIGN KEY (document, finding_seq) REFERENCES findings (document, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- ended is 'finished' or 'stopped'; null for a run that is going on or was killed.
CREATE TABLE runs (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  started_at TEXT NOT NULL,
  ended_at   TEXT,
  ended      TEXT,
  paths      TEXT NOT NULL,
  rules      TEXT NOT NULL,
  version    TEXT NOT NULL
) STRICT;

CREATE TABLE run_files (
  run      INTEGER NOT NULL REFERENCES runs (id),
  seq      INTEGER NOT NULL,
  path     TEXT NOT NULL,
  state    TEXT NOT NULL,
  code     TEXT,
  message  TEXT,
  document INTEGER REFERENCES documents (id),
  PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX run_files_by_path ON run_files (path, run);

CREATE TABLE metrics (
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
`;
