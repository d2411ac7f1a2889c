import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { initial } from '../../src/store/sqlite/migrations/001-initial.js';
import { views } from '../../src/store/sqlite/migrations/002-views.js';
import { migrations } from '../../src/store/sqlite/migrations/migrations.js';
import { applicationId } from '../../src/store/sqlite/probe.js';
import { aReport } from './a-report.js';
import { databasePath, entry, query, save, withStore } from './temp-store.js';

/** A database as the second schema had it: one report with a paragraph and a fact, found at one path. */
function secondSchema(): void {
  mkdirSync(dirname(databasePath()));
  const database = new BetterSqlite3(databasePath());
  database.pragma(`application_id = ${applicationId}`);
  database.exec(initial);
  database.exec(views);
  database.pragma('user_version = 2');
  database.exec(`
    INSERT INTO documents (sha256, file, format, state, title, organisation, report_year, problems, schema_version, rules)
      VALUES ('${'a'.repeat(64)}', 'a.txt', 'text', 'ok', '决算说明', '青石镇人民政府', 2024, '[]', 1, 'r');
    INSERT INTO paths VALUES ('/r/a.txt', 1, 1, 1, 10, 1, 1);
    INSERT INTO blocks VALUES (1, 0, 'b0', 'paragraph', '支出决算12万元', NULL), (1, 1, 'b1', 'furniture', '决算', NULL);
    INSERT INTO figures VALUES (1, 0, 'f0', 'money', '12万元', '12', '万元', '120000', 1200000000, 'CNY', '10000', 'number', NULL,
      '支出决算', NULL, 'b0', 4, 8, NULL, NULL, NULL, NULL, NULL, NULL);
    INSERT INTO facts VALUES (1, 0, 'expenditure_year', 'final', NULL, '2024', NULL, 'stated', 'unknown', 'inherited', 'unknown');`);
  database.close();
}

test('a database of the second schema opens, keeps what it holds, and has all that the newest one has', async () => {
  secondSchema();
  const found = await withStore(async (store) => {
    const hits = [];
    for await (const { document, block } of store.search('决算', {})) hits.push([document.title, block]);
    return { hits, report: await store.loadReport('a'.repeat(64)), faults: await store.verify() };
  });
  expect(found.hits).toEqual([['决算说明', 'b0']]);
  expect(found.faults).toEqual([]);
  expect(found.report?.figures[0]?.fact).toMatchObject({ metric: 'expenditure_year', stage: 'final' });
  expect(query('PRAGMA user_version')).toEqual([{ user_version: migrations.length }]);
  expect(query('SELECT printed, value FROM v_facts')).toEqual([{ printed: '12万元', value: '120000' }]);
});

test('its schema is then that of a new database, and it takes new reports', async () => {
  const schema = (): unknown[] =>
    query(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'block_search_%' ORDER BY type, name`);
  secondSchema();
  await save(entry(aReport(), '/r/b.pdf'));
  const migrated = schema();
  await withStore(async (store) => expect(await store.loadReport(aReport().sha256)).toEqual(aReport()));
  const fresh = new BetterSqlite3(':memory:');
  fresh.function('gouji_indexed', String);
  for (const sql of migrations) fresh.exec(sql);
  expect(migrated).toEqual(
    fresh
      .prepare(`SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'block_search_%' ORDER BY type, name`)
      .all(),
  );
});
