import { describe, expect, test } from 'vitest';
import { repairOf } from '../../src/judge/repair.js';
import { figureOf } from '../figure-of.js';

const repair = (total: string, parts: readonly string[]) => {
  const it = repairOf(
    figureOf(total),
    parts.map((part) => ({ figure: figureOf(part), weight: 1 })),
  );
  return it && [it.kind, it.printed, it.expected];
};

describe('the one change that closes a sum', () => {
  test.each([
    [
      '元 for 万元',
      '295.82万元',
      ['215.15元', '41.45万元', '8.89万元', '7万元', '23.33万元'],
      ['unit', '215.15元', '215.15万元'],
    ],
    ['the point moved', '112.50万元', ['100.00万元', '1.25万元'], ['decimal', '1.25万元', '12.5万元']],
    ['two digits swapped in a part', '1019人', ['426人', '318人', '257人'], ['transposed', '257人', '275人']],
    ['two digits swapped in the total', '1109人', ['426人', '318人', '275人'], ['transposed', '1109人', '1019人']],
    ['nothing closes it', '100万元', ['30万元', '40万元'], null],
  ])('%s', (_why, total, parts, wanted) => {
    expect(repair(total, parts)).toEqual(wanted);
  });

  test('is not named when two would do', () => {
    // 1817.30 for 1817.03 closes it, and so does 2432.85 for 2432.58
    expect(repair('2432.58万元', ['1817.30万元', '615.55万元'])).toBeNull();
  });
});
