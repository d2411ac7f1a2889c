import BetterSqlite3 from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { openStoreForReading } from '../../src/store/open-store.js';
import { aReport } from './a-report.js';
import { databasePath, entry, query, save } from './temp-store.js';

beforeEach(() => save(entry(aReport(), '/r/a.pdf')));

async function faults(): Promise<readonly string[]> {
  const store = openStoreForReading(databasePath());
  try {
    return await store.verify();
  } finally {
    await store.close();
  }
}

function tamper(sql: string): void {
  const database = new BetterSqlite3(databasePath());
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
}

test('a database as we write it is sound', async () => expect(await faults()).toEqual([]));

const cases: readonly [why: string, sql: string, fault: string][] = [
  ['a fact without its figure', `DELETE FROM figures WHERE id = 'f0'`, 'row of facts without its figures'],
  ['a document that no path holds', 'DELETE FROM paths', 'document without a path: '],
  ['a ledger row that lost its document', 'UPDATE run_files SET document = NULL', 'without its document: /r/a.pdf'],
  [
    'a path whose last version is not current',
    'UPDATE paths SET current = 0',
    'path without a current version: /r/a.pdf',
  ],
  ['a finding without its number', 'DELETE FROM finding_numbers WHERE number = 1', 'finding without a number: n0'],
  ['an amount that differs from its text', `UPDATE figures SET value = '2958201'`, '2958201 beside 29582000000'],
];
test.each(cases)('%s is found', async (_why, sql, fault) => {
  tamper(sql);
  expect((await faults()).join('\n')).toContain(fault);
});

test('a page that was overwritten is found', async () => {
  const [root] = query<{ readonly rootpage: number }>(`SELECT rootpage FROM sqlite_schema WHERE name = 'figures'`);
  const page = 4096;
  const bytes = readFileSync(databasePath());
  bytes.fill(0xff, ((root?.rootpage ?? 0) - 1) * page, (root?.rootpage ?? 0) * page);
  writeFileSync(databasePath(), bytes);
  expect(await faults()).not.toEqual([]);
});
