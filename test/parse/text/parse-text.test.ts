import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { documentOf } from '../read.js';

const lines = async (text: string | Uint8Array): Promise<string[]> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return (await documentOf(bytes, 'a.txt')).blocks.map((block) => block.text);
};

/** Text broken at a width of characters. */
const brokenAt = (text: string, width: number): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join('\n');

/** Paragraphs broken at a width, each behind an indent of two. */
const wrapped = (paragraphs: readonly string[], width: number): string =>
  paragraphs.map((paragraph) => brokenAt(`　　${paragraph}`, width)).join('\n');

const full = (text: string): string => text.padEnd(60, 'x');

const bare = (text: string): string => text.replace(/\s/g, '');

const sentence = '本年度部门收入总计按照批复的口径编制并全部纳入预算管理';
const long = (i: number): string => `第${i}项：${sentence.repeat(3 + (i % 2))}${'完'.repeat(i % 5)}。`;

describe('text files', () => {
  it.each([
    ['one paragraph a line', '一、概况\n本单位…\n', ['一、概况', '本单位…']],
    ['blank lines separate', '甲\n\n \n乙', ['甲', '乙']],
    ['line ends of every system', '甲\r\n乙\r丙\n丁\u2028戊\f己', ['甲', '乙', '丙', '丁', '戊', '己']],
    ['indents go', '　　收入 12 万元　', ['收入 12 万元']],
    ['a byte order mark and an old end mark go', '\uFEFF甲\n乙\u001A', ['甲', '乙']],
    [
      'short lines are never joined',
      Array.from({ length: 20 }, (_, i) => `收入${i}万元`).join('\n'),
      Array.from({ length: 20 }, (_, i) => `收入${i}万元`),
    ],
  ])('%s', async (_, text, expected) => {
    expect(await lines(text)).toEqual(expected);
  });

  it('reads the encodings that reports come in, with nothing to say of them', async () => {
    const text = '部门整体支出295.82万元，其中“三公”经费㐂𠮷1.2万元。';
    for (const encoding of ['utf8', 'gb18030', 'utf16le', 'utf16be']) {
      const document = await documentOf(
        iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') }),
        'a.txt',
      );
      expect([encoding, document.blocks[0]?.text, document.problems]).toEqual([encoding, text, []]);
    }
  });

  const traditional = '本局2023年度收支情況說明：收入總計1,234.56萬元，支出決算980.20萬元，年末結轉254.36萬元。';
  const japanese = 'この報告書は令和五年度の決算についてまとめたものであり、収入は1,200万円、支出は980万円です。';
  it.each([
    ['Big5', 'big5', traditional],
    ['traditional characters in GB18030', 'gb18030', traditional],
    ['Shift_JIS', 'shiftjis', japanese],
    ['EUC-JP', 'eucjp', japanese],
    ['UTF-16 of nothing but Chinese', 'utf-16le', '本年度部门决算收支情况说明　　单位负责人签章'],
    ['the other UTF-16', 'utf-16be', '本年度部门决算收支情况说明　　单位负责人签章'],
    ['names in GB18030', 'gb18030', '赵琪 钱朗 孙霖 褚珂 魏澜 蒋蓓 沈骥 韩熠 杨旻 朱玥\n12.50 9.80 33.10'],
    ['little Chinese among figures', 'gb18030', 'A-101  12,345.60  9,876.50  78.9%  备注'],
  ])('tells the encoding by the words: %s', async (_, encoding, text) => {
    const { blocks, problems } = await documentOf(new Uint8Array(iconv.encode(text, encoding)), 'a.txt');
    expect([blocks.map((block) => block.text).join('\n'), problems]).toEqual([text, []]);
  });

  it('reads UTF-8 with a broken byte as UTF-8, and says so', async () => {
    const bytes = new TextEncoder().encode('收入与支出总体情况说明如下所列各项');
    const broken = new Uint8Array([...bytes.slice(0, 9), 0xff, ...bytes.slice(9)]);
    const { blocks, problems } = await documentOf(broken, 'a.txt');
    expect(blocks[0]?.text).toBe('收入与\uFFFD支出总体情况说明如下所列各项');
    expect(problems[0]?.params).toEqual({ file: 'a.txt', encoding: 'UTF-8', count: 1 });
  });

  it('joins lines only where the file was certainly wrapped', async () => {
    const paragraphs = Array.from({ length: 8 }, (_, i) => long(i));
    expect(await lines(wrapped(paragraphs, 30))).toEqual(paragraphs);
    const unsure = wrapped(paragraphs, 30).replaceAll('　　', '');
    expect(await lines(unsure)).toEqual(unsure.split('\n'));
  });

  it('takes a blank line for the start of a paragraph, and a break between Latin words for a space', async () => {
    const paragraphs = Array.from({ length: 8 }, (_, i) => long(i));
    const spaced = paragraphs.map((text) => brokenAt(text, 30)).join('\n\n');
    expect(await lines(spaced)).toEqual(paragraphs);
    const latin = Array.from({ length: 12 }, (_, i) => `  ${full(`Item ${i}`)}\nends here`).join('\n');
    expect((await lines(latin))[0]).toBe(`${full('Item 0')} ends here`);
  });

  it('loses no character of any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom(...'一二3.万元，（\n\r \t') }), { minLength: 1 }),
        async (parts) => {
          const text = `开头${parts.join('\n')}`;
          expect(bare((await lines(text)).join(''))).toBe(bare(text));
        },
      ),
    );
  });
});
