import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  decimal,
  divide,
  multiply,
  negate,
  parseDecimal,
  round,
  shift,
  subtract,
  toShortText,
  toText,
} from '../../src/model/decimal.js';

const amounts = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.integer({ min: 0, max: 12 }))
  .map(([coefficient, scale]) => {
    const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0');
    const sign = coefficient < 0n ? '-' : '';
    return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
  });

describe('an exact decimal', () => {
  test('reads and prints the same digits', () => {
    fc.assert(fc.property(amounts, (text) => toText(decimal(text)) === text.replace(/^-(0(?:\.0*)?)$/, '$1')));
  });

  test.each(['', '1,234', '1e3', '１', 'NaN', '1.', '.5', '--1'])('refuses %j', (text) => {
    expect(parseDecimal(text)).toBeNull();
    expect(() => decimal(text)).toThrow(TypeError);
  });

  test('adds and subtracts without loss', () => {
    fc.assert(
      fc.property(
        amounts,
        amounts,
        (a, b) => compare(subtract(add(decimal(a), decimal(b)), decimal(b)), decimal(a)) === 0,
      ),
    );
  });

  test('multiplies over sums', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, (a, b, c) => {
        const [x, y, z] = [decimal(a), decimal(b), decimal(c)];
        return compare(multiply(x, add(y, z)), add(multiply(x, y), multiply(x, z))) === 0;
      }),
    );
  });

  test('shifts both ways', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: -12, max: 12 }),
        (a, power) => compare(shift(shift(decimal(a), power), -power), decimal(a)) === 0,
      ),
    );
  });

  test('divides to within half a unit of the last place', () => {
    fc.assert(
      fc.property(amounts, amounts, fc.integer({ min: 0, max: 8 }), (a, b, places) => {
        fc.pre(compare(decimal(b), decimal(0)) !== 0);
        const quotient = divide(decimal(a), decimal(b), places);
        const off = subtract(multiply(quotient, decimal(b)), decimal(a));
        const half = multiply(shift(decimal('0.5'), -places), decimal(b));
        const size = (x: ReturnType<typeof decimal>) => (compare(x, decimal(0)) < 0 ? negate(x) : x);
        return compare(size(off), size(half)) <= 0;
      }),
    );
  });

  test.each([
    ['0.125', 2, '0.13'],
    ['-0.125', 2, '-0.13'],
    ['91.525', 1, '91.5'],
    ['7', 2, '7'],
  ])('rounds %s to %i places: %s', (text, places, wanted) => {
    expect(toText(round(decimal(text), places))).toBe(wanted);
  });

  test('forgets only what is not shown', () => {
    expect(['12.30', '5.0', '100', '0.00', '-3.10'].map((text) => toShortText(decimal(text)))).toEqual([
      '12.3',
      '5',
      '100',
      '0',
      '-3.1',
    ]);
  });
});
