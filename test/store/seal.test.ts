import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { GoujiError } from '../../src/model/error.js';
import { problem } from '../../src/model/problem.js';
import { openStoreForReading } from '../../src/store/open-store.js';
import type { Store } from '../../src/store/store.js';
import { aReport } from './a-report.js';
import { databasePath, entry, query, save, start, withStore } from './temp-store.js';

const report = aReport();
const decision = { sha256: report.sha256, finding: 'n0', action: 'confirm', by: 'a', at: start.at } as const;
beforeEach(async () => {
  await save(entry(report, '/r/a.pdf'));
  await withStore(async (store) => store.decide(['一', '二', '三'].map((reason) => ({ ...decision, reason }))));
});

function tamper(sql: string): void {
  const database = new BetterSqlite3(databasePath());
  database.exec(sql);
  database.close();
}

async function reading<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStoreForReading(databasePath());
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function all<T>(found: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const it of found) items.push(it);
  return items;
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'nothing thrown',
    (error: unknown) => (error instanceof GoujiError ? error.code : error),
  );
const load = (): Promise<unknown> => reading((store) => store.loadReport(report.sha256));
const list = (): Promise<unknown[]> => reading((store) => all(store.findings({})));
const history = (): Promise<unknown[]> => reading((store) => all(store.decisions()));
const faults = (): Promise<readonly string[]> => reading((store) => store.verify());

describe('rows that are not as they were stored', () => {
  const content = [
    `UPDATE blocks SET text = '支出合计296.82万元。' WHERE id = 'b1'`,
    `UPDATE headings SET title = '总体' WHERE id = 'h0'`,
    'UPDATE tables SET unit = NULL WHERE unit IS NOT NULL',
    `UPDATE cells SET text = '小计' WHERE text = '合计'`,
    `UPDATE figures SET label = '收入合计' WHERE id = 'f0'`,
    `UPDATE facts SET period = '2023'`,
    `UPDATE indicators SET score = '69.11' WHERE score = '96.11'`,
    'DELETE FROM blocks WHERE seq = (SELECT max(seq) FROM blocks)',
  ];
  const findings = [
    `UPDATE documents SET title = '青石镇2025年度部门决算'`,
    `UPDATE outcomes SET residual = '-21.5' WHERE residual = '-12.5'`,
    `UPDATE findings SET severity = 'info' WHERE id = 'n0'`,
    `UPDATE findings SET params = '{"total' WHERE id = 'n0'`,
    `UPDATE evidence SET text = '296.82万元' WHERE text = '295.82万元'`,
  ];

  test.each([...content, ...findings])('%s', async (sql) => {
    tamper(sql);
    expect(await codeOf(load())).toBe('STORE_DOCUMENT_DAMAGED');
    expect(await codeOf(list())).toBe(findings.includes(sql) ? 'STORE_DOCUMENT_DAMAGED' : 'nothing thrown');
    expect((await faults()).join('\n')).toContain(`not as it was stored: ${report.sha256}`);
  });

  test('are read again by the next import once that is asked for; decisions stay', async () => {
    tamper(`UPDATE blocks SET text = 'x' WHERE id = 'b1'`);
    const mended = await withStore(async (store) => store.mend());
    expect(mended.map(({ path }) => path)).toEqual(['/r/a.pdf']);
    expect(query('SELECT rules FROM documents')).toEqual([{ rules: '' }]);
    await save(entry(report, '/r/a.pdf'));
    expect(await load()).toEqual(report);
    expect([await faults(), (await history()).length]).toEqual([[], 3]);
    expect(await withStore(async (store) => store.mend())).toEqual([]);
  });

  test('are read again also where the last attempt failed, which would keep them from being tried', async () => {
    const why = problem('TIME_EXCEEDED', { file: report.file, seconds: 1 });
    await save(entry({ ...report, state: 'limit_exceeded' }, '/r/a.pdf', { problem: why }));
    const failures = (): unknown[] => query('SELECT code FROM failed_reads');
    expect(failures()).toEqual([{ code: 'TIME_EXCEEDED' }]);
    tamper(`UPDATE blocks SET text = 'x' WHERE id = 'b1'`);
    await withStore(async (store) => store.mend());
    expect(failures()).toEqual([]);
  });

  test('of before there were seals are unknown, and told when no report can be made of them', async () => {
    tamper(`DELETE FROM seals; UPDATE blocks SET text = 'x' WHERE id = 'b1'`);
    expect([await codeOf(load()), await faults()]).toEqual(['nothing thrown', []]);
    for (const sql of [`UPDATE documents SET problems = '[{'`, `UPDATE findings SET severity = 'dire'`]) {
      tamper(sql);
      expect(await codeOf(load())).toBe('STORE_DOCUMENT_DAMAGED');
      expect((await faults()).join('\n')).toContain(report.sha256);
    }
  });
});

describe('decisions', () => {
  test.each([
    [`UPDATE decisions SET reason = '四' WHERE id = 2`, 'decision 2'],
    ['DELETE FROM decisions WHERE id = 2', 'decision 3'],
  ])('%s is noticed', async (sql, fault) => {
    tamper(sql);
    expect(await codeOf(history())).toBe('STORE_DECISION_DAMAGED');
    expect((await faults()).join('\n')).toContain(fault);
  });

  test('the last cannot be taken away unnoticed', async () => {
    tamper('DELETE FROM decisions WHERE id = 3');
    expect(await faults()).toEqual(['decisions 3 to 3 are missing']);
  });
});

describe('what holding documents against each other finds', () => {
  async function compare(): Promise<void> {
    const [finding] = report.findings;
    if (!finding) throw new Error('the report has findings');
    const comparisons = [{ other: 'f'.repeat(64), outcomes: [], findings: [{ ...finding, id: 'x0' }] }];
    await withStore(async (store) => {
      const [of] = await store.uncompared();
      if (!of) throw new Error('it is not yet compared');
      await store.saveCompared(1, of, { sha256: report.sha256, basis: 'b', comparisons, problems: [] });
    });
  }

  test('is vouched for too', async () => {
    await compare();
    expect([(await list()).length, await faults()]).toEqual([report.findings.length + 1, []]);
    tamper(`UPDATE findings SET message = 'x' WHERE other IS NOT NULL`);
    expect(await codeOf(list())).toBe('STORE_DOCUMENT_DAMAGED');
  });

  test('does not vouch for what was damaged before', async () => {
    tamper(`UPDATE findings SET message = 'x' WHERE id = 'n0'`);
    await compare();
    expect(await codeOf(list())).toBe('STORE_DOCUMENT_DAMAGED');
  });

  test('nor for a document of before there were seals', async () => {
    tamper('DELETE FROM seals');
    await compare();
    expect(query('SELECT count(*) AS seals FROM seals')).toEqual([{ seals: 0 }]);
  });
});

test('a bit that flips anywhere changes no listing silently', async () => {
  const before = JSON.stringify([await list(), await history()]);
  const whole = readFileSync(databasePath());
  const codes = new Set<unknown>();
  const places = Array.from({ length: 40 }, (_, nth) => 4096 + nth * Math.floor((whole.length - 4096) / 40));
  for (let at = 0; (at = whole.indexOf('295.82万元', at + 1)) >= 0;) places.push(at);
  for (const at of places) {
    const damaged = Buffer.from(whole);
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << (at % 8)), at);
    for (const end of ['-wal', '-shm']) rmSync(`${databasePath()}${end}`, { force: true });
    writeFileSync(databasePath(), damaged);
    const listed = Promise.all([list(), history()]).then((now) => expect(JSON.stringify(now)).toBe(before));
    codes.add(await codeOf(listed));
  }
  expect([...codes].filter((code) => typeof code !== 'string')).toEqual([]);
});
