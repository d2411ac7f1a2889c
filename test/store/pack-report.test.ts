import { describe, expect, test } from 'vitest';
import { packReport, storable, TooLarge } from '../../src/store/pack-report.js';
import { unpackedRows } from '../../src/store/sqlite/packed-rows.js';
import { aReport } from './a-report.js';

const withText = (text: string, kind: 'paragraph' | 'furniture' = 'paragraph') =>
  aReport({ blocks: [{ id: 'b0', kind, text, page: null }] });

describe('what would take too much memory to write is refused', () => {
  const cases: readonly [why: string, text: string, kind: 'paragraph' | 'furniture', limit: string | null][] = [
    ['a block as long as may be', 'x '.repeat(storable.block / 2), 'paragraph', null],
    ['a longer one', 'x'.repeat(storable.block + 1), 'paragraph', 'block length'],
    ['one that folds to a hundred times as much', '\ufdfa'.repeat(300_000), 'paragraph', 'index length'],
    ['the same where nothing is searched', '\ufdfa'.repeat(300_000), 'furniture', null],
  ];
  test.each(cases)('%s', (_why, text, kind, limit) => {
    const pack = (): unknown => packReport(withText(text, kind), [], () => {});
    if (limit === null) expect(pack()).toMatchObject({ file: aReport().file });
    else expect(pack).toThrow(expect.objectContaining({ limit }));
    if (limit !== null) expect(pack).toThrow(TooLarge);
  });
});

test('a large report comes in parts of moderate size, each of one table, those that others refer to first', () => {
  const blocks = Array.from({ length: 5000 }, (_, i) => {
    return { id: `b${i}`, kind: 'paragraph' as const, text: '支出决算'.repeat(100), page: null };
  });
  const parts: Uint8Array[] = [];
  packReport(aReport({ blocks }), [], (part) => parts.push(part));
  expect(Math.max(...parts.map((it) => it.length))).toBeLessThan(2 * 1024 * 1024);
  const tables = parts.map((it) => unpackedRows(it).table);
  expect(tables.filter((table) => table === 'blocks').length).toBeGreaterThan(5);
  expect(tables.indexOf('figures')).toBeLessThan(tables.indexOf('facts'));
  expect(tables.indexOf('findings')).toBeLessThan(tables.indexOf('evidence'));
});
