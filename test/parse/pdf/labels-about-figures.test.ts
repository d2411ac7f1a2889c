import { expect, it } from 'vitest';
import { documentOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import type { Stroke, Text } from './tiny-pdf.js';

// Tables without lines between their rows, whose labels of several lines stand half way about their figures.

const size = 8;
const pitch = 10;
const figureEnds = [190, 250, 310];
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1) * size, 0);
const ending = (text: string, right: number, y: number): Text => ({ text, x: right - widthOf(text), y, size });

/** Rows under each other from y = 140 on: the lines of the label, and the figures at their middle. */
function labelled(rows: readonly (readonly [label: readonly string[], ...figures: string[]])[]): Text[] {
  let y = 140;
  return rows.flatMap(([label, ...figures]) => {
    const lines = label.map((text, i): Text => ({ text, x: 60, y: y + pitch * i, size }));
    const centre = y + (pitch * (label.length - 1)) / 2;
    y += pitch * label.length;
    return [...lines, ...figures.map((text, i) => ending(text, figureEnds[i] ?? 0, centre))];
  });
}

const header: Text[] = ['初始投资', '年初余额', '年末余额'].map((text, i) => ending(text, figureEnds[i] ?? 0, 126));
const rule = (y: number): Stroke => ({ from: [58, y], to: [312, y] });

const rows = labelled([
  [['一、对子公司的投', '资']],
  [['沿江水务投资建设', '发展集团有限责任', '公司'], '93,431.19', '115,860.64', '130,493.82'],
  [['江城环境产业有限', '公司（注1）'], '78,002.34', '82,472.26', '-'],
  [['东岸置业'], '12,000.00', '-', '12,100.00'],
  [['北湖农业综合开发', '股份有限公'], '140,873.57', '251,625.46', '341,794.26'],
  [['小计'], '324,307.10', '449,958.36', '484,388.08'],
]);
const labels = [
  '一、对子公司的投资',
  '沿江水务投资建设发展集团有限责任公司',
  '江城环境产业有限公司（注1）',
  '东岸置业',
  '北湖农业综合开发股份有限公',
  '小计',
];

it('each label is one cell in the row of its figures, a heading of two lines a row of its own', async () => {
  const document = await documentOf([{ texts: [...header, ...rows], lines: [rule(116), rule(130), rule(260)] }]);
  const [table, ...more] = tablesOf(document);
  expect(more).toEqual([]);
  expect(textsOf(document)).toEqual([]);
  expect(table && rowsOf(table).map(([label]) => label)).toEqual(['', ...labels]);
  expect(table && rowsOf(table).slice(1, 4)).toEqual([
    [labels[0], '', '', ''],
    [labels[1], '93,431.19', '115,860.64', '130,493.82'],
    [labels[2], '78,002.34', '82,472.26', '-'],
  ]);
});

it('the header stands above a heading also where no rule parts them', async () => {
  const [table] = tablesOf(await documentOf([{ texts: [...header, ...rows] }]));
  expect(table && rowsOf(table)[0]).toEqual(['', '初始投资', '年初余额', '年末余额']);
});

it('the number of a note beside a label is a column of its own', async () => {
  const noted = rows.map((text) => Object.assign({}, text, { x: text.x > 130 ? text.x + 40 : text.x }));
  const note = (text: string, y: number): Text => ({ text, x: 140, y, size });
  const texts = [...noted, note('(ii)', 170), note('(iv)', 195)];
  const [table] = tablesOf(await documentOf([{ texts }]));
  expect(table && rowsOf(table).slice(0, 3)).toEqual([
    [labels[1], '(ii)', '93,431.19', '115,860.64', '130,493.82'],
    [labels[2], '(iv)', '78,002.34', '82,472.26', '-'],
    [labels[3], '', '12,000.00', '-', '12,100.00'],
  ]);
});

it('headings without figures between rows of one line are joined to none', async () => {
  const plain = labelled([
    [['流动资产项目名称'], '', '', ''],
    [['货币资金'], '93,431.19', '115,860.64', '130,493.82'],
    [['应收账款'], '78,002.34', '82,472.26', '1.00'],
    [['非流动资产的项目'], '', '', ''],
    [['固定资产'], '78,002.34', '82,472.26', '2.00'],
    [['在建工程'], '78,002.34', '82,472.26', '3.00'],
  ]).filter((text) => text.text !== '');
  const [table] = tablesOf(await documentOf([{ texts: [...header, ...plain] }]));
  expect(table && rowsOf(table).map(([label]) => label)).toEqual([
    '',
    '流动资产项目名称',
    '货币资金',
    '应收账款',
    '非流动资产的项目',
    '固定资产',
    '在建工程',
  ]);
});
