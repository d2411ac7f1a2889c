import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { GoujiError } from '../../src/model/error.js';
import { openStore, openStoreForReading } from '../../src/store/open-store.js';
import { aReport } from './a-report.js';
import { databasePath, entry, save, tempFolder } from './temp-store.js';

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof GoujiError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

const bytesOf = (): string => createHash('sha256').update(readFileSync(databasePath())).digest('hex');

function newer(version: number): void {
  void openStore(databasePath()).close();
  const database = new BetterSqlite3(databasePath());
  database.pragma(`user_version = ${version}`);
  database.close();
}
function foreign(id: number): void {
  const database = new BetterSqlite3(databasePath());
  database.exec('CREATE TABLE letters (id)');
  database.pragma(`application_id = ${id}`);
  database.close();
}
function cutOff(): void {
  void openStore(databasePath()).close();
  writeFileSync(databasePath(), readFileSync(databasePath()).subarray(0, 8192));
}

describe('a file that must not be touched', () => {
  beforeEach(() => mkdirSync(dirname(databasePath())));

  const cases: readonly [why: string, code: string, make: () => void][] = [
    ['a newer schema', 'STORE_NEWER', () => newer(999)],
    ['another program', 'STORE_NOT_GOUJI', () => foreign(0x12345678)],
    ['a database without an application id', 'STORE_NOT_GOUJI', () => foreign(0)],
    ['no SQLite', 'STORE_NOT_GOUJI', () => writeFileSync(databasePath(), 'a letter to the editor\n'.repeat(50))],
    ['an empty file', 'STORE_NOT_GOUJI', () => writeFileSync(databasePath(), '')],
    ['cut off', 'STORE_CORRUPT', () => cutOff()],
  ];

  test.each(cases)('%s is refused as %s', (_why, code, make) => {
    make();
    const before = bytesOf();
    for (const open of [openStore, openStoreForReading]) expect(codeOf(() => open(databasePath()))).toBe(code);
    expect(bytesOf()).toBe(before);
    expect(readdirSync(dirname(databasePath()))).toEqual(['gouji.db']);
  });

  test('a path under a file cannot be written, and reading it finds nothing', () => {
    writeFileSync(join(tempFolder(), 'file'), '');
    const under = join(tempFolder(), 'file', 'gouji.db');
    expect(codeOf(() => openStore(under))).toBe('STORE_UNWRITABLE');
    expect(codeOf(() => openStoreForReading(under))).toBe('STORE_NOT_FOUND');
    expect(codeOf(() => openStoreForReading(join(tempFolder(), 'none.db')))).toBe('STORE_NOT_FOUND');
  });

  test('one that another program keeps locked is given up on, and nothing is lost', async () => {
    rmSync(dirname(databasePath()), { recursive: true });
    await save(entry(aReport(), '/r/a.pdf'));
    const other = new BetterSqlite3(databasePath());
    other.exec('BEGIN IMMEDIATE');
    const store = openStore(databasePath(), { patience: 50 });
    await expect(store.nameMetrics({})).rejects.toMatchObject({ code: 'STORE_BUSY' });
    other.exec('ROLLBACK');
    other.close();
    await store.nameMetrics({ a: '甲' });
    await store.close();
  });

  test('bytes that were flipped never come out as anything but a store fault', async () => {
    await save(entry(aReport(), '/r/a.pdf'));
    const whole = readFileSync(databasePath());
    for (let at = 4096; at < whole.length; at += 4096) {
      const damaged = Buffer.from(whole);
      damaged.fill(0xff, at, at + 64);
      writeFileSync(databasePath(), damaged);
      const code = await save(entry(aReport(), '/r/a.pdf')).then(
        () => 'stored',
        (error: unknown) => (error instanceof GoujiError ? error.code : `bare ${String(error)}`),
      );
      expect(['stored', 'STORE_CORRUPT', 'STORE_NOT_GOUJI']).toContain(code);
      for (const name of readdirSync(dirname(databasePath()))) rmSync(join(dirname(databasePath()), name));
    }
  });
});
