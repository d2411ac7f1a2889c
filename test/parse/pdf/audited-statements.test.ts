import { expect, it } from 'vitest';
import { documentOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import type { Stroke, Text } from './tiny-pdf.js';

// Tables as auditors print them: rules above and below the header and at the foot only, figures set flush right.

const size = 9;
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character < '\u0100' ? 0.5 : 1) * size, 0);
const at = (text: string, x: number, y: number): Text => ({ text, x, y, size });
const ending = (text: string, right: number, y: number): Text => at(text, right - widthOf(text), y);
const centred = (text: string, x: number, y: number): Text => at(text, x - widthOf(text) / 2, y);
const rule = (y: number, from = 60, to = 540): Stroke => ({ from: [from, y], to: [to, y] });
/** Label and figures that end at these places. */
const row = (y: number, label: string, figures: readonly string[], ends: readonly number[]): Text[] => [
  at(label, 64, y),
  ...figures.map((text, i) => ending(text, (ends[i] ?? 0) + (text.endsWith(')') ? 4 : 0), y)),
];

it('columns whose widest figures reach into the one before are kept apart', async () => {
  const ends = [240, 320, 402];
  const rows = [
    ['预提成本', '40,794,812.52', '-', '175,160,000.96'],
    ['减值准备', '296,294,906.59', '(19,106,618.96)', '1,449,480,632.53'],
    ['公允价值变动', '(104,100,063.97)', '-', '857,252,157.59'],
    ['合计', '991,004,610.53', '1,719,106,618.96', '29,760,741.14'],
  ];
  const texts = rows.flatMap(([label = '', ...figures], i) => row(120 + 14 * i, label, figures, ends));
  expect(tablesOf(await documentOf([{ texts }])).map(rowsOf)).toEqual([rows]);
});

it('a header between two rules has its lines joined, and headings over several columns above them', async () => {
  const ends = [240, 320, 400, 480];
  const texts = [
    centred('本年减少数', 360, 114),
    centred('项目', 90, 120),
    centred('年初余额', 222, 120),
    centred('年末余额', 462, 120),
    centred('本年转回', 310, 126),
    centred('本年转销', 390, 126),
    ...row(152, '坏账准备', ['105,704.53', '(37,502.56)', '(794.28)', '142,462.38'], ends),
    ...row(166, '存货跌价准备', ['11,970.52', '-', '(1,436.56)', '1,241.96'], ends),
    ...row(180, '合计', ['126,135.05', '(37,502.56)', '(2,231.84)', '139,201.34'], ends),
  ];
  const document = await documentOf([{ texts, lines: [rule(102), rule(132), rule(186)] }]);
  expect(tablesOf(document).map((table) => rowsOf(table).slice(0, 3))).toEqual([
    [
      ['项目<1x2>', '年初余额<1x2>', '本年减少数<2x1>', '年末余额<1x2>'],
      ['本年转回', '本年转销'],
      ['坏账准备', '105,704.53', '(37,502.56)', '(794.28)', '142,462.38'],
    ],
  ]);
});

it('a label above the figures is a row of the table when the header ends above it', async () => {
  const ends = [240, 320];
  const texts = [
    centred('2023年', 222, 112),
    centred('2022年', 300, 112),
    at('信用借款', 64, 130),
    ...row(143, '-人民币', ['350,000.00', '35,250.00'], ends),
    at('担保借款', 64, 156),
    ...row(169, '-人民币', ['240,000.00', '-'], ends),
    ...row(182, '合计', ['590,000.00', '35,250.00'], ends),
  ];
  const document = await documentOf([{ texts, lines: [rule(100), rule(118), rule(188)] }]);
  expect(tablesOf(document).map((table) => rowsOf(table).map(([label]) => label))).toEqual([
    ['', '信用借款', '-人民币', '担保借款', '-人民币', '合计'],
  ]);
});

it('labels that were broken for want of room are one label, a heading above its items is not', async () => {
  const ends = [206, 290];
  const texts = [
    at('应纳税项目', 64, 100),
    ...row(113, '税前利润', ['6,322,285.03', '7,641,605.33'], ends),
    at('按法定税率计算的', 64, 126),
    ...row(139, '所得税', ['1,518,200.15', '2,191,128.83'], ends),
    at('税率变动对年初余', 64, 152),
    at('额及年末余额的影', 64, 165),
    ...row(178, '响', ['(3,797.53)', '20,406.00'], ends),
    at('其他', 64, 191),
    ...row(204, '减免税额', ['12,797.53', '10,406.00'], ends),
  ];
  const [table] = tablesOf(await documentOf([{ texts }]));
  expect(table && rowsOf(table).map(([label]) => label)).toEqual([
    '税前利润',
    '按法定税率计算的所得税',
    '税率变动对年初余额及年末余额的影响',
    '其他',
    '减免税额',
  ]);
});

it('labels with one amount each are a table; what begins further out ends it', async () => {
  const list = (y: number): Text[] => [
    centred('金额', 420, y),
    ...row(y + 14, '购买商品支付的现金', ['1,873,811.29'], [440]),
    ...row(y + 28, '减：持有的现金', ['379,075.83'], [440]),
    ...row(y + 42, '支付的现金净额', ['1,494,735.46'], [440]),
  ];
  const texts = [...list(100), at('2)被收购公司的经营成果：', 40, 160), ...list(176)];
  const document = await documentOf([{ texts }]);
  const rows = [
    ['', '金额'],
    ['购买商品支付的现金', '1,873,811.29'],
    ['减：持有的现金', '379,075.83'],
    ['支付的现金净额', '1,494,735.46'],
  ];
  expect(tablesOf(document).map(rowsOf)).toEqual([rows, rows]);
  expect(textsOf(document)).toEqual(['2)被收购公司的经营成果：']);
});

it('tables of different columns with words between them are two', async () => {
  const first = [240, 320, 396];
  const second = [270, 440];
  const rows = ['甲', '乙', '合计'];
  const texts = [
    ...rows.flatMap((label, i) => row(100 + 13 * i, label, ['1,234.56', '2,345.67', '3,456.78'], first)),
    at('以下项目未确认：', 64, 142),
    ...rows.flatMap((label, i) => row(158 + 13 * i, label, ['186,829.44', '95,095.00'], second)),
  ];
  const document = await documentOf([{ texts }]);
  expect(tablesOf(document).map((table) => [table.rows, table.columns])).toEqual([
    [3, 4],
    [3, 3],
  ]);
});

it('rules that stand apart by several rows are not drawn under each row', async () => {
  const ends = [240, 320];
  const block = (y: number): Text[] => [
    centred('年初余额', 222, y),
    centred('年末余额', 302, y),
    ...['甲公司', '乙公司', '合计'].flatMap((label, i) => row(y + 18 + 13 * i, label, ['1,234.56', '2,345.67'], ends)),
  ];
  const lines = [rule(100), rule(116), rule(160), rule(200), rule(216), rule(260)];
  const texts = [...block(112), at('本公司情况如下：', 64, 180), ...block(212)];
  const document = await documentOf([{ texts, lines }]);
  expect(tablesOf(document).map((table) => [table.rows, table.columns])).toEqual([
    [4, 3],
    [4, 3],
  ]);
});

it('loans with a subtotal of one column under each kind are a table, also with a rule above and below each kind', async () => {
  const ends = [200, 240, 320];
  const kinds = (y: number): Text[] => [
    at('1、银行借款', 64, y),
    ...row(y + 13, '其中：人民币', ['510,300.65', '1.0000', '510,300.65'], ends),
    at('信用', 350, y + 13),
    ...row(y + 26, '小计', ['510,300.65'], [320]),
    at('2、其他借款', 64, y + 39),
    ...row(y + 52, '人民币', ['728,900.00', '1.0000', '728,900.00'], ends),
    at('反担保', 350, y + 52),
    ...row(y + 65, '小计', ['728,900.00'], [320]),
    ...row(y + 80, '合计', ['1,239,200.65'], [320]),
  ];
  const header = [
    at('种类', 64, 112),
    centred('原币', 180, 112),
    centred('汇率', 228, 112),
    centred('折人民币', 300, 112),
  ];
  const texts = [...header, at('借款条件', 345, 112), ...kinds(126)];
  for (const lines of [[], [rule(100), rule(115), rule(155), rule(194), rule(209)]]) {
    const [table, ...more] = tablesOf(await documentOf([{ texts, lines }]));
    expect(more).toEqual([]);
    expect(table && rowsOf(table).slice(2, 5)).toEqual([
      ['其中：人民币', '510,300.65', '1.0000', '510,300.65', '信用'],
      ['小计', '', '', '510,300.65', ''],
      ['2、其他借款', '', '', '', ''],
    ]);
  }
});

it('headings over several columns stand above all of them, whose own lines need not be at one height', async () => {
  const ends = [200, 260, 330, 390];
  const sides = [
    [180, 240],
    [310, 370],
  ];
  const texts = [
    centred('本集团', 210, 100),
    centred('本公司', 340, 100),
    ...sides.flatMap(([first = 0, second = 0]) => [
      centred('2023年', first, 116),
      centred('2022年', second, 111),
      centred('（重述）', second, 121),
    ]),
    ...row(140, '支付薪酬', ['81,919.00', '30,000.00', '81,919.00', '30,000.00'], ends),
    ...row(154, '销售商品', ['27,762.00', '83,049.00', '27,762.00', '83,049.00'], ends),
  ];
  const document = await documentOf([{ texts }]);
  expect(tablesOf(document).map((table) => rowsOf(table).slice(0, 2))).toEqual([
    [
      ['', '本集团<2x1>', '本公司<2x1>'],
      ['', '2023年', '2022年（重述）', '2023年', '2022年（重述）'],
    ],
  ]);
});

it('a short numbered heading is no label that was broken, however narrow its column', async () => {
  const ends = [176, 256];
  const texts = [
    ...row(100, '小计', ['1,501.10', '1,000.00'], ends),
    at('2、其他借款', 64, 113),
    ...row(126, '人民币', ['897,660.00', '897,660.00'], ends),
    ...row(139, '合计', ['899,161.10', '898,660.00'], ends),
  ];
  expect(tablesOf(await documentOf([{ texts }])).map((table) => rowsOf(table).map(([label]) => label))).toEqual([
    ['小计', '2、其他借款', '人民币', '合计'],
  ]);
});
