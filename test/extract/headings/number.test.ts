import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromArabic, fromChinese, fromSymbol, toChinese, toSymbol } from '../../../src/extract/headings/numeral.js';
import { numberKinds, readLabel, readNumber, writeNumber } from '../../../src/extract/headings/number.js';

describe('numerals', () => {
  it('every number up to 999 written in Chinese reads back', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), (n) => fromChinese(toChinese(n)) === n));
  });

  const cases: readonly [why: string, text: string, value: number | null][] = [
    ['a tens digit alone', '十', 10],
    ['no leading 一 below twenty', '十二', 12],
    ['tens and ones', '三十一', 31],
    ['a leading 一 is read all the same', '一十二', 12],
    ['hundreds with 零', '一百零二', 102],
    ['digits in a row', '二〇', 20],
    ['formal characters', '拾叁', 13],
    ['a word is no number', '第三', null],
    ['nothing is no number', '', null],
  ];
  it.each(cases)('%s: %s', (_why, text, value) => expect(fromChinese(text)).toBe(value));

  it('reads full-width digits and symbols, and counts on in a symbol’s run', () => {
    expect([fromArabic('１２'), fromSymbol('③'), fromSymbol('⑵'), fromSymbol('㈣'), fromSymbol('Ⅴ')]).toEqual([
      12, 3, 2, 4, 5,
    ]);
    expect([toSymbol(3, '①'), toSymbol(4, '⑴'), toSymbol(21, '①'), toSymbol(1, '一')]).toEqual(['③', '⑷', null, null]);
  });
});

describe('the number at the start of a line', () => {
  const cases: readonly [why: string, line: string, kind: string | null, value?: number, rest?: string][] = [
    ['the outermost kind', '一、基本情况', 'chinese', 1, '基本情况'],
    ['above ten', '十一、其他事项', 'chinese', 11, '其他事项'],
    ['a full stop of either width', '二．支出情况', 'chinese', 2, '支出情况'],
    ['white space inside', '三 、 问题', 'chinese', 3, '问题'],
    ['brackets of either width', '(二)工作过程', 'chineseBracket', 2, '工作过程'],
    ['a whole symbol', '㈢资产管理', 'chineseBracket', 3, '资产管理'],
    ['a half bracket', '二）组织实施', 'chineseHalf', 2, '组织实施'],
    ['Arabic with a full-width stop', '１．数量指标', 'arabic', 1, '数量指标'],
    ['Arabic with a pause mark', '10、住房公积金', 'arabic', 10, '住房公积金'],
    ['a year behind a number', '1.2022年预算安排', 'arabic', 1, '2022年预算安排'],
    ['Arabic in brackets', '（3）预算执行', 'arabicBracket', 3, '预算执行'],
    ['a half bracket', '3)设备购置', 'arabicHalf', 3, '设备购置'],
    ['a circle', '②质量指标', 'circled', 2, '质量指标'],
    ['a part', '第一部分 单位概况', 'part', 1, '单位概况'],
    ['a part without a space', '第三部分2023年度决算说明', 'part', 3, '2023年度决算说明'],
    ['a chapter', '第七章 资信状况', 'chapter', 7, '资信状况'],
    ['a section in digits', '第2节 重要提示', 'section', 2, '重要提示'],
    ['an article', '第十二条 本办法由财务部解释', 'article', 12, '本办法由财务部解释'],
    ['two components', '1.2 适用范围', 'decimal', 2, '适用范围'],
    ['three components', '2.1.3牵头编制计划', 'decimal', 3, '牵头编制计划'],
    ['a word that begins like a unit', '4.1项目预算管理', 'decimal', 1, '项目预算管理'],
    ['an amount is no number', '1.5万元用于培训', null],
    ['an amount with a space', '3.2 亿元', null],
    ['a rate', '91.5%的项目', null],
    ['a date', '2024.12.31', null],
    ['a year', '2024年度部门决算', null],
    ['a range of months', '3、4月份集中开展', null],
    ['a list of classes', '一、二类项目分别评价', null],
    ['articles named together', '（一）、（二）项所列情形', null],
    ['“first” in running text', '一是加强领导', null],
    ['“first” with a comma', '第一，进一步稳定农业', null],
    ['a count', '12个派驻组', null],
    ['an establishment is no 编', '第三编制区', null],
    ['nothing', '', null],
  ];
  it.each(cases)('%s: %s', (_why, line, kind, value, rest) => {
    const number = readNumber(line);
    expect(number?.kind ?? null).toBe(kind);
    if (number) expect([number.value, line.slice(number.end)]).toEqual([value, rest]);
  });

  it('a label may be bare, and a bullet is none', () => {
    expect(readLabel('1')).toMatchObject({ kind: 'arabic', value: 1, text: '1' });
    expect(readLabel('（二）')).toMatchObject({ kind: 'chineseBracket', value: 2, text: '（二）' });
    expect(readLabel('1.2')).toMatchObject({ kind: 'decimal', path: [1, 2], text: '1.2' });
    expect(readLabel('•')).toBeNull();
  });

  it('a number written beside a neighbour reads back as the same kind and value', () => {
    const kinds = numberKinds.filter((kind) => kind !== 'decimal' && kind !== 'letter');
    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 10 }), (kind, value) => {
        expect(readNumber(`${writeNumber(kind, value, null)}总体情况`)).toMatchObject({ kind, value });
      }),
    );
    expect(writeNumber('arabic', 3, '2．')).toBe('3．');
    expect(writeNumber('chineseBracket', 12, '(一)')).toBe('(十二)');
    expect(writeNumber('decimal', 4, '1.2')).toBe('1.4');
  });
});
