import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { aDocument, body, type Piece } from '../headings/a-document.js';

const amounts = {
  table: [
    ['项目', '金额'],
    ['办公费', '12.30'],
    ['合计', '12.30'],
  ],
} as const;
const read = (...pieces: readonly Piece[]) => extract(aDocument(...pieces), defaultRulebook());
const notes = (...pieces: readonly Piece[]) => read(...pieces).tables.map(({ table }) => table.note);

const cases: readonly (readonly [why: string, pieces: readonly Piece[], notes: readonly (string | null)[]])[] = [
  ['a line below', [amounts, '注：本表反映本年度支出情况。', body], ['注：本表反映本年度支出情况。']],
  ['none', [amounts, body], [null]],
  [
    'numbered remarks, up to the next section',
    [amounts, '备注：1.本表不含结转资金。', '2.金额单位转换可能存在尾差。', '二、支出情况', body],
    ['备注：1.本表不含结转资金。\n2.金额单位转换可能存在尾差。'],
  ],
  [
    'numbers that Word generates',
    [amounts, '注：', { text: '不含结转。', label: '1.' }, { text: '含尾差。', label: '2.' }, body],
    ['注：\n1.不含结转。\n2.含尾差。'],
  ],
  ['several notes', [amounts, '注1：不含结转。', '注2：含尾差。'], ['注1：不含结转。\n注2：含尾差。']],
  ['an empty table', [amounts, '本表为空表。', amounts], ['本表为空表。', null]],
  [
    'why it is empty',
    [amounts, '我单位2024年没有政府性基金预算拨款，故本表为空。'],
    ['我单位2024年没有政府性基金预算拨款，故本表为空。'],
  ],
  ['in brackets', [amounts, '（注：数据来自部门决算报表）'], ['（注：数据来自部门决算报表）']],
  [
    'behind a page’s end',
    [amounts, { furniture: 'page-number', text: '- 3 -' }, '说明：本表按收付实现制编制。'],
    ['说明：本表按收付实现制编制。'],
  ],
  [
    'in the last rows of the table',
    [
      {
        table: [
          ['项目', '金额'],
          ['合计', '12.30'],
          ['注：本表反映支出情况。', ''],
        ],
      },
    ],
    ['注：本表反映支出情况。'],
  ],
  [
    'both in the table and below',
    [
      {
        table: [
          ['合计', '12.30'],
          ['注：甲。', ''],
        ],
      },
      '注：乙。',
    ],
    ['注：甲。\n注：乙。'],
  ],
  ['words of the text are none', [amounts, '说明了支出增加的原因。', body], [null]],
  ['what follows a paragraph is none', [amounts, body, '注：以上数据未经审计。'], [null]],
];

describe('notes of tables', () => {
  test.each(cases)('%s', (_, pieces, expected) => {
    expect(notes(...pieces)).toEqual(expected);
  });

  test('are no headings and break no series of them', () => {
    const { headings } = read(
      '一、收支情况',
      body,
      amounts,
      '注：',
      '1.本表反映收支总体情况',
      '2.其他说明',
      '二、支出情况',
      body,
    );
    expect(headings.map(({ number, title }) => number + title)).toEqual(['一、收支情况', '二、支出情况']);
  });

  test('name no other table', () => {
    const { tables } = read('收入决算表', amounts, '本表为空表', amounts, '支出决算表', '单位：万元', amounts);
    expect(tables.map(({ table }) => [table.title, table.unit])).toEqual([
      ['收入决算表', null],
      [null, null],
      ['支出决算表', '万元'],
    ]);
  });

  test('keep their figures, with the table’s stage', () => {
    const figure = read('2024年一般公共预算支出决算表', amounts, '注：其中支出合计12.30万元。').figures.find(
      ({ block, unit }) => block === 'b2' && unit === 'CNY',
    );
    expect([figure?.text, figure?.fact?.stage]).toEqual(['12.30万元', 'final']);
  });
});
