import type { Words } from '../model/words.js';
import { describeColumn, relations } from './described.js';
import { emptyDatabase } from './sqlite/database.js';

interface ColumnInfo {
  readonly name: string;
  /** SQLite's type; empty for what a view computes. */
  readonly type: string;
  /** Null for one that nobody has described. */
  readonly about: Words | null;
}

export interface RelationInfo {
  readonly name: string;
  readonly kind: 'table' | 'view';
  readonly about: Words | null;
  readonly columns: readonly ColumnInfo[];
}

type Found = { readonly name: string; readonly kind: RelationInfo['kind'] };

/** Every table, view and column as this gouji makes them, each with its description; views first, since people read those. */
export function databaseSchema(): RelationInfo[] {
  const database = emptyDatabase();
  try {
    const found = database
      .prepare<[], Found>(
        `SELECT name, type AS kind FROM sqlite_schema WHERE type IN ('table', 'view')
         AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'block_search_%' ORDER BY type DESC, name`,
      )
      .all();
    const columns = database.prepare<[string], { readonly name: string; readonly type: string }>(
      'SELECT name, type FROM pragma_table_info(?)',
    );
    return found.map(({ name, kind }) => ({
      name,
      kind,
      about: relations[name] ?? null,
      columns: columns.all(name).map((it) => ({ ...it, about: describeColumn(name, it.name) })),
    }));
  } finally {
    database.close();
  }
}
