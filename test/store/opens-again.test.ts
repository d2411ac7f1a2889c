import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { openStore, openStoreForReading } from '../../src/store/open-store.js';
import { aReport } from './a-report.js';
import { databasePath, entry, start, tempFolder } from './temp-store.js';
import { takenFrom, tear } from './torn.js';

const count = 12;
/** Long enough for a few pages each. */
const reportOf = (number: number): Report => {
  const text = `第${number}号支出合计295.82万元。`.repeat(40);
  const more = Array.from({ length: 12 }, (_, at) => ({ id: `c${at}`, kind: 'paragraph' as const, text, page: 3 }));
  return aReport({ file: `${number}.pdf`, blocks: [...aReport().blocks, ...more] });
};

/** What a reader finds in a database: documents, decisions, and what is wrong. */
async function found(path: string) {
  const store = openStoreForReading(path);
  try {
    const documents = [];
    for (let number = 0; number < count; number++) {
      if (await store.loadReport(reportOf(number).sha256)) documents.push(number);
    }
    const decided = [];
    for await (const { reason } of store.decisions()) decided.push(Number(reason));
    return { documents, decided, faults: await store.verify() };
  } finally {
    await store.close();
  }
}

test('a kill at any write to the file leaves a database that opens with all that was stored and decided', async () => {
  const path = databasePath();
  const store = openStore(path);
  const run = await store.startRun(start);
  const numbers = Array.from({ length: count }, (_, at) => at);
  for (const number of numbers) {
    const report = reportOf(number);
    await store.record(run, [entry(report, `/r/${number}.pdf`)]);
    const by = { by: 'a', at: start.at, reason: String(number) };
    await store.decide([{ sha256: report.sha256, finding: 'n0', action: 'confirm', ...by }]);
  }
  const { database, log } = takenFrom(path);
  await store.close();
  const copy = join(tempFolder(), 'copy.db');
  const writes = tear(copy, database, log, 0);
  expect(writes).toBeGreaterThan(100);
  for (const after of [0, 1, 2, Math.floor(writes / 4), Math.floor(writes / 2), writes - 1]) {
    tear(copy, database, log, after);
    expect(await found(copy)).toEqual({ documents: numbers, decided: numbers, faults: [] });
    tear(copy, database, log, after);
    await openStore(copy).close();
    expect((await found(copy)).faults).toEqual([]);
  }
});

/** Stores and decides on report after report, and says so of each, until the disk takes no more. */
const writer = `
  import { readFileSync, writeSync } from 'node:fs';
  const [, storeModule, packModule, path, reports] = process.argv;
  process.on('SIGXFSZ', () => {});
  const { openStore } = await import(storeModule);
  const { packReport } = await import(packModule);
  const store = openStore(path);
  const run = await store.startRun(${JSON.stringify(start)});
  for (const [number, whole] of JSON.parse(readFileSync(reports, 'utf8')).entries()) {
    const parts = [];
    const report = { head: packReport(whole, [], (part) => parts.push(part)), parts };
    const content = { sha256: whole.sha256, stamp: { size: 1, modified: 1n, changed: 1n } };
    await store.record(run, [{ path: '/r/' + number, state: 'ok', problem: null, content, report }]);
    const by = { by: 'a', at: '2025', reason: String(number) };
    await store.decide([{ sha256: whole.sha256, finding: 'n0', action: 'confirm', ...by }]);
    writeSync(1, number + '\\n');
  }`;

test('a disk that is full at any time leaves a database that opens with all that was acknowledged', async () => {
  const built = ['open-store', 'pack-report'].map((name) =>
    fileURLToPath(new URL(`../../dist/store/${name}.js`, import.meta.url)),
  );
  mkdirSync(join(tempFolder(), 'nested'));
  const reports = join(tempFolder(), 'reports.json');
  const big = (number: number): Report => {
    const text = `第${number}号支出合计295.82万元。`.repeat(2_000);
    const more = Array.from({ length: 8 }, (_, at) => ({ id: `c${at}`, kind: 'paragraph' as const, text, page: 3 }));
    return { ...reportOf(number), blocks: [...aReport().blocks, ...more] };
  };
  writeFileSync(reports, JSON.stringify(Array.from({ length: count }, (_, number) => big(number))));
  const acknowledged = [];
  for (const kilobytes of [400, 4_800, 5_600]) {
    const path = join(tempFolder(), `${kilobytes}.db`);
    await openStore(path).close();
    // in blocks of 512 bytes, as POSIX has it: a limit to each file, so that now the log is too large, now the database
    const line = `ulimit -f ${2 * kilobytes}; exec "$0" --input-type=module -e "$@"`;
    const { stdout } = spawnSync('sh', ['-c', line, process.execPath, writer, ...built, path, reports], {
      encoding: 'utf8',
    });
    const said = stdout.split('\n').filter(Boolean).map(Number);
    acknowledged.push(said.length);
    const { documents, decided, faults } = await found(path);
    expect(faults).toEqual([]);
    expect(documents.slice(0, said.length)).toEqual(said);
    expect(decided.slice(0, said.length)).toEqual(said);
  }
  expect(acknowledged[0]).toBeLessThan(count);
  expect(acknowledged.at(-1)).toBeGreaterThan(acknowledged[0] ?? 0);
});
