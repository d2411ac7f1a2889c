import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { faultyReport, gouji, here, shell, soundReport, write } from './gouji.js';

beforeEach(() => {
  write('a.txt', faultyReport);
  write('b.txt', soundReport(1));
});

describe('a disk that is full', () => {
  test('OUTPUT_LOST: every kind of output tells of it and ends with 74', async () => {
    await gouji(['import', 'a.txt', 'b.txt']);
    const { id } = JSON.parse((await gouji(['findings', '-f', 'ndjson'])).out) as { id: string };
    const lines = [
      ...['table', 'json', 'ndjson', 'csv'].map((format) => `findings -f ${format}`),
      'search 决算 -f json',
      'show a.txt',
      'coverage a.txt',
      `explain ${id}`,
      `review comment ${id} --reason x`,
      'check a.txt',
      'check --json a.txt',
      'compare a.txt b.txt --json',
      'rules list',
      'schema',
      '--help',
      '--version',
    ];
    const ends = [];
    for (const line of lines) {
      const { code, err } = await shell(`gouji ${line} > /dev/full`);
      ends.push([line, code, err.includes('ended after 0 bytes (ENOSPC)')]);
    }
    expect(ends).toEqual(lines.map((line) => [line, 74, true]));
  });

  test('one that takes a part is told of with the bytes that it took', async () => {
    const { code, err } = await shell('ulimit -f 4; gouji schema > part.json');
    const bytes = readFileSync(here('part.json')).length;
    expect([code, bytes > 0, err]).toEqual([74, true, expect.stringContaining(`after ${bytes} bytes (EFBIG)`)]);
  });

  test('messages that are lost end with 74 what would have been a success, and nothing else', async () => {
    const [stored, missing] = [
      await shell('gouji import a.txt 2> /dev/full'),
      await shell('gouji check no 2> /dev/full'),
    ];
    expect([stored.code, missing.code]).toEqual([74, 4]);
  });
});

describe('a reader', () => {
  test('that has seen enough ends the command quietly', async () => {
    const { out, err } = await shell('{ gouji rules list --json; echo $? >&2; } | head -c 1');
    expect([out, err]).toEqual(['[', '0\n']);
  });

  test('that is slow gets everything', async () => {
    const { out, err } = await shell('gouji rules list --json > all.json; gouji rules list --json | (sleep 1; wc -c)');
    expect([Number(out), err]).toEqual([readFileSync(here('all.json')).length, '']);
  });

  test.each(['2>&-', '<&- >&- 2>&-'])('that was never there (%s) changes no exit', async (closed) => {
    const [checked, missing] = [await shell(`gouji check a.txt ${closed}`), await shell(`gouji check no ${closed}`)];
    expect([checked.code, missing.code]).toEqual([1, 4]);
  });
});
