import { describe, expect, test } from 'vitest';
import { joinEven } from '../../../src/parse/text/evenly.js';

/** Text broken as an editor does: at a number of columns, never inside a number, and no line begins with a mark. */
function broken(text: string, columns: number): string[] {
  const pieces = text.match(/[A-Za-z0-9.,%]+|[^]/g) ?? [];
  const lines: string[] = [''];
  let width = 0;
  for (const piece of pieces) {
    const size = /^[\x20-\x7e]/.test(piece) ? piece.length : 2;
    if (width + size > columns && !/[，。；、：）]/.test(piece)) {
      lines.push('');
      width = 0;
    }
    lines[lines.length - 1] += piece;
    width += size;
  }
  return lines;
}

const income =
  '全年收入合计1,204.50万元，其中财政拨款收入1,000.25万元，占收入合计的83.04%，比上年增加96.30万元，主要是新增了两所学校的校舍维修经费；其他收入204.25万元，为食堂和场馆的经营收入。';
const spending =
  '全年支出合计1,187.36万元，用于人员经费的有802.11万元，用于公用经费的有185.25万元，用于项目的有200.00万元，年末结转17.14万元，结转的主要是尚未到期的质保金和跨年度实施的采购。';

describe('lines that one width broke', () => {
  test.each([40, 56, 61, 78])('of %i columns are joined, headings and items stay', (columns) => {
    const items = ['（一）继续压减一般性支出', '（二）加快项目验收和结算'];
    const lines = ['一、收入情况', ...broken(income, columns), '二、支出情况', ...broken(spending, columns), ...items];
    expect(joinEven(lines)).toEqual(['一、收入情况', income, '二、支出情况', spending, ...items]);
  });

  test('a row of a table and a line behind a sentence stay', () => {
    const lines = [...broken(income, 56), '项目\t金额\t占比', ...broken(spending, 56), '制表人：张华', '2024年3月5日'];
    expect(joinEven(lines)).toEqual([income, '项目\t金额\t占比', spending, '制表人：张华', '2024年3月5日']);
  });

  test.each([
    [
      'one sentence a line',
      ['甲', '乙', '丙', '丁'].map((it) => `${it}校全年收入合计1,204.50万元，比上年增加96.30万元，完成预算。`),
    ],
    [
      'items of one length',
      ['甲', '乙', '丙', '丁'].map((it) => `${it}校实验楼外墙及屋面防水维修改造工程施工监理服务采购合同`),
    ],
    [
      'points of one length',
      ['甲', '乙', '丙', '丁'].map((it) => `${it}校收入1,204.50万元，支出1,187.36万元，结转17.14万元`),
    ],
    [
      'points of one length above a sentence',
      [
        ...['甲', '乙', '丙', '丁'].map((it) => `${it}校收入1,204.50万元，支出1,187.36万元，结转17.14万元`),
        '以上合计已经核对。',
      ],
    ],
    ['lines of many lengths', [income.slice(0, 30), income.slice(0, 41), spending.slice(0, 23), spending.slice(0, 35)]],
    [
      'verses',
      ['春眠不觉晓，处处闻啼鸟', '夜来风雨声，花落知多少', '白日依山尽，黄河入海流', '欲穷千里目，更上一层楼'],
    ],
  ])('%s are no such lines', (_, lines) => {
    expect(joinEven(lines)).toEqual(lines);
  });
});
