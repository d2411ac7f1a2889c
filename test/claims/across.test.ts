import { describe, expect, test } from 'vitest';
import { across } from '../../src/claims/across/across.js';
import { described } from '../../src/extract/describe/described.js';
import { extract } from '../../src/extract/extract.js';
import { judge } from '../../src/judge/judge.js';
import { arithmeticIn } from '../../src/model/arithmetic.js';
import type { Described } from '../../src/model/description.js';
import type { Verdict } from '../../src/model/relation.js';
import type { Statement } from '../../src/model/statement.js';
import { miniature, type Given } from '../../src/pipeline/miniature.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';

const rulebook = defaultRulebook();

const describedOf = (given: readonly Given[]): Described => described(extract(miniature(given), rulebook), rulebook);

const judged = (given: readonly Given[]): Verdict[] =>
  judge(across(describedOf(given), rulebook.naming, []), rulebook.checks);
const alarms = (given: readonly Given[]): string[] =>
  judged(given).flatMap(({ alarm, relation }) =>
    alarm ? [`${relation.check}: ${arithmeticIn(alarm.steps, 'zh')}`] : [],
  );

describe('a figure says of what and of what time it is', () => {
  const told = (text: string): string[] =>
    describedOf([text]).statements.map(
      ({ name, when: { year, span }, sort }: Statement) => `${name} ${year ?? '-'} ${span ?? '-'} ${sort}`,
    );
  test.each([
    ['a year', '2021年末全行贷款余额83.6亿元。', ['全行贷款余额 2021 end level']],
    ['the beginning of a year is the end of the one before', '2022年年初累计结存71.4万元。', ['余额 2021 end level']],
    ['a first budget is of the year', '2022年年初预算安排支出350万元。', ['预算支出 2022 - level']],
    ['a base', '2022年收治1,204人，上年为1,187人。', ['收治 2022 - level', '收治 2021 - base']],
    [
      'a year compared with counts to the end of its clause',
      '2021年，比2020年的95件多6件，新立案101件。',
      [' 2020 - base', '增加 2020 - change', '新立案 2021 - level'],
    ],
    ['a stretch of months', '2023年1—10月，全县发电4,160万千瓦时。', ['发电 2023 01/10 level']],
    ['a day on which something was done', '于2023年6月验收，决算造价217.3万元。', ['决算造价 2023 - level']],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('what cannot be true of figures far apart is found', () => {
  const table = {
    table: [
      ['站点', '接待人次', '志愿者（人）'],
      ['北门服务站', '4,370', '56'],
      ['河滨服务站', '5,128', '71'],
      ['长途站服务点', '2,906', '34'],
    ],
  };
  const cases: readonly [why: string, given: Given[], shows: string][] = [
    [
      'summary and body',
      ['概要：全年发放创业担保贷款7,368万元。', '就业方面，全年发放创业担保贷款7,638万元，扶持创业人员512名。'],
      '7,368万元 ≠ 7,638万元',
    ],
    [
      'text and table',
      ['各站点情况如下。', table, '河滨服务站全年接待5,218人次，居各站之首。'],
      '5,128人次 ≠ 5,218人次',
    ],
    [
      'a table printed as two beside each other',
      [
        '主要科目是：文物保护支出37,815万元。',
        {
          table: [
            ['科目', '决算数（万元）', '科目', '决算数（万元）'],
            ['文物保护支出', '37,518', '水利工程支出', '24,906'],
            ['港航建设支出', '18,340', '抚恤优待支出', '6,127'],
          ],
        },
      ],
      '37,815万元 ≠ 37,518万元',
    ],
    [
      'the end of a year and the beginning of the next',
      ['2021年末专户余额318.42万元。', '2022年年初专户余额381.42万元，当年拨入96万元。'],
      '318.42万元 ≠ 381.42万元',
    ],
    [
      'a point that moved',
      ['滨河绿道总投资2.64亿元，全长18公里。', '滨河绿道总投资2,640万元，由两级财政负担。'],
      '2.64亿元 ≠ 2,640万元',
    ],
    [
      'items under titles',
      [
        '本年度共审结各类案件3,185件。',
        '一、刑事审判',
        '审结刑事案件846件，判处罪犯1,027人。',
        '二、民事审判',
        '审结民事案件2,107件，调撤率61%。',
        '三、行政审判',
        '审结行政案件205件。',
      ],
      '846件 + 2,107件 + 205件 = 3158件 ≠ 3,185件',
    ],
    [
      'a list that does not name its total',
      ['年末在岗教职工1,463人。', '按学段分，学前教职工187人、小学教职工652人、中学教职工597人。'],
      '1436人 ≠ 1,463人',
    ],
    [
      'parts of a year',
      ['1—9月，全区保费收入24.36亿元。', '四季度，全区保费收入8.15亿元。', '2023年，全区保费收入33.51亿元。'],
      '24.36亿元 + 8.15亿元 = 32.51亿元 ≠ 33.51亿元',
    ],
    [
      'a part of what is told elsewhere',
      ['全年销售福利彩票2,516万元。', '全年销售的福利彩票中，即开型彩票销售2,875万元。'],
      '2,875万元 > 2,516万元',
    ],
    [
      'a share of what its words name',
      ['持证社会工作者1,248人。', '社区社会工作者415人。', '社区社会工作者占持证社会工作者的37.4%。'],
      '33.25%',
    ],
    [
      'what accounts are made of',
      ['年末资产总额8,215万元。', '年末负债总额3,094万元。', '年末净资产总额5,721万元。'],
      '8815万元 ≠ 8,215万元',
    ],
    [
      'a rate of growth over what another section tells of the year before',
      ['全年接待读者86.4万人次，较上年增长12.6%。', '图书外借41.2万册。', '上年接待读者78.5万人次。'],
      '10.06%',
    ],
    [
      'points since a rate told elsewhere',
      ['设备完好率97.2%，比去年提高1.8个百分点。', '维修班组12个。', '去年设备完好率96.1%。'],
      '97.9% ≠ 97.2%',
    ],
    [
      'an amount since one told elsewhere',
      ['2022年全站发电量3,860万千瓦时，较2021年增加214万千瓦时。', '2021年发电量3,464万千瓦时。'],
      '3678万千瓦时 ≠ 3,860万千瓦时',
    ],
    [
      'quarters that fill the year',
      ['全年巡诊318场。一季度62场，二季度88场，三季度91场，四季度87场。'],
      '328场 ≠ 318场',
    ],
    [
      'months of a half year, each with its own words',
      ['上半年培训214期，春训1至2月31期，轮训3至4月90期，补训5至6月83期。'],
      '204期 ≠ 214期',
    ],
    [
      'what each section counts first',
      [
        '专项检查共发现隐患57项，已督促整改。',
        '一、消防方面',
        '发现隐患21项，主要是通道堵塞。',
        '二、用电方面',
        '发现隐患19项，多为私拉电线。',
        '三、燃气方面',
        '发现隐患15项，全部下达通知书。',
      ],
      '55项 ≠ 57项',
    ],
    [
      'parts called what the whole is called',
      [
        '水厂供水惠及群众4.83万人。',
        '管网120公里。',
        '经核查，上河镇受惠群众1.62万人，中河镇受惠群众1.47万人，下河乡受惠群众1.29万人。',
      ],
      '4.38万人 ≠ 4.83万人',
    ],
  ];
  test.each(cases)('%s', (_, given, shows) => {
    expect(alarms(given).join('\n')).toContain(shows);
  });
});

describe('what is as it should be is left alone', () => {
  const cases: readonly [why: string, given: Given[]][] = [
    ['two years', ['2022年接待游客4,128万人次。', '2023年接待游客4,218万人次。']],
    ['what two names set apart', ['东湖水厂日供水3,216万升。', '西湖水厂日供水3,261万升。']],
    ['phases', ['一期工程投资1,846万元。', '二期工程投资1,864万元。']],
    ['plan and result', ['计划投资2,370万元。', '完成投资2,730万元。']],
    ['a rounded figure', ['全年产值约12.6亿元。', '全年产值125,834万元。']],
    ['a change told beside its levels', ['全年收入1,236万元，比上年增加263万元。', '支出1,326万元。']],
    ['a list and a total of other things', ['支付工程款2,154万元。', '材料费640万元、人工费982万元、机械费423万元。']],
    ['what stood at a day', ['截至6月30日，贷款余额612万元。', '截至9月30日，贷款余额587万元。']],
    [
      'parts told apart from the others',
      [
        '国有林场收入2,648万元，其中木材收入1,530万元，苗木收入918万元。',
        '林场另以200万元承包费入账，也计在国有林场收入之内。',
      ],
    ],
    ['a change of something else', ['巡护里程860公里，造林面积增长12.5%。', '上年巡护里程640公里。']],
    ['growth at constant prices', ['工业增加值86.4亿元，增长6.2%。', '上年工业增加值78.5亿元。']],
    ['a change since the plan', ['供水量912万升，比计划增加40万升。', '上年供水量835万升。']],
    ['last year of a narrower name', ['挂牌督办案件212件，比上年下降4.5%。', '上年挂牌督办重大案件198件。']],
    [
      'changes since two things',
      [
        '上年培训费预算40.00万元，决算支出36.50万元。',
        '培训费预算安排35.00万元，较上年预算下降12.5%，较上年决算下降4.1%。',
      ],
    ],
    ['two figures of last year', ['接诊412例，增长8.4%。', '上年接诊365例。', '去年接诊380例。']],
    ['months that leave a gap', ['上半年培训214期，1至2月31期，5至6月83期。']],
    [
      'what sections do not tell is told',
      [
        '专项检查发现隐患57项，其中跨类的2项。',
        '一、消防方面',
        '发现隐患21项。',
        '二、用电方面',
        '发现隐患19项。',
        '三、燃气方面',
        '发现隐患15项。',
      ],
    ],
  ];
  test.each(cases)('%s', (_, given) => {
    expect(alarms(given)).toEqual([]);
  });
});
