import { describe, expect, it } from 'vitest';
import { findHeadings } from '../../../src/extract/headings/find-headings.js';
import { findMetadata, type Metadata } from '../../../src/extract/metadata/find-metadata.js';
import { rulesDirectory } from '../../../src/rulebook/directory.js';
import { readHeadingRules } from '../../../src/rulebook/headings.js';
import { readKindRules } from '../../../src/rulebook/kinds.js';
import { aDocument, body, type Piece } from '../headings/a-document.js';

const rules = { headings: readHeadingRules(rulesDirectory), kinds: readKindRules(rulesDirectory) };
function metadata(...pieces: Piece[]): Metadata {
  const document = aDocument(...pieces);
  return findMetadata(document, findHeadings(document, rules.headings), rules);
}
const cover = { centred: true, fontSize: 22, bold: true };
const running = { text: body, look: { fontSize: 16 } };

describe('what a document is', () => {
  const cases: readonly [why: string, pieces: Piece[], wanted: Partial<Metadata>][] = [
    [
      'fields on the cover',
      [
        '部门整体支出绩效自评报告',
        '评价年度：2023年度',
        '评价单位：青山区档案馆',
        '填报日期：2024年3月8日',
        body,
        '一、基本情况',
        body,
      ],
      {
        title: '部门整体支出绩效自评报告',
        organisation: '青山区档案馆',
        reportKind: 'perf_dept',
        reportYear: 2023,
        filledOn: '2024-03-08',
      },
    ],
    [
      'a field with half-width brackets, and who made the form',
      [
        '青山市2021年度部门整体支出绩效自评报告',
        '部门(单位)名称:  青山市城市管理指挥中心',
        '青山市财政局(制)',
        body,
        '一、基本情况',
        body,
      ],
      { organisation: '青山市城市管理指挥中心', reportKind: 'perf_dept', reportYear: 2021 },
    ],
    [
      'an audit report to the congress is no work report',
      ['青山县2021年度审计工作报告', '主任、各位副主任、各位委员：', body, '一、财政管理审计情况', body],
      { reportKind: 'audit_work', reportYear: 2021 },
    ],
    [
      'a title broken after the agency’s name',
      [
        { text: '青山县粮食和物资储备局', look: cover },
        { text: '2022年度部门决算', look: cover },
        { text: '公开日期：2023年9月1日', look: { fontSize: 16 } },
        running,
      ],
      {
        title: '青山县粮食和物资储备局2022年度部门决算',
        organisation: '青山县粮食和物资储备局',
        reportKind: 'final_dept',
        reportYear: 2022,
        filledOn: '2023-09-01',
      },
    ],
    [
      'a title broken in the middle of a word, with the fields under it',
      [
        { text: '柳荫街道2021年度老旧小区加装', look: cover },
        { text: '电梯补助项目支出绩效自评报告', look: cover },
        '填报单位：  临川市柳荫街道办事处',
        '填报日期：  二〇二二年三月十五日',
        running,
      ],
      {
        title: '柳荫街道2021年度老旧小区加装电梯补助项目支出绩效自评报告',
        organisation: '临川市柳荫街道办事处',
        reportKind: 'perf_project',
        reportYear: 2021,
        filledOn: '2022-03-15',
      },
    ],
    [
      'two fields on one line, keys spaced out',
      ['2024年度部门预算', '预 算 单 位：青山区文化馆    编制日期：2024年1月20日', body],
      {
        title: '2024年度部门预算',
        organisation: '青山区文化馆',
        reportKind: 'budget_dept',
        reportYear: 2024,
        filledOn: '2024-01-20',
      },
    ],
    [
      'the fuller name that the text prints',
      [
        { text: '青山区人民政府', look: cover },
        { text: '2023年政府信息公开工作年度报告', look: cover },
        '本报告由临川市青山区人民政府办公室编制。'.padEnd(70, '数据统计期限为全年。'),
      ],
      {
        title: '青山区人民政府2023年政府信息公开工作年度报告',
        organisation: '临川市青山区人民政府',
        reportKind: 'disclosure_annual',
        reportYear: 2023,
      },
    ],
    [
      'signed and dated at the end',
      ['关于2023年专项资金使用情况的报告', body, body, '青山区农业农村局', '2024年2月5日'],
      {
        title: '关于2023年专项资金使用情况的报告',
        organisation: '青山区农业农村局',
        reportYear: 2023,
        filledOn: '2024-02-05',
      },
    ],
    [
      'a cover set as a table',
      [
        '项目支出绩效自评报告',
        {
          table: [
            ['项目名称', '水毁道路修复'],
            ['填报单位（盖章）', '青山区交通运输局'],
            ['填报日期', '2024年4月2日'],
          ],
        },
        body,
      ],
      { title: '项目支出绩效自评报告', organisation: '青山区交通运输局', filledOn: '2024-04-02' },
    ],
    [
      'a page header where no page shows the title',
      [{ furniture: 'header', text: '青山建设集团有限公司2023年度第一期中期票据募集说明书' }, '第七章 资信状况', body],
      {
        title: '青山建设集团有限公司2023年度第一期中期票据募集说明书',
        organisation: '青山建设集团有限公司',
        reportKind: 'bond_prospectus',
        reportYear: 2023,
      },
    ],
    [
      'the year before the agency',
      ['2019年青山省人民政府工作报告', '各位代表：', body],
      { organisation: '青山省人民政府', reportKind: 'work_report', reportYear: 2019 },
    ],
    [
      'a title broken over two lines of plain text',
      [
        '青财办〔2021〕4号',
        '青山市财政局关于印发市本级项目',
        '支出绩效评价管理办法的通知',
        '市直各单位：',
        body,
        '青山市财政局',
        '2021年 3月25日',
      ],
      {
        title: '青山市财政局关于印发市本级项目支出绩效评价管理办法的通知',
        organisation: '青山市财政局',
        filledOn: '2021-03-25',
      },
    ],
    [
      'the agency of the title before the one that published it',
      [
        '发布机构：',
        '青山市财政局',
        '发布日期：',
        '2024-09-12',
        '青山市政务服务管理局2023年度部门决算',
        '目录',
        '一、概况…1',
        '一、概况',
        body,
      ],
      {
        title: '青山市政务服务管理局2023年度部门决算',
        organisation: '青山市政务服务管理局',
        reportYear: 2023,
        filledOn: '2024-09-12',
      },
    ],
    [
      'a quarter',
      [
        { text: '青山股份有限公司', look: cover },
        { text: '2018年第一季度报告', look: cover },
        { text: '2018年04月', look: cover },
        running,
      ],
      { title: '青山股份有限公司2018年第一季度报告', reportKind: 'quarterly_report', reportYear: 2018, filledOn: null },
    ],
    [
      'a form to be filled in',
      [{ text: '某市XX局', look: cover }, { text: '2024年度部门决算', look: cover }, running],
      { reportKind: 'template' },
    ],
    [
      'rules',
      ['科研项目管理办法', '第一章 总则', '第一条 为规范管理，制定本办法。'],
      { title: '科研项目管理办法', reportKind: 'regulation', organisation: null },
    ],
    ['a day that no calendar has', ['情况说明', '填报日期：2024年2月30日', body], { filledOn: null }],
    ['nothing', [], { title: null, organisation: null, reportKind: 'other', reportYear: null, filledOn: null }],
    ['prose without a title', [body, body], { title: null, organisation: null, reportKind: 'other' }],
  ];
  it.each(cases)('%s', (_why, pieces, wanted) => expect(metadata(...pieces)).toMatchObject(wanted));

  it('the year reported on is not the year of filing, nor one of a document referred to', () => {
    expect(
      metadata(
        '绩效自评报告',
        '根据《关于开展2025年区级财政资金绩效自评工作的通知》要求，现将2024年度情况报告如下，请予审核。',
        '填报日期：2025年9月1日',
      ).reportYear,
    ).toBe(2024);
  });
});

describe('the kinds of report', () => {
  it('have ids of their own', () => {
    const ids = rules.kinds.kinds.map((kind) => kind.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['perf_dept', 'perf_project', 'final_dept', 'budget_dept', 'budget_exec']),
    );
  });
});
