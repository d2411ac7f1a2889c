import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { queryDatabase } from '../src/store/query.js';
import { spawned as gouji } from './cli/gouji.js';
import { aReport } from './store/a-report.js';
import { databasePath, entry, save } from './store/temp-store.js';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');
const queries = [...readme.matchAll(/^(.+\?)\n\n```sql\n([\s\S]+?)```/gm)].map(([, question = '', sql = '']) => ({
  question,
  sql,
}));

beforeEach(() => save(entry(aReport(), '/r/a.docx')));

describe('the questions in the README', () => {
  test('are ten', () => expect(queries).toHaveLength(10));

  test.each(queries)('$question', ({ sql }) => {
    const { columns, rows } = queryDatabase(databasePath(), sql, 10);
    expect(new Set(columns).size).toBe(columns.length);
    for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test('what they ask of is there', () => {
    const answered = queries.filter(({ sql }) => queryDatabase(databasePath(), sql, 1).rows.length > 0);
    expect(answered.map(({ question }) => question)).toContain('Which rules find most?');
  });
});

test('QUERY_COSTLY: a query that goes on for ever is stopped', async () => {
  const sql = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n';
  const { code, err } = await gouji(['sql', sql, '--db', databasePath(), '--timeout', '0.5', '--lang', 'en']);
  expect([code, err]).toEqual([2, expect.stringContaining('more than 0.5 s of processor time')]);
});
