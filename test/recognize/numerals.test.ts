import { array, assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber, recognizeQuantities } from '../../src/recognize/recognize.js';

const plain = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const capital = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/** 0–9999 as it is spoken, with 零 for the gap inside. */
function section(value: number, digits: readonly string[], scales: readonly string[]): string {
  let out = '';
  let gap = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) gap = out !== '';
    else {
      out += `${gap ? digits[0] : ''}${digits[digit]}${scales[place]}`;
      gap = false;
    }
  }
  return out;
}

/** A whole number below 10^12 as it is spoken. */
function spoken(value: number, digits: readonly string[], scales: readonly string[]): string {
  if (value === 0) return '零';
  let out = '';
  for (const [power, name] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const part = Math.floor(value / power) % 1e4;
    if (part === 0) continue;
    out += `${out !== '' && part < 1000 ? '零' : ''}${section(part, digits, scales)}${name}`;
  }
  return out;
}

const whole = integer({ min: 0, max: 999_999_999_999 });

describe('numerals', () => {
  it('reads back Arabic numbers with separators', () => {
    assert(
      property(whole, integer({ min: 0, max: 99 }), (value, cents) => {
        const text = `${value.toString().replace(/\B(?=(\d{3})+$)/gu, ',')}.${String(cents).padStart(2, '0')}`;
        expect(parseNumber(text)).toBe(`${value}.${String(cents).padStart(2, '0')}`);
      }),
    );
  });

  it('reads back Chinese numerals', () => {
    assert(
      property(whole, (value) => {
        expect(parseNumber(spoken(value, plain, ['', '十', '百', '千']))).toBe(String(value));
      }),
    );
  });

  it('reads back capitals, as numerals and as amounts', () => {
    assert(
      property(integer({ min: 1, max: 999_999_999_999 }), (value) => {
        const text = spoken(value, capital, ['', '拾', '佰', '仟']);
        expect(parseNumber(text)).toBe(String(value));
        expect(recognizeQuantities(`${text}元整`).map((q) => [q.kind, q.value])).toEqual([['money', String(value)]]);
      }),
    );
  });

  it('reads back Arabic digits with 亿 and 万 between them', () => {
    const part = integer({ min: 1, max: 9999 });
    assert(
      property(part, integer({ min: 1000, max: 9999 }), (high, low) => {
        expect(parseNumber(`${high}亿${low}万`)).toBe((BigInt(high) * 100_000_000n + BigInt(low) * 10_000n).toString());
      }),
    );
  });

  it('reads back money, percentages and fractions in every notation, on a page that adds spaces too', () => {
    const wide = (text: string): string =>
      text.replace(/[0-9.%]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
    const only = (text: string) =>
      recognizeQuantities(text).map(({ start, end, value, unit }) => [start, end, value, unit]);
    const cents = (value: number): string => (value / 100).toFixed(2).replace(/\.?0+$/u, '');
    assert(
      property(
        integer({ min: 1, max: 99_999_999 }),
        integer({ min: 1, max: 9 }),
        integer({ min: 1, max: 9 }),
        (yuan, jiao, fen) => {
          const amount = `${yuan}.${jiao}${fen}`;
          const spelt = `${spoken(yuan, capital, ['', '拾', '佰', '仟'])}元${capital[jiao]}角${capital[fen]}分`;
          for (const text of [`${amount}元`, wide(`${amount}元`), `${amount} 元`, spelt, `${yuan}元${jiao}角${fen}分`])
            expect(only(text), text).toEqual([[0, text.length, amount, 'CNY']]);
          const rate = cents(yuan % 100_000 || 1);
          for (const text of [`${rate}%`, wide(`${rate}%`), `${rate} %`, `${rate}％`])
            expect(only(text), text).toEqual([[0, text.length, rate, '%']]);
          const [top, bottom] = [fen, jiao + 9].map((value) => spoken(value, plain, ['', '十', '百', '千']));
          const share = `${bottom}分之${top}`;
          expect(only(share), share).toEqual([[0, share.length, `${fen}/${jiao + 9}`, null]]);
        },
      ),
    );
  });

  it('never throws, and spans never overlap or leave the text', () => {
    const pieces = constantFrom(
      '1',
      '2024',
      '年',
      '月',
      '万',
      '亿',
      '元',
      '%',
      '一',
      '十',
      '百',
      '零',
      '点',
      '分之',
      '至',
      '-',
      '—',
      '(',
      ')',
      '〔',
      '〕',
      '号',
      ' ',
      '\n',
      '个',
      '几',
      '余',
      '数',
      '上',
      '半',
      '第',
      '，',
      ',',
      '.',
      '、',
      '¥',
      '人民币',
      '负',
      '\ud800',
      'k',
      'V',
      '壹',
      '佰',
      '整',
      '每',
      '/',
      '人',
      ':',
      '≤',
      '翻',
      '番',
      '单位：',
    );
    assert(
      property(array(pieces, { maxLength: 24 }), (parts) => {
        const text = parts.join('');
        let at = 0;
        for (const { start, end } of recognizeQuantities(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          at = end;
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('parseNumber', () => {
  it.each([
    ['四', '4'],
    ['1,234.50', '1234.50'],
    ['廿二', '22'],
    ['一百零四萬', '1040000'],
    ['负三点五', '-3.5'],
    ['两千六', '2600'],
    ['一百二', '120'],
    ['3亿5000万', '350000000'],
    ['一万万亿', '10000000000000000'],
    ['二〇二四', '2024'],
    ['１２．５', '12.5'],
    ['1 234', '1234'],
    ['叁佰涧贰仟沟伍佰穰', '300200005000000000000000000000000000000'],
  ])('%s is %s', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', '元', '3元', '一二三四五六七八九十百', '10..1万', '零点', '壹佰贰拾佰', '三十几', '1.2.3', 'abc', '-'])(
    '“%s” is no number',
    (text) => expect(parseNumber(text)).toBeNull(),
  );
});
