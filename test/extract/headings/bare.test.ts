import { expect, test } from 'vitest';
import { findHeadings } from '../../../src/extract/headings/find-headings.js';
import { rulesDirectory } from '../../../src/rulebook/directory.js';
import { readHeadingRules } from '../../../src/rulebook/headings.js';
import { aDocument, body, type Piece } from './a-document.js';

const rules = readHeadingRules(rulesDirectory);
const outline = (...pieces: Piece[]): string[] =>
  findHeadings(aDocument('管网改造项目评价报告', ...pieces), rules).map(
    ({ level, number, title }) => `${level} ${number} ${title}`,
  );
const bold = (text: string): Piece => ({ text, look: { bold: true } });
const styled = (text: string, outlineLevel: number): Piece => ({ text, look: { outlineLevel } });

const cases: readonly (readonly [why: string, pieces: readonly Piece[], headings: readonly string[]])[] = [
  [
    'counting on from one that its subsections vouch for',
    ['1 概述', '1.1 背景', body, '1.2 目的', body, '2 结论', body, '3 建议', body],
    ['1 1 概述', '2 1.1 背景', '2 1.2 目的', '1 2 结论', '1 3 建议'],
  ],
  ['two set off from the body', [bold('1 供水范围'), body, bold('2 供水能力'), body], ['1 1 供水范围', '1 2 供水能力']],
  ['two that are worded like sections', ['1\t概述', body, '2\t结论', body], ['1 1 概述', '1 2 结论']],
  [
    'three in plain type, also without a gap and in full width',
    ['1供水范围', body, '２ 供水能力', body, '3供水价格', body],
    ['1 1 供水范围', '1 ２ 供水能力', '1 3 供水价格'],
  ],
  [
    'one in a style, the next set off by hand',
    [styled('1 概述', 1), body, { text: '2 结论', look: { bold: true, fontSize: 22 } }, body],
    ['1 1 概述', '1 2 结论'],
  ],
  [
    'a count between them is none, nor is a sentence',
    ['1 供水范围', body, '2 台设备已经验收', body, '2 供水能力', body, '3 全部验收。', body, '3 供水价格', body],
    ['1 1 供水范围', '1 2 供水能力', '1 3 供水价格'],
  ],
  [
    'before a year',
    [bold('1 2023年供水情况'), body, bold('2 2024年供水情况'), body],
    ['1 1 2023年供水情况', '1 2 2024年供水情况'],
  ],
  ['a list', ['购置设备：', '1 台式电脑', '2 打印机', '3 扫描仪', body], []],
  [
    'a list inside a section does not take the number of the next',
    ['1 供水范围', body, '包括：', '1 城东片区', '2 城西片区', body, '2 供水能力', body, '3 供水价格', body],
    ['1 1 供水范围', '1 2 供水能力', '1 3 供水价格'],
  ],
  ['counts', ['2 台', body, '3 名工作人员', body, '4 个站点', body], []],
  [
    'over a short line, where it counts on from others that are set like it',
    ['1 供水范围', body, '2 供水能力', body, '3 供水价格', '本公司', body],
    ['1 1 供水范围', '1 2 供水能力', '1 3 供水价格'],
  ],
  [
    'over short lines alone',
    ['1 供水范围', '本公司', body, '2 供水能力', '本公司', body, '3 供水价格', '本公司', body],
    [],
  ],
  ['one alone', ['1 供水范围', body], []],
];
test.each(cases)('a bare number: %s', (_, pieces, headings) => {
  expect(outline(...pieces)).toEqual(headings);
});
