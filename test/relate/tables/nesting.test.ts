import { describe, expect, test } from 'vitest';
import type { Given } from '../../document-of.js';
import { reportOf, toldOf } from './told.js';

const told = (given: readonly Given[]): string[] => toldOf(reportOf(given));

const statement = (costs: string, tax: string, gain = ''): Given[] => [
  '合并利润表',
  '单位：元',
  {
    table: [
      ['项目', '本期发生额', '上期发生额'],
      ['一、营业总收入', '5,172,411.20', '4,907,312.55'],
      ['二、营业总成本', costs, '3,766,070.42'],
      ['其中：营业成本', '3,104,870.36', '2,861,402.18'],
      ['税金及附加', tax, '91,307.45'],
      ['销售费用', '402,981.12', '377,215.09'],
      ['管理费用', '451,266.90', '436,145.70'],
      ['加：投资收益（损失以“－”号填列）', gain, ''],
    ],
  },
];

describe('costs under 其中 against their total', () => {
  test('one column that adds up shows what a slip in the other is', () => {
    expect(told(statement('4,075,363.15', '86,244.77'))).toEqual([
      'table-hierarchy 3,104,870.36元 + 86,244.77元 + 402,981.12元 + 451,266.90元 = 4045363.15元 ≠ 4,075,363.15元（差 30000元）',
    ]);
  });

  test.each([
    ['both columns add up', statement('4,045,363.15', '86,244.77')],
    ['a gain below them is no cost', statement('4,045,363.15', '86,244.77', '51,872.33')],
    ['a difference that no slip explains may be a row that was not read', statement('4,062,518.43', '86,244.77')],
  ])('not where %s', (_name, given) => {
    expect(told(given)).toEqual([]);
  });
});
