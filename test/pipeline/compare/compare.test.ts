import { describe, expect, test } from 'vitest';
import { Comparer } from '../../../src/pipeline/compare/compare.js';
import { readingOf } from '../../../src/pipeline/compare/reading-of.js';
import { reportSchema, type Report } from '../../../src/model/report.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import type { Given } from '../../document-of.js';
import { account, budget, planted, reportOf } from './reports.js';

const rulebook = defaultRulebook();
const compare = (a: Report, b: Report) => new Comparer(rulebook).compare(a, b);
const between = (a: readonly Given[], b: readonly Given[]) => compare(reportOf(a, 'a'), reportOf(b, 'b'));

/** Rule, severity and arithmetic of every finding. */
const said = (compared: ReturnType<typeof between>): string[] =>
  compared.flatMap(({ findings }) =>
    findings.map(({ rule, severity, arithmetic }) => `${rule} ${severity}: ${arithmetic}`),
  );

const statuses = (compared: ReturnType<typeof between>): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { check, status } of compared.flatMap(({ outcomes }) => outcomes))
    counts[`${check} ${status}`] = (counts[`${check} ${status}`] ?? 0) + 1;
  return counts;
};

describe('two accounts of following years', () => {
  test('that agree: everything that one says of the other is judged, and nothing is found', () => {
    const compared = between(account(2022), account(2023));
    expect(said(compared)).toEqual([]);
    expect(statuses(compared)).toEqual({
      'prior-year-figure passed': 7,
      'prior-year-change passed': 1,
      'opening-balance passed': 1,
    });
  });

  const plants: readonly [why: string, from: string, to: string, finding: string][] = [
    [
      'two digits of last year exchanged',
      '453.10',
      '435.10',
      'prior-year-figure warning: 435.10万元 ≠ 453.10万元（差 18万元）',
    ],
    [
      'last year changed without a word',
      '453.10',
      '447.36',
      'prior-year-figure review: 447.36万元 ≠ 453.10万元（差 5.74万元）',
    ],
    [
      'another change since last year',
      '减少12.63万元',
      '减少21.63万元',
      'prior-year-change warning: 1089.32万元 − 21.63万元 = 1067.69万元 ≠ 1076.69万元（差 9万元）',
    ],
    [
      'a change of the other direction',
      '减少12.63万元',
      '增加12.63万元',
      'prior-year-change warning: 1089.32万元 + 12.63万元 = 1101.95万元 ≠ 1076.69万元（差 25.26万元）；12.63万元若为-12.63万元则相符',
    ],
    [
      'another opening balance',
      '年初结转和结余13.40万元',
      '年初结转和结余14.30万元',
      'opening-balance review: 14.30万元 ≠ 13.40万元（差 0.9万元）',
    ],
  ];
  test.each(plants)('%s', (_why, from, to, finding) => {
    expect(said(between(account(2022), planted(account(2023), from, to)))).toEqual([finding]);
  });

  const sound: readonly [why: string, a: readonly Given[], b: readonly Given[]][] = [
    [
      'adjusted afterwards, as the report says',
      account(2022),
      [...planted(account(2023), '453.10', '447.36'), '因前期差错更正，对上年数作了追溯调整。'],
    ],
    [
      'several rows reclassified',
      account(2022),
      planted(planted(planted(account(2023), '453.10', '401.07'), '88.65', '131.45'), '49.26', '58.49'),
    ],
    ['rounded to whole units', account(2022), planted(account(2023), '"453.10"', '"453"')],
    ['two years apart', planted(account(2022), '2022', '2020'), account(2023)],
    [
      'another agency',
      planted(account(2022), '松岭区林业局', '松岭区水务局'),
      planted(account(2023), '453.10', '435.10'),
    ],
    [
      'the report of one of its units',
      planted(account(2022), '部门决算', '单位决算'),
      planted(account(2023), '453.10', '435.10'),
    ],
  ];
  test.each(sound)('nothing is found: %s', (_why, a, b) => {
    expect(said(between(a, b))).toEqual([]);
  });

  test('whichever is given first, and the finding stands in the later one', () => {
    const [a, b] = [reportOf(account(2022)), reportOf(planted(account(2023), '453.10', '435.10'))];
    expect(compare(b, a)).toEqual(compare(a, b));
    const [{ document, other, findings } = { document: '', other: '', findings: [] }] = compare(a, b);
    expect([document, other]).toEqual([b.sha256, a.sha256]);
    expect(findings[0]?.evidence.map(({ document: of, text, context }) => ({ of, text, context }))).toEqual([
      { of: null, text: '435.10', context: '2130205 森林资源培育 417.25 435.10 414.04' },
      { of: a.sha256, text: '453.10', context: '2130205 森林资源培育 453.10 449.89' },
    ]);
  });

  test('an agency that one of them names by a part only raises questions', () => {
    const a = planted(account(2022), '松岭区林业局', '林业局');
    const b = planted(account(2023), '453.10', '435.10');
    expect(said(between(a, b)).map((it) => it.split(':')[0])).toEqual(['prior-year-figure review']);
  });
});

describe('an account and the budget of its year', () => {
  test('that agree', () => {
    const compared = between(budget(2023), account(2023));
    expect(said(compared)).toEqual([]);
    expect(statuses(compared)).toEqual({ 'budget-in-account passed': 7 });
  });

  test('a budget that the account prints otherwise', () => {
    const other = planted(account(2023), '414.04', '441.04');
    expect(said(between(budget(2023), other))).toEqual([
      'budget-in-account warning: 441.04万元 ≠ 414.04万元（差 27万元）',
    ]);
  });

  test('budgets of another year are not compared', () => {
    expect(between(budget(2022), account(2023))).toEqual([]);
  });
});

describe('a form that carries over', () => {
  const form = (year: number, opening: string, closing: string): Given[] => [
    `白桦县人民政府${year}年政府信息公开工作年度报告`,
    '一、收到和处理政府信息公开申请情况',
    {
      table: [
        ['项目', '自然人', '法人', '总计'],
        ['一、本年新收政府信息公开申请数量', '41', '3', '44'],
        ['二、上年结转政府信息公开申请数量', opening, '0', opening],
        ['三、本年度办理结果', '40', '3', '43'],
        ['四、结转下年度继续办理', closing, '0', closing],
      ],
    },
  ];
  test('what one year left is what the next begins with', () => {
    const compared = between(form(2022, '2', '3'), form(2023, '3', '1'));
    expect([said(compared), statuses(compared)]).toEqual([[], { 'opening-balance passed': 3 }]);
  });
  test('another number is a question', () => {
    expect(said(between(form(2022, '2', '3'), form(2023, '2', '1')))).toEqual([
      'opening-balance review: 2 ≠ 3（差 1）',
    ]);
  });
});

describe('a reading made again from a Report', () => {
  test('holds the figures of the Report itself', () => {
    const report: Report = reportOf(account(2023));
    const reading = readingOf(reportSchema.parse(JSON.parse(JSON.stringify(report))), rulebook);
    expect(reading.figures).toEqual(report.figures);
    const inTables = reading.tables.flatMap((table) => [...table.figures.values()].map(({ id }) => id));
    expect(inTables.sort()).toEqual(
      report.figures
        .filter(({ table }) => table !== null)
        .map(({ id }) => id)
        .sort(),
    );
  });
});
