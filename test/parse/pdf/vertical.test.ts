import { describe, expect, it } from 'vitest';
import { documentOf, furnitureOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import { inCells, ruled, type Page, type Text } from './tiny-pdf.js';

const full = (text: string, length = 40): string => text.padEnd(length, '甲乙丙丁戊己庚辛壬癸');
const prose = (first: number, name: string): Text[] => [
  { text: full(name, 38), x: 114, y: first },
  { text: full('续行'), x: 90, y: first + 20 },
  { text: '到此为止。', x: 90, y: first + 40 },
];
const paragraph = (name: string): string => `${full(name, 38)}${full('续行')}到此为止。`;

/** Pieces one below the other, each set level for itself. */
const stack = (pieces: readonly string[], x: number, y: number, step = 13): Text[] =>
  pieces.map((text, i) => ({ text, x, y: y + step * i }));

describe('vertical writing on a level page', () => {
  it('in a vertical font is read line by line from right to left', async () => {
    const document = await documentOf([
      {
        texts: [
          ...prose(100, '上段'),
          { text: '某某市财政局编制', x: 280, y: 220, face: 'vertical' },
          { text: '二〇二四年度部门决算', x: 300, y: 220, face: 'vertical' },
          ...prose(500, '下段'),
        ],
      },
    ]);
    expect(textsOf(document)).toEqual([
      paragraph('上段'),
      '二〇二四年度部门决算',
      '某某市财政局编制',
      paragraph('下段'),
    ]);
  });

  it('set character by character is read down its columns, with level figures in them', async () => {
    const columns = [...stack(['至', '12', '月', '末', '共', '3', '项'], 300, 200), ...stack([...'合计数'], 280, 200)];
    const document = await documentOf([{ texts: [...prose(100, '上段'), ...columns, ...prose(400, '下段')] }]);
    expect(textsOf(document)).toEqual([paragraph('上段'), '至12月末共3项', '合计数', paragraph('下段')]);
  });

  it('runs on from column to column when it is prose', async () => {
    const columns = [0, 1].flatMap((i) => stack([...full('竖排', 14)], 300 - 20 * i, 200));
    const document = await documentOf([
      { texts: [...prose(100, '上段'), ...columns, ...stack([...'结束。'], 260, 200)] },
    ]);
    expect(textsOf(document).slice(1)).toEqual([`${full('竖排', 14)}${full('竖排', 14)}结束。`]);
  });

  it('fills a page: a title, then paragraphs with an indent, from right to left', async () => {
    const column = (text: string, x: number, y: number, size = 12): Text[] =>
      stack([...text], x, y, size).map((piece) => Object.assign({}, piece, { size }));
    const document = await documentOf([
      {
        texts: [
          ...column('二〇二四年度决算', 500, 100, 18),
          ...column(full('首段︐', 18), 460, 124),
          ...column(full('次列', 20), 440, 100),
          ...column('完︒', 420, 100),
          ...column('二︑支出情况', 400, 124),
        ],
      },
    ]);
    expect(textsOf(document)).toEqual([
      '二〇二四年度决算',
      `${full('首段，', 18)}${full('次列', 20)}完。`,
      '二、支出情况',
    ]);
  });

  it('in the margin does not mix into the lines beside it, nor part them', async () => {
    const document = await documentOf([{ texts: [...stack([...'部门决算公开'], 45, 95, 14), ...prose(100, '正文')] }]);
    expect(textsOf(document)).toEqual(['部门决算公开', paragraph('正文')]);
  });

  it('in boxes side by side is read box by box, from left to right', async () => {
    const names = ['办公室', '预算科', '监督检查科'];
    const document = await documentOf([{ texts: names.flatMap((name, i) => stack([...name], 100 + 60 * i, 160)) }]);
    expect(textsOf(document)).toEqual(names);
  });

  it('in a cell is read down its columns', async () => {
    const [xs, ys] = [
      [60, 110, 200, 300],
      [100, 120, 140, 160],
    ];
    const rows = [
      ['数量指标', '培训12次'],
      ['质量指标', '合格率95%'],
      ['时效指标', '按时完成'],
    ];
    const document = await documentOf([
      {
        texts: [
          ...stack([...'产出指标'], 88, 113, 12),
          ...stack(['︵', '30', '分', '︶'], 68, 113, 12),
          ...inCells(xs.slice(1), ys, rows),
        ],
        lines: [...ruled(xs.slice(1), ys), ...ruled(xs.slice(0, 2), [100, 160])],
      },
    ]);
    expect(tablesOf(document).map(rowsOf)[0]?.[0]).toEqual(['产出指标（30分）<1x3>', ...(rows[0] ?? [])]);
  });
});

describe('what is no vertical writing', () => {
  const column = (texts: readonly string[], x: number): Text[] =>
    texts.map((text, i) => ({ text, x, y: 100 + 18 * i }));

  it('a column of one-character cells, drawn column by column', async () => {
    const document = await documentOf([
      {
        texts: [
          ...column(['序号', '1', '2', '3'], 60),
          ...column(['完成', '是', '否', '无'], 120),
          ...column(['金额', '12.30', '22.30', '32.30'], 240),
        ],
      },
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([
      [
        ['序号', '完成', '金额'],
        ['1', '是', '12.30'],
        ['2', '否', '22.30'],
        ['3', '无', '32.30'],
      ],
    ]);
  });

  it('a list of single digits or characters', async () => {
    const document = await documentOf([
      { texts: [...prose(100, '上段'), ...stack([...'1234'], 114, 180, 16), ...stack([...'甲乙丙'], 114, 260, 20)] },
    ]);
    expect(textsOf(document)).toEqual([paragraph('上段'), ...'1234甲乙丙']);
  });
});

describe('text on its side', () => {
  const turned = (text: string, x: number, y: number): Text => ({ text, x, y, turned: 1, size: 10 });

  it('in a header cell is read in the order of its lines, whatever was drawn first', async () => {
    const [xs, ys] = [
      [60, 200, 260, 320],
      [100, 180, 200, 220],
    ];
    const rows = [
      ['基本支出', '200.00', '99%'],
      ['项目支出', '95.82', '94%'],
    ];
    const document = await documentOf([
      {
        texts: [
          { text: '项目', x: 110, y: 145, size: 10 },
          turned('安排数', 240, 170),
          turned('年初预算', 225, 170),
          turned('完成率', 290, 165),
          ...inCells(xs, ys.slice(1), rows),
          ...prose(300, '正文'),
        ],
        lines: ruled(xs, ys),
      },
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([[['项目', '年初预算安排数', '完成率'], ...rows]]);
    expect(textsOf(document)).toEqual([paragraph('正文')]);
  });

  const rows = [
    ['项目', '年初预算数', '决算数'],
    ['基本支出', '200.00', '198.00'],
    ['项目支出', '95.82', '90.00'],
    ['合计', '295.82', '288.00'],
  ];
  /** A table turned by a quarter on an upright page, its unit above it. */
  const landscape: Page = {
    texts: [
      turned('单位：万元', 90, 400),
      ...rows.flatMap((row, r) => row.map((text, c) => turned(text, 120 + 30 * r, 700 - 130 * c))),
    ],
    lines: ruled([100, 130, 160, 190, 220], [320, 450, 580, 720]),
  };

  it.each([
    ['alone', []],
    ['beside more level text than it holds', [...prose(60, '上段'), ...prose(740, '下段')]],
  ])('a table turned as a whole is read as it lies, %s', async (_, level) => {
    const number = { text: '— 3 —', x: 280, y: 815 };
    const document = await documentOf([{ ...landscape, texts: [...level, ...(landscape.texts ?? []), number] }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([rows]);
    expect(textsOf(document)).toContain('单位：万元');
    expect(textsOf(document).join('')).toContain(level.length > 0 ? paragraph('上段') : '');
    expect(furnitureOf(document)).toEqual(['page-number —3—']);
  });
});
