import { assert, property, uint8Array } from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rawOf, rawPath, shownPath } from '../../../src/pipeline/import/shown-path.js';
import { walk } from '../../../src/pipeline/import/walk.js';

const cases: readonly [why: string, name: Buffer, shown: string][] = [
  ['a usual name stays', Buffer.from('决算 2024\\a.txt'), '决算 2024\\a.txt'],
  ['bytes that are no UTF-8', Buffer.from('a\xff.txt', 'latin1'), 'a\\xff.txt'],
  ['a name of the letters of an escape', Buffer.from('a\\xff.txt'), 'a\\x5cxff.txt'],
  ['and one of the letters of that', Buffer.from('a\\x5cxff.txt'), 'a\\x5cx5cxff.txt'],
];
test.each(cases)('%s', (_why, name, shown) => expect(shownPath(rawPath(name))).toBe(shown));

test('the bytes of any name can be told from what is shown', () => {
  assert(
    property(uint8Array({ minLength: 1, maxLength: 12 }), (bytes) => {
      const read = rawOf(shownPath(rawPath(Buffer.from(bytes))));
      expect(Buffer.from(read)).toEqual(Buffer.from(bytes));
    }),
  );
});

test('a name of bytes and its twin of letters are both met', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-walk-'));
  try {
    for (const [, name] of cases) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'x');
    const { met } = await walk([folder, join(folder, 'a\\xff.txt')]);
    expect(met.map(({ path }) => path.slice(folder.length + 1)).sort()).toEqual(
      cases.map(([, , shown]) => shown).sort(),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
