import { describe, expect, it } from 'vitest';
import { judged } from './judged.js';

const holding: readonly (readonly [why: string, text: string, passed: string])[] = [
  [
    'a share of the product of the region is no ground taken up',
    '地区生产总值132.40亿元。工业增加值41.57亿元，占地区生产总值的31.4%。',
    'share-of-total: 132.40亿元 41.57亿元 31.4%',
  ],
  [
    'a share of local revenue, which bears the name of a budget',
    '全市地方一般公共预算收入84.60亿元，其中税收收入63.45亿元，占地方一般公共预算收入的75%。',
    'tax-share: 84.60亿元 63.45亿元 75%',
  ],
  [
    'a share of what an older report calls the general budget',
    '地方一般预算收入84.60亿元。非税收入21.15亿元，占地方一般预算收入的25%。',
    'tax-share: 84.60亿元 21.15亿元 25%',
  ],
];

describe('shares that hold are seen', () => {
  it.each(holding)('%s', (_why, text, passed) => {
    const found = judged(text);
    expect(found.passed).toContain(passed);
    expect(found.found).toEqual([]);
  });
});

const calm: readonly (readonly [why: string, text: string])[] = [
  [
    'a budget of old name is what was spent, not what was planned',
    '全市一般预算支出834.6亿元，同比增长6.2%。分科目看：教育支出142.3亿元，完成预算44.7%。',
  ],
  [
    'what has its own completion rate is no plan of another',
    '安排预算资金834.6万元，完成预算51.3%。其中：教育142.3万元，完成预算44.7%。',
  ],
  [
    'holders of as many shares each are listed with one figure',
    '甲公司持有2,600,000股，占股份总额的52%。\n乙、丙两公司各1,200,000股，分别占股份总额的24%。',
  ],
  ['an insurance fund keeps a surplus', '社保基金收入总量312.40亿元，支出总量298.30亿元，本年收支结余14.10亿元。'],
];

describe('no whole is taken that the words do not give', () => {
  it.each(calm)('%s', (_why, text) => {
    expect(judged(text).found).toEqual([]);
  });
});
