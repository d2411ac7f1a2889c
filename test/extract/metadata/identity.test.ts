import { describe, expect, test } from 'vitest';
import type { Identity } from '../../../src/model/report.js';
import { identityOf } from '../../../src/extract/metadata/identity.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { documentOf, type Given } from '../../document-of.js';

const rulebook = defaultRulebook();

interface Case {
  readonly title: string | null;
  readonly organisation?: string | null;
  readonly kind: string;
  readonly year?: number | null;
  readonly body?: readonly Given[];
}

function told({ title, organisation = '青石县交通运输局', kind, year = 2024, body = [] }: Case): Identity {
  const said = { title, organisation, reportKind: kind, reportYear: year, filledOn: null };
  return identityOf(documentOf([title ?? '', ...body]), said, rulebook);
}

const project = (title: string, ...body: Given[]): Case => ({ title, kind: 'perf_project', body });

describe('what a report is about', () => {
  const cases: readonly [why: string, about: Case, subject: string | null][] = [
    ['a project in the title', project('青石县交通运输局2024年度农村公路养护项目支出绩效自评报告'), '农村公路养护'],
    ['the year first', project('2024年度青石县渡口改造项目绩效自评报告'), '渡口改造'],
    ['the county of the bureau', project('青石县2024年公交车更新补贴资金绩效评价报告'), '公交车更新补贴资金'],
    ['关于', project('关于青石县交通运输局2024年桥梁检测项目的绩效自评报告'), '桥梁检测'],
    ['another agency’s report', project('柳溪镇2024年度垃圾分类项目支出绩效评价报告'), '垃圾分类'],
    ['a stage of it', project('2024年度港区航道疏浚（二期）项目支出绩效自评报告'), '港区航道疏浚(二期)'],
    ['in a field', project('2024年度项目支出绩效自评报告', '项目名称：客运站改造', '一、项目概况'), '客运站改造'],
    [
      'in a form',
      project('项目支出绩效自评报告', {
        table: [
          ['项目名称', '路灯亮化'],
          ['主管部门', '青石县住建局'],
        ],
      }),
      '路灯亮化',
    ],
    [
      'a list of projects names none',
      project('2024年度项目支出绩效自评报告', {
        table: [
          ['项目名称', '预算数'],
          ['甲项目', '3.00'],
        ],
      }),
      null,
    ],
    ['two fields that differ', project('项目支出绩效自评报告', '项目名称：甲地养护', '项目名称：乙地养护'), null],
    ['generic words are no project', project('青石县2024年度财政专项资金绩效自评报告'), null],
    ['the whole', { title: '青石县交通运输局2024年度部门决算', kind: 'final_dept' }, null],
    ['the whole, at length', { title: '2024年度青石县交通运输局部门决算公开情况说明', kind: 'final_dept' }, null],
    ['the whole of a budget', { title: '青石县交通运输局2024年部门预算编制说明', kind: 'budget_dept' }, null],
    ['the whole performance', { title: '部门整体支出绩效自评报告', kind: 'perf_dept' }, null],
    ['a corrected edition', { title: '青石县交通运输局2024年度部门决算（更正）', kind: 'final_dept' }, null],
    ['an edition to be published', { title: '青石县交通运输局2024年部门预算（公开版）', kind: 'budget_dept' }, null],
    ['with all its units', { title: '青石县交通运输局2024年度部门决算公开（含所属单位）', kind: 'final_dept' }, null],
    [
      'a place is whose it is',
      { title: '柳溪县2024年本级财政决算的报告', organisation: null, kind: 'budget_exec' },
      null,
    ],
    ['三公', { title: '青石县交通运输局2024年“三公”经费预算情况说明', kind: 'budget_dept' }, '三公经费'],
    [
      'a changed budget',
      { title: '青石县2024年预算调整方案', organisation: '青石县财政局', kind: 'budget_exec' },
      '预算调整',
    ],
    [
      'execution and the next budget',
      {
        title: '关于青石县2024年预算执行情况和2025年预算草案的报告',
        organisation: '青石县财政局',
        kind: 'budget_exec',
      },
      null,
    ],
    ['a work report', { title: '青石县人民政府工作报告', organisation: '青石县人民政府', kind: 'work_report' }, null],
    [
      'a bulletin',
      { title: '青石县2024年国民经济和社会发展统计公报', organisation: '青石县统计局', kind: 'stat_bulletin' },
      null,
    ],
    [
      'a quarter',
      {
        title: '青石航运股份有限公司2024年第三季度报告',
        organisation: '青石航运股份有限公司',
        kind: 'quarterly_report',
      },
      null,
    ],
    ['no title', { title: null, kind: 'final_dept' }, null],
  ];
  test.each(cases)('%s', (_why, about, subject) => expect(told(about).subject).toBe(subject));
});

describe('the period', () => {
  const cases: readonly [title: string, period: string][] = [
    ['2024年度部门决算', '2024'],
    ['2024年上半年预算执行情况的报告', '2024-H1'],
    ['2024年1-6月预算执行情况', '2024-H1'],
    ['2024年半年度报告', '2024-H1'],
    ['2024年第三季度报告', '2024-Q3'],
    ['2024年前三季度财政收支情况', '2024-9M'],
    ['2022—2024年度防汛专项资金绩效评价报告', '2022..2024'],
  ];
  test.each(cases)('%s', (title, period) => expect(told({ title, kind: 'other' }).period).toBe(period));
  test('is not made up', () => expect(told({ title: '部门决算', kind: 'final_dept', year: null }).period).toBeNull());
});

describe('whose amounts', () => {
  const cases: readonly [title: string, kind: string, scope: Identity['scope'], cover?: string][] = [
    ['青石县水利局2024年部门预算', 'budget_dept', 'department'],
    ['青石县水利局2024年单位预算', 'budget_dept', 'unit'],
    ['青石县水利局（本级）2024年度部门决算', 'final_dept', 'unit'],
    ['青石县水利局本级2024年度决算', 'final_dept', 'unit'],
    ['青石县水利局2024年度决算（汇总）', 'final_dept', 'department'],
    ['青石县水利局2024年部门（单位）预算', 'budget_dept', null],
    ['青石县水利局2024年度决算', 'final_dept', 'department', '部门决算公开'],
    ['青石县2024年部门预算绩效管理工作报告', 'work_report', null],
  ];
  test.each(cases)('%s', (title, kind, scope, cover) =>
    expect(told({ title, kind, body: cover === undefined ? [] : [cover] }).scope).toBe(scope),
  );
});

test.each([
  ['青石县水利局2024年度部门决算（更正版）', true],
  ['青石县水利局2024年度部门决算', false],
  ['青石县水利工程修正施工规范2024年部门决算', false],
])('%s: takes the place of an earlier edition %s', (title, corrected) =>
  expect(told({ title, kind: 'final_dept' }).corrected).toBe(corrected),
);

describe('the key', () => {
  test('has all that tells a report apart', () => {
    expect(told({ title: '青石县水利局2024年单位预算', organisation: '青石县水利局', kind: 'budget_dept' }).key).toBe(
      '青石县水利局 | budget_dept | 2024 | unit |  | ',
    );
  });
  test('is the same however the title is set', () => {
    const [one, two] = ['２０２４年度桥梁检测项目绩效自评报告', '2024 年度 桥梁检测 项目支出绩效自我评价报告'].map(
      (title) => told(project(title)),
    );
    expect(one?.key).toBe(two?.key);
    expect(one?.key).not.toBeNull();
  });
  test('an agency’s report on itself is not another’s of the same project', () => {
    expect(told(project('2024年度桥梁检测项目绩效自评报告')).key).not.toBe(
      told(project('2024年度桥梁检测项目绩效评价报告')).key,
    );
  });
  const nothing: readonly [why: string, about: Case][] = [
    ['no organisation', { title: '2024年度部门决算', organisation: null, kind: 'final_dept' }],
    ['a project that is not named', project('2024年度项目支出绩效自评报告')],
    ['notices, of which there are many', { title: '关于召开座谈会的通知', kind: 'notice' }],
    ['invoices', { title: '电子发票', kind: 'invoice' }],
  ];
  test.each(nothing)('null: %s', (_why, about) => expect(told(about).key).toBeNull());
});
