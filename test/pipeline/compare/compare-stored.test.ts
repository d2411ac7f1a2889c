import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.js';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store, StoredFinding } from '../../../src/store/store.js';
import type { Given } from '../../document-of.js';
import { account, budget, planted, reportOf } from './reports.js';

let folder = '';
let databases = 0;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-across-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A file whose content stands for a document in miniature; `nonce` makes another file of the same words. */
function write(name: string, given: readonly Given[], nonce = 0): void {
  writeFileSync(join(folder, name), JSON.stringify({ given, nonce }));
}
async function analyze(bytes: Uint8Array, file: string): Promise<Report> {
  const { createHash } = await import('node:crypto');
  const { given } = JSON.parse(Buffer.from(bytes).toString()) as { given: Given[] };
  return { ...reportOf(given, file), sha256: createHash('sha256').update(bytes).digest('hex') };
}

const imported = (store: Store, ...names: string[]) =>
  importFiles(
    names.map((name) => join(folder, name)),
    store,
    { jobs: 1, analyze },
  );

/** Imports the batches one run after the other into a database of their own, and says what is found across documents. */
async function across(...batches: readonly (readonly string[])[]): Promise<string[]> {
  const store = openStore(join(folder, `${databases++}.db`));
  try {
    for (const batch of batches) await imported(store, ...batch);
    return await found(store);
  } finally {
    await store.close();
  }
}

async function found(store: Store): Promise<string[]> {
  const all: string[] = [];
  for await (const { document, finding } of store.findings({})) {
    const others = new Set(finding.evidence.flatMap((it) => it.document?.slice(0, 6) ?? []));
    if (others.size > 0) all.push(`${document.file} ${finding.rule} ${finding.arithmetic} ${[...others].join()}`);
  }
  return all;
}

async function listed(store: Store): Promise<StoredFinding[]> {
  const all: StoredFinding[] = [];
  for await (const it of store.findings({ rule: 'prior-year-figure' })) all.push(it);
  return all;
}

const wrong = planted(account(2023), '453.10', '435.10');

describe('documents of one organisation in a database', () => {
  test('are held against each other, whatever the order and the runs in which they came', async () => {
    write('a-2022.txt', account(2022));
    write('b-2023.txt', wrong);
    write('c-budget.txt', planted(budget(2023), '414.04', '441.04'));
    const all = ['a-2022.txt', 'b-2023.txt', 'c-budget.txt'];
    const whole = await across(all);
    expect(whole.map((it) => it.replace(/ \w+$/, '')).sort()).toEqual([
      'b-2023.txt budget-in-account 414.04万元 ≠ 441.04万元（差 27万元）',
      'b-2023.txt prior-year-figure 435.10万元 ≠ 453.10万元（差 18万元）',
    ]);
    for (const order of [
      [[all[2]], [all[1]], [all[0]]],
      [[all[1]], [all[0], all[2]]],
      [[all[0]], [all[2]], [all[1]]],
    ])
      expect(await across(...(order as string[][]))).toEqual(whole);
  });

  test('the findings go when the document that was wrong is replaced, and are not the report’s own', async () => {
    write('a.txt', account(2022));
    write('b.txt', wrong);
    const store = openStore(join(folder, 'x.db'));
    await imported(store, 'a.txt', 'b.txt');
    expect(await found(store)).toHaveLength(1);
    const [before] = await store.findDocuments('b.txt');
    const report = await store.loadReport(before?.sha256 ?? '');
    expect(report?.findings.map(({ rule }) => rule)).not.toContain('prior-year-figure');
    write('b.txt', account(2023));
    await imported(store, 'b.txt');
    expect(await found(store)).toEqual([]);
    await store.close();
  });

  test('a run that brings nothing new compares nothing', async () => {
    write('a.txt', account(2022));
    write('b.txt', wrong);
    const store = openStore(join(folder, 'x.db'));
    await imported(store, 'a.txt', 'b.txt');
    expect(await store.uncompared()).toEqual([]);
    await imported(store, 'a.txt', 'b.txt');
    expect([await store.uncompared(), (await found(store)).length]).toEqual([[], 1]);
    await store.close();
  });

  test('a stop before the comparison is made up for by the next run', async () => {
    write('a.txt', account(2022));
    write('b.txt', wrong);
    const store = openStore(join(folder, 'x.db'));
    const stop = new AbortController();
    const paths = ['a.txt', 'b.txt'].map((name) => join(folder, name));
    const onProgress = ({ done }: { readonly done: number }): void => void (done === 2 && stop.abort());
    await importFiles(paths, store, { jobs: 1, analyze, signal: stop.signal, onProgress });
    expect([(await store.uncompared()).length, await found(store)]).toEqual([1, []]);
    await imported(store, 'a.txt');
    expect([(await store.uncompared()).length, (await found(store)).length]).toEqual([0, 1]);
    await store.close();
  });

  test('two copies of last year’s report: where one agrees, nothing is claimed', async () => {
    write('a.txt', account(2022));
    write('a-corrected.txt', planted(account(2022), '453.10', '435.10'));
    write('b.txt', wrong);
    expect(await across(['a.txt', 'b.txt'])).toHaveLength(1);
    expect(await across(['a.txt', 'a-corrected.txt', 'b.txt'])).toEqual([]);
    write('a-again.txt', account(2022), 1);
    expect(await across(['a.txt', 'a-again.txt', 'b.txt'])).toHaveLength(1);
  });

  test('documents of other organisations are left alone', async () => {
    write('a.txt', planted(account(2022), '松岭区林业局', '松岭区水务局'));
    write('b.txt', wrong);
    expect(await across(['a.txt', 'b.txt'])).toEqual([]);
  });

  test('a decision stays when the other document is stored again', async () => {
    write('a.txt', account(2022));
    write('b.txt', wrong);
    const store = openStore(join(folder, 'x.db'));
    await imported(store, 'a.txt', 'b.txt');
    const [only] = await listed(store);
    if (!only) throw new Error('nothing was found');
    const said = { action: 'dismiss', reason: '口径不同', by: '张三', at: '2025-01-01T00:00:00.000Z' } as const;
    await store.decide([{ sha256: only.document.sha256, finding: only.finding.id, ...said }]);
    renameSync(join(folder, 'a.txt'), join(folder, 'c.txt'));
    write('a.txt', account(2022), 1);
    await imported(store, 'a.txt', 'c.txt');
    expect((await listed(store)).map(({ review }) => review.status)).toEqual(['dismissed']);
    await store.close();
  });
});
