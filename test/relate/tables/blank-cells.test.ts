import { describe, expect, test } from 'vitest';
import type { Given } from '../../document-of.js';
import { reportOf, toldOf } from './told.js';

const asked = (given: readonly Given[]): string[] => toldOf(reportOf(given));

const threePublic = (...amounts: string[]): Given[] => [
  '单位：万元',
  {
    table: [
      [
        '项目',
        '合计',
        '因公出国（境）费',
        '公务用车购置及运行费',
        '公务用车购置及运行费',
        '公务用车购置及运行费',
        '公务接待费',
      ],
      ['项目', '合计', '因公出国（境）费', '小计', '购置费', '运行维护费', '公务接待费'],
      ['2025年预算数', ...amounts],
    ],
  },
];

const summary = (health: string): Given[] => [
  '收支预算总表',
  '单位：元',
  {
    table: [
      ['本年收入', '本年收入', '本年支出', '本年支出'],
      ['项目', '预算数', '项目', '预算数'],
      ['一、财政拨款收入', '8,126,375.35', '一、一般公共服务支出', '6,206,797.42'],
      ['二、事业收入', '', '二、社会保障和就业支出', '1,213,779.28'],
      ['三、其他收入', '', '三、卫生健康支出', health],
      ['', '', '四、住房保障支出', '609,125.22'],
      ['四、上级补助收入', '', '', ''],
      ['收入总计', '8,126,375.35', '支出总计', '8,126,375.35'],
    ],
  },
];

const coded = (household: string): Given[] => [
  '单位：万元',
  {
    table: [
      ['科目编码', '科目名称', '合计', '基本支出', '项目支出'],
      ['201', '一般公共服务支出', '186.24', '124.69', '61.55'],
      ['20138', '市场监督管理事务', '186.24', '124.69', '61.55'],
      ['2013801', '行政运行', '124.69', '124.69', '0.00'],
      ['2013802', '一般行政管理事务', '61.55', '0.00', '61.55'],
      ['208', '社会保障和就业支出', '26.42', '26.42', '0.00'],
      ['20805', '行政事业单位养老支出', '26.42', '26.42', '0.00'],
      ['2080505', '机关事业单位基本养老保险缴费支出', '26.42', '26.42', '0.00'],
      ['221', '住房保障支出', household, '18.73', '0.00'],
      ['22102', '住房改革支出', '18.73', '18.73', '0.00'],
      ['2210201', '住房公积金', '18.73', '18.73', '0.00'],
      ['合计', '合计', '231.39', '169.84', '61.55'],
    ],
  },
];

const sheet = (score: string): Given[] => [
  {
    table: [
      ['一级指标', '二级指标', '分值', '得分'],
      ['产出指标', '新建管网', '30', '28.5'],
      ['产出指标', '验收合格率', '30', '30'],
      ['效益指标', '受益人口', '25', score],
      ['满意度指标', '群众满意度', '15', '13.5'],
      ['合计', '合计', '100', '96'],
    ],
  },
];

describe('a sum that lacks what one blank cell may have held is asked about', () => {
  test.each<[string, Given[], string]>([
    ['a part of a row', threePublic('25.80', '0.00', '', '0.00', '21.60', '4.20'), '25.80万元'],
    [
      'the only column of its group that prints anything is zero',
      threePublic('25.80', '0.00', '21.60', '0.00', '', '4.20'),
      '21.60万元',
    ],
    ['the half of a form whose other half is blank', summary(''), '8,126,375.35元'],
    ['a row of codes whose parts are printed', coded(''), '231.39万元'],
    ['a score beside its weight', sheet(''), '96'],
  ])('%s', (_name, given, total) => {
    expect(asked(given)).toEqual([expect.stringContaining(`≠ ${total}`)]);
  });

  test.each<[string, Given[]]>([
    ['nothing is missing', threePublic('25.80', '0.00', '21.60', '0.00', '21.60', '4.20')],
    ['the blank stands for nothing', threePublic('25.80', '', '21.60', '', '21.60', '4.20')],
    ['both halves are whole', summary('96,673.43')],
    ['codes are whole', coded('18.73')],
    ['scores are whole', sheet('24')],
    [
      'columns beside the total are no parts of it',
      [
        '单位：万元',
        {
          table: [
            ['项目', '合计', '上年数', '增减额', '备注'],
            ['办公费', '12.40', '', '3.10', ''],
            ['印刷费', '8.60', '7.20', '1.40', ''],
          ],
        },
      ],
    ],
  ])('not where %s', (_name, given) => {
    expect(asked(given)).toEqual([]);
  });
});
