import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Comparer } from '../../../src/pipeline/compare/compare.js';
import { PairComparer, type StoredPair } from '../../../src/pipeline/compare/pair.js';
import { ComparePool } from '../../../src/pipeline/compare/compare-pool.js';
import { Stopped } from '../../../src/pipeline/isolate/pool.js';
import type { Report } from '../../../src/model/report.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store.js';
import { entry, start } from '../../store/temp-store.js';
import { account, planted, reportOf } from './reports.js';

const script = fileURLToPath(new URL('../../../dist/pipeline/compare/compare-process.js', import.meta.url));
const harmful = fileURLToPath(new URL('harmful-compare.mjs', import.meta.url));
const limits = { seconds: 30, megabytes: 640 };

let folder = '';
let store: Store | undefined;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-pairs-'))));
afterEach(async () => {
  await store?.close();
  rmSync(folder, { recursive: true, force: true });
});

const [before, now] = [reportOf(account(2022), 'a.txt'), reportOf(planted(account(2023), '453.10', '435.10'), 'b.txt')];
const pairOf = (first: Report, second: Report): StoredPair => ({ kind: 'prior-year', first, second });

async function stored(...reports: readonly Report[]): Promise<Store> {
  store = openStore(join(folder, 'x.db'));
  const run = await store.startRun(start);
  await store.record(
    run,
    reports.map((report) => entry(report, `/r/${report.file}`)),
  );
  return store;
}

test('a child that reads from the store finds what is found here, and says when a document is gone', async () => {
  const held = await stored(before, now);
  const pool = new ComparePool({ store: held, jobs: 1, limits, script });
  const here = await new PairComparer(held, defaultRulebook()).compare(pairOf(now, before));
  expect('findings' in here && here.findings).toHaveLength(1);
  expect(await pool.compareStored(pairOf(now, before))).toEqual(here);
  const other = reportOf(account(2022), 'c.txt');
  expect(await pool.compareStored(pairOf(now, other))).toMatchObject({
    code: 'COMPARISON_FAILED',
    message: expect.stringContaining('b.txt 与 c.txt 未能互相核对（其中一份已不在数据库中）'),
  });
  pool.stop();
});

test('a document that is not as it was stored costs its pair', async () => {
  const held = await stored(before, now);
  const database = new BetterSqlite3(held.path);
  database.exec(`UPDATE blocks SET text = '支出' WHERE document = (SELECT id FROM documents WHERE file = 'a.txt')`);
  database.close();
  const pool = new ComparePool({ store: held, jobs: 1, limits, script });
  expect(await pool.compareStored(pairOf(now, before))).toMatchObject({
    code: 'COMPARISON_FAILED',
    message: expect.stringContaining('其中一份与存入时不同，见 gouji db check'),
  });
  pool.stop();
});

test('reports that are given are compared in a child as they are here', async () => {
  const pool = new ComparePool({ jobs: 1, limits, script });
  expect(await pool.compare(before, now)).toEqual(new Comparer(defaultRulebook()).compare(before, now));
  pool.stop();
});

test('a pair that harms its child is told with both files, and the next is compared', async () => {
  const pool = new ComparePool({ jobs: 1, limits: { ...limits, seconds: 0.5 }, script: harmful });
  const failed = (way: StoredPair['kind']) => pool.compareStored({ ...pairOf(now, before), kind: way });
  const params = { file: 'b.txt', other: 'a.txt' };
  expect(await failed('budget')).toMatchObject({
    code: 'COMPARISON_FAILED',
    params: { ...params, reason: 'TIME_EXCEEDED' },
  });
  expect(await failed('unit')).toMatchObject({
    code: 'COMPARISON_FAILED',
    params: { ...params, reason: 'TypeError: the reason' },
  });
  expect(await failed('prior-year')).toMatchObject({ findings: [] });
  const underWay = failed('budget');
  pool.stop();
  await expect(underWay).rejects.toBeInstanceOf(Stopped);
});
