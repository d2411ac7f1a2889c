import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimal } from '../../src/model/decimal.js';
import { isDigitSlip, isOneSlip } from '../../src/model/misprint.js';

describe('isOneSlip', () => {
  test.each([
    ['two digits exchanged', '571.19', '517.19', true],
    ['one digit wrong', '118.92', '118.22', true],
    ['the decimal point moved', '118.92', '1189.2', true],
    ['万元 taken for 元', '350.35', '3503500', true],
    ['two digits wrong, not exchanged', '350.35', '352.67', false],
    ['another amount altogether', '2995.39', '146.20', false],
    ['nothing is known of a zero', '0', '2995.39', false],
  ])('%s: %s and %s', (_, a, b, expected) => {
    expect(isOneSlip(decimal(a), decimal(b))).toBe(expected);
    expect(isOneSlip(decimal(b), decimal(a))).toBe(expected);
  });

  test('any two neighbouring digits exchanged are one slip', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(digits, fc.nat(), (list, at) => {
        const left = at % (list.length - 1);
        const swapped = list.with(left, list[left + 1] ?? 0).with(left + 1, list[left] ?? 0);
        const [a, b] = [`1${list.join('')}`, `1${swapped.join('')}`].map(decimal);
        if (!a || !b) throw new Error('two amounts');
        expect(a.coefficient === b.coefficient || isOneSlip(a, b)).toBe(true);
      }),
    );
  });
});

test('a difference of nothing is no slip', () => {
  expect(isDigitSlip(decimal('0.00'))).toBe(false);
});
