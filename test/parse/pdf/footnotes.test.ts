import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/model/document.js';
import { documentOf, furnitureOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import { inCells, ruled, type Page, type Text } from './tiny-pdf.js';

const words = '本年度各项支出按照批复的预算执行资金使用合规账务处理及时';
/** A mark set small and high behind text that ends at x. */
const mark = (text: string, x: number, y: number): Text => ({ text, x, y: y - 4, size: 6 });
const note = (number: string, text: string, y: number): Text[] => [
  { text: number, x: 60, y: y - 3, size: 5 },
  { text, x: 66, y, size: 9 },
];
const anchors = (document: Document): unknown[] => document.blocks.flatMap((block) => block.anchor ?? []);

describe('footnotes', () => {
  it('are blocks of their own at the end, the mark in the text no figure; the paragraph goes on over the page', async () => {
    const first: Page = {
      texts: [
        { text: '截至年末应收款余额12.5', x: 84, y: 100 },
        mark('1', 84 + 12 * 9 + 4 * 6, 100),
        { text: '万元，', x: 84 + 12 * 9 + 4 * 6 + 4, y: 100 },
        { text: words, x: 60, y: 690 },
        ...note('1', '不含垫付的押金', 740),
        { text: '3万元。', x: 66, y: 752, size: 9 },
        { text: '— 1 —', x: 280, y: 800 },
      ],
    };
    const second: Page = {
      texts: [
        { text: words, x: 60, y: 100 },
        { text: '— 2 —', x: 280, y: 800 },
      ],
    };
    const document = await documentOf([first, second]);
    expect(textsOf(document)).toEqual(['截至年末应收款余额12.5万元，', `${words}${words}`, '不含垫付的押金3万元。']);
    expect(anchors(document)).toEqual([{ block: 'b0', cell: null, at: '截至年末应收款余额12.5'.length }]);
    expect(furnitureOf(document)).toEqual(['page-number —1—', 'page-number —2—']);
  });

  it('that a cell refers to leave its amount alone', async () => {
    const [xs, ys] = [
      [60, 200, 400],
      [100, 120, 140],
    ];
    const texts = inCells(xs, ys, [
      ['项目', '金额'],
      ['培训费', '1,234.56'],
    ]);
    const amount = texts.find(({ text }) => text === '1,234.56');
    const right = (amount?.x ?? 0) + 8 * 5;
    // a mark is drawn right behind what it belongs to
    texts.splice(texts.length, 0, mark('①', right, amount?.y ?? 0));
    const document = await documentOf([{ lines: ruled(xs, ys), texts: [...texts, ...note('①', '含上年结转。', 760)] }]);
    expect(tablesOf(document).flatMap(rowsOf)[1]).toEqual(['培训费', '1,234.56']);
    expect(anchors(document)).toEqual([{ block: 'b0', cell: { row: 1, col: 1 }, at: 8 }]);
  });

  it('with a number of full size are known by the short rule above them', async () => {
    const texts = (y: number): Text[] => [
      { text: words, x: 60, y: 100 },
      mark('1', 60 + 12 * words.length, 100),
      { text: '1', x: 60, y, size: 9 },
      { text: '见附注。', x: 66, y, size: 9 },
    ];
    const rule = { from: [60, 725], to: [200, 725] } as const;
    expect(textsOf(await documentOf([{ texts: texts(740), lines: [rule] }]))).toEqual([words, '见附注。']);
    expect(anchors(await documentOf([{ texts: texts(740) }]))).toEqual([]);
  });

  it('with a mark that is raised without being set smaller, so high that it makes a line of its own', async () => {
    const texts = (lift: number): Text[] => [
      { text: words, x: 60, y: 100 },
      mark('1', 60 + 12 * words.length, 100),
      { text: '1', x: 60, y: 740 - lift, size: 9.3 },
      { text: '见附注。', x: 65, y: 740, size: 9 },
    ];
    expect(textsOf(await documentOf([{ texts: texts(6.5) }]))).toEqual([words, '见附注。']);
    expect(textsOf(await documentOf([{ texts: texts(14) }]))).toContain('1');
  });

  it('are none where the text goes on below, or no mark refers to them', async () => {
    const marked: Text[] = [{ text: words, x: 60, y: 100 }, mark('2', 60 + 12 * words.length, 100)];
    const below: Text = { text: words, x: 60, y: 700 };
    for (const texts of [
      [...marked, ...note('2', '见附注。', 600), below],
      [...marked, ...note('1', '见附注。', 740)],
    ])
      expect(anchors(await documentOf([{ texts }]))).toEqual([]);
  });
});
