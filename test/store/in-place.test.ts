import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { GoujiError } from '../../src/model/error.js';
import { openStore, openStoreForReading } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { aReport } from './a-report.js';
import { databasePath, entry, start, tempFolder, withStore } from './temp-store.js';

const elsewhere = (): string => join(tempFolder(), 'elsewhere.db');
beforeEach(() => withStore(async () => {}));

/** Stores a report, lets something happen to the file, and tries to store another. */
async function whileWriting(happens: () => void): Promise<unknown> {
  const store = openStore(databasePath());
  try {
    const run = await store.startRun(start);
    await store.record(run, [entry(aReport(), '/r/a.pdf')]);
    happens();
    return await store.record(run, [entry(aReport({ file: 'b.pdf' }), '/r/b.pdf')]).catch((error: unknown) => error);
  } finally {
    await store.close();
  }
}

const documents = (store: Store): Promise<number> => store.findDocuments('.pdf').then((all) => all.length);

test('moved: nothing more is stored, and where the rest is, whole, is said', async () => {
  const error = await whileWriting(() => renameSync(databasePath(), elsewhere()));
  expect(error).toBeInstanceOf(GoujiError);
  const kept = existsSync('/proc/self/fd') ? elsewhere() : '?';
  expect(error).toMatchObject({ code: 'STORE_MOVED', params: { path: databasePath(), documents: 1, kept } });
  expect(statSync(`${databasePath()}-wal`).size).toBe(0);
  const store = openStoreForReading(elsewhere());
  expect([await documents(store), await store.verify()]).toEqual([0, []]);
  expect(await store.loadReport(aReport().sha256)).toEqual(aReport());
  await store.close();
});

test.runIf(existsSync('/proc/self/fd'))('deleted: what is lost is said', async () => {
  const error = await whileWriting(() => rmSync(databasePath()));
  expect(error).toMatchObject({ code: 'STORE_DELETED', params: { path: databasePath(), documents: 1 } });
});

test.runIf(existsSync('/proc/self/fd'))('replaced: nothing of it gets into the other file', async () => {
  copyFileSync(databasePath(), elsewhere());
  const error = await whileWriting(() => renameSync(elsewhere(), databasePath()));
  expect(error).toMatchObject({ code: 'STORE_DELETED' });
  const store = openStoreForReading(databasePath());
  expect([await documents(store), await store.verify()]).toEqual([0, []]);
  await store.close();
});

test('what was stored stands in the file itself when it is closed, though another has it open', async () => {
  const store = openStore(databasePath());
  const reader = new BetterSqlite3(databasePath(), { readonly: true });
  try {
    await store.record(await store.startRun(start), [entry(aReport(), '/r/a.pdf')]);
    expect(reader.prepare('SELECT count(*) FROM documents').pluck().get()).toBe(1);
    await store.close();
    copyFileSync(databasePath(), elsewhere());
  } finally {
    reader.close();
  }
  const copy = openStoreForReading(elsewhere());
  expect(await copy.loadReport(aReport().sha256)).toEqual(aReport());
  await copy.close();
});

test.runIf(existsSync('/proc/locks'))('opening a database again in one process takes no lock away', async () => {
  const file = `:${statSync(databasePath()).ino} `;
  const locks = (): number => readFileSync('/proc/locks', 'utf8').split(file).length - 1;
  const store = openStore(databasePath());
  await store.startRun(start);
  expect(locks()).toBe(1);
  await openStoreForReading(databasePath()).close();
  expect(locks()).toBe(1);
  await store.close();
});

test('a reader that never ends lets the log grow: it is said, again at each doubling, and cut off when it has ended', async () => {
  const warnings: number[] = [];
  const large = 400_000;
  const store = openStore(databasePath(), { largeLog: large, onWarning: ({ code }) => warnings.push(logSize(code)) });
  const logSize = (code: string): number => (code === 'STORE_LOG_LARGE' ? statSync(`${databasePath()}-wal`).size : 0);
  const run = await store.startRun(start);
  const reader = new BetterSqlite3(databasePath(), { readonly: true });
  reader.exec('BEGIN');
  reader.prepare('SELECT count(*) FROM documents').get();
  const numbers = Array.from({ length: 15 }, (_, at) => at);
  const more = (number: number): Promise<void> =>
    store.record(run, [entry(aReport({ file: `${number}.pdf` }), `/r/${number}`)]);
  for (const number of numbers.slice(0, 12)) await more(number);
  expect(warnings.length).toBeGreaterThan(1);
  expect(warnings[0]).toBeGreaterThanOrEqual(large);
  expect(warnings[1]).toBeGreaterThanOrEqual(2 * (warnings[0] ?? 0));
  reader.close();
  for (const number of numbers.slice(12)) await more(number);
  expect(statSync(`${databasePath()}-wal`).size).toBeLessThan(large);
  await store.close();
});
