import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { ChildPool } from '../../../src/pipeline/isolate/child-pool.js';
import { Stopped } from '../../../src/pipeline/isolate/pool.js';
import type { Limits } from '../../../src/pipeline/isolate/work.js';

interface Tricks {
  act(trick: string): { readonly pid: number; readonly args: readonly string[] };
  count(to: number): number;
}

const script = fileURLToPath(new URL('misbehaving-child.mjs', import.meta.url));
const pools: ChildPool<Tricks>[] = [];
function pool(limits: Limits = { seconds: 30, megabytes: 200 }): ChildPool<Tricks> {
  const made = new ChildPool<Tricks>({ script, jobs: 1, limits, args: ['its own'] });
  pools.push(made);
  return made;
}
afterEach(() => pools.splice(0).forEach((it) => it.stop()));

async function pidOf(children: ChildPool<Tricks>, trick = 'nothing'): Promise<number> {
  const outcome = await children.ask('act', trick, 'x');
  return 'answer' in outcome ? outcome.answer.pid : 0;
}

describe('a request that harms its child ends in a state of its own, and the next is answered', () => {
  const cases: readonly [trick: string, state: string, code: string, seconds: number][] = [
    ['hang', 'limit_exceeded', 'TIME_EXCEEDED', 0.5],
    ['work', 'limit_exceeded', 'TIME_EXCEEDED', 0.01],
    ['rest', 'limit_exceeded', 'TIME_EXCEEDED', 0.1],
    ['hoardBuffers', 'limit_exceeded', 'MEMORY_EXCEEDED', 30],
    ['hoardObjects', 'limit_exceeded', 'MEMORY_EXCEEDED', 30],
    ['die', 'failed', 'READER_DIED', 30],
    ['exit', 'failed', 'READER_DIED', 30],
    ['throw', 'failed', 'INTERNAL', 30],
  ];
  test.each(cases)('%s: %s %s', async (trick, state, code, seconds) => {
    const children = pool({ seconds, megabytes: 200 });
    const outcome = await children.ask('act', trick, 'a.docx');
    expect(outcome).toMatchObject({ state, problem: { code, params: { file: 'a.docx' } } });
    expect(JSON.stringify(outcome)).not.toContain('\\n');
    expect(await children.ask('count', 1, 'x')).toEqual({ answer: 1 });
  });
});

test('a child finds what its pool gives it', async () => {
  expect(await pool().ask('act', 'nothing', 'x')).toMatchObject({ answer: { args: ['its own'] } });
});

test('a child that is stopped for longer than its limit is not slow', async () => {
  const children = pool({ seconds: 0.2, megabytes: 200 });
  const pid = await pidOf(children);
  process.kill(pid, 'SIGSTOP');
  const answer = pidOf(children);
  await sleep(2500);
  process.kill(pid, 'SIGCONT');
  expect(await answer).toBe(pid);
});

test('on a machine that is so busy that it lets a child work a tenth of the time, no request is too slow', async () => {
  const children = pool({ seconds: 3, megabytes: 200 });
  const pid = await pidOf(children);
  const began = Date.now();
  const state = { done: false };
  const answer = pidOf(children, 'toil').finally(() => (state.done = true));
  while (!state.done) {
    process.kill(pid, 'SIGSTOP');
    await sleep(180);
    process.kill(pid, 'SIGCONT');
    await sleep(20);
  }
  expect(await answer).toBe(pid);
  // by the clock it took longer than it may
  expect(Date.now() - began).toBeGreaterThan(3000);
});

test('time is counted for each request by itself', async () => {
  const children = pool({ seconds: 0.3, megabytes: 200 });
  const pid = await pidOf(children);
  await sleep(1000);
  expect(await pidOf(children)).toBe(pid);
});

test('one process answers one request after the other until it has grown old', async () => {
  const children = pool();
  const pids = [];
  for (const trick of ['nothing', 'nothing', 'grow', 'nothing']) pids.push(await pidOf(children, trick));
  const [first, second, grown, next] = pids;
  expect([second, grown]).toEqual([first, first]);
  expect(next).not.toBe(first);
});

test('a child that cannot even start is our fault, not that of the file', async () => {
  const broken = new ChildPool<Tricks>({ script: fileURLToPath(new URL('no-such.mjs', import.meta.url)), jobs: 1 });
  await expect(broken.ask('count', 1, 'fine')).rejects.toMatchObject({ code: 'INTERNAL', params: { file: 'fine' } });
});

test('a child that the system does not let start is told as that', async () => {
  const refused = new ChildPool<Tricks>({
    script: fileURLToPath(new URL('refused-child.mjs', import.meta.url)),
    jobs: 1,
  });
  const fault = { code: 'SYSTEM_REFUSED', params: { reason: 'EMFILE' } };
  await expect(refused.ask('count', 1, 'fine')).rejects.toMatchObject(fault);
});

test('a rule that does not load ends the whole run, not a file', async () => {
  const fault = { code: 'RULE_INVALID', params: { file: 'units.yaml', line: 3, issue: 'x' } };
  await expect(pool().ask('act', 'badRule', 'x')).rejects.toMatchObject(fault);
});

test('parts come in order and before the answer', async () => {
  const parts: number[] = [];
  const into = { add: (part: Uint8Array) => parts.push(...part), clear: () => parts.splice(0) };
  expect(await pool().ask('count', 4, 'x', into)).toEqual({ answer: 4 });
  expect(parts).toEqual([1, 2, 3, 4]);
});

test('stopping ends what is being done and what waits', async () => {
  const children = pool();
  const asked = [children.ask('act', 'hang', 'x'), children.ask('act', 'nothing', 'x')];
  setTimeout(() => children.stop(), 100);
  for (const it of asked) await expect(it).rejects.toBeInstanceOf(Stopped);
});
