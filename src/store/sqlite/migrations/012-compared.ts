/** What each document was compared by, so that only what changed is compared again. */
export const compared = `
-- What the comparison of a document with others rests on, empty where it has to be made again; problems is JSON.
CREATE TABLE compared (
  document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
  basis    TEXT NOT NULL,
  problems TEXT NOT NULL
) STRICT;
INSERT INTO compared SELECT DISTINCT document, '', '[]' FROM outcomes WHERE other IS NOT NULL;
INSERT OR IGNORE INTO compared SELECT DISTINCT document, '', '[]' FROM findings WHERE other IS NOT NULL;
INSERT OR IGNORE INTO uncompared SELECT DISTINCT organisation, 1 FROM documents WHERE organisation IS NOT NULL;
`;
