import BetterSqlite3 from 'better-sqlite3';

/** All that a database holds of what was found between documents, with each document by its sha256. */
export function acrossRows(path: string): readonly unknown[] {
  const database = new BetterSqlite3(path, { readonly: true });
  const from = (table: string): string => `FROM ${table} t JOIN documents d ON d.id = t.document
    WHERE t.other IS NOT NULL ORDER BY d.sha256, t.seq`;
  try {
    const outcomes = database.prepare(`SELECT d.sha256, t.*, 0 AS document ${from('outcomes')}`).all();
    const findings = database
      .prepare(
        `SELECT d.sha256, t.*, 0 AS document, (SELECT json_group_array(json_array(e.seq, e.other_document, e.block, e.start_at,
           e.end_at, e.text, e.context)) FROM evidence e WHERE e.document = t.document AND e.finding_seq = t.seq) AS evidence
         ${from('findings')}`,
      )
      .all();
    return [...outcomes, ...findings];
  } finally {
    database.close();
  }
}
