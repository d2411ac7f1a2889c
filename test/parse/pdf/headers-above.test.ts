import { describe, expect, it } from 'vitest';
import { documentOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import type { Stroke, Text } from './tiny-pdf.js';

// What stands above the rows of a table without lines between its columns: its header, or a title.

const size = 10;
const widthOf = (text: string): number => [...text].reduce((sum, one) => sum + (one < '\u0100' ? 0.5 : 1) * size, 0);
const at = (text: string, x: number, y: number): Text => ({ text, x, y, size });
const centred = (text: string, x: number, y: number): Text => at(text, x - widthOf(text) / 2, y);
const row = (y: number, label: string, ...figures: string[]): Text[] => [
  at(label, 60, y),
  ...figures.map((text, i) => at(text, 340 + 100 * i - widthOf(text), y)),
];
const body = [
  ['办公费', '1,200.50', '1,300.00'],
  ['会议费', '7,884.23', '-'],
  ['培训费', '84.23', '90.00'],
  ['合计', '9,168.96', '1,390.00'],
] as const;
const rows = (y: number, columns: number): Text[] =>
  body.flatMap(([label, ...figures], i) => row(y + 18 * i, label, ...figures.slice(0, columns)));
const read = async (texts: readonly Text[], lines: readonly Stroke[] = []) => {
  const document = await documentOf([{ texts, lines }]);
  return { tables: tablesOf(document).map((table) => rowsOf(table).slice(0, 3)), texts: textsOf(document) };
};

describe('a header', () => {
  it('may stand at the middle of a wide column whose figures end at its right', async () => {
    const { tables } = await read([at('项目', 60, 112), at('预算数', 260, 112), ...rows(130, 1)]);
    expect(tables[0]?.slice(0, 2)).toEqual([
      ['项目', '预算数'],
      ['办公费', '1,200.50'],
    ]);
  });

  it('may head words between the labels and one column of amounts', async () => {
    const kinds = ['信用', '抵押', '担保'].map((text, i) => at(text, 160, 130 + 18 * i));
    const header = [at('项目', 60, 112), at('方式', 160, 112), at('金额', 315, 112)];
    const { tables } = await read([...header, ...kinds, ...rows(130, 1)]);
    expect(tables[0]?.slice(0, 2)).toEqual([
      ['项目', '方式', '金额'],
      ['办公费', '信用', '1,200.50'],
    ]);
  });

  it('has one heading over all its columns of figures, and the one of the labels between', async () => {
    const header = [centred('2024年', 370, 90), at('项目', 60, 98), at('预算数', 310, 106), at('决算数', 400, 106)];
    const { tables } = await read([...header, ...rows(124, 2)]);
    expect(tables[0]?.slice(0, 2)).toEqual([
      ['项目<1x2>', '2024年<2x1>'],
      ['预算数', '决算数'],
    ]);
  });

  it('does not take in a title or a subheading above it', async () => {
    const header = [at('项目', 60, 106), at('预算数', 310, 106), at('决算数', 400, 106)];
    const { tables, texts } = await read([
      centred('收支情况表', 270, 76),
      at('A 基本支出', 60, 92),
      ...header,
      ...rows(124, 2),
    ]);
    expect(texts.join('')).toBe('收支情况表A基本支出');
    expect(tables[0]?.[0]).toEqual(['项目', '预算数', '决算数']);
  });

  it('ends below words that announce the table', async () => {
    const { texts } = await read([
      at('(3)', 60, 106),
      at('截至年末，本单位为下属单位提供如下担保：', 120, 106),
      ...rows(124, 2),
    ]);
    expect(texts.join('')).toContain('提供如下担保');
  });
});

describe('with a line under each row', () => {
  const rules = (ys: readonly number[], from = 56): Stroke[] =>
    ys.map((y): Stroke => ({ from: [from, y], to: [444, y] }));
  const header = [at('项目', 60, 106), at('预算数', 310, 106), at('决算数', 400, 106)];
  const under = [112, 130, 148, 166, 184];

  it('the header may stand above the first line, a unit does not belong to it', async () => {
    const texts = [at('部门：某局', 60, 90), at('单位：万元', 390, 90), ...header, ...rows(125, 2)];
    const { tables, texts: left } = await read(texts, rules(under));
    expect(tables[0]?.slice(0, 2)).toEqual([
      ['项目', '预算数', '决算数'],
      ['办公费', '1,200.50', '1,300.00'],
    ]);
    expect(left).toEqual(['部门：某局', '单位：万元']);
  });

  it('headings over several columns stand above those of each', async () => {
    const wide = [centred('2024年', 370, 88), at('项目', 60, 98), ...header.slice(1)];
    const { tables } = await read([...wide, ...rows(125, 2)], [...rules([76, ...under]), ...rules([94], 290)]);
    expect(tables[0]?.slice(0, 3)).toEqual([
      ['项目<1x2>', '2024年<2x1>'],
      ['预算数', '决算数'],
      ['办公费', '1,200.50', '1,300.00'],
    ]);
  });
});
