import { expect, test } from 'vitest';
import { Spool } from '../../../src/pipeline/read/spool.js';

const part = (number: number, length: number): Uint8Array => new Uint8Array(length).fill(number);
const read = (parts: Iterable<Uint8Array>): number[][] =>
  [...parts].map((it) => [it[0] ?? -1, it.at(-1) ?? -1, it.length]);

test('parts come back in order, those in memory and those beyond it, once', () => {
  const spool = new Spool(100);
  const [a, b] = [spool.open(), spool.open()];
  for (const [to, number, length] of [
    [a, 1, 60],
    [b, 2, 30],
    [a, 3, 50],
    [b, 4, 10],
    [a, 5, 1000],
  ] as const) {
    to.add(part(number, length));
  }
  expect(read(b)).toEqual([
    [2, 2, 30],
    [4, 4, 10],
  ]);
  expect(read(a)).toEqual([
    [1, 1, 60],
    [3, 3, 50],
    [5, 5, 1000],
  ]);
  expect(read(a)).toEqual([]);
  spool.close();
});

test('what is cleared leaves room for the next, in memory and in the file', () => {
  const spool = new Spool(10);
  const first = spool.open();
  for (let number = 0; number < 5; number++) first.add(part(number, 8));
  first.clear();
  const next = spool.open();
  for (const number of [7, 8]) next.add(part(number, 9));
  expect(read(next)).toEqual([
    [7, 7, 9],
    [8, 8, 9],
  ]);
  spool.close();
});

test('where there is no room, whoever reads is told', () => {
  const spool = new Spool(1);
  const parts = spool.open();
  parts.add(part(1, 5));
  spool.close();
  expect(() => read(parts)).toThrow();
});
