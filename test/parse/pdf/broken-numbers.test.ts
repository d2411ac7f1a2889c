import { describe, expect, it } from 'vitest';
import { documentOf, rowsOf, tablesOf } from './parsed.js';
import { ruled, type Stroke, type Text } from './tiny-pdf.js';

// Numbers that did not fit on one line of their column.

const size = 10;
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1) * size, 0);
const at = (text: string, x: number, y: number): Text => ({ text, x, y, size });

type Lines = readonly string[];

/** Rows of cells of several lines from the top down, set flush right but for the first column; `middle` sets short cells half way. */
function set(
  xs: readonly number[],
  rows: readonly (readonly Lines[])[],
  middle = false,
): { texts: Text[]; ys: number[] } {
  const ys = [100];
  const texts: Text[] = [];
  for (const cells of rows) {
    const top = ys.at(-1) ?? 0;
    const height = 12 * Math.max(...cells.map((lines) => lines.length));
    cells.forEach((lines, c) =>
      lines.forEach((text, i) => {
        const y = top + 14 + 12 * i + (middle ? (height - 12 * lines.length) / 2 : 0);
        const x = c === 0 ? (xs[0] ?? 0) + 3 : (xs[c + 1] ?? 0) - 3 - widthOf(text);
        if (text !== '') texts.push(at(text, x, y));
      }),
    );
    ys.push(top + height + 8);
  }
  return { texts, ys };
}

const read = async (texts: readonly Text[], lines: readonly Stroke[]): Promise<string[][][]> =>
  tablesOf(await documentOf([{ texts, lines }])).map(rowsOf);

const head: readonly Lines[] = [['项目'], ['预算数'], ['决算数']];

describe('in ruled rows', () => {
  const xs = [60, 160, 216, 272];
  const cases: readonly [why: string, rows: readonly (readonly Lines[])[], read: string[][]][] = [
    [
      'behind a point, a comma, within a group, before a point',
      [
        [['办公费'], ['12,345,678.', '90'], ['11,345,', '678.90']],
        [['差旅费'], ['1,234,567,8', '90.12'], ['123,456,789', '.05']],
      ],
      [
        ['办公费', '12,345,678.90', '11,345,678.90'],
        ['差旅费', '1,234,567,890.12', '123,456,789.05'],
      ],
    ],
    [
      'behind a sign, where there was no room for both',
      [
        [['办公费'], ['-', '12,345,67', '8.90'], ['1.00']],
        [['差旅费'], ['-', '1234567.89'], ['-', '9876543.21']],
      ],
      [
        ['办公费', '-12,345,678.90', '1.00'],
        ['差旅费', '-1234567.89', '-9876543.21'],
      ],
    ],
    [
      'within digits, where others are broken beyond doubt and decimals lack',
      [[['办公费'], ['2,523,614,', '111,180.4', '5'], ['80,737,15', '6,483.82']]],
      [['办公费', '2,523,614,111,180.45', '80,737,156,483.82']],
    ],
    [
      'whole numbers under each other stay rows of their own',
      [
        [
          ['办公费', '差旅费'],
          ['12,345.00', '678.90'],
          ['11,345.60', '78.90'],
        ],
      ],
      [
        ['办公费', '12,345.00', '11,345.60'],
        ['差旅费', '678.90', '78.90'],
      ],
    ],
    [
      'a dash for none over a number that has room is a row of its own',
      [
        [
          ['办公费', '差旅费'],
          ['-', '310.00'],
          ['12.00', '-'],
        ],
      ],
      [
        ['办公费', '-', '12.00'],
        ['差旅费', '310.00', '-'],
      ],
    ],
  ];
  it.each(cases)('%s', async (_, rows, expected) => {
    const { texts, ys } = set(xs, [head, ...rows]);
    expect(await read(texts, ruled(xs, ys))).toEqual([[['项目', '预算数', '决算数'], ...expected]]);
  });

  it('with lines under the rows only, columns all but touching', async () => {
    const narrow = [60, 140, 193, 246];
    const rows = [
      [['办公费'], ['86,832,38', '1,554.26'], ['65,970,79', '9,462.14']],
      [['差旅费'], ['45,959,11', '2.71'], ['94.24']],
      [['会议费'], ['8,459.42'], ['15,659,22', '4.10']],
    ];
    const { texts, ys } = set(narrow, [head, ...rows]);
    const lines = ys.map((y): Stroke => ({ from: [60, y], to: [246, y] }));
    expect(await read(texts, lines)).toEqual([
      [
        ['项目', '预算数', '决算数'],
        ['办公费', '86,832,381,554.26', '65,970,799,462.14'],
        ['差旅费', '45,959,112.71', '94.24'],
        ['会议费', '8,459.42', '15,659,224.10'],
      ],
    ]);
  });
});

describe('without lines', () => {
  const xs = [60, 160, 216, 286];
  const rows = [
    [['办公费'], ['12,345,678.', '90'], ['-', '1,134,567,8', '90.00']],
    [['差旅费'], ['567.80'], ['1,234,567,8', '90.12']],
    [['合计'], ['12,346,246', '.70'], ['678.90']],
  ];
  const expected = [
    ['项目', '预算数', '决算数'],
    ['办公费', '12,345,678.90', '-1,134,567,890.00'],
    ['差旅费', '567.80', '1,234,567,890.12'],
    ['合计', '12,346,246.70', '678.90'],
  ];
  it.each([
    ['cells set from the top', false],
    ['cells set half way up', true],
  ])('%s: white space between rows is wider than within numbers', async (_, middle) => {
    expect(await read(set(xs, [head, ...rows], middle).texts, [])).toEqual([expected]);
  });

  it('rows as close as lines stay as they are', async () => {
    const lines = [
      ['办公费', '12,345,678.90', '1.00'],
      ['差旅费', '567.80', '2.00'],
      ['会议费', '8.00', '3.00'],
    ];
    const { texts } = set([60, 160, 260, 330], [head, ...lines.map((row) => row.map((text) => [text]))]);
    expect(await read(texts, [])).toEqual([[['项目', '预算数', '决算数'], ...lines]]);
  });
});

describe('columns that no line parts', () => {
  const rows = [
    ['办公费', '100.00', '90.00', '110.00', '95.00'],
    ['差旅费', '200.00', '150.00', '210.00', '160.00'],
    ['合计', '300.00', '240.00', '320.00', '255.00'],
  ];
  const ends = [0, 210, 280, 350, 420];
  const texts = rows.flatMap((row, r) =>
    row.map((text, c) => at(text, c === 0 ? 64 : (ends[c] ?? 0) - widthOf(text), 160 + 16 * r)),
  );
  const down = (xs: readonly number[], top: number): Stroke[] =>
    xs.map((x): Stroke => ({ from: [x, top], to: [x, 206] }));
  const across = (ys: readonly number[]): Stroke[] => ys.map((y): Stroke => ({ from: [60, y], to: [430, y] }));
  const years = [at('项目', 90, 116), at('2023年', 174, 116), at('2022年', 314, 116)];
  const parts = ['预算数', '决算数', '预算数', '决算数'].map((text, i) => at(text, 174 + 70 * i, 136));
  const expected = [['项目<1x2>', '2023年<2x1>', '2022年<2x1>'], ['预算数', '决算数', '预算数', '决算数'], ...rows];

  it('are cut where lines fence groups of them', async () => {
    const lines = [...across([100, 145, 206]), ...down([60, 150, 290, 430], 100), { from: [150, 122], to: [430, 122] }];
    expect(await read([...years, ...parts, ...texts], lines as Stroke[])).toEqual([expected]);
  });

  it('have an upper header above a line that spares the labels', async () => {
    const lines = [...across([100, 145, 206]), { from: [150, 122], to: [430, 122] }];
    expect(await read([...years, ...parts, ...texts], lines as Stroke[])).toEqual([expected]);
  });
});
