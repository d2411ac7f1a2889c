import { examine } from '../../../src/pipeline/analyze.js';
import { createHash } from 'node:crypto';
import type { Report } from '../../../src/model/report.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { documentOf, type Given } from '../../document-of.js';

/** Spending by item, in 万元, of a made-up bureau: what each year's account prints. */
const spending: Readonly<Record<number, readonly [code: string, name: string, amount: number][]>> = {
  2022: [
    ['2130201', '行政运行', 31_842],
    ['2130204', '事业机构', 12_077],
    ['2130205', '森林资源培育', 45_310],
    ['2130234', '林业草原防灾减灾', 8_865],
    ['2080505', '机关事业单位基本养老保险缴费支出', 4_926],
    ['2101101', '行政单位医疗', 2_318],
    ['2210201', '住房公积金', 3_594],
  ],
  2023: [
    ['2130201', '行政运行', 33_016],
    ['2130204', '事业机构', 12_590],
    ['2130205', '森林资源培育', 41_725],
    ['2130234', '林业草原防灾减灾', 9_140],
    ['2080505', '机关事业单位基本养老保险缴费支出', 5_103],
    ['2101101', '行政单位医疗', 2_407],
    ['2210201', '住房公积金', 3_688],
  ],
};

const money = (cents: number): string => (cents / 100).toFixed(2);
const totalOf = (year: number): number => (spending[year] ?? []).reduce((sum, [, , amount]) => sum + amount, 0);

/** What the year began and ended with. */
const carried = { 2022: [2_015, 1_340], 2023: [1_340, 906] } as const;

/** The final account of 2022 or 2023; `plant` changes its text before it is read. */
export function account(year: 2022 | 2023): Given[] {
  const [open, close] = carried[year];
  const rows = (spending[year] ?? []).map(([code, name, amount]) => [code, name, money(amount)]);
  const past = (spending[year - 1] ?? []).map(([, , amount]) => money(amount));
  const withPast = past.length > 0;
  const change = totalOf(year) - totalOf(year - 1);
  return [
    `松岭区林业局${year}年度部门决算`,
    '一、收入支出决算总体情况',
    `${year}年年初结转和结余${money(open)}万元，年末结转和结余${money(close)}万元。`,
    '二、财政拨款支出决算情况',
    withPast
      ? `${year}年财政拨款决算支出${money(totalOf(year))}万元，与上年相比，${change < 0 ? '减少' : '增加'}${money(Math.abs(change))}万元。`
      : `${year}年财政拨款决算支出${money(totalOf(year))}万元。`,
    '三、支出决算表',
    `${year}年财政拨款支出决算表`,
    '单位：万元',
    {
      table: [
        ['科目编码', '科目名称', '本年决算数', ...(withPast ? ['上年决算数'] : []), '年初预算数'],
        ...rows.map(([code = '', name = '', amount = ''], at) => [
          code,
          name,
          amount,
          ...(withPast ? [past[at] ?? ''] : []),
          money(planned(year)[at] ?? 0),
        ]),
      ],
    },
  ];
}

/** The budget of a year is what its account prints as 年初预算: a little below what was spent. */
const planned = (year: number): number[] =>
  (spending[year] ?? []).map(([, , amount], at) => amount - 107 * ((at % 3) + 1));

export function budget(year: 2022 | 2023): Given[] {
  return [
    `松岭区林业局${year}年部门预算`,
    '一、预算安排情况',
    `${year}年财政拨款支出预算${money(planned(year).reduce((a, b) => a + b, 0))}万元。`,
    '二、支出预算表',
    `${year}年财政拨款支出预算表`,
    '单位：万元',
    {
      table: [
        ['科目编码', '科目名称', '预算数'],
        ...(spending[year] ?? []).map(([code, name], at) => [code, name, money(planned(year)[at] ?? 0)]),
      ],
    },
  ];
}

/** A document with one stretch of its text changed everywhere. Throws where there is nothing to change. */
export function planted(given: readonly Given[], from: string, to: string): Given[] {
  const text = JSON.stringify(given);
  if (!text.includes(from)) throw new Error(`nothing says ${from}`);
  return JSON.parse(text.replaceAll(from, to)) as Given[];
}

export function reportOf(given: readonly Given[], file = 'report'): Report {
  const sha256 = createHash('sha256')
    .update(`${file} ${JSON.stringify(given)}`)
    .digest('hex');
  return examine(documentOf(given), { file, sha256 }, defaultRulebook());
}
