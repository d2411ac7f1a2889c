import BetterSqlite3 from 'better-sqlite3';

const ofRuns = new Set(['runs', 'run_files', 'run_left', 'uncompared', 'finding_numbers']);

/** Everything that a database holds of documents, without what it holds of its runs: those differ from one import to the next. */
export function dump(path: string): Readonly<Record<string, unknown>> {
  const database = new BetterSqlite3(path, { readonly: true });
  try {
    database.defaultSafeIntegers();
    const names = database
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`)
      .all()
      .map(({ name }) => name)
      .filter((name) => !ofRuns.has(name) && !name.startsWith('block_search_'));
    return Object.fromEntries(names.map((name) => [name, database.prepare(`SELECT * FROM ${name}`).all()]));
  } finally {
    database.close();
  }
}
