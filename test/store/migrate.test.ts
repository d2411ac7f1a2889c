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

/** A database of the schema before findings had numbers: a report with two findings, one of which the second run met. */
function beforeNumbers(): void {
  mkdirSync(dirname(databasePath()));
  const database = new BetterSqlite3(databasePath());
  database.pragma(`application_id = ${applicationId}`);
  database.function('gouji_indexed', String);
  for (const sql of migrations.slice(0, 14)) database.exec(sql);
  database.pragma('user_version = 14');
  const [a, b] = ['a'.repeat(64), 'b'.repeat(64)];
  database.exec(`
    INSERT INTO runs (id, started_at, paths, rules, version) VALUES (1, '2025', '[]', 'r', '0'), (2, '2025', '[]', 'r', '0');
    INSERT INTO documents (sha256, lineage, file, format, state, title, organisation, report_kind, report_year, problems, schema_version, rules)
      VALUES ('${a}', '${a}', 'a.pdf', 'pdf', 'ok', '决算', '青石镇', 'final_dept', 2024, '[]', 1, 'r'),
             ('${b}', '${b}', 'a.docx', 'docx', 'ok', '决算', '青石镇', 'final_dept', 2024, '[]', 1, 'r');
    INSERT INTO paths VALUES ('/r/a.pdf', 1, 1, 1, 10, 1, 1), ('/r/a.docx', 1, 2, 1, 10, 1, 1);
    INSERT INTO findings (document, seq, id, subject, rule, severity, params, message, arithmetic)
      VALUES (1, 0, 'late', 's', 'r', 'error', '{}', 'm', ''), (1, 1, 'early', 's', 'r', 'error', '{}', 'm', ''),
             (2, 0, 'late', 's', 'r', 'error', '{}', 'm', '');
    INSERT INTO first_met VALUES ('${a}', 'late', 2), ('${a}', 'early', 1), ('${a}', 'gone', 1), ('${b}', 'late', 2);
    INSERT INTO decisions (lineage, subject, finding, rule, document, rules, action, was, becomes, author, at)
      VALUES ('${b}', 's', 'late', 'r', '${b}', 'r', 'confirm', 'open', 'confirmed', 'x', '2025');`);
  database.close();
}

test('what findings were met before keep their order in the numbers, and files of one report are told together', async () => {
  beforeNumbers();
  await withStore(async () => {});
  expect(query('SELECT number, lineage, finding, run FROM finding_numbers ORDER BY number')).toEqual([
    { number: 1, lineage: 'a'.repeat(64), finding: 'early', run: 1 },
    { number: 2, lineage: 'a'.repeat(64), finding: 'late', run: 2 },
    { number: 3, lineage: 'b'.repeat(64), finding: 'late', run: 2 },
    { number: 4, lineage: 'a'.repeat(64), finding: 'gone', run: 1 },
  ]);
  expect(query('SELECT file, report, edition FROM v_reports ORDER BY edition')).toEqual([
    { file: 'a.docx', report: 2, edition: 1 },
    { file: 'a.pdf', report: 2, edition: 2 },
  ]);
  const listed = await withStore(async (store) => {
    const found = [];
    for await (const { number, document, finding, review } of store.findings({}))
      found.push([number, document.file, finding.id, review.status]);
    return found;
  }).catch((error: unknown) => error);
  expect(listed).toEqual([
    [2, 'a.docx', 'late', 'confirmed'],
    [1, 'a.pdf', 'early', 'open'],
  ]);
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
