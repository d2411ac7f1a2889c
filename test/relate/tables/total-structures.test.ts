import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/relate/tables/lane.js';
import { leavesOf, partsBy, type Structure } from '../../../src/relate/tables/total-structures.js';

const entry = (role: Entry['role'], row: number, code = '', level: number | null = null): Entry => ({
  row,
  label: `${row}`,
  role,
  code,
  level,
  figure: null,
});
const rowsOf = (entries: readonly Entry[]): number[] => entries.map(({ row }) => row);
const coded = (...codes: string[]): Entry[] => codes.map((code, row) => entry('data', row, code));

describe('rows without rows below them', () => {
  it.each([
    [
      ['201', '20101', '2010101', '20102', '208'],
      [2, 3, 4],
    ],
    [['20801', '208', '20801'], []],
    [['208', '208'], []],
    [['2010', '201', '20'], [0]],
    [[''], [0]],
    [['', '201'], [1]],
  ])('%j', (codes, leaves) => {
    expect(rowsOf(leavesOf(coded(...codes)))).toEqual(leaves);
  });
});

describe('rows that a total adds up', () => {
  const [data, total, subtotal] = ['data', 'total', 'subtotal'] as const;
  const lane = [data, data, subtotal, data, subtotal, total, data, data, total, data].map((role, row) =>
    entry(role, row),
  );
  it.each<[Structure, number, number[]]>([
    ['all', 5, [0, 1, 3]],
    ['all', 8, [6, 7]],
    ['subtotals', 5, [2, 4]],
    ['subtotals', 8, []],
    ['since-total', 8, [5, 6, 7]],
    ['since-total', 5, []],
    ['segment', 4, [3]],
    ['segment-below', 2, [3]],
  ])('%s at %i', (structure, at, rows) => {
    expect(rowsOf(partsBy(structure, lane, at))).toEqual(rows);
  });

  it('stand below one that comes first, behind the last total there', () => {
    const first = [total, data, data].map((role, row) => entry(role, row));
    expect(rowsOf(partsBy('all', first, 0))).toEqual([1, 2]);
    const again = [total, data, total, data].map((role, row) => entry(role, row));
    expect(rowsOf(partsBy('all', again, 0))).toEqual([3]);
  });

  it('are those of its own level above a numbered one', () => {
    const levels = [0, 1, 2, 1].map((level, row) => entry(data, row, '', level));
    const numbered = [...levels, entry(total, 4, '', 1)];
    expect(rowsOf(partsBy('siblings', numbered, 4))).toEqual([1, 3]);
    expect(rowsOf(partsBy('below', numbered, 4))).toEqual([1, 2, 3]);
  });

  it('may be more than a call has arguments', () => {
    const rows = Array.from({ length: 200_000 }, (_, row) => entry(data, row, '', 1 + (row % 2)));
    expect(partsBy('highest', [...rows, entry(total, 200_000)], 200_000)).toHaveLength(100_000);
  });
});
