import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { problem } from '../../../src/model/problem.js';
import type { Report } from '../../../src/model/report.js';
import { choiceOf } from '../../../src/pipeline/import/choose.js';
import {
  importAgain,
  importFiles,
  type ImportOptions,
  type ImportSummary,
} from '../../../src/pipeline/import/import-files.js';
import { isRunning, thisProcess } from '../../../src/pipeline/import/run-process.js';
import type { Reprocess } from '../../../src/pipeline/import/standing.js';
import { failedReport } from '../../../src/pipeline/read/failed-report.js';
import { openStore } from '../../../src/store/open-store.js';
import type { Store } from '../../../src/store/store.js';
import { aReport } from '../../store/a-report.js';

let folder = '';
let store: Store;
let analysed: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-ledger-'));
  store = openStore(join(folder, 'gouji.db'));
  analysed = [];
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (...names: string[]): string => join(folder, ...names);
function write(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

/** `bad` cannot be read, `scan` holds no words, anything else is a report. */
async function analyze(bytes: Uint8Array, file: string): Promise<Report> {
  analysed.push(file);
  const content = Buffer.from(bytes).toString();
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (content.includes('bad'))
    return failedReport(file, sha256, 'failed', problem('FILE_DAMAGED', { file, reason: 'x' }));
  if (content.includes('scan'))
    return { ...failedReport(file, sha256, 'failed', problem('NO_TEXT_LAYER', { file })), state: 'ok_partial' };
  return aReport({ file, state: 'ok', problems: [], sha256 });
}

const run = (options: ImportOptions = {}, ...paths: string[]): Promise<ImportSummary> =>
  importFiles(paths.length > 0 ? paths : [at('in')], store, { jobs: 2, analyze, ...options });

/** State and code of each file by the last run that met it, by its path under the folder. */
async function ledger(): Promise<Record<string, string>> {
  const told: Record<string, string> = {};
  for await (const { path, state, code } of store.files({}))
    told[path.slice(folder.length + 1)] = code === null ? state : `${state} ${code}`;
  return told;
}

async function listed(missing = false): Promise<string[]> {
  const paths: string[] = [];
  for await (const { document } of store.findings({ missing, repeated: true }))
    paths.push((document.path ?? document.missing?.path ?? '?').slice(folder.length + 1));
  return [...new Set(paths)];
}

describe('a file that is gone', () => {
  test('is told once, its findings are listed only when asked for, and all is as before when it is back', async () => {
    write('in/a.txt', 'one');
    write('in/b.txt', 'two');
    write('in/photo.jpg', 'x');
    await run();
    renameSync(at('in/b.txt'), at('kept'));
    rmSync(at('in/photo.jpg'));
    expect((await run()).gone).toEqual({ files: 1, moved: 0 });
    expect(await ledger()).toEqual({
      'in/a.txt': 'unchanged',
      'in/b.txt': 'missing FILE_GONE',
      'in/photo.jpg': 'missing',
    });
    expect([await listed(), await listed(true)]).toEqual([['in/a.txt'], ['in/b.txt', 'in/a.txt']]);
    expect(await store.fileStates()).toEqual({ ok: 1, missing: 1 });
    expect((await run()).gone).toEqual({ files: 0, moved: 0 });
    expect(await store.verify()).toEqual([]);
    renameSync(at('kept'), at('in/b.txt'));
    analysed = [];
    expect((await run()).counts).toMatchObject({ unchanged: 2 });
    expect(analysed).toEqual([]);
    expect(await listed()).toEqual(['in/a.txt', 'in/b.txt']);
    expect((await store.findDocuments(at('in/b.txt')))[0]?.missing).toBeNull();
  });

  test('of a folder that was moved is found where it is now, and not read again', async () => {
    write('in/2023/a.txt', 'one');
    write('in/2023/b.txt', 'two');
    write('in/copy.txt', 'two');
    await run();
    renameSync(at('in/2023'), at('moved'));
    analysed = [];
    const { counts, gone } = await run({}, at('moved'));
    expect(analysed).toEqual([]);
    expect(counts).toMatchObject({ moved: 2, duplicate: 0 });
    expect(gone).toEqual({ files: 2, moved: 2 });
    expect(await ledger()).toMatchObject({
      'in/2023/a.txt': 'missing FILE_MOVED',
      'in/copy.txt': 'duplicate',
      'moved/a.txt': 'moved',
    });
    expect(await listed()).toEqual(['in/copy.txt', 'moved/a.txt']);
    expect(await store.fileStates()).toEqual({ ok: 3, moved: 2 });
    rmSync(at('moved/a.txt'));
    await run({}, at('moved'));
    expect(await listed(true)).toEqual(['moved/a.txt', 'in/copy.txt']);
    expect(await store.fileStates()).toEqual({ ok: 2, missing: 1, moved: 2 });
  });

  test('of an archive is gone when the archive is, or holds it no more', async () => {
    const text = (words: string): Uint8Array => new TextEncoder().encode(words);
    write('in/a.zip', zipSync({ 'x.txt': text('one'), 'y.txt': text('two') }));
    await run();
    write('in/a.zip', zipSync({ 'x.txt': text('one') }));
    await run();
    expect(await ledger()).toMatchObject({ 'in/a.zip!/y.txt': 'missing FILE_GONE', 'in/a.zip!/x.txt': 'unchanged' });
    rmSync(at('in/a.zip'));
    await run();
    expect(await ledger()).toMatchObject({ 'in/a.zip!/x.txt': 'missing FILE_GONE' });
    expect(await store.verify()).toEqual([]);
  });

  test('is none that was only not chosen, or whose folder was not asked for', async () => {
    write('in/a.txt', 'one');
    write('in/drafts/b.txt', 'two');
    write('other/c.txt', 'three');
    await run({}, at('in'), at('other'));
    rmSync(at('other/c.txt'));
    const { gone, leftOut } = await run({ choice: choiceOf([], ['drafts']) });
    expect([gone, leftOut]).toEqual([{ files: 0, moved: 0 }, 1]);
    expect(await listed()).toHaveLength(3);
  });

  test('is marked so when it is named', async () => {
    write('in/a.txt', 'one');
    await run();
    rmSync(at('in/a.txt'));
    expect((await run({}, at('in/a.txt'))).counts).toMatchObject({ failed: 1 });
    expect([await listed(), await listed(true)]).toEqual([[], ['in/a.txt']]);
  });
});

test('a file without words is told of in every run, as are its copies, and read again only when asked', async () => {
  write('in/a.txt', 'scan');
  write('in/b.txt', 'scan');
  for (const [reprocess, read] of [
    ['stale', ['a.txt']],
    ['stale', []],
    ['failed', ['a.txt']],
  ] as const) {
    analysed = [];
    const { counts, troubles } = await run({ reprocess });
    expect(analysed).toEqual(read);
    expect(counts).toMatchObject({ wordless: 2, ok: 0, unchanged: 0, duplicate: 0 });
    expect(troubles.map((it) => it.problem.code)).toEqual(['NO_TEXT_LAYER', 'NO_TEXT_LAYER']);
  }
  expect(await store.fileStates()).toEqual({ wordless: 2 });
});

describe('what is read beside new files', () => {
  const cases: readonly [Reprocess, readonly string[]][] = [
    ['changed', []],
    ['stale', ['good.txt']],
    ['failed', ['bad.txt', 'good.txt', 'scan.txt']],
    ['all', ['bad.txt', 'good.txt', 'new.txt', 'scan.txt']],
  ];
  test.each(cases)('%s', async (reprocess, expected) => {
    for (const name of ['good', 'bad', 'scan', 'new']) write(`in/${name}.txt`, name);
    write('in/new-copy.txt', 'new');
    await run();
    const rules = (it: { readonly rules: string }, sha256: string) =>
      sha256 === createHash('sha256').update('good').digest('hex') ? { ...it, rules: 'older' } : it;
    const known = store.pathKnown.bind(store);
    store.pathKnown = async (path) => {
      const found = await known(path);
      return found && { ...found, ...rules(found, found.sha256) };
    };
    analysed = [];
    await run({ reprocess });
    expect(analysed.map((name) => name.replace('new-copy', 'new')).sort()).toEqual(expected);
  });
});

test('reading again concerns just the files that are named, in an archive too', async () => {
  const text = (words: string): Uint8Array => new TextEncoder().encode(words);
  write('in/a.txt', 'bad 1');
  write('in/b.txt', 'bad 2');
  write('in/gone.txt', 'bad 3');
  write('in/z.zip', zipSync({ 'x.txt': text('bad 4'), 'y.txt': text('bad 5') }));
  await run();
  rmSync(at('in/gone.txt'));
  analysed = [];
  const again = [at('in/b.txt'), at('in/gone.txt'), `${at('in/z.zip')}!/y.txt`];
  const { counts, total } = await importAgain(again, store, { jobs: 1, analyze });
  expect(analysed).toEqual(['b.txt', 'z.zip!/y.txt']);
  expect([counts.failed, total]).toEqual([2, 3]);
  expect(await ledger()).toMatchObject({ 'in/gone.txt': 'missing FILE_GONE', 'in/a.txt': 'failed FILE_DAMAGED' });
  const rows = [];
  for await (const { path } of store.files({ run: 2 })) rows.push(path.slice(folder.length + 4));
  expect(rows).toEqual(['b.txt', 'gone.txt', 'z.zip', 'z.zip!/y.txt']);
});

describe('limits', () => {
  test('a file that is larger than allowed is read once more is allowed', async () => {
    write('in/a.txt', 'one');
    expect((await run({ largest: 2 })).troubles[0]?.problem).toMatchObject({
      code: 'FILE_TOO_LARGE',
      params: { bytes: 3, limit: 2 },
    });
    expect((await run()).counts).toMatchObject({ ok: 1 });
  });

  test('a document of too many pages is read again only when as many are allowed', async () => {
    write('in/a.txt', 'long');
    const long: ImportOptions['analyze'] = async (bytes, file) => {
      analysed.push(file);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return failedReport(file, sha256, 'limit_exceeded', problem('LIMIT_EXCEEDED', { file, limit: 'pages', met: 30 }));
    };
    for (const mostPages of [10, 29, 30]) await run({ analyze: long, mostPages });
    expect(analysed).toEqual(['a.txt', 'a.txt']);
  });
});

describe('the history of runs', () => {
  test('says with which options a run was made, what it found, and what it cost', async () => {
    write('in/a.txt', 'one');
    write('in/b.txt', 'bad');
    await run({ asked: { timeout: '5' } });
    const [only] = await store.runs({});
    expect(only).toMatchObject({
      run: 1,
      ended: 'finished',
      paths: [at('in')],
      options: { timeout: '5' },
      process: { host: hostname(), pid: process.pid },
      files: 2,
      bytes: 6,
      counts: { ok: 1, failed: 1 },
      left: 0,
      recorded: { bytes: 6 },
    });
    const slow = await store.slowest(1, 5);
    expect(slow.map(({ seconds }) => typeof seconds)).toEqual(['number', 'number']);
  });

  test('a run that was killed is told as that, with what it left, until another run comes to it', async () => {
    write('in/a.txt', 'one');
    write('in/b.txt', 'two');
    const dead = { host: hostname(), pid: process.pid, started: 'another start of this machine' };
    const start = { paths: [at('in')], rules: 'r', version: '0', at: '2025-01-01T00:00:00.000Z', options: {} };
    const killed = await store.startRun({ ...start, allowed: { seconds: 1, megabytes: 1 }, process: dead });
    await store.planRun(
      killed,
      ['a.txt', 'b.txt'].map((name) => ({ path: at('in', name), bytes: 3 })),
    );
    const [open] = await store.runs({ open: true });
    expect(open && [isRunning(open), open.ended, open.left]).toEqual([false, null, 2]);
    expect(open && isRunning({ ...open, process: thisProcess() })).toBe(true);
    expect(open && isRunning({ ...open, process: { ...dead, host: 'elsewhere' } })).toBe(false);
    const shortly = Date.parse(start.at) + 60_000;
    expect(open && isRunning({ ...open, process: { ...dead, host: 'elsewhere' } }, shortly)).toBe(true);
    expect(await store.leftOf(killed)).toEqual([at('in/a.txt'), at('in/b.txt')]);
    await run({}, at('in/a.txt'));
    expect((await store.runs({ run: killed }))[0]).toMatchObject({ ended: 'interrupted', left: 1 });
    expect(await store.leftOf(killed)).toEqual([at('in/b.txt')]);
  });
});

test('what is not opened is counted by kind, in archives too', async () => {
  write('in/a.rar', 'x');
  write('in/b.RAR', 'x');
  write('in/表.pptx', 'x');
  write('in/README', 'x');
  write('in/~$a.docx', 'x');
  write('in/a.zip', zipSync({ 'x.txt': new Uint8Array([49]), 'c.7z': new Uint8Array([49]) }));
  const kinds = { RAR: 2, '7Z': 1, PPTX: 1, other: 1, shadow: 1 };
  expect((await run()).unopened).toEqual(kinds);
  expect(await store.unopened()).toEqual(kinds);
  rmSync(at('in/a.rar'));
  await run();
  expect(await store.unopened()).toEqual({ ...kinds, RAR: 1 });
});

test('progress counts bytes, an archive as one file', async () => {
  write('in/a.txt', 'one');
  write('in/b.zip', zipSync({ 'x.txt': new Uint8Array([49]), 'y.txt': new Uint8Array([50]) }));
  const seen: unknown[] = [];
  await run({ onProgress: ({ bytes }) => seen.push(bytes.done === bytes.total) });
  expect(seen).toEqual([false, false, false, true]);
});
