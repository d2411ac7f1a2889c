import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '../../../src/model/report.js';
import { problem } from '../../../src/model/problem.js';
import { importFiles, type ImportOptions, type ImportSummary } from '../../../src/pipeline/import/import-files.js';
import type { Analyze } from '../../../src/pipeline/read/read.js';
import { failedReport } from '../../../src/pipeline/read/failed-report.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store.js';
import { aReport } from '../../store/a-report.js';

let folder = '';
let store: Store;
let analysed: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-import-'));
  store = openStore(join(folder, 'gouji.db'));
  analysed = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(name: string, content: string): void {
  writeFileSync(join(folder, name), content);
}

/** Takes as long as the content says; `bad` cannot be read. */
async function analyze(bytes: Uint8Array, file: string): Promise<Report> {
  analysed.push(file);
  const content = Buffer.from(bytes).toString();
  await sleep(Number(/^\d+/.exec(content)?.[0] ?? 0));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (content.includes('bad')) {
    return failedReport(file, sha256, 'failed', problem('FILE_DAMAGED', { file, reason: 'x' }));
  }
  return aReport({ file, state: 'ok', problems: [], sha256 });
}

const run = (options: ImportOptions = {}): Promise<ImportSummary> =>
  importFiles([folder], store, { jobs: 3, analyze, ...options });

test('files are stored in path order, whichever is ready first', async () => {
  write('a.txt', '60 ms');
  write('b.txt', '5 ms');
  write('c.txt', '30 ms');
  const order: string[] = [];
  const { counts } = await run({ onProgress: ({ path }) => order.push(path.slice(-5)) });
  expect(order.filter((name) => name.endsWith('.txt'))).toEqual(['a.txt', 'b.txt', 'c.txt']);
  expect(counts).toMatchObject({ ok: 3, failed: 0 });
});

test('a content is analysed once however many paths hold it, and copies of what failed fail with it', async () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name, '20 good');
  for (const name of ['d.txt', 'e.txt']) write(name, '20 bad');
  const { counts, troubles } = await run();
  expect(analysed).toEqual(['a.txt', 'd.txt']);
  expect(counts).toMatchObject({ ok: 1, duplicate: 2, failed: 2 });
  expect(troubles.map(({ path, problem: { code } }) => [path.slice(-5), code])).toEqual([
    ['d.txt', 'FILE_DAMAGED'],
    ['e.txt', 'FILE_DAMAGED'],
  ]);
});

describe('what failed', () => {
  const fails = (code: 'FILE_DAMAGED' | 'READER_DIED'): Analyze => {
    return async (bytes, file) => {
      analysed.push(file);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return failedReport(file, sha256, 'failed', problem(code, { file, reason: 'x' }));
    };
  };
  const exceeds: Analyze = async (bytes, file) => {
    analysed.push(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return failedReport(file, sha256, 'limit_exceeded', problem('TIME_EXCEEDED', { file, seconds: 5 }));
  };
  const limits = { seconds: 5, megabytes: 500 };

  const cases: readonly [why: string, fail: Analyze, next: ImportOptions, again: boolean][] = [
    ['for reasons of its own is not read again', fails('FILE_DAMAGED'), {}, false],
    ['for reasons of its own is read again when asked', fails('FILE_DAMAGED'), { reprocess: 'failed' }, true],
    ['because its reader died is read again', fails('READER_DIED'), {}, true],
    ['for want of time is not read again in the same time', exceeds, {}, false],
    ['for want of time is not read again with more memory', exceeds, { limits: { ...limits, megabytes: 900 } }, false],
    ['for want of time is read again with more time', exceeds, { limits: { ...limits, seconds: 6 } }, true],
  ];
  test.each(cases)('%s', async (_why, fail, next, again) => {
    write('a.txt', 'good');
    write('b.txt', 'bad');
    write('copy.txt', 'bad');
    const first = await run({ analyze: fail, limits });
    analysed = [];
    const second = await run({ analyze: fail, limits, ...next });
    expect(analysed).toEqual(again ? ['a.txt', 'b.txt'] : []);
    expect(second.counts).toEqual(first.counts);
    expect(second.troubles).toEqual(first.troubles);
    expect(second.notRetried).toBe(again ? 0 : 3);
  });

  test('leaves what an earlier attempt read, which says so until one succeeds', async () => {
    write('a.txt', 'good');
    await run();
    const [fine] = await store.findDocuments('a.txt');
    expect(fine?.stale).toBeNull();
    // as if by other rules
    const known = vi.spyOn(store, 'pathKnown').mockResolvedValue(null);
    vi.spyOn(store, 'contentKnown').mockResolvedValue(null);
    const { run: second, counts } = await run({ analyze: exceeds });
    expect(counts).toMatchObject({ limit_exceeded: 1 });
    const sha256 = fine?.sha256 ?? '';
    expect(await store.findDocuments('a.txt')).toEqual([{ ...fine, stale: { code: 'TIME_EXCEEDED', run: second } }]);
    expect((await store.loadReport(sha256))?.findings).toHaveLength(2);
    await run();
    expect(await store.findDocuments('a.txt')).toEqual([fine]);
    expect(known).toHaveBeenCalled();
  });
});

test('a file that is another by the time it is read is told, and read in the next run', async () => {
  write('a.txt', 'good');
  const other: Analyze = async (bytes, file) => ({ ...(await analyze(bytes, file)), sha256: 'f'.repeat(64) });
  const { troubles } = await run({ analyze: other });
  expect(troubles.map(({ problem: { code, params } }) => [code, params['reason']])).toEqual([
    ['FILE_UNREADABLE', 'changed while it was read'],
  ]);
  expect((await run()).counts).toMatchObject({ ok: 1, failed: 0 });
});

test('findings are those of the documents that the run met, known ones too', async () => {
  write('a.txt', 'good');
  const once = await run();
  expect(once.findings).toEqual({ error: 1, warning: 0, review: 0, info: 1 });
  expect((await run()).findings).toEqual(once.findings);
});

test('a run that is told to stop stores nothing more and says so', async () => {
  for (const name of ['a.txt', 'b.txt', 'c.txt']) write(name, `10 ${name}`);
  const stopping = new AbortController();
  const summary = await run({ jobs: 1, signal: stopping.signal, onProgress: () => stopping.abort() });
  expect(summary.stopped).toBe(true);
  expect((await run()).counts).toMatchObject({ unchanged: summary.counts.ok, ok: 3 - summary.counts.ok });
});

test('a fault of the store ends the run', async () => {
  write('a.txt', 'good');
  vi.spyOn(store, 'record').mockRejectedValue(new Error('disk on fire'));
  await expect(run()).rejects.toThrow('disk on fire');
});

test('names of metrics are stored once by the same rules, without names that are another metric’s', async () => {
  write('a.txt', 'good');
  const named = vi.spyOn(store, 'nameMetrics');
  await run();
  await run();
  expect(named).toHaveBeenCalledTimes(1);
  const stored = new Map(named.mock.calls[0]?.[0].map(({ id, name, unit }) => [id, { name, unit }]));
  expect(stored.get('income_fiscal')).toEqual({ name: '财政拨款收入', unit: null });
  expect(stored.get('hc_actual')).toEqual({ name: '在职人数', unit: '人' });
  expect(stored.has('income_gpb')).toBe(false);
});
