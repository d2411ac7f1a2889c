import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { reportSchema } from '../../../src/model/report.js';
import { ReaderPool, Stopped } from '../../../src/pipeline/isolate/reader-pool.js';

const script = fileURLToPath(new URL('misbehaving-reader.mjs', import.meta.url));
const limits = { seconds: 1, megabytes: 200 };
const bytes = new Uint8Array([1, 2, 3]);

let pool = new ReaderPool(1, limits, script);
afterEach(() => {
  pool.stop();
  pool = new ReaderPool(1, limits, script);
});

describe('a file that harms its reader ends in a state of its own, and the next is read', () => {
  const cases: readonly [trick: string, state: string, code: string][] = [
    ['hang', 'limit_exceeded', 'TIME_EXCEEDED'],
    ['hoardBuffers', 'limit_exceeded', 'MEMORY_EXCEEDED'],
    ['hoardObjects', 'limit_exceeded', 'MEMORY_EXCEEDED'],
    ['die', 'failed', 'READER_DIED'],
    ['exit', 'failed', 'READER_DIED'],
    ['throw', 'failed', 'INTERNAL'],
  ];
  test.each(cases)('%s: %s %s', async (trick, state, code) => {
    const patient = new ReaderPool(1, { ...limits, seconds: trick === 'hang' ? 1 : 30 }, script);
    const report = reportSchema.parse(await patient.read(bytes, trick));
    expect({ state: report.state, codes: report.problems.map((it) => it.code) }).toEqual({ state, codes: [code] });
    expect(report.problems[0]?.message).not.toContain('\n');
    expect(await patient.read(bytes, 'fine')).toMatchObject({ file: 'fine', size: 3 });
    patient.stop();
  });
});

test('one process reads one file after the other until it has grown old', async () => {
  const pids = [];
  for (const name of ['a', 'b', 'old', 'c']) pids.push((await pool.read(bytes, name)) as unknown as { pid: number });
  const [a, b, old, c] = pids.map(({ pid }) => pid);
  expect([b, old]).toEqual([a, a]);
  expect(c).not.toBe(a);
});

test('a reader that cannot even start is our fault, not that of the file', async () => {
  const broken = new ReaderPool(1, limits, fileURLToPath(new URL('no-such-reader.mjs', import.meta.url)));
  await expect(broken.read(bytes, 'fine')).rejects.toMatchObject({ code: 'INTERNAL', params: { file: 'fine' } });
  broken.stop();
});

test('a rule that does not load ends the whole run, not a file', async () => {
  const fault = { code: 'RULE_INVALID', params: { file: 'units.yaml', line: 3, issue: 'x' } };
  await expect(pool.read(bytes, 'badRule')).rejects.toMatchObject(fault);
});

test('stopping ends what is being read and what waits', async () => {
  const reads = [pool.read(bytes, 'hang'), pool.read(bytes, 'fine')];
  setTimeout(() => pool.stop(), 100);
  for (const read of reads) await expect(read).rejects.toBeInstanceOf(Stopped);
});
