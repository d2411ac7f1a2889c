import { describe, expect, it } from 'vitest';
import { documentOf, rowsOf, tablesOf } from './parsed.js';
import { ruled, type Stroke, type Text } from './tiny-pdf.js';

// Rows whose cells take several lines, where no line is drawn between the rows.

const size = 10;
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1) * size, 0);
const at = (text: string, x: number, y: number): Text => ({ text, x, y, size });
const ending = (text: string, right: number, y: number): Text => at(text, right - widthOf(text), y);

describe('with lines between the columns only', () => {
  const xs = [60, 150, 240, 330];
  const between: Stroke[] = [...ruled(xs, [100, 120, 250])];
  const line = (y: number, label: string, ...figures: string[]): Text[] => [
    ...(label === '' ? [] : [at(label, 64, y)]),
    ...figures.flatMap((text, i) => (text === '' ? [] : [ending(text, [236, 326][i] ?? 0, y)])),
  ];

  it('figures, dashes and blanks stand in the row of their label, headings in rows of their own', async () => {
    const texts = [
      ...line(114, '项目', '年初数', '年末数'),
      ...line(134, '流动资产：'),
      ...line(150, '货币资金', '1,200.50', '-'),
      ...line(166, '机关事业单位基本', '300.00', '310.00'),
      ...line(182, '养老保险'),
      ...line(198, '其他资产', '', '15.00'),
      ...line(214, '非流动资产'),
      ...line(230, '资产合计', '1,500.50', '325.00'),
    ];
    expect(tablesOf(await documentOf([{ lines: between, texts }])).map(rowsOf)).toEqual([
      [
        ['项目', '年初数', '年末数'],
        ['流动资产：', '', ''],
        ['货币资金', '1,200.50', '-'],
        ['机关事业单位基本养老保险', '300.00', '310.00'],
        ['其他资产', '', '15.00'],
        ['非流动资产', '', ''],
        ['资产合计', '1,500.50', '325.00'],
      ],
    ]);
  });

  it('one column of amounts is enough; two lines of a label stand about theirs', async () => {
    const texts = [
      ...line(114, '项目', '金额'),
      ...line(134, '处置固定'),
      ...line(142, '', '88.00'),
      ...line(150, '资产净损失'),
      ...line(176, '捐赠', '12.00'),
      ...line(200, '合计', '100.00'),
    ];
    const [table] = tablesOf(await documentOf([{ lines: ruled(xs.slice(0, 3), [100, 120, 220]), texts }]));
    expect(table && rowsOf(table)).toEqual([
      ['项目', '金额'],
      ['处置固定资产净损失', '88.00'],
      ['捐赠', '12.00'],
      ['合计', '100.00'],
    ]);
  });
});

describe('without lines', () => {
  /** Rows from the top down, each cell the lines of its text; `pad` is the white space that each row adds. */
  function rowsAt(rows: readonly (readonly (readonly string[])[])[], pad: number, first: boolean): Text[] {
    let y = 120;
    return rows.flatMap((cells) => {
      const top = y;
      const height = Math.max(...cells.map((lines) => lines.length)) * 12;
      y += height + pad;
      return cells.flatMap((lines, c) =>
        lines.map((text, i) => {
          const down = top + 12 * i + (first ? 0 : (height - 12 * lines.length) / 2);
          return c === 0 || c === 2 ? at(text, c === 0 ? 60 : 270, down) : ending(text, [0, 240, 0, 420][c] ?? 0, down);
        }),
      );
    });
  }
  const rows = [
    [['税金及附加'], ['1,200.50'], ['按时完成'], ['12.30']],
    [['城镇职工基本', '医疗保险缴费'], ['300.00'], ['综合管理处财', '务科'], ['-']],
    [['会议费'], ['7,884.23'], ['已验收'], ['3.00']],
    [['机关事业单位', '职工养老保险', '缴费'], ['4,005.00'], ['未开展'], ['8.10']],
    [['合计'], ['13,389.73'], [], ['23.40']],
  ];
  const whole = rows.map((cells) => cells.map((lines) => lines.join('')));

  it.each([
    ['at the height of the first line', true],
    ['half way down', false],
  ])('the white space between rows tells them apart, figures %s', async (_, first) => {
    expect(tablesOf(await documentOf([{ texts: rowsAt(rows, 6, first) }])).map(rowsOf)).toEqual([whole]);
  });

  it('a heading nearer to the row below is not joined to it', async () => {
    const texts = [
      ...rowsAt([...rows.slice(0, 1), ...rows.slice(2, 3)], 6, true),
      at('其他', 60, 156),
      ...rowsAt(rows.slice(2, 3), 6, true).map((text) => Object.assign({}, text, { y: text.y + 48 })),
      ...rowsAt(rows.slice(4), 6, true).map((text) => Object.assign({}, text, { y: text.y + 68 })),
    ];
    const [table] = tablesOf(await documentOf([{ texts }]));
    expect(table && rowsOf(table).map(([label]) => label)).toEqual(['税金及附加', '会议费', '其他', '会议费', '合计']);
  });
});
