/**
 * Checksums of what was stored, so that rows which a failing disk or another program changed are told from those that gouji
 * wrote. What was stored before has none: to compute one now would bless whatever it has become.
 */
export const seals = `
CREATE TABLE seals (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  part     TEXT NOT NULL CHECK (part IN ('content', 'findings')),
  seal     TEXT NOT NULL,
  PRIMARY KEY (document, part)
) STRICT, WITHOUT ROWID;

-- Each covers its event and the seal before it.
ALTER TABLE decisions ADD COLUMN seal TEXT;
`;
