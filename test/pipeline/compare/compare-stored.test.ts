import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../../src/model/report.js';
import type { Compare } from '../../../src/pipeline/compare/compare-stored.js';
import { importFiles, type ImportOptions, type ImportSummary } from '../../../src/pipeline/import/import-files.js';
import { problem } from '../../../src/model/problem.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store, StoredFinding } from '../../../src/store/store.js';
import type { Given } from '../../document-of.js';
import { entry, start } from '../../store/temp-store.js';
import { acrossRows } from './across-rows.js';
import { comparing } from './comparing.js';
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

function importing(store: Store, names: readonly string[], options: ImportOptions = {}): Promise<ImportSummary> {
  const paths = names.map((name) => join(folder, name));
  return importFiles(paths, store, { jobs: 1, analyze, compare: comparing(store), ...options });
}
const imported = (store: Store, ...names: string[]) => importing(store, names);

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
    const onProgress = ({ done }: { readonly done: number }): void => void (done === 2 && stop.abort());
    await importing(store, ['a.txt', 'b.txt'], { signal: stop.signal, onProgress });
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

describe('only what a change concerns is compared', () => {
  /** Accounts of both years and budgets of both, two files of each. */
  function writeAll(): string[] {
    const kinds = { a22: account(2022), a23: account(2023), b22: budget(2022), b23: budget(2023) };
    return Object.entries(kinds).flatMap(([name, given]) =>
      [1, 2].map((edition) => {
        write(`${name}-${edition}.txt`, given, edition);
        return `${name}-${edition}.txt`;
      }),
    );
  }
  const ways = (asked: readonly string[]): string[] => asked.map((it) => it.replaceAll(/-\d\.txt/g, '')).sort();

  test('each document once a way, where nothing is found; and again only what is held against the one that changed', async () => {
    const names = writeAll();
    const store = openStore(join(folder, 'x.db'));
    const asked: string[] = [];
    await importing(store, names, { compare: comparing(store, asked) });
    const once = ['budget: a22 b22', 'budget: a23 b23', 'prior-year: a23 a22', 'prior-year: b23 b22'];
    expect(ways(asked)).toEqual(once.flatMap((it) => [it, it]));

    write('b22-1.txt', budget(2022), 3);
    asked.length = 0;
    await importing(store, names, { compare: comparing(store, asked) });
    expect(ways(asked)).toEqual(['budget: a22 b22', 'budget: a22 b22', 'prior-year: b23 b22', 'prior-year: b23 b22']);
    await store.close();
  });

  test('the pairs that are asked for grow with the documents', async () => {
    const store = openStore(join(folder, 'x.db'));
    const names: string[] = [];
    const counts: number[] = [];
    for (const editions of [4, 8, 16]) {
      while (names.length < 2 * editions) {
        const name = `${names.length}.txt`;
        write(name, account(names.length % 2 === 0 ? 2022 : 2023), names.length);
        names.push(name);
      }
      const asked: string[] = [];
      await importing(store, names, { compare: comparing(store, asked) });
      counts.push(asked.length);
    }
    expect(counts).toEqual([4, 8, 16]);
    await store.close();
  });

  test('a stop in the midst keeps what was done, and the next run does the rest', async () => {
    const names = writeAll();
    const store = openStore(join(folder, 'x.db'));
    const stop = new AbortController();
    const [before, after]: [string[], string[]] = [[], []];
    const compare = comparing(store, before);
    const first = await importing(store, names, {
      signal: stop.signal,
      compare: async (pair) => {
        const compared = await compare(pair);
        if (before.length === 4) stop.abort();
        return compared;
      },
    });
    expect([first.stopped, (await store.uncompared()).length]).toEqual([true, 1]);
    await importing(store, names, { compare: comparing(store, after) });
    expect(await store.uncompared()).toEqual([]);
    expect([...before, ...after].length - new Set([...before, ...after]).size).toBeLessThanOrEqual(1);
    expect(new Set([...before, ...after]).size).toBe(8);
    await store.close();
  });

  /** What is told of a budget that cannot be compared, and what is compared, in a run after the other. */
  async function failing(reason: string, runs: readonly ImportOptions[]): Promise<unknown[]> {
    write('a22.txt', account(2022));
    write('a23.txt', wrong);
    write('b23.txt', planted(budget(2023), '414.04', '441.04'));
    const store = openStore(join(folder, 'x.db'));
    const results: unknown[] = [];
    for (const options of runs) {
      const asked: string[] = [];
      const whole = comparing(store, asked);
      const compare: Compare = async (pair) => {
        const compared = await whole(pair);
        if (pair.kind !== 'budget') return compared;
        return problem('COMPARISON_FAILED', { file: pair.first.file, other: pair.second.file, reason });
      };
      const { troubles } = await importing(store, ['a22.txt', 'a23.txt', 'b23.txt'], { compare, ...options });
      const told = troubles.map(({ state, problem: { message } }) => `${state} ${message}`);
      results.push([told, asked.length, (await found(store)).map((it) => it.split(' ')[1])]);
    }
    const { troubles } = await importing(store, ['a22.txt'], { limits: { seconds: 90, megabytes: 640 } });
    results.push([troubles, await store.uncompared(), (await found(store)).length]);
    await store.close();
    return results;
  }
  const message = (reason: string): string =>
    `uncompared a23.txt 与 b23.txt 未能互相核对（${reason}），其余不受影响。请用 --timeout、--max-memory 放宽限制后重试。`;

  test('a pair that cannot be compared costs that pair, is told, and is tried again by the next run', async () => {
    const told = [message('SIGSEGV')];
    expect(await failing('SIGSEGV', [{}, {}])).toEqual([
      [told, 2, ['prior-year-figure']],
      [told, 2, ['prior-year-figure']],
      [[], [], 2],
    ]);
  });

  test('a pair that went over a limit is told by every run, and tried again when the limits are others', async () => {
    const told = [message('超过时限')];
    const larger = { limits: { seconds: 70, megabytes: 640 } };
    expect(await failing('TIME_EXCEEDED', [{}, {}, larger, larger])).toEqual([
      [told, 2, ['prior-year-figure']],
      [told, 0, ['prior-year-figure']],
      [told, 2, ['prior-year-figure']],
      [told, 0, ['prior-year-figure']],
      [[], [], 2],
    ]);
  });

  test('a document that is read again as another organisation’s takes its findings along', async () => {
    write('a.txt', account(2022));
    write('b.txt', wrong);
    const store = openStore(join(folder, 'x.db'));
    await imported(store, 'a.txt', 'b.txt');
    expect(await found(store)).toHaveLength(1);
    const [a] = await store.findDocuments('a.txt');
    const report = await store.loadReport(a?.sha256 ?? '');
    if (!a?.path || !report) throw new Error('a.txt is not stored');
    const { stamp } = (await store.pathKnown(a.path)) ?? {};
    if (!stamp) throw new Error('its path is not known');
    const run = await store.startRun({ ...start, rules: 'others' });
    const moved: Report = { ...report, organisation: '松岭区水务局' };
    await store.record(run, [entry(moved, a.path, { content: { sha256: a.sha256, stamp } })]);
    await imported(store, 'b.txt');
    expect(await found(store)).toEqual([]);
    expect(acrossRows(join(folder, 'x.db'))).toEqual([]);
    await store.close();
  });
});

test('the result depends on what is held in the end, never on the way there', async () => {
  const contents = [
    account(2022),
    planted(account(2022), '453.10', '435.10'),
    account(2023),
    wrong,
    planted(planted(account(2023), '减少12.63万元', '减少21.63万元'), '部门决算', '单位决算'),
    budget(2023),
    planted(budget(2023), '414.04', '441.04'),
    planted(account(2022), '部门决算', '单位决算'),
  ];
  const nameOf = (index: number): string => `${index}.txt`;
  /** The content that each path holds. */
  const state = fc.array(fc.nat(contents.length - 1), { minLength: 2, maxLength: 6 });
  let count = 0;
  const rowsAfter = async (steps: readonly (readonly (readonly [at: number, content: number])[])[]) => {
    const path = join(folder, `p${count++}.db`);
    const store = openStore(path);
    for (const step of steps) {
      for (const [at, content] of step) write(nameOf(at), contents[content] ?? [], at);
      await importing(
        store,
        step.map(([at]) => nameOf(at)),
      );
    }
    await store.close();
    return acrossRows(path);
  };
  await fc.assert(
    fc.asyncProperty(state, fc.infiniteStream(fc.nat()), state, async (end, draws, before) => {
      const final = end.map((content, at) => [at, content] as const);
      const whole = await rowsAfter([final]);
      const shuffled = final
        .map((it) => ({ it, by: draws.next().value ?? 0 }))
        .toSorted((a, b) => a.by - b.by)
        .map(({ it }) => it);
      expect(await rowsAfter(shuffled.map((it) => [it]))).toEqual(whole);
      const replaced = before.slice(0, end.length).map((content, at) => [at, content] as const);
      expect(await rowsAfter([replaced, ...shuffled.map((it) => [it])])).toEqual(whole);
    }),
    { numRuns: 8 },
  );
});
