import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../src/model/document.js';
import { documentOf, furnitureOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import { inCells, ruled, type Page, type Stroke, type Text } from './tiny-pdf.js';

const xs = [60, 220, 320, 420];
const ys = [100, 120, 140, 160, 180];
const cells = [
  ['项目', '预算数', '决算数'],
  ['基本支出', '100.00', '98.50'],
  ['项目支出', '200.00', '180.25'],
  ['合计', '300.00', '278.75'],
];

describe('tables with lines', () => {
  it('become cells with their places, and no paragraphs', async () => {
    const document = await documentOf([{ lines: ruled(xs, ys), texts: inCells(xs, ys, cells) }]);
    expect(textsOf(document)).toEqual([]);
    const [table] = tablesOf(document);
    expect(table && rowsOf(table)).toEqual(cells);
    const cell = table?.cells.find((one) => one.text === '180.25');
    const { page, box } = regionOf(cell?.stretches ?? [], 0, 6);
    expect(page).toBe(1);
    expect(box?.[0]).toBeCloseTo(324, 0);
    expect(box?.[3]).toBeLessThan(160);
  });

  it('keep merged cells, drawn as thin rectangles', async () => {
    const thin = (strokes: readonly Stroke[]): (readonly [number, number, number, number])[] =>
      strokes.map(({ from, to }) => [from[0], from[1], Math.max(to[0] - from[0], 0.5), Math.max(to[1] - from[1], 0.5)]);
    const strokes: Stroke[] = [
      ...[100, 140, 160].map((y): Stroke => ({ from: [60, y], to: [420, y] })),
      { from: [220, 120], to: [420, 120] },
      ...[60, 220, 420].map((x): Stroke => ({ from: [x, 100], to: [x, 160] })),
      { from: [320, 120], to: [320, 160] },
    ];
    const texts: Text[] = [
      { text: '项目', x: 100, y: 124 },
      { text: '2024年', x: 290, y: 114 },
      ...inCells(
        [60, 220, 320, 420],
        [120, 140, 160],
        [
          ['', '预算', '决算'],
          ['支出', '3', '2'],
        ],
      ),
    ];
    const [table] = tablesOf(await documentOf([{ fills: thin(strokes), texts }]));
    expect(table && rowsOf(table)).toEqual([
      ['项目<1x2>', '2024年<2x1>'],
      ['预算', '决算'],
      ['支出', '3', '2'],
    ]);
  });

  it('are read where their first column holds the marks of a list, on a page of known fonts', async () => {
    const rows = [
      ['序号', '内设机构'],
      ['（一）', '办公室'],
      ['（二）', '预算股'],
      ['（三）', '国库股'],
    ];
    const edges = [60, 140, 420];
    const first: Page = {
      texts: [{ text: '内设机构情况（一）（二）（三）序号：办公室、预算股、国库股', x: 60, y: 100 }],
    };
    const second: Page = { lines: ruled(edges, ys), texts: inCells(edges, ys, rows) };
    const [table] = tablesOf(await documentOf([first, second]));
    expect(table && rowsOf(table)).toEqual(rows);
  });

  it('join the lines of a cell, and part cells that were drawn in one go', async () => {
    const texts: Text[] = [
      { text: '机关事业单位基本', x: 62, y: 112, size: 10 },
      { text: '养老保险', x: 62, y: 124, size: 10 },
      { text: '本年制发件数本年废止件数', x: 222, y: 118, size: 8 },
    ];
    const [table] = tablesOf(await documentOf([{ lines: ruled([60, 220, 270, 320], [100, 130]), texts }]));
    expect(table && rowsOf(table)).toEqual([['机关事业单位基本养老保险', '本年制发件数', '本年废止件数']]);
  });

  it('take labels on their side, to the last character', async () => {
    const texts: Text[] = [
      { text: '办理结果', x: 70, y: 745, size: 10, face: 'vertical' },
      ...inCells(
        [60, 80, 220, 320],
        [740, 760, 780, 800],
        [
          ['', '予以公开', '5'],
          ['', '部分公开', '2'],
          ['', '不予公开', '1'],
        ],
      ),
    ];
    const lines: Stroke[] = [...ruled([80, 220, 320], [740, 760, 780, 800]), ...ruled([60, 80], [740, 800])];
    const [table] = tablesOf(await documentOf([{ lines, texts }]));
    expect(table && rowsOf(table)[0]).toEqual(['办理结果<1x3>', '予以公开', '5']);
  });

  it('may have dotted lines, each dot a square of its own', async () => {
    const dots = ruled(xs, ys).flatMap(({ from, to }) =>
      Array.from(
        { length: Math.floor((to[0] - from[0] + to[1] - from[1]) / 1.5) },
        (_, i) =>
          [from[0] + (to[0] > from[0] ? 1.5 * i : 0), from[1] + (to[1] > from[1] ? 1.5 * i : 0), 0.75, 0.75] as const,
      ),
    );
    const words = [['指标', '目标', '完成'], ...cells.slice(1).map(([label = '']) => [label, '按时', '已完成'])];
    const [table] = tablesOf(await documentOf([{ fills: dots, texts: inCells(xs, ys, words) }]));
    expect(table && rowsOf(table)).toEqual(words);
  });

  it('are not made of clipping paths, a box around text or an underline', async () => {
    const document = await documentOf([
      {
        clips: [
          [60, 100, 160, 20],
          [220, 100, 100, 20],
          [60, 120, 160, 20],
          [220, 120, 100, 20],
        ],
        lines: [...ruled([50, 500], [90, 300]), { from: [60, 230], to: [160, 230] }],
        texts: [...inCells([60, 220, 320], [100, 120], [['填报人', '某某']]), { text: '下划线文字', x: 60, y: 228 }],
      },
    ]);
    expect(tablesOf(document)).toEqual([]);
  });

  it('with rows ruled once for several lines of figures get a row for each', async () => {
    const lines = ruled(xs, [100, 120, 180]);
    const texts = inCells(xs, ys, cells);
    const [table] = tablesOf(await documentOf([{ lines, texts }]));
    expect(table && rowsOf(table)).toEqual(cells);
  });

  it('a label broken by hand over two rows, the second hung in, is one row', async () => {
    const edges = [100, 120, 140, 160, 180, 200];
    const page = (step: number): Page => ({
      lines: ruled(xs, edges),
      texts: inCells(xs, edges, [
        ['股东权益', '', ''],
        ['归属于上级公司', '', ''],
        ['权益合计', '731.80', '700.00'],
        ['少数股东权益', '46.40', '40.10'],
        ['总计', '778.20', '740.10'],
      ]).map((text) => (text.text === '权益合计' ? { ...text, x: text.x + step } : text)),
    });
    const labels = async (step: number): Promise<unknown> =>
      tablesOf(await documentOf([page(step)])).map((table) => rowsOf(table).map((row) => row[0]));
    expect(await labels(10)).toEqual([['股东权益', '归属于上级公司权益合计', '少数股东权益', '总计']]);
    expect(await labels(0)).toEqual([['股东权益', '归属于上级公司', '权益合计', '少数股东权益', '总计']]);
  });

  it('a long number broken inside its narrow cell stays one figure', async () => {
    const narrow = [60, 120, 152, 184];
    const broken = [
      { text: '合计', x: 64, y: 112, size: 10 },
      { text: '12345', x: 123, y: 110, size: 10 },
      { text: '67.89', x: 123, y: 122, size: 10 },
      { text: '22345', x: 155, y: 110, size: 10 },
      { text: '67.89', x: 155, y: 122, size: 10 },
    ];
    const [table] = tablesOf(await documentOf([{ lines: ruled(narrow, [98, 128]), texts: broken }]));
    expect(table && rowsOf(table)).toEqual([['合计', '1234567.89', '2234567.89']]);
  });

  it('a number whose last digit did not fit beside the padding of its cell stays one figure', async () => {
    const padded = [60, 120, 172, 224];
    const broken = [
      { text: '合计', x: 64, y: 112, size: 10 },
      ...[123, 175].flatMap((x) => [
        { text: '2,552.9', x: x + 3, y: 110, size: 10 },
        { text: '9', x: x + 3, y: 122, size: 10 },
      ]),
    ];
    const [table] = tablesOf(await documentOf([{ lines: ruled(padded, [98, 128]), texts: broken }]));
    expect(table && rowsOf(table)).toEqual([['合计', '2,552.99', '2,552.99']]);
  });
});

describe('tables over a page end', () => {
  const part = (rows: readonly (readonly string[])[], extra: readonly Text[] = []): Page => {
    const edges = Array.from({ length: rows.length + 1 }, (_, i) => 100 + 20 * i);
    return { lines: ruled(xs, edges), texts: [...extra, ...inCells(xs, edges, rows)] };
  };
  const [head = [], ...body] = cells;

  it('are one table; header rows printed again are dropped and counted', async () => {
    const document = await documentOf([part([head, ...body.slice(0, 2)]), part([head, ...body.slice(2)])]);
    const [table, ...more] = tablesOf(document);
    expect(more).toEqual([]);
    expect(table && rowsOf(table)).toEqual(cells);
    expect(table?.headerRows).toBe(1);
    expect(table?.cells.map((cell) => cell.page)).toContain(2);
  });

  it('are one table when the title in their own first row says that it goes on', async () => {
    const edges = [100, 120, 140, 160, 180];
    const titled = (title: string, rows: readonly (readonly string[])[]): Page => ({
      lines: [...ruled(xs, edges.slice(1)), ...ruled([60, 420], edges.slice(0, 2))],
      texts: [{ text: title, x: 200, y: 115, size: 10 }, ...inCells(xs, edges.slice(1), rows)],
    });
    const document = await documentOf([
      titled('支出决算表', [head, ...body.slice(0, 2)]),
      titled('支出决算表（续）', [head, ...body.slice(1)]),
    ]);
    const [table, ...more] = tablesOf(document);
    expect(more).toEqual([]);
    expect(table && rowsOf(table)).toEqual([['支出决算表<3x1>'], head, ...body.slice(0, 2), ...body.slice(1)]);
    expect(table?.headerRows).toBe(2);
  });

  it('are one table under the same header, however wide its columns are drawn', async () => {
    const narrow = [80, 210, 300, 390];
    const rest = [head, ...body.slice(2)];
    const edges = [60, 80, 100];
    const document = await documentOf([
      part([head, ...body.slice(0, 2)]),
      { lines: ruled(narrow, edges), texts: inCells(narrow, edges, rest) },
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells]);
  });

  it('keep two merged labels apart that meet at the page end with room to spare', async () => {
    const merged = (label: string, rows: readonly (readonly string[])[]): Page => {
      const edges = Array.from({ length: rows.length + 1 }, (_, i) => 100 + 20 * i);
      const inner = [120, 220, 320, 420];
      const lines = [...ruled(inner, edges), ...ruled([60, 120], [edges[0] ?? 0, edges.at(-1) ?? 0])];
      return { lines, texts: [{ text: label, x: 64, y: 128, size: 10 }, ...inCells(inner, edges, rows)] };
    };
    const rows = body.map((row) => [...row]);
    const [table] = tablesOf(await documentOf([merged('决策', rows), merged('过程', rows)]));
    expect(table?.cells.filter((cell) => cell.col === 0).map(({ text, rowSpan }) => [text, rowSpan])).toEqual([
      ['决策', 3],
      ['过程', 3],
    ]);
  });

  it('are one table without a header as well', async () => {
    const [table, ...more] = tablesOf(await documentOf([part(cells.slice(0, 2)), part(cells.slice(2))]));
    expect(more).toEqual([]);
    expect(table && rowsOf(table)).toEqual(cells);
    expect(table?.headerRows).toBe(0);
  });

  it('lose the empty rest of a row that the page end cut', async () => {
    const below = [...cells.slice(0, 1), ['', '', ''], ...cells.slice(2)];
    const document = await documentOf([
      { lines: ruled(xs, ys.slice(0, 3)), texts: inCells(xs, ys, cells.slice(0, 2)) },
      { lines: ruled(xs, ys), texts: inCells(xs, ys, below) },
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells]);
    expect(tablesOf(document)[0]?.headerRows).toBe(1);
  });

  it('are one table when title and unit are printed again', async () => {
    const title: Text[] = [
      { text: '支出决算表', x: 260, y: 84 },
      { text: '单位：万元', x: 360, y: 96 },
    ];
    const again: Text[] = [
      { text: '支出决算表（续）', x: 260, y: 84 },
      { text: '单位：万元', x: 360, y: 96 },
    ];
    const document = await documentOf([part(cells.slice(0, 3), title), part([head, ...cells.slice(3)], again)]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells]);
    expect(furnitureOf(document)).toEqual(['header 支出决算表（续）', 'header 单位：万元']);
  });

  it('a heading between them makes them two', async () => {
    const heading: Text[] = [{ text: '二、另一张表', x: 60, y: 84 }];
    expect(tablesOf(await documentOf([part(cells.slice(0, 3)), part(cells.slice(2), heading)]))).toHaveLength(2);
  });

  it('a row that the page end cut is one row, its broken figure one figure', async () => {
    const narrow = [60, 120, 150, 192];
    const page = (edges: readonly number[], rows: readonly (readonly string[])[]): Page => ({
      lines: ruled(narrow, edges),
      texts: inCells(narrow, edges, rows),
    });
    const document = await documentOf([
      page(
        [100, 120, 140],
        [
          ['支出类别', '1', '804,766.10'.slice(0, 8)],
          ['其他支出项', '2', '213,942.'],
        ],
      ),
      page(
        [100, 120, 140],
        [
          ['目', '', '97'],
          ['合计', '3', '9.10'],
        ],
      ),
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([
      [
        ['支出类别', '1', '804,766.'],
        ['其他支出项目', '2', '213,942.97'],
        ['合计', '3', '9.10'],
      ],
    ]);
  });

  it('a row of narrow cells and a merged label that the page end cut is one row', async () => {
    const narrow = [60, 110, 140, 170, 260];
    const lines = (edges: readonly number[]): Stroke[] => [
      ...ruled(narrow.slice(1), edges),
      ...ruled(narrow.slice(0, 2), [edges[0] ?? 0, edges.at(-1) ?? 0]),
    ];
    const above = [['效益指标', '生态', '改善', '15']];
    const below = [
      ['（30分）', '效益', '明显', ''],
      ['', '社会', '提升', '10'],
    ];
    const document = await documentOf([
      { lines: ruled(narrow, [100, 120]), texts: inCells(narrow, [100, 120], above) },
      { lines: lines([100, 120, 140]), texts: inCells(narrow, [100, 120, 140], below) },
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([
      [
        ['效益指标（30分）<1x2>', '生态效益', '改善明显', '15'],
        ['社会', '提升', '10'],
      ],
    ]);
  });

  it('a date after a date begins a row', async () => {
    const rows = [
      ['出售进展', '2017年09月17日披露', '1'],
      ['', '2018年01月15日披露', '2'],
    ];
    const wide = [60, 110, 210, 260];
    const one = (row: readonly string[]): Page => ({
      lines: ruled(wide, [100, 120]),
      texts: inCells(wide, [100, 120], [row]),
    });
    expect(tablesOf(await documentOf(rows.map((row) => one(row)))).map(rowsOf)).toEqual([rows]);
  });

  it('a header printed again in lower rows, its last line cut off, is dropped', async () => {
    const again = ['项目', '预算', '决算数'];
    const document = await documentOf([part([head, ...body.slice(0, 2)]), part([again, ...body.slice(2)])]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells]);
  });

  it('a row with blanks is not the rest of the row before', async () => {
    const rest = [
      ['', '', '12.50'],
      ['合计', '300.00', '278.75'],
    ];
    const document = await documentOf([part(cells.slice(0, 3)), part(rest)]);
    expect(tablesOf(document).map(rowsOf)).toEqual([[...cells.slice(0, 3), ...rest]]);
  });

  it('counts that fill narrow cells are not glued to those of the next page', async () => {
    const narrow = [60, 82, 104, 126];
    const [above, below] = [
      ['1', '5', '0'],
      ['', '2', '0'],
    ];
    const page = (row: readonly string[]): Page => ({
      lines: ruled(narrow, [100, 120, 140]),
      texts: inCells(narrow, [100, 120, 140], [row, row]),
    });
    expect(tablesOf(await documentOf([page(above), page(below)])).map(rowsOf)).toEqual([[above, above, below, below]]);
  });

  it('other columns make them two', async () => {
    const other = {
      lines: ruled([60, 180, 260, 420], [100, 120, 140]),
      texts: inCells([60, 180, 260, 420], [100, 120, 140], cells.slice(2)),
    };
    expect(tablesOf(await documentOf([part(cells.slice(0, 3)), other]))).toHaveLength(2);
  });

  it('a merged label goes on', async () => {
    const lines = (last: number): Stroke[] => [
      ...ruled([120, 220, 320], [100, 120, 140].slice(0, last)),
      ...ruled([60, 120], [100, [100, 120, 140][last - 1] ?? 0]),
    ];
    const edges = [100, 120, 140];
    const document = await documentOf([
      {
        lines: lines(3),
        texts: [
          { text: '产出', x: 64, y: 124, size: 10 },
          ...inCells([120, 220, 320], edges, [
            ['数量', '8'],
            ['质量', '7'],
          ]),
        ],
      },
      {
        lines: lines(3),
        texts: inCells([120, 220, 320], edges, [
          ['时效', '6'],
          ['成本', '5'],
        ]),
      },
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([
      [
        ['产出<1x4>', '数量', '8'],
        ['质量', '7'],
        ['时效', '6'],
        ['成本', '5'],
      ],
    ]);
  });
});

describe('tables without lines', () => {
  const spaced = (rows: readonly (readonly string[])[]): Text[] =>
    rows.flatMap((row, r) =>
      row.flatMap((text, c) =>
        text === '' ? [] : [{ text, x: c === 0 ? 60 : 180 + 90 * c - 5 * text.length, y: 100 + 18 * r, size: 10 }],
      ),
    );

  it('are found where figures stand under each other', async () => {
    const rows = [...cells, ['', '1.00', '2.00']];
    const document = await documentOf([{ texts: [{ text: '某表', x: 200, y: 60 }, ...spaced(rows)] }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([rows]);
    expect(textsOf(document)).toEqual(['某表']);
  });

  it('with a line under each row need no figures', async () => {
    const rows = [
      ['指标', '目标值', '完成情况'],
      ['培训人次', '100人次', '98人次'],
      ['验收合格率', '不低于95%', '96.5%'],
      ['群众满意度', '不低于90%', '未开展'],
    ];
    const lines = ys.map((y): Stroke => ({ from: [60, y], to: [420, y] }));
    expect(tablesOf(await documentOf([{ lines, texts: inCells(xs, ys, rows) }])).map(rowsOf)).toEqual([rows]);
  });

  it('with a label on two lines about its figures have one row of it', async () => {
    const texts = [
      ...spaced(cells),
      { text: '机关事业单位基本养老', x: 60, y: 174, size: 10 },
      { text: '缴费支出', x: 60, y: 186, size: 10 },
      { text: '5.00', x: 250, y: 180, size: 10 },
      { text: '6.00', x: 340, y: 180, size: 10 },
      ...['其他', '7.00', '8.00'].map((text, c) => ({ text, x: [60, 250, 340][c] ?? 0, y: 204, size: 10 })),
    ];
    const [table] = tablesOf(await documentOf([{ texts }]));
    expect(table && rowsOf(table).slice(4)).toEqual([
      ['机关事业单位基本养老缴费支出', '5.00', '6.00'],
      ['其他', '7.00', '8.00'],
    ]);
  });

  it('with three rules need no figures either; a line without a first column goes on with its row', async () => {
    const rows = [
      ['序号', '事项', '责任单位'],
      ['1', '城区老旧管网改造及配套', '建设科'],
      ['', '设施更新', ''],
      ['2', '河湖水质监测', '监测中心'],
    ];
    const rule = (y: number): Stroke => ({ from: [55, y], to: [430, y] });
    const page = { texts: spaced(rows), lines: [rule(86), rule(105), rule(165)] };
    const document = await documentOf([page]);
    expect(tablesOf(document).map(rowsOf)).toEqual([
      [
        ['序号', '事项', '责任单位'],
        ['1', '城区老旧管网改造及配套设施更新', '建设科'],
        ['2', '河湖水质监测', '监测中心'],
      ],
    ]);
    const twoRules = await documentOf([{ ...page, lines: page.lines.slice(0, 2) }]);
    expect(tablesOf(twoRules)).toEqual([]);
  });

  it('whose figures stand close to each other and to their labels have their columns', async () => {
    const tight = [
      ['社会保障和就业支出', '1,234.50', '1,300.00'],
      ['卫生健康支出', '234.50', '300.00'],
      ['合计', '1,469.00', '1,600.00'],
    ];
    const texts = tight.flatMap((row, r) =>
      row.map((text, c) => ({
        text,
        x: c === 0 ? 60 : ([0, 192, 235][c] ?? 0) - 5 * text.length,
        y: 140 + 18 * r,
        size: 10,
      })),
    );
    const document = await documentOf([{ texts }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([tight]);
  });

  it('of two rows are told by the header above them', async () => {
    const rows = [
      ['', '2024年12月31日', '2023年12月31日'],
      ['期末金额', '90,284.00', '95,961.00'],
      ['占全部余额比例', '9.63%', '33.73%'],
    ];
    expect(tablesOf(await documentOf([{ texts: spaced(rows) }])).map(rowsOf)).toEqual([rows]);
    expect(tablesOf(await documentOf([{ texts: spaced(rows.slice(1)) }]))).toEqual([]);
  });

  it('end where dates head another table', async () => {
    const rows = [
      ['借款期限', '2024年12月31日', '2023年12月31日'],
      ['一年至二年', '12,437.20', '5,519.50'],
      ['二年至三年', '860.00', '-'],
      ['其他负债', '2024年12月31日', '2023年12月31日'],
      ['代管基金', '9,913.68', '17,391.87'],
      ['合计', '9,913.68', '17,391.87'],
    ];
    const document = await documentOf([{ texts: spaced(rows) }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([rows.slice(0, 3), rows.slice(3)]);
  });

  it('with a label that was broken by hand have one row of it', async () => {
    const labelled = (y: number, x: number, text: string, ...values: string[]): Text[] =>
      [text, ...values].map((said, c) => ({ text: said, x: c === 0 ? x : 150 + 100 * c, y, size: 10 }));
    const page = (step: number): Page => ({
      texts: [
        ...labelled(100, 60, '股东权益', '', ''),
        ...labelled(116, 80, '股本', '687.20', '650.10'),
        ...labelled(132, 80, '归属于上级公司'),
        ...labelled(148, 80 + step, '权益合计', '731.80', '700.00'),
        ...labelled(164, 80, '少数股东权益', '46.40', '40.10'),
      ].filter((one) => one.text !== ''),
    });
    const labels = async (step: number): Promise<unknown> =>
      tablesOf(await documentOf([page(step)])).map((table) => rowsOf(table).map((row) => row[0]));
    expect(await labels(10)).toEqual([['股本', '归属于上级公司权益合计', '少数股东权益']]);
    expect(await labels(0)).toEqual([['股本', '归属于上级公司', '权益合计', '少数股东权益']]);
  });

  const at = (y: number, rows: readonly (readonly string[])[]): Text[] =>
    spaced(rows).map((text) => Object.assign({}, text, { y: text.y - 100 + y }));
  const others = [
    ['事项', '预算数', '决算数'],
    ['水费', '10.00', '11.50'],
    ['电费', '20.00', '22.25'],
    ['小计', '30.00', '33.75'],
  ];

  it('end where a title stands above the header of another', async () => {
    const title: Text = { text: '二、公用经费表', x: 60, y: 172, size: 10 };
    const document = await documentOf([{ texts: [...spaced(cells), title, ...at(190, others)] }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells, others]);
    expect(textsOf(document)).toEqual([title.text]);
  });

  it('have their header a blank row above where it names each column', async () => {
    const document = await documentOf([{ texts: [...at(100, cells.slice(0, 1)), ...at(146, cells.slice(1))] }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells]);
  });

  it('with a line under each row are two where a note, a title and a unit stand between the lines', async () => {
    const rules = (tops: readonly number[]): Stroke[] => tops.map((y): Stroke => ({ from: [60, y], to: [420, y] }));
    const below = ys.map((y) => y + 160);
    const texts: Text[] = [
      ...inCells(xs, ys, cells),
      { text: '注：本表反映支出情况。', x: 60, y: 210, size: 10 },
      { text: '二、公用经费表', x: 60, y: 230, size: 10 },
      { text: '单位：万元', x: 370, y: 250, size: 10 },
      ...inCells(xs, below, others),
    ];
    const document = await documentOf([{ lines: rules([...ys, ...below]), texts }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells, others]);
    expect(textsOf(document)).toEqual(['注：本表反映支出情况。', '二、公用经费表', '单位：万元']);
  });

  it('go on over the page end in the same columns, with their header printed again or without', async () => {
    const more = [
      ['水费', '10.00', '11,111.50'],
      ['电费', '20.00', '22.25'],
      ['总计', '330.00', '11,412.50'],
    ];
    const whole = [[...cells, ...more]];
    const again = await documentOf([{ texts: spaced(cells) }, { texts: spaced([...cells.slice(0, 1), ...more]) }]);
    expect(tablesOf(again).map(rowsOf)).toEqual(whole);
    expect(tablesOf(await documentOf([{ texts: spaced(cells) }, { texts: spaced(more) }])).map(rowsOf)).toEqual(whole);
    const another = await documentOf([{ texts: spaced(cells) }, { texts: spaced(others) }]);
    expect(tablesOf(another).map(rowsOf)).toEqual([cells, others]);
    const wide = more.map(([label = '', first = '', second = '']) => [label, first, second, '5.00']);
    expect(tablesOf(await documentOf([{ texts: spaced(cells) }, { texts: spaced(wide) }]))).toHaveLength(2);
  });

  it('do not take in the first line of the text below them', async () => {
    const texts = [
      ...spaced(cells),
      { text: '2023 年度，本部门收入总计比上年增加，主要原因是人员经费', x: 80, y: 176, size: 10 },
      { text: '增加所致。', x: 60, y: 194, size: 10 },
    ];
    const document = await documentOf([{ texts }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([cells]);
    expect(textsOf(document).join('')).toContain('人员经费增加所致');
  });

  it('may hold ranges', async () => {
    const rows = [
      ['类别', '使用年限', '年折旧率'],
      ['房屋', '12.5-40', '2.40%-7.68%'],
      ['设备', '5-10', '9.60%-19.20%'],
      ['其他', '5', '19.20%'],
    ];
    expect(tablesOf(await documentOf([{ texts: spaced(rows) }])).map(rowsOf)).toEqual([rows]);
  });

  it('are not found in prose with figures', async () => {
    const prose = Array.from({ length: 5 }, (_, i) => ({
      text: `本年支出${100 + i}万元，比上年增加${10 + i}万元，增长${i}.5%，其中基本支出占比较高`,
      x: 60,
      y: 100 + 20 * i,
    }));
    expect(tablesOf(await documentOf([{ texts: prose }]))).toEqual([]);
  });
});
