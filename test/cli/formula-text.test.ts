import { expect, test } from 'vitest';
import { formulaText } from '../../src/cli/formula-text.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';

const cases: readonly [check: string, zh: string, en: string][] = [
  [
    'net-profit',
    '《利润表》净利润 = 利润总额 − 所得税|所得税费用（如有）',
    '利润表: 净利润 = 利润总额 − 所得税|所得税费用 (if any)',
  ],
  ['headcount-limit', '核定编制数 ≥ 在职人数', 'Authorised posts ≥ Staff in post'],
  [
    'basic-spending-against-table',
    '《一般公共预算财政拨款支出决算表》合计 · 基本支出 = 《一般公共预算财政拨款基本支出决算表》人员经费合计 + 《一般公共预算财政拨款基本支出决算表》公用经费合计',
    '一般公共预算财政拨款支出决算表: 合计 · 基本支出 = 一般公共预算财政拨款基本支出决算表: 人员经费合计 + 一般公共预算财政拨款基本支出决算表: 公用经费合计',
  ],
];

test.each(cases)('the formula of %s as people write it', (id, zh, en) => {
  const rulebook = defaultRulebook();
  const formula = rulebook.checks.get(id)?.relation;
  expect(formula && [formulaText(formula, rulebook, 'zh'), formulaText(formula, rulebook, 'en')]).toEqual([zh, en]);
});
