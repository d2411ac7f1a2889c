import { describe, expect, test } from 'vitest';
import { docxOf, shownBlocks } from '../read.js';
import { p, run } from './make-docx.js';

const tabbed = (line: string): string =>
  line
    .split(/(\t|\n)/)
    .map((it) => (it === '\t' ? '<w:r><w:tab/></w:r>' : it === '\n' ? '<w:r><w:br/></w:r>' : run(it)))
    .join('');
const lines = (...texts: readonly string[]): string => texts.map((it) => `<w:p>${tabbed(it)}</w:p>`).join('');

type Case = readonly [why: string, body: string, shown: readonly string[]];

describe('columns that tabs set in a document', () => {
  const cases: readonly Case[] = [
    [
      'are a table, as in text',
      lines('收支表', '项目\t预算\t决算', '办公费\t12\t11', '会议费\t7\t6', '以上为全部支出。'),
      ['收支表', '[项目\t预算\t决算\n办公费\t12\t11\n会议费\t7\t6]', '以上为全部支出。'],
    ],
    [
      'begin with a blank one where a line begins with a tab',
      lines('\t预算\t决算', '办公费\t12\t11', '会议费\t7\t6'),
      ['[\t预算\t决算\n办公费\t12\t11\n会议费\t7\t6]'],
    ],
    [
      'stand in the lines of one paragraph, its title before and its source behind',
      lines('费用表\n项目\t预算\t决算\n办公费\t12\t11\n会议费\t7\t6\n来源：账簿\n经手：甲'),
      ['费用表', '[项目\t预算\t决算\n办公费\t12\t11\n会议费\t7\t6]', '来源：账簿\n经手：甲'],
    ],
    [
      'are none where words are only set apart',
      lines('甲方：\t乙方：\t丙方：', '签字：\t签字：\t签字：', '日期：\t日期：\t日期：'),
      ['甲方：\t乙方：\t丙方：', '签字：\t签字：\t签字：', '日期：\t日期：\t日期：'],
    ],
    [
      'are none in headings',
      lines('甲\t1\t2', '乙\t3\t4', '丙\t5\t6').replaceAll('<w:p>', '<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
      ['甲\t1\t2', '乙\t3\t4', '丙\t5\t6'],
    ],
    ['stay as they are where one paragraph has several lines', lines('甲\n乙\t丙\n丁'), ['甲\n乙\t丙\n丁']],
  ];
  test.each(cases)('%s', async (_, body, shown) => {
    expect(await shownBlocks({ body })).toEqual(shown);
  });

  test('keep the notes that refer to them, and tables behind them their place', async () => {
    const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const row = `<w:p>${tabbed('会议费\t7')}${mark(1)}${tabbed('\t6')}</w:p>`;
    const inner = `<w:tbl><w:tr><w:tc>${p('内')}</w:tc></w:tr></w:tbl>`;
    const outer = `<w:tbl><w:tr><w:tc>${p('外')}${inner}</w:tc></w:tr></w:tbl>`;
    const body = lines('项目\t预算\t决算', '办公费\t12\t11') + row + `<w:p>${run('说明')}${mark(2)}</w:p>` + outer;
    const note = (id: number): string => `<w:footnote w:id="${id}">${p(`注${id}`)}</w:footnote>`;
    const { blocks } = await docxOf({ body, footnotes: note(1) + note(2) });
    expect(blocks.map(({ id, kind }) => `${id} ${kind}`)).toEqual(
      ['table', 'paragraph', 'table', 'table', 'paragraph', 'paragraph'].map((kind, i) => `b${i} ${kind}`),
    );
    expect(blocks.flatMap(({ anchor }) => anchor ?? [])).toEqual([
      { block: 'b0', cell: { row: 2, col: 1 }, at: 1 },
      { block: 'b1', cell: null, at: 2 },
    ]);
    expect(blocks[3]).toMatchObject({ inside: { block: 'b2', cell: { row: 0, col: 0 }, at: 1 } });
  });
});
