import type { Database } from './database.js';
import { prepared } from './prepared.js';

interface Column {
  readonly name: string;
  /** Its place in the primary key from 1, or 0. */
  readonly pk: number;
}

const expressions = new WeakMap<Database, Map<string, string>>();

/**
 * SQL that gives the rows of a table which a condition with one parameter chooses as one text, in order of their key: columns by
 * name, each value as SQL would write it. A column that is null is left out, so that one which a later schema adds changes
 * nothing of rows that do not have it.
 */
function textSql(database: Database, table: string, condition: string, without: readonly string[]): string {
  const columns = prepared<Column>(database, 'SELECT name, pk FROM pragma_table_info(?) ORDER BY name').all(table);
  const texts = columns
    .filter(({ name }) => !without.includes(name))
    .map(({ name }) => `iif("${name}" IS NULL, '', ',${name}=' || quote("${name}"))`);
  const key = columns
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => `"${name}"`);
  return `SELECT group_concat(row, char(10)) AS text
    FROM (SELECT ${texts.join(' || ')} AS row FROM ${table} WHERE ${condition} ORDER BY ${key.join(', ')})`;
}

/** The rows of a table that a condition with one parameter chooses, without some columns, as one text; empty for none. */
export function rowText(
  database: Database,
  table: string,
  condition: string,
  value: number,
  without: readonly string[],
): string {
  let known = expressions.get(database);
  if (!known) expressions.set(database, (known = new Map()));
  const key = `${table} ${condition}`;
  let sql = known.get(key);
  if (sql === undefined) known.set(key, (sql = textSql(database, table, condition, without)));
  return prepared<{ readonly text: string | null }>(database, sql).get(value)?.text ?? '';
}
