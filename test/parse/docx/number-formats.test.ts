import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../../src/parse/docx/number-formats.js';

const cases: readonly (readonly [format: string, row: Readonly<Record<number, string>>])[] = [
  ['decimal', { 0: '0', 1: '1', 12: '12' }],
  ['decimalZero', { 0: '0', 1: '01', 9: '09', 12: '12', 100: '100' }],
  ['decimalFullWidth', { 0: '０', 1: '１', 20: '２０', 100: '１００' }],
  ['decimalFullWidth2', { 1: '１', 20: '２０' }],
  ['decimalHalfWidth', { 1: '1', 20: '20' }],
  ['decimalEnclosedCircle', { 1: '①', 20: '⑳', 21: '㉑', 50: '㊿', 51: '51' }],
  ['decimalEnclosedCircleChinese', { 3: '③' }],
  ['decimalEnclosedParen', { 1: '⑴', 10: '⑽', 20: '⒇', 21: '21' }],
  ['decimalEnclosedFullstop', { 1: '⒈', 10: '⒑', 20: '⒛', 21: '21' }],
  ['chineseCounting', { 1: '一', 10: '十', 11: '十一', 20: '二十', 99: '九十九', 100: '一〇〇', 111: '一一一' }],
  [
    'chineseCountingThousand',
    { 10: '十', 21: '二十一', 100: '一百', 105: '一百零五', 110: '一百一十', 1004: '一千零四' },
  ],
  ['taiwaneseCounting', { 12: '十二', 101: '一〇一' }],
  ['taiwaneseDigital', { 1: '一', 10: '一〇', 21: '二一' }],
  ['japaneseCounting', { 12: '十二', 100: '一百' }],
  ['koreanDigital2', { 9: '九', 10: '一零' }],
  ['hex', { 9: '9', 10: 'A', 31: '1F' }],
  ['taiwaneseCountingThousand', { 101: '一百零一', 12_345: '一万二千三百四十五', 10_005: '一万零五' }],
  ['ideographDigital', { 1: '一', 10: '一〇', 21: '二一' }],
  ['chineseLegalSimplified', { 1: '壹', 10: '壹拾', 102: '壹佰零贰' }],
  ['ideographLegalTraditional', { 2: '貳' }],
  ['ideographTraditional', { 1: '甲', 10: '癸', 11: '11' }],
  ['ideographZodiac', { 1: '子', 12: '亥', 13: '13' }],
  ['ideographZodiacTraditional', { 1: '甲子', 60: '癸亥' }],
  ['ideographEnclosedCircle', { 1: '㊀' }],
  ['upperLetter', { 1: 'A', 26: 'Z', 27: 'AA', 53: 'AAA' }],
  ['lowerLetter', { 3: 'c' }],
  ['upperRoman', { 4: 'IV', 1999: 'MCMXCIX' }],
  ['lowerRoman', { 9: 'ix' }],
  ['ordinal', { 1: '1st', 11: '11th', 22: '22nd' }],
  ['ordinalText', { 1: 'First', 12: 'Twelfth', 20: 'Twentieth', 21: 'Twenty-first', 1001: 'One thousand and first' }],
  [
    'cardinalText',
    { 9: 'Nine', 45: 'Forty-five', 110: 'One hundred ten', 12_345: 'Twelve thousand three hundred forty-five' },
  ],
  ['chicago', { 1: '*', 4: '§', 5: '**', 11: '‡‡‡' }],
  ['numberInDash', { 1: '- 1 -' }],
  ['none', { 1: '' }],
  ['a format that nobody knows', { 7: '7' }],
  ['constructor', { 7: '7' }],
];

describe('formatNumber', () => {
  it.each(cases)('%s', (format, row) => {
    const printed = Object.fromEntries(Object.keys(row).map((key) => [key, formatNumber(Number(key), format)]));
    expect(printed).toEqual(row);
  });

  it('gives different numbers different labels', () => {
    const number = fc.integer({ min: 1, max: 9999 });
    const format = fc.constantFrom(
      'chineseCountingThousand',
      'chineseLegalSimplified',
      'ideographDigital',
      'upperRoman',
    );
    fc.assert(
      fc.property(
        number,
        number,
        format,
        (a, b, name) => (formatNumber(a, name) === formatNumber(b, name)) === (a === b),
      ),
    );
  });

  it('stays short whatever a damaged file asks for', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(...cases.map(([name]) => name)), (value, name) => {
        return formatNumber(value, name).length < 1500;
      }),
    );
  });
});
