import { describe, expect, test } from 'vitest';
import { factsOf, figuresOf } from './read-text.js';

/** Makes a departmental final account for 2023 of the text that follows. */
const account = ['岚山县农业农村局2023年度部门决算', '二、部门决算情况说明'] as const;

describe('a figure is bound to what its words and section say', () => {
  test.each([
    ['its own words', ['“三公”经费支出预算为9万元。'], ['9万元=sangong_total budget null 2023']],
    [
      '预算 in the name of a fund is no stage',
      ['一般公共预算财政拨款基本支出70万元。'],
      ['70万元=expenditure_basic final gpb 2023'],
    ],
    [
      'a part is at the stage of its whole',
      ['“三公”经费年初预算12万元，其中公务接待费2万元；决算9万元，其中公务接待费1万元。'],
      [
        '12万元=sangong_total initial_budget null 2023',
        '2万元=sangong_reception initial_budget null 2023',
        '9万元=sangong_total final null 2023',
        '1万元=sangong_reception final null 2023',
      ],
    ],
    [
      'a total of all is no income of the year',
      ['收入决算总计80万元。'],
      ['80万元=income_total_grand final null 2023'],
    ],
    [
      'a count needs its measure',
      ['公务用车购置3辆，公务用车购置费60万元。'],
      ['3辆=cars_bought final null 2023', '60万元=sangong_car_buy final null 2023'],
    ],
    ['a stock has no stage', ['核定编制30名。'], ['30名=hc_authorized null null 2023']],
  ])('%s', (_, text, facts) => {
    expect(factsOf(...account, ...text)).toEqual(facts);
  });
});

describe('the period', () => {
  test.each([
    [
      'what something is compared with is another year',
      '2023年会议费8万元（较2021年压缩2%），培训费5万元。',
      ['8万元=meeting_fee final null 2023', '5万元=training_fee final null 2023'],
    ],
    [
      'a date in a reason',
      '会议费8万元，主要是2021年开展培训；培训费5万元。',
      ['8万元=meeting_fee final null 2023', '5万元=training_fee final null 2023'],
    ],
    [
      'the year that the comparison names',
      '会议费8万元，较2021年的会议费9万元减少1万元。',
      ['8万元=meeting_fee final null 2023', '9万元=meeting_fee final null 2021'],
    ],
    ['the year before', '“三公”经费上年决算为4万元。', ['4万元=sangong_total prior_final null 2022']],
    ['part of a year', '2023年1-9月会议费6万元。', ['6万元=meeting_fee final null 2023-01-01/2023-09-30']],
    ['part of the year of the report', '1—6月会议费4万元。', ['4万元=meeting_fee final null 2023-01-01/2023-06-30']],
    [
      'unknown where a paragraph speaks of several years',
      '2021年会议费6万元。2022年会议费7万元。培训费3万元。',
      ['6万元=meeting_fee final null 2021', '7万元=meeting_fee final null 2022', '3万元=training_fee final null null'],
    ],
    [
      '其中 goes on about the sentence before',
      '2021年会议费6万元。2022年公用经费7万元。其中：会议费3万元。',
      [
        '6万元=meeting_fee final null 2021',
        '7万元=expenditure_public final null 2022',
        '3万元=meeting_fee final null 2022',
      ],
    ],
  ])('%s', (_, text, facts) => {
    expect(factsOf(...account, text)).toEqual(facts);
  });
});

describe('no fact is better than a wrong one', () => {
  test.each([
    ['the rate of one project', '道路养护项目支出偏慢，预算执行率为61%。'],
    ['the rate of what was spent on one thing', '河道清淤经费20万元，预算执行率为88%。'],
    ['the rate of one fund', '财政拨款执行率97%。'],
    ['what is done to a plan by an item', '小学教育支出决算5万元，完成预算的90%。'],
    ['some of several units', '对3个预算单位开展评价。'],
    ['a change', '会议费增加3万元。'],
  ])('%s', (_, text) => {
    expect(factsOf(...account, text)).toEqual([]);
  });

  test('the rate of all spending is a fact', () => {
    expect(factsOf(...account, '本年支出合计90万元，预算执行率为98%。')).toEqual([
      '90万元=expenditure_year final null 2023',
      '98%=budget_exec_rate null null 2023',
    ]);
  });
});

test('cells that cannot be told apart are no facts; of two rows with one name the first is meant', () => {
  const table = [
    ['项目', '金额', '金额'],
    ['会议费', '7.00', '8.00'],
    ['培训费', '9.00', ''],
    ['培训费', '5.00', ''],
  ];
  expect(factsOf(...account, '单位：万元', { table })).toEqual(['9.00=training_fee final null 2023']);
});

test('a report that looks back and ahead dates no figure by its own year', () => {
  const report = ['岚山县2024年政府工作报告', '各位代表：', '全县地区生产总值90亿元。2023年税收收入8亿元。'] as const;
  expect(factsOf(...report)).toEqual(['90亿元=gdp null null null', '8亿元=gov_tax null null 2023']);
});

test('one name, two metrics: the kind of report tells them apart', () => {
  const text = '上级补助收入6万元。';
  expect(factsOf(...account, text)).toEqual(['6万元=income_superior final null 2023']);
  const report = ['关于岚山县2023年预算执行情况和2024年预算草案的报告', '一、2023年预算执行情况'] as const;
  const government = '2023年，全县一般公共预算收入80万元。2023年上级补助收入6万元，收入合计90万元。';
  expect(factsOf(...report, government)).toEqual([
    '80万元=gov_gpb_revenue executed gpb 2023',
    '6万元=gov_transfer_in executed null 2023',
  ]);
});

test('the level of government is part of the entity', () => {
  const text = ['岚山县2023年预算执行情况报告', '2023年全县税收收入50万元，县级税收收入30万元。'] as const;
  expect(
    figuresOf(...text).map(({ fact }) => [fact?.metric, fact?.entity?.slice(-4), fact?.basis.entity?.how]),
  ).toEqual([
    ['gov_tax', expect.stringContaining('全县'), 'stated'],
    ['gov_tax', expect.stringContaining('县级'), 'stated'],
  ]);
});

test('the outer level says whose 地方 revenue is', () => {
  const [revenue] = figuresOf('岚山县2013年预算执行情况报告', '2013年全县地方公共财政预算收入完成50万元。');
  expect(revenue?.fact).toMatchObject({
    metric: 'gov_gpb_revenue',
    fund: 'gpb',
    entity: expect.stringContaining('全县'),
  });
});

test('one fact has one id: income of one fund is fiscal income of that fund', () => {
  const income = '一般公共预算财政拨款收入70万元，政府性基金预算财政拨款收入8万元，国有资本经营预算财政拨款收入2万元。';
  expect(factsOf(...account, income)).toEqual([
    '70万元=income_fiscal final gpb 2023',
    '8万元=income_fiscal final gfb 2023',
    '2万元=income_fiscal final soc 2023',
  ]);
});

describe('what is not the report’s own is no fact of it', () => {
  test.each([
    [
      'whose assets the sentence names, its other totals are of',
      ['岚山县2023年国有资产管理情况的综合报告', '2023年，县属国有企业资产总额90亿元，负债总额55亿元，净资产35亿元。'],
      [],
    ],
    [
      'the report’s own assets',
      [...account, '截至年末，本部门资产总额90万元，负债总额55万元，净资产35万元。'],
      [
        '90万元=assets_total null null 2023',
        '55万元=liabilities_total null null 2023',
        '35万元=net_assets null null 2023',
      ],
    ],
    [
      'what 其中 divides is another’s',
      ['岚山县2023年国有资产管理情况的综合报告', '2023年，全县事业单位资产总额90亿元。其中，净资产35亿元。'],
      [],
    ],
    [
      'income and spending of insurance funds are no department’s',
      ['岚山县2023年社会保险基金决算', '2023年，全县社会保险基金总收入36亿元；总支出29亿元。'],
      [],
    ],
    [
      'an old budget’s name is no stage',
      ['岚山县2013年财政收支情况', '2013年，全县公共财政预算收入完成50万元。其中：县本级公共财政预算收入完成30万元。'],
      ['50万元=gov_gpb_revenue null gpb 2013', '30万元=gov_gpb_revenue null gpb 2013'],
    ],
    [
      'the last of several is not their total',
      [...account, '因公出国（境）费、公务接待费、公务用车运行费（“三公”经费）决算总额61万元。'],
      ['61万元=sangong_total final null 2023'],
    ],
  ])('%s', (_, text, facts) => {
    expect(factsOf(...text)).toEqual(facts);
  });
});
