import { describe, expect, test } from 'vitest';
import { valueE4 } from '../../src/model/value-e4.js';

describe('value_e4', () => {
  const cases: readonly [text: string | null, e4: bigint | null][] = [
    ['2958200', 29_582_000_000n],
    ['-12.3400', -123_400n],
    ['0.00010', 1n],
    ['0.00011', null],
    ['922337203685477.5807', 9_223_372_036_854_775_807n],
    ['922337203685477.5808', null],
    ['-922337203685477.5808', -9_223_372_036_854_775_808n],
    ['10..20', null],
    ['1/3', null],
    ['2024-03-01', null],
    [null, null],
  ];
  test.each(cases)('%s', (text, e4) => expect(valueE4(text)).toBe(e4));
});
