import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { backupDatabase, databaseStats, inspectDatabase } from '../../src/store/maintain.js';
import { digestOf } from '../../src/store/sqlite/maintain/digest.js';
import { supportedSchema } from '../../src/store/sqlite/database.js';
import { aReport } from './a-report.js';
import { dump } from './dump.js';
import { databasePath, entry, save, tempFolder, withStore } from './temp-store.js';

const target = (): string => join(tempFolder(), 'copy.db');

const digest = (path: string): string => {
  const open = new BetterSqlite3(path, { readonly: true });
  try {
    return digestOf(open);
  } finally {
    open.close();
  }
};

describe.each([
  ['backup', false],
  ['copy', true],
])('%s', (_name, compact) => {
  test('of a database in use is whole, equal to it, and a database of gouji', async () => {
    await save(entry(aReport(), '/r/a.pdf'));
    await withStore(async (store) => {
      expect(await backupDatabase(databasePath(), target(), compact)).toMatchObject({ documents: 1 });
      expect(await store.verify()).toEqual([]);
    });
    expect([dump(target()), digest(target())]).toEqual([dump(databasePath()), digest(databasePath())]);
    expect(inspectDatabase(target())).toMatchObject({ schema: supportedSchema, fault: null });
    expect(readdirSync(tempFolder()).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  test('STORE_EXISTS: what is there is left alone', async () => {
    await save(entry(aReport(), '/r/a.pdf'));
    const before = digest(databasePath());
    const refused = backupDatabase(databasePath(), databasePath(), compact);
    await expect(refused).rejects.toMatchObject({ code: 'STORE_EXISTS' });
    expect(digest(databasePath())).toBe(before);
  });

  test('STORE_COPY_UNSOUND: a fault of the original is told, and no copy is left', async () => {
    await save(entry(aReport(), '/r/a.pdf'));
    const open = new BetterSqlite3(databasePath());
    open.exec('DELETE FROM paths');
    open.close();
    const refused = backupDatabase(databasePath(), target(), compact);
    await expect(refused).rejects.toMatchObject({ code: 'STORE_COPY_UNSOUND' });
    expect(readdirSync(tempFolder())).toEqual([dirname(databasePath()).split('/').at(-1)]);
  });

  test('into a folder that is not there is refused, and a database that is not there is none', async () => {
    await save(entry(aReport(), '/r/a.pdf'));
    const nowhere = backupDatabase(databasePath(), join(tempFolder(), 'no', 'copy.db'), compact);
    await expect(nowhere).rejects.toMatchObject({ code: 'STORE_UNWRITABLE' });
    const nothing = backupDatabase(join(tempFolder(), 'no.db'), target(), compact);
    await expect(nothing).rejects.toMatchObject({ code: 'STORE_NOT_FOUND' });
  });
});

test('a digest tells rows apart by their values and kinds, not by how they lie', () => {
  const of = (sql: string): string => {
    const open = new BetterSqlite3(':memory:');
    open.exec(`CREATE TABLE t (a, b, PRIMARY KEY (a)) WITHOUT ROWID; ${sql}`);
    return digestOf(open);
  };
  const one = of(`INSERT INTO t VALUES (1, 'x'), (2, NULL)`);
  expect(of(`INSERT INTO t VALUES (3, 1), (2, NULL), (1, 'x'); DELETE FROM t WHERE a = 3`)).toBe(one);
  const others = [`(1, 'x'), (2, '')`, `('1', 'x'), (2, NULL)`, `(1, 'x')`].map((it) =>
    of(`INSERT INTO t VALUES ${it}`),
  );
  expect(new Set([one, ...others]).size).toBe(4);
});

test('the statistics count the rows of each table and all bytes of the file', async () => {
  await save(entry(aReport(), '/r/a.pdf'));
  const { tables, bytes, documents, textBytes, ratio, freeBytes } = databaseStats(databasePath());
  expect(documents).toBe(1);
  expect(tables.find(({ table }) => table === 'documents')?.rows).toBe(1);
  expect(tables.find(({ table }) => table === 'block_search')?.rows).toBeNull();
  expect(tables.reduce((sum, it) => sum + it.bytes, 0) + freeBytes).toBe(bytes);
  expect(textBytes).toBe(aReport().blocks.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0));
  expect(ratio).toBeCloseTo(bytes / textBytes, 1);
});

test('a database is inspected as it lies there', () => {
  expect(inspectDatabase(databasePath())).toBeNull();
  mkdirSync(dirname(databasePath()));
  const open = new BetterSqlite3(databasePath());
  open.exec('CREATE TABLE t (a)');
  open.close();
  expect(() => inspectDatabase(databasePath())).toThrow(expect.objectContaining({ code: 'STORE_NOT_GOUJI' }));
});
