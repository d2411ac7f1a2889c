import { describe, expect, test } from 'vitest';
import { decimal, toShortText } from '../../src/model/decimal.js';
import { balance, closes, printed, quotientFit, roughly, sameMeasure } from '../../src/model/printed.js';
import { figureOf } from '../figure-of.js';

describe('what a printed number stands for', () => {
  test.each([
    ['12.30万元', '50'],
    ['46个', '0'],
    ['0.00万元', '0'],
    ['4.7万人', '500'],
    ['91.5%', '0.05'],
  ])('%s ± %s', (text, half) => {
    const it = printed(figureOf(text));
    expect(it && Number(it.half.coefficient) / 10 ** it.half.scale).toBe(Number(half));
  });

  test('an approximate number stands for nothing exact', () => {
    expect(printed(figureOf('约300万元'))).toBeNull();
  });
});

describe('a sum', () => {
  const sum = (total: string, parts: readonly string[]) =>
    balance(
      figureOf(total),
      parts.map((part) => ({ figure: figureOf(part), weight: 1 })),
    );
  const ends = (total: string, parts: readonly string[]): boolean => {
    const it = sum(total, parts);
    return it !== null && closes(it);
  };

  test.each([
    ['exact', '33.4万元', ['11.1万元', '22.3万元'], true],
    ['a tail inside the bound', '33.4万元', ['11.1万元', '11.1万元', '11.1万元'], true],
    ['a tail beyond it', '33.6万元', ['11.1万元', '11.1万元', '11.1万元'], false],
    ['counts have no tail', '47人', ['20人', '26人'], false],
    ['zeros left off are no leeway', '10.02万元', ['5万元', '4.99万元'], false],
    ['元 beside 万元', '1万元', ['5000.4元', '4999.5元'], true],
  ])('%s', (_why, total, parts, wanted) => {
    expect(ends(total, parts)).toBe(wanted);
  });
});

describe('a quotient', () => {
  const p = (value: string, half: string) => ({ value: decimal(value), half: decimal(half) });
  test.each([
    ['prints as it should', p('91.5', '0.05'), p('270', '0'), p('295', '0'), 'exact'],
    ['is cut off, not rounded', p('66.6', '0.05'), p('2', '0'), p('3', '0'), 'last-digit'],
    ['is wrong', p('19.62', '0.005'), p('469500', '0.005'), p('2945760.58', '0.005'), 'no'],
    ['has nothing below it', p('100', '0.5'), p('5', '0'), p('0', '0'), 'undefined'],
    ['has a base that rounding may make zero', p('100', '0.5'), p('5', '0'), p('0.01', '0.02'), 'undefined'],
    ['of a loss', p('-50', '0.5'), p('-1', '0'), p('2', '0'), 'exact'],
  ] as const)('that %s', (_why, rate, part, whole, wanted) => {
    expect(quotientFit(rate, part, whole)).toBe(wanted);
  });
});

test('人 and 名 count the same people, 家 and 人 do not', () => {
  expect(sameMeasure(figureOf('3人'), figureOf('3名'))).toBe(true);
  expect(sameMeasure(figureOf('3人'), figureOf('3家'))).toBe(false);
  expect(sameMeasure(figureOf('3%'), figureOf('3个百分点'))).toBe(false);
});

describe('what 约, 近 and 逾 leave room for', () => {
  test.each([
    ['约0.44亿元', '44000000', '1000000'],
    ['近21%', '20.5', '1'],
    ['约3,200人', '3200', '100'],
  ] as const)('%s', (text, value, half) => {
    const found = roughly(figureOf(text));
    expect(found && [toShortText(found.value), toShortText(found.half)]).toEqual([value, half]);
  });
  test.each(['0.44亿元', '不超过50万元'])('%s is exact or a bound', (text) => {
    expect(roughly(figureOf(text))).toBeNull();
  });
});
