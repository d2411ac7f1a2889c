import { describe, expect, it } from 'vitest';
import { documentOf, furnitureOf, tablesOf, textsOf } from './parsed.js';
import { inCells, ruled, type Page, type Text } from './tiny-pdf.js';

const chinese = '一二三四五六七八';
const full = (text: string): string => text.padEnd(38, '甲乙丙丁戊己庚辛壬癸');
const body = (page: number): Text[] => [
  { text: full(`第${chinese.charAt(page - 1)}页正文`), x: 84, y: 120 },
  { text: '到此为止。', x: 60, y: 140 },
];

/** Pages with running text, and at the head or the foot of each what `edge` says. */
const pagesOf = (count: number, edge: (page: number) => readonly Text[]): Page[] =>
  Array.from({ length: count }, (_, i) => ({ texts: [...edge(i + 1), ...body(i + 1)] }));
const foot = (text: string): Text => ({ text, x: 280, y: 805, size: 10 });
const head = (text: string, size = 9): Text => ({ text, x: 240, y: 55, size });

describe('page numbers', () => {
  const shapes: readonly [shape: (page: number) => string][] = [
    [(page) => `— ${page} —`],
    [(page) => `－ ${'１２３'.charAt(page - 1)} －`],
    [(page) => `第 ${page} 页 共 3 页`],
    [(page) => `第${page}页（共3页）`],
    [(page) => `第 ${chinese.charAt(page - 1)} 页`],
    [(page) => `第${chinese.charAt(page - 1)}页，共三页`],
    [(page) => chinese.charAt(page - 1)],
    [(page) => `${page}/3`],
    [(page) => `（${page}）`],
    [(page) => `〔${page}〕`],
    [(page) => `页码：${page}`],
    [(page) => ['i', 'ii', 'iii'][page - 1] ?? ''],
    [(page) => 'ⅠⅡⅢ'.charAt(page - 1)],
  ];
  it.each(shapes)('%#', async (shape) => {
    const document = await documentOf(pagesOf(3, (page) => [foot(shape(page))]));
    expect(furnitureOf(document).map((text) => text.split(' ')[0])).toEqual(Array(3).fill('page-number'));
    expect(textsOf(document)).toHaveLength(3);
  });

  it('in brackets or in Chinese that do not keep step are text', async () => {
    const document = await documentOf(pagesOf(3, (page) => [foot(['（3）', '五', '（1）'][page - 1] ?? '')]));
    expect(furnitureOf(document)).toEqual([]);
  });

  it('may begin again', async () => {
    const document = await documentOf(pagesOf(5, (page) => [foot(String([1, 2, 3, 1, 2][page - 1]))]));
    expect(furnitureOf(document)).toEqual([1, 2, 3, 1, 2].map((number) => `page-number ${number}`));
  });
});

describe('running heads', () => {
  it('with the number of the page in them keep step', async () => {
    const document = await documentOf(pagesOf(3, (page) => [foot(`某某市财政局 ${page}`)]));
    expect(furnitureOf(document)).toEqual([1, 2, 3].map((page) => `footer 某某市财政局${page}`));
  });

  it('are not first lines that differ in their figures', async () => {
    const first = (page: number): string => `本级第${chinese.charAt(page)}项支出12${page * page}.30万元，比上年增加。`;
    const same = (page: number): string => `某某局收入决算12${page * page}.30万元，比上年增加。`;
    for (const line of [first, same]) {
      const document = await documentOf(pagesOf(4, (page) => [{ text: line(page), x: 84, y: 80 }]));
      expect(furnitureOf(document)).toEqual([]);
    }
  });

  it('are not items that count up', async () => {
    const document = await documentOf(pagesOf(4, (page) => [{ text: `${page}.项目概况`, x: 84, y: 80 }]));
    expect(furnitureOf(document)).toEqual([]);
  });

  it('name the chapter, smaller than the text', async () => {
    const chapter = (page: number): string =>
      ['第一部分 某局概况', '第二部分 收支情况'][Math.floor((page - 1) / 3)] ?? '';
    const document = await documentOf(pagesOf(6, (page) => [head(chapter(page))]));
    expect(furnitureOf(document).filter((text) => text.startsWith('header'))).toHaveLength(6);
    const asText = await documentOf(pagesOf(6, (page) => [head(`第${chinese.charAt(page - 1)}项 概况`, 12)]));
    expect(furnitureOf(asText)).toEqual([]);
  });

  it('may stand on two pages only where they are smaller than the text', async () => {
    const on = (size: number): Promise<Awaited<ReturnType<typeof documentOf>>> =>
      documentOf(pagesOf(6, (page) => (page > 4 ? [head('附件：收支情况表', size)] : [])));
    expect(furnitureOf(await on(9))).toEqual(['header 附件：收支情况表', 'header 附件：收支情况表']);
    expect(furnitureOf(await on(12))).toEqual([]);
  });

  it('are not the title that each table has in large print', async () => {
    const [xs, ys] = [
      [60, 300, 420],
      [120, 140, 160],
    ];
    const page = (unit: string): Page => ({
      texts: [
        { text: '项目支出绩效自评表', x: 220, y: 70, size: 16 },
        { text: `实施单位：${unit}`, x: 60, y: 100, size: 10 },
        ...inCells(xs, ys, [
          ['项目', '全年预算数'],
          [`${unit}运转经费`, '12.30'],
        ]),
      ],
      lines: ruled(xs, ys),
    });
    const document = await documentOf(['市本级', '第一分局', '第二分局'].map(page));
    expect(textsOf(document).filter((text) => text === '项目支出绩效自评表')).toHaveLength(3);
    expect(tablesOf(document)).toHaveLength(3);
  });

  it('lines too short to tell of margins are not strung together', async () => {
    const texts = [
      { text: '公开01表', x: 60, y: 90, size: 10 },
      { text: '金额单位：万元', x: 440, y: 104, size: 10 },
    ];
    expect(textsOf(await documentOf([{ texts }]))).toEqual(texts.map(({ text }) => text));
  });
});
