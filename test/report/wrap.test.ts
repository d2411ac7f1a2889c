import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { wrap } from '../../src/report/wrap.js';

describe('text for a column of a terminal', () => {
  test('Chinese takes two columns, and a mark does not begin a line', () => {
    expect(wrap('表中各行之和为2986.14万元，与合计行不符。', 16)).toBe('表中各行之和为\n2986.14万元，与\n合计行不符。');
  });

  test('a figure is never broken', () => {
    expect(wrap('差1,234,567.89元', 12)).toBe('差\n1,234,567.89元');
  });

  test('nothing is lost, and lines fit where a piece does', () => {
    const words = fc.stringMatching(/^[一-龥A-Za-z0-9，。 ]{0,80}$/);
    fc.assert(
      fc.property(words, fc.integer({ min: 12, max: 60 }), (text, width) => {
        const lines = wrap(text, width).split('\n');
        const pieces = text.match(/\d+|[A-Za-z]\w*|./gu) ?? [];
        const widest = Math.max(width, ...pieces.map((piece) => stringWidth(piece) + 8));
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        if (!/[，。]{4,}/.test(text))
          expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(widest);
      }),
    );
  });
});
