import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { aDocument, type Piece } from '../headings/a-document.js';

const read = (...pieces: readonly Piece[]) => extract(aDocument(...pieces), defaultRulebook()).tables;
const body = [
  ['项目', '预算数', '决算数'],
  ['办公费', '12.30', '11.00'],
  ['合计', '12.30', '11.00'],
] as const;

describe('a table whose first rows hold its title', () => {
  const rows = [['收入支出决算总表', '', ''], ['公开01表', '', ''], ['部门：某市水务局', '', '单位：万元'], ...body];

  test('is named by it, in the unit that stands there', () => {
    const [first] = read('第二部分 部门决算表', { table: rows });
    expect(first?.table).toMatchObject({ title: '收入支出决算总表', unit: '万元' });
  });

  test('has its columns named by the row below', () => {
    const [first] = read({ table: rows });
    expect(first?.columns.map((it) => it.path)).toEqual([['项目'], ['预算数'], ['决算数']]);
    const figure = [...(first?.figures.values() ?? [])][0];
    expect(figure).toMatchObject({ label: '办公费预算数', unitText: '万元' });
  });

  test('a label and what it asks for may stand in two cells', () => {
    const apart = [['收入决算表（续）', '', ''], ['编制部门：', '某市水务局', '金额单位：元'], ...body];
    const [first] = read({ table: apart });
    expect(first?.table).toMatchObject({ title: '收入决算表（续）', unit: '元' });
    expect(first?.columns[1]?.path).toEqual(['预算数']);
  });
});

describe('no title is', () => {
  const none: readonly (readonly [why: string, row: readonly string[]])[] = [
    ['a heading beside others', ['收入支出表', '预算数', '决算数']],
    ['a form field', ['项目名称', '设备购置', '']],
    ['a number of a table alone', ['公开01表', '', '']],
    ['the source of the table above', ['资料来源：年鉴、统计局表2：收支情况表', '', '']],
    ['a note', ['注：本表反映支出情况。', '', '']],
  ];
  test.each(none)('%s', (_, row) => {
    const [first] = read('二、支出决算表', { table: [row, ...body] });
    expect(first?.table.title).toBe('二、支出决算表');
  });
});
