import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stretchesOf } from '../../src/parse/line-tables.js';
import { documentOf } from './read.js';

const tablesIn = (text: string) => stretchesOf(text.split('\n')).flatMap((it) => ('rows' in it ? [it] : []));

describe('tables in text', () => {
  test.each([
    [
      'Markdown, with a rule below its heading',
      '| 项目 | 2023年 | 2024年 |\n|---|---:|---:|\n| 人员经费 | 224.36 | 230.10 |\n| 公用经费 | 38.24 | 40.20 |',
      [
        ['项目', '2023年', '2024年'],
        ['人员经费', '224.36', '230.10'],
        ['公用经费', '38.24', '40.20'],
      ],
      1,
    ],
    [
      'a heading whose first cell is blank, as pages leave it',
      '| 产值（亿元） | 增长（%） |\n农业 | 37.1 | 2.6 |\n工业 | 339.8 | 4.5 |',
      [
        ['', '产值（亿元）', '增长（%）'],
        ['农业', '37.1', '2.6'],
        ['工业', '339.8', '4.5'],
      ],
      0,
    ],
    [
      'columns that only wide spaces part',
      '站点　收件　派件\n北站　4,120　3,980\n南站  2,306  2,411',
      [
        ['站点', '收件', '派件'],
        ['北站', '4,120', '3,980'],
        ['南站', '2,306', '2,411'],
      ],
      0,
    ],
    [
      'a blank cell before a tab, and one below',
      '\t产值\t增长\n农业\t37.1\t2.6\n\t12.4\t1.5\n工业\t339.8\t4.5',
      [
        ['', '产值', '增长'],
        ['农业', '37.1', '2.6'],
        ['', '12.4', '1.5'],
        ['工业', '339.8', '4.5'],
      ],
      0,
    ],
    [
      'cells set apart by bars, none at the ends',
      '接待费 | 71.53\n运行费 | 1857.23\n合计 | 1928.76',
      [
        ['接待费', '71.53'],
        ['运行费', '1857.23'],
        ['合计', '1928.76'],
      ],
      0,
    ],
    [
      'columns of a sheet, blank cells kept',
      '科目\t预算\t决算\n教育\t10\t\n卫生\t\t22',
      [
        ['科目', '预算', '决算'],
        ['教育', '10', ''],
        ['卫生', '', '22'],
      ],
      0,
    ],
    [
      'names and amounts behind a tab',
      '项目\t金额\n办公费\t1,204\n水电费\t87.50',
      [
        ['项目', '金额'],
        ['办公费', '1,204'],
        ['水电费', '87.50'],
      ],
      0,
    ],
    [
      'a box drawn around it',
      '┌──┬──┐\n│科目│决算│\n├──┼──┤\n│教育│10.5│\n│卫生│22.1│\n└──┴──┘',
      [
        ['科目', '决算'],
        ['教育', '10.5'],
        ['卫生', '22.1'],
      ],
      0,
    ],
  ])('%s', (_, text, rows, headerRows) => {
    expect(tablesIn(text)).toMatchObject([{ rows, headerRows }]);
  });

  test.each([
    ['a table of contents', '一、概况\t1\n二、收入\t3\n三、支出\t5\n四、说明\t9'],
    ['contents of long reports', '第一部分\t1\n第二部分\t13\n第三部分\t105\n附件\t1120'],
    ['answers to questions', '电话：\t8123.10\n费率：\t12.5\n版本：\t2.10'],
    ['a sentence before each amount', '本年共支出，计\t12.50\n上年共支出，计\t11.50\n前年共支出，计\t9.50'],
    ['items numbered with a tab', '1.\t检查3次\t\n说明\n2.\t培训2期\t'],
    ['a menu', '首页 | 公开 | 互动\n新闻 | 政策 | 解读\n投诉 | 建议 | 咨询'],
    ['two lines', '甲 | 12\n乙 | 13'],
    ['rows of different widths', '甲 | 12 | 3\n乙 | 13\n丙 | 4 | 5 | 6\n丁 | 7'],
    ['lines of dashes', '正文\n--------\n2024年3月1日\n--------\n附件'],
  ])('%s is none', (_, text) => {
    expect(stretchesOf(text.split('\n'))).toEqual([{ plain: text.split('\n') }]);
  });

  test('loses no line, whatever the lines are', () => {
    const line = fc.constantFrom('甲 | 1', '乙 | 2', '| 丙 | 3 |', '丁\t4\t5', '文字', '', '|---|---|', '──┼──');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const count = (text: string): number => (text.match(/[甲乙丙丁文]/g) ?? []).length;
        const out = stretchesOf(lines).map((it) => ('rows' in it ? it.rows.flat() : it.plain).join(' '));
        expect(count(out.join(' '))).toBe(count(lines.join(' ')));
      }),
    );
  });

  test('is a table of the document, under its caption', async () => {
    const text = '收支总表（单位：万元）\n科目 | 决算\n教育 | 10.5\n卫生 | 22.1\n合计 | 32.6\n以上为决算数。';
    const { blocks } = await documentOf(new TextEncoder().encode(text), 'a.txt');
    expect(blocks.map((it) => [it.kind, it.id])).toEqual([
      ['paragraph', 'b0'],
      ['table', 'b1'],
      ['paragraph', 'b2'],
    ]);
  });
});
