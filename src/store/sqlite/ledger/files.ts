import type { FileFilter, FileRow, Unmet } from '../../ledger.js';
import type { Database } from '../database.js';
import { prepared } from '../prepared.js';
import { fromJsonIfWhole } from '../row-shape.js';

/** As the database has it: what a message names stands in JSON. */
type Row = Omit<FileRow, 'params'> & { readonly params: string | null };

const columns = `f.path, f.state, f.code, f.params, f.run, f.at, d.sha256, d.title, f.bytes, f.seconds
  FROM run_files f LEFT JOIN documents d ON d.id = f.document`;
const last = 'f.run = (SELECT max(l.run) FROM run_files l WHERE l.path = f.path)';

/** What the comparison of a document with others could not do is said of the document, not of a run. */
const all = `SELECT ${columns} WHERE f.run = @run OR (@run IS NULL AND ${last})
  UNION ALL
  SELECT p.path, 'uncompared', w.value ->> '$.code', w.value ->> '$.params', coalesce((SELECT max(id) FROM runs), 0), NULL,
    d.sha256, d.title, NULL, NULL
  FROM compared c JOIN documents d ON d.id = c.document JOIN paths p ON p.document = d.id AND p.current = 1, json_each(c.problems) w
  WHERE @run IS NULL`;
const listed = `SELECT * FROM (${all}) WHERE (@code IS NULL OR code = @code)
  AND (@states IS NULL OR state IN (SELECT value FROM json_each(@states))) ORDER BY path, state`;

const fileOf = ({ params, ...row }: Row): FileRow => ({
  ...row,
  params: ((params === null ? null : fromJsonIfWhole(params)) ?? {}) as FileRow['params'],
});

/** By path; one that is left early has to be closed. */
export function* files(database: Database, { run, states, code }: FileFilter): Generator<FileRow> {
  const values = { run: run ?? null, code: code ?? null, states: states ? JSON.stringify(states) : null };
  for (const row of database.prepare<unknown[], Row>(listed).iterate(values)) yield fileOf(row);
}

export function slowest(database: Database, run: number, most: number): readonly FileRow[] {
  const sql = `SELECT ${columns} WHERE f.run = ? AND f.seconds IS NOT NULL ORDER BY f.seconds DESC, f.path LIMIT ?`;
  return prepared<Row>(database, sql).all(run, most).map(fileOf);
}

/** What a walk passed by says its kind, and so does what was opened and is of a kind that cannot be read. */
const unopenedKinds = `SELECT coalesce(f.params ->> '$.kind', f.params ->> '$.type') AS kind, count(*) AS count FROM run_files f
  WHERE f.code IN ('PATH_SKIPPED', 'TYPE_UNSUPPORTED') AND (f.run = @run OR (@run IS NULL AND ${last}))
    AND kind IS NOT NULL GROUP BY kind ORDER BY count DESC, kind`;

export function unopened(database: Database, run?: number): Readonly<Record<string, number>> {
  type Kind = { readonly kind: string; readonly count: number };
  const rows = prepared<Kind>(database, unopenedKinds).all({ run: run ?? null });
  return Object.fromEntries(rows.map(({ kind, count }) => [kind, count]));
}

export function pathsOf(database: Database, sha256: string, most: number): readonly string[] {
  const sql = `SELECT p.path FROM documents d JOIN paths p ON p.document = d.id AND p.current = 1 WHERE d.sha256 = ? ORDER BY p.path LIMIT ?`;
  return prepared<{ readonly path: string }>(database, sql)
    .all(sha256, most)
    .map(({ path }) => path);
}

/** What lies in a folder follows its name with a slash, what lies in an archive with `!/`. */
const under = `(path = @root OR (path >= @root || '/' AND path < @root || '0') OR (path >= @root || '!/' AND path < @root || '!0'))`;
const unmetUnder = `SELECT path, min(skipped) AS skipped FROM (
    SELECT path, 0 AS skipped FROM paths WHERE current = 1 AND ${under}
    UNION ALL
    SELECT path, state = 'skipped' FROM run_files f WHERE document IS NULL AND ${under} AND ${last} AND state <> 'missing'
  ) known WHERE NOT EXISTS (SELECT 1 FROM run_files f WHERE f.path = known.path AND f.run = @run) GROUP BY path`;

export function unmet(database: Database, run: number, roots: readonly string[]): readonly Unmet[] {
  const found = new Map<string, boolean>();
  for (const root of roots) {
    // of the root of the file system nothing stands before the slash
    const values = { run, root: root === '/' ? '' : root };
    const rows = prepared<{ readonly path: string; readonly skipped: 0 | 1 }>(database, unmetUnder).all(values);
    for (const { path, skipped } of rows) found.set(path, skipped === 1);
  }
  const inOrder = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([path, skipped]) => ({ path, skipped }));
}
