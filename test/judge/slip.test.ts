import { describe, expect, it } from 'vitest';
import { oneSlipMends, slipsOf } from '../../src/judge/slip.js';
import { figureOf } from '../figure-of.js';

const values = (text: string): string[] => slipsOf(figureOf(text)).map((slip) => slip.value);

describe('one slip of the hand', () => {
  it('is another digit, two neighbours exchanged or another unit', () => {
    expect(values('12.5万元')).toEqual(expect.arrayContaining(['123000', '215000', '12.5', '1250000000']) as string[]);
  });
  it('never begins a number with 0', () => {
    expect(values('12人')).not.toContain('2');
    expect(values('10人')).not.toContain('1');
  });
  it('is none of a figure that is not exact', () => {
    expect(values('约12万元')).toEqual([]);
  });
  it('moves one figure only', () => {
    const [a, b] = [figureOf('36人'), figureOf('63人')];
    expect(oneSlipMends([a, b], (read) => read(a).value === b.value)).toBe(true);
    expect(oneSlipMends([a, b], (read) => read(a).value === '64' && read(b).value === '64')).toBe(false);
  });
});
