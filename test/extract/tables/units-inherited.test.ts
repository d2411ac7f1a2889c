import { describe, expect, test } from 'vitest';
import { analyze } from '../../../src/pipeline/analyze.js';
import { makeDocx, p } from '../../parse/docx/make-docx.js';

const cell = (content: string): string => `<w:tc>${content}</w:tc>`;
const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((it) => cell(it.startsWith('<') ? it : p(it))).join('')}</w:tr>`).join('')}</w:tbl>`;
const header = ['项目', '预算', '决算'];
const first = table(header, ['修缮费', '12', '11']);
const second = table(header, ['会议费', '7', '6']);
const without = table(['差旅费', '7', '6'], ['培训费', '3', '2']);
const people = table(['单位', '编制', '实有'], ['甲所', '7', '6']);

/** Unit and title of each table of a body. */
async function captions(body: string): Promise<(readonly [unit: string | null, title: string | null])[]> {
  const { tables } = await analyze(makeDocx({ body }), 'a.docx');
  return tables.map(({ unit, title }) => [unit, title]);
}

type Case = readonly [why: string, body: string, units: readonly (string | null)[]];

describe('the unit of a table', () => {
  const inCell = (...content: readonly string[]): string => table(['部门', '明细'], ['甲局', content.join('')]);
  const nested: readonly Case[] = [
    ['stands above the table around it', p('单位：万元') + inCell(p('见下：'), first, p('')), ['万元', '万元']],
    ['stands in its cell', p('单位：万元') + inCell(p('单位：元'), first, p('')), ['万元', '元']],
    [
      'is the nearest above it in its cell',
      inCell(p('单位：元'), first, p('单位：万元'), second, p('单位：亿元')),
      ['元', '元', '万元'],
    ],
    ['is not said by what stands below it', inCell(p('见下：'), first, p('合计单位：亿元')), [null, null]],
    [
      'reaches through tables without words',
      p('单位：万元') + table(['', inCell(p('见下：'), first)]),
      ['万元', '万元'],
    ],
  ];
  test.each(nested)('inside another %s', async (_, body, units) => {
    // what the rows of the outer table say holds for it alone
    expect((await captions(body)).slice(1).map(([unit]) => unit)).toEqual(units.slice(1));
  });

  const unit = p('表1 费用情况表') + p('单位：万元');
  const continued: readonly Case[] = [
    ['with the same headings and nothing between', unit + first + p('') + second, ['万元', '万元']],
    ['of three pieces', unit + first + p('') + second + p('续表') + first, ['万元', '万元', '万元']],
    ['that says so, without headings of its own', unit + first + p('（续表）') + without, ['万元', '万元']],
    ['under its title again', unit + first + p('表1 费用情况表（续）') + second, ['万元', '万元']],
    ['that says its own unit', unit + first + p('续表 单位：元') + second, ['万元', '元']],
    ['with other headings is none', unit + first + p('') + people, ['万元', null]],
    ['without headings is none unless it says so', unit + first + p('') + without, ['万元', null]],
    ['behind a sentence is none', unit + first + p('上表反映各项费用。') + second, ['万元', null]],
    ['under a title of its own is none', unit + first + p('表2 人员费用情况表') + second, ['万元', null]],
    ['of another width is none', unit + first + p('续表') + table(['项目', '预算'], ['差旅费', '7']), ['万元', null]],
  ];
  test.each(continued)('of a continued table %s', async (_, body, units) => {
    expect((await captions(body)).map(([it]) => it)).toEqual(units);
  });

  test('a table that only says 续表 has the title of the one that it goes on with', async () => {
    expect(await captions(unit + first + p('续表1') + second)).toEqual([
      ['万元', '表1 费用情况表'],
      ['万元', '表1 费用情况表'],
    ]);
  });
});
