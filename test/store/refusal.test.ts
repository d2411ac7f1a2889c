import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/model/catalogue.js';
import { GoujiError } from '../../src/model/error.js';
import { openStore, openStoreForReading } from '../../src/store/open-store.js';
import { migrations } from '../../src/store/sqlite/migrations/migrations.js';
import { applicationId } from '../../src/store/sqlite/probe.js';
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
function foreign(id: number, version = 0): void {
  const database = new BetterSqlite3(databasePath());
  database.exec('CREATE TABLE letters (id)');
  database.pragma(`application_id = ${id}`);
  database.pragma(`user_version = ${version}`);
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
    ['our mark on the tables of another', 'STORE_SCHEMA', () => foreign(applicationId, migrations.length)],
    ['our mark on the tables of another, before any version of ours', 'STORE_SCHEMA', () => foreign(applicationId)],
  ];

  test.each(cases)('%s is refused as %s', (_why, code, make) => {
    make();
    const before = bytesOf();
    for (const open of [openStore, openStoreForReading]) expect(codeOf(() => open(databasePath()))).toBe(code);
    expect(bytesOf()).toBe(before);
    for (const name of readdirSync(dirname(databasePath())).filter((it) => it !== 'gouji.db')) {
      // to look into a database of our mark SQLite opens it, and what it makes beside it holds nothing
      expect([name, statSync(join(dirname(databasePath()), name)).size]).toEqual([
        expect.stringMatching(/-(wal|shm)$/),
        name.endsWith('-wal') ? 0 : expect.any(Number),
      ]);
    }
  });

  test('cut off is refused as STORE_CORRUPT, left as it is, and nobody is told to delete it', () => {
    cutOff();
    const before = bytesOf();
    for (const open of [openStore, openStoreForReading])
      expect(codeOf(() => open(databasePath()))).toBe('STORE_CORRUPT');
    expect(bytesOf()).toBe(before);
    expect(catalogue.STORE_CORRUPT.en).toMatch(/^(?!.*delete).*Keep it.*Restore a backup/);
    expect(catalogue.STORE_CORRUPT.zh).toMatch(/^(?!.*删除).*保留.*恢复备份/);
  });

  test.each(['', ':memory:', ' a.db', 'a.db ', 'a\0b'])('%j is no name of a database', (name) => {
    for (const open of [openStore, openStoreForReading]) expect(codeOf(() => open(name))).toBe('DATABASE_INVALID');
  });

  test('what is no ordinary file is not opened, neither for the database nor beside it', () => {
    const fifo = join(tempFolder(), 'fifo');
    execFileSync('mkfifo', [fifo, `${databasePath()}-wal`]);
    void openStore(join(tempFolder(), 'a.db')).close();
    renameSync(join(tempFolder(), 'a.db'), databasePath());
    for (const path of [fifo, tempFolder(), '/dev/null', databasePath()]) {
      for (const open of [openStore, openStoreForReading]) expect(codeOf(() => open(path))).toBe('STORE_NOT_FILE');
    }
  });

  test('a log without its database is not mixed into a new one', () => {
    writeFileSync(`${databasePath()}-wal`, 'what was not yet written back');
    expect(codeOf(() => openStore(databasePath()))).toBe('STORE_LOG_ALONE');
    expect(readdirSync(dirname(databasePath()))).toEqual(['gouji.db-wal']);
  });

  test('what a killed maker left is removed, what a living one is making is not', () => {
    const gone = spawnSync('true').pid;
    const names = [
      `gouji.db.new-${gone}`,
      `gouji.db.new-${gone}-journal`,
      `gouji.db.new-${process.ppid}`,
      'gouji.db.new-x',
    ];
    for (const name of names) writeFileSync(join(dirname(databasePath()), name), '');
    void openStore(databasePath()).close();
    expect(readdirSync(dirname(databasePath())).toSorted()).toEqual(['gouji.db', ...names.slice(2)].toSorted());
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
    await expect(store.nameMetrics([])).rejects.toMatchObject({ code: 'STORE_BUSY' });
    other.exec('ROLLBACK');
    other.close();
    await store.nameMetrics([{ id: 'a', name: '甲', unit: null }]);
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
