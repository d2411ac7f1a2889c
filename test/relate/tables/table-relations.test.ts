import { describe, expect, test } from 'vitest';
import type { Given } from '../../document-of.js';
import { reportOf, toldOf } from './told.js';

function checked(given: readonly Given[]): { outcomes: string[]; findings: string[] } {
  const report = reportOf(given);
  return {
    outcomes: report.outcomes.map((it) => `${it.check} ${it.status}`),
    findings: toldOf(report),
  };
}

describe('what a table leaves open raises no alarm', () => {
  test.each<[string, Given[]]>([
    [
      'one of the numbered rows is counted in something else',
      [
        {
          table: [
            ['渠道', '数量（件）'],
            ['一、来信', '312'],
            ['二、来访', '408批'],
            ['三、网上投诉', '566'],
            ['合计', '1286'],
          ],
        },
      ],
    ],
    [
      'numbered rows whose heads stand in a merged cell: columns of zeros show no nesting',
      [
        {
          table: [
            ['情况', '自然人', '企业', '机构', '组织', '总计'],
            ['一、本年新收数量', '95', '0', '0', '0', '95'],
            ['二、上年结转数量', '0', '0', '0', '0', '0'],
            ['（一）予以公开', '50', '0', '0', '0', '50'],
            ['（二）部分公开', '9', '0', '0', '0', '9'],
            ['1.属于国家秘密', '5', '0', '0', '0', '5'],
            ['2.属于内部事务', '31', '0', '0', '0', '31'],
            ['（六）其他处理', '0', '0', '0', '0', '0'],
            ['四、结转下年度继续办理', '0', '0', '0', '0', '0'],
          ],
        },
      ],
    ],
    [
      'a change of a rate is printed as a fraction, without the sign',
      [
        {
          table: [
            ['项目', '2021年', '2020年', '增长额'],
            ['医疗收入（万元）', '5053.28', '5363.02', '-309.74'],
            ['门诊收入（万元）', '2551.77', '2333.68', '218.09'],
            ['住院收入（万元）', '2501.51', '3029.34', '-527.83'],
            ['门诊人次（人）', '105721', '86628', '19093'],
            ['出院人数（人）', '4519', '5325', '-806'],
            ['耗材收入（万元）', '466.76', '576.61', '-109.85'],
            ['药占比（%）', '28.07%', '30.28%', '-0.02'],
          ],
        },
      ],
    ],
    [
      'a group within a group counts by its subtotal',
      [
        {
          table: [
            ['三公经费', '三公经费', '三公经费', '三公经费', '三公经费', '三公经费', '机关运行经费'],
            ['合计', '出国费', '接待费', '用车费', '用车费', '用车费', '机关运行经费'],
            ['合计', '出国费', '接待费', '小计', '购置费', '运行费', '机关运行经费'],
            ['47.91', '0', '1.35', '46.56', '25', '21.56', '443.18'],
          ],
        },
      ],
    ],
    [
      'a row under 其中 that another column prints as a dash is no part of the total',
      [
        {
          table: [
            ['项目', '2022年', '2021年'],
            ['当期所得税费用', '2,641,057.08', '1,184,304.66'],
            ['其中：当年产生的所得税费用', '2,641,057.08', '1,204,907.66'],
            ['本年调整以前年度所得税金额', '-', '(20,603.00)'],
            ['递延所得税费用', '(508,952.57)', '(209,806.66)'],
            ['合计', '2,132,104.51', '974,498.00'],
          ],
        },
      ],
    ],
    [
      'rows that are not parts of one another, in one column',
      [
        {
          table: [
            ['项目', '金额'],
            ['利息支出', '1,369.26'],
            ['减：资本化利息', '542.29'],
            ['汇兑收益', '20.57'],
            ['合计', '359.50'],
          ],
        },
      ],
    ],
    [
      'whole numbers without a unit, off by one: they are rounded',
      [
        {
          table: [
            ['科目', '上年', '本年'],
            ['股本', '1,830', '2,036'],
            ['公积', '17', '40'],
            ['利润', '895', '2,624'],
            ['合计', '2,743', '4,700'],
          ],
        },
      ],
    ],
    [
      'a row lost in two columns leaves the same difference twice',
      [
        {
          table: [
            ['项目', '合同额', '已付', '余额'],
            ['甲工程', '320.50', '300.50', '20.00'],
            ['乙工程', '180.25', '170.25', '10.00'],
            ['丙工程', '75.00', '60.00', '15.00'],
            ['合计', '585.75', '540.75', '45.00'],
          ],
        },
      ],
    ],
    [
      'two funds have their own amounts',
      [
        '收入支出决算总表',
        '单位：万元',
        {
          table: [
            ['支出', '决算数'],
            ['教育支出', '60.20'],
            ['卫生健康支出', '31.40'],
            ['农林水支出', '7.25'],
          ],
        },
        '一、政府性基金支出情况',
        '政府性基金预算支出决算表',
        '单位：万元',
        {
          table: [
            ['支出', '决算数'],
            ['教育支出', '60.20'],
            ['卫生健康支出', '34.10'],
            ['农林水支出', '7.25'],
          ],
        },
      ],
    ],
    [
      'last year’s amount is not this year’s',
      [
        '比上年的53.65万元有所增加，农村公路养护上年执行53.65万元。',
        '单位：万元',
        {
          table: [
            ['支出项目', '全年执行数'],
            ['农村公路养护', '56.35'],
            ['桥梁检测加固', '11.80'],
          ],
        },
      ],
    ],
    [
      'scores deducted by steps are not the rate times the weight',
      [
        {
          table: [
            ['资金来源', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
            ['年度资金总额', '80.00', '75.20', '10', '94.00%', '9'],
          ],
        },
      ],
    ],
  ])('%s', (_, given) => {
    expect(checked(given).findings).toEqual([]);
  });
});

describe('what a table settles is found', () => {
  test.each<[string, Given[], string]>([
    [
      'a total column under its own group, in the only row',
      [
        {
          table: [
            ['行政复议', '行政复议', '行政复议', '行政复议'],
            ['结果维持', '结果纠正', '尚未审结', '总计'],
            ['6', '2', '1', '0'],
          ],
        },
      ],
      'table-row-total 6 + 2 + 1 = 9 ≠ 0（差 9）',
    ],
    [
      'numbered rows below a numbered row',
      [
        '单位：万元',
        {
          table: [
            ['支出项目', '年初预算数', '全年预算数', '全年执行数'],
            ['一、项目支出', '90.00', '96.00', '86.00'],
            ['1.渠道清淤', '50.00', '52.00', '45.00'],
            ['2.泵站维护', '40.00', '44.00', '42.50'],
          ],
        },
      ],
      'table-hierarchy 45.00万元 + 42.50万元 = 87.5万元 ≠ 86.00万元',
    ],
    [
      'the execution rate of one row',
      [
        '单位：万元',
        {
          table: [
            ['项目', '全年预算数', '全年执行数', '执行率'],
            ['渠道清淤', '52.00', '45.00', '86.54%'],
            ['泵站维护', '44.00', '42.50', '69.59%'],
            ['水质监测', '20.00', '20.00', '100.00%'],
          ],
        },
      ],
      'completion-rate 42.50万元 ÷ 44.00万元 = 96.59% ≠ 69.59%',
    ],
  ])('%s', (_, given, expected) => {
    expect(checked(given).findings.join('\n')).toContain(expected);
  });
});
