import { describe, expect, it } from 'vitest';
import { documentOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import type { Text } from './tiny-pdf.js';

const size = 10;
const xs = [60, 130, 230, 270];
const set = (rows: readonly (readonly string[])[]): Text[] =>
  rows.flatMap((row, r) => row.map((text, c) => ({ text, x: xs[c] ?? 0, y: 120 + 18 * r, size })));

const people = [
  ['姓名', '职务', '性别', '任期起止'],
  ['张一明', '董事长', '男', '2020年5月至2023年5月'],
  ['李小红', '董事、总经理', '女', '2020年5月至2023年5月'],
  ['王大力', '独立董事', '男', '2021年6月至2023年5月'],
];

it('rows of words under a header that names their columns are a table', async () => {
  const document = await documentOf([{ texts: [{ text: '名单如下', x: 60, y: 90, size }, ...set(people)] }]);
  expect(tablesOf(document).map(rowsOf)).toEqual([people]);
  expect(textsOf(document)).toEqual(['名单如下']);
});

describe('no table are', () => {
  const none: readonly (readonly [why: string, rows: readonly (readonly string[])[]])[] = [
    ['rows without a header', people.slice(1)],
    ['two rows under one', people.slice(0, 3)],
    ['lines to sign', [people[0] ?? [], ...Array.from({ length: 3 }, () => ['审核人', '签字', '日期', '盖章'])]],
    [
      'names side by side',
      [
        ['张一明', '李小红', '王大力'],
        ['赵建国', '孙文', '周立'],
        ['吴小平', '郑强', '冯雪'],
        ['陈卫东', '褚红', '卫国'],
      ],
    ],
    [
      'sentences in columns',
      [people[0] ?? [], ...Array.from({ length: 3 }, () => ['已经完成。', '正在办理。', '无。', '按计划推进。'])],
    ],
  ];
  it.each(none)('%s', async (_, rows) => {
    expect(tablesOf(await documentOf([{ texts: set(rows) }]))).toEqual([]);
  });
});
