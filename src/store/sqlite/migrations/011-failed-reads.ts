/** The last attempt to read a document, where it failed; a document that an earlier attempt read keeps what was read. */
export const failedReads = `
CREATE TABLE failed_reads (
  document  INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  run       INTEGER NOT NULL REFERENCES runs (id),
  state     TEXT NOT NULL,
  code      TEXT NOT NULL,
  problem   TEXT NOT NULL,
  rules     TEXT NOT NULL,
  seconds   REAL NOT NULL,
  megabytes REAL NOT NULL
) STRICT;
`;
