import { describe, expect, test } from 'vitest';
import { joinBroken } from '../../../src/parse/text/broken.js';

describe('a sentence broken over two lines', () => {
  test.each([
    [
      'before its rate',
      ['基本支出预算 2476.58 元，占全部预算支出', '的 84.06%。'],
      ['基本支出预算 2476.58 元，占全部预算支出的 84.06%。'],
    ],
    [
      'over three lines',
      ['采购预算 64 元，同比增加', '24 元，其中：集中采购', '33 元。'],
      ['采购预算 64 元，同比增加24 元，其中：集中采购33 元。'],
    ],
    [
      'but a heading with a comma stands alone',
      ['1.加强统筹，夯实管理基础', '全年完成任务。'],
      ['1.加强统筹，夯实管理基础', '全年完成任务。'],
    ],
    [
      'also one with a dotted number, and no dotted number is joined to it',
      ['2.1 深化改革，增强发展活力', '2.1.1 进展情况', '支出 5 元，同比增加', '2.1 万元。'],
      ['2.1 深化改革，增强发展活力', '2.1.1 进展情况', '支出 5 元，同比增加2.1 万元。'],
    ],
    ['and a list mark begins anew', ['支出 5 元，主要是', '（一）办公费'], ['支出 5 元，主要是', '（一）办公费']],
    ['and so does a blank line', ['支出 5 元，主要是', '', '办公费'], ['支出 5 元，主要是', '', '办公费']],
    ['and an indent', ['支出 5 元，主要是', '\u3000\u3000办公费'], ['支出 5 元，主要是', '\u3000\u3000办公费']],
    [
      'rows of a table are no sentences',
      ['一、收入，合计 | 5 | 6', '二、支出 | 7'],
      ['一、收入，合计 | 5 | 6', '二、支出 | 7'],
    ],
    [
      'a sentence that ended has ended',
      ['支出 5 元，增长 3%。', '其中：办公费'],
      ['支出 5 元，增长 3%。', '其中：办公费'],
    ],
  ])('%s', (_why, lines, wanted) => {
    expect(joinBroken(lines)).toEqual(wanted);
  });
});
