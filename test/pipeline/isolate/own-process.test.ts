import { expect, test } from 'vitest';
import { GoujiError } from '../../../src/model/error.js';
import { OwnProcess } from '../../../src/pipeline/isolate/own-process.js';
import { Stopped } from '../../../src/pipeline/isolate/pool.js';

interface Sums {
  add(terms: readonly number[]): number;
}

/** Adds, refuses to add nothing, and is no match for one number. */
function adding(began: string[] = []): OwnProcess<Sums> {
  return new OwnProcess<Sums>(async () => {
    began.push('loaded');
    return {
      add: async (terms, send) => {
        began.push(terms.join('+'));
        await new Promise((resolve) => setImmediate(resolve));
        if (terms.length === 0) throw new GoujiError('RULES_MISSING', { path: 'none' });
        if (terms.length === 1) throw new TypeError('one is no sum');
        terms.forEach((term) => send(Uint8Array.of(term)));
        began.push('=');
        return terms.reduce((sum, term) => sum + term);
      },
    };
  });
}

test('answers one request after the other, with what is sent before, and loads its work with the first', async () => {
  const began: string[] = [];
  const pool = adding(began);
  expect(began).toEqual([]);
  const sent: number[] = [];
  const parts = { add: (part: Uint8Array) => sent.push(...part), clear: () => {} };
  const answers = await Promise.all([pool.ask('add', [1, 2], 'a', parts), pool.ask('add', [3, 4], 'b')]);
  expect([answers, sent]).toEqual([
    [{ answer: 3 }, { answer: 7 }],
    [1, 2],
  ]);
  expect(began).toEqual(['loaded', '1+2', '=', '3+4', '=']);
});

test('a defect costs its request, a fault of the rules every one', async () => {
  const pool = adding();
  expect(await pool.ask('add', [1], 'a.txt')).toMatchObject({
    state: 'failed',
    problem: { code: 'INTERNAL', params: { file: 'a.txt', reason: 'TypeError: one is no sum' } },
  });
  await expect(pool.ask('add', [], 'a.txt')).rejects.toMatchObject({ code: 'RULES_MISSING' });
  expect(await pool.ask('add', [1, 1], 'a.txt')).toEqual({ answer: 2 });
});

test('once stopped, answers nothing, not even what was under way', async () => {
  const pool = adding();
  const underWay = pool.ask('add', [1, 2], 'a');
  await new Promise((resolve) => setImmediate(resolve));
  pool.stop();
  await expect(underWay).rejects.toBeInstanceOf(Stopped);
  await expect(pool.ask('add', [1, 2], 'a')).rejects.toBeInstanceOf(Stopped);
});
