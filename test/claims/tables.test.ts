import { describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';

/** A table of rows by line, its cells by bars; the lines before it are paragraphs. */
function alarms(text: string): string[] {
  const lines = text
    .trim()
    .split('\n')
    .map((it) => it.trim());
  const first = lines.findIndex((it) => it.includes('|'));
  const last = lines.findLastIndex((it) => it.includes('|'));
  const table = lines.slice(first, last + 1).map((line) => line.split('|').map((cell) => cell.trim()));
  const given = [...lines.slice(0, first), { table }, ...lines.slice(last + 1)];
  const { findings } = examine(documentOf(given), { file: 'table', sha256: '0'.repeat(64) }, defaultRulebook());
  return findings.filter((it) => it.severity !== 'info').map((it) => `${it.rule} ${it.arithmetic}`);
}

describe('a figure against the others of its table is found', () => {
  const cases: readonly [why: string, table: string, shows: string][] = [
    [
      'a difference column',
      `单位：万元
      项目|原合同价|结算价|核减额
      东门桥维修|186.40|171.25|15.15
      西街排水|94.75|90.10|4.65
      体育场照明|233.18|214.06|19.12
      北关道路|312.66|295.41|27.25
      市场改造|78.52|73.90|4.62`,
      '差 10万元',
    ],
    [
      'a balance of four columns, where words are unknown',
      `单位：吨
      粮种|年头数|进|出|年尾数
      小麦|5,312|2,087|1,944|5,455
      玉米|3,876|1,540|1,615|3,801
      稻谷|7,125|3,308|2,996|7,437
      大豆|1,290|815|762|1,433
      高粱|644|217|198|663`,
      '差 90',
    ],
    [
      'a rate of completion',
      `任务|计划（户）|完成（户）|完成率
      改厕|1,250|1,187|94.96%
      改水|860|812|94.42%
      改灶|430|409|95.12%
      危房|275|263|93.64%
      绿化|1,940|1,875|96.65%`,
      '95.64%',
    ],
    [
      'an average that is no percentage',
      `班级|人数|总分|平均分
      一班|48|4,128|86.0
      二班|51|4,233|83.0
      三班|46|3,910|85.0
      四班|49|4,312|78.0
      五班|50|4,175|83.5`,
      '88.0',
    ],
    [
      'a share of the row that totals',
      `单位：万元
      资金来源|金额|比重（%）
      中央补助|1,286.40|40.38
      省级补助|742.15|23.29
      县级配套|695.30|28.12
      群众自筹|462.15|14.51
      合计|3,186.00|100.00`,
      '21.82%',
    ],
    [
      'a price times a count',
      `品名|数量|单价（元）|金额（元）
      课桌|120|265.00|31,800.00
      课椅|120|148.00|17,760.00
      讲台|8|890.00|7,120.00
      黑板|8|1,350.00|18,000.00
      书柜|15|720.00|10,800.00`,
      '10800.00',
    ],
    [
      'a standard for twelve months, in another unit',
      `对象|人数|月标准（元）|全年金额（万元）
      特困供养|215|980|252.84
      孤儿|38|1,650|75.24
      高龄老人|1,140|100|136.80
      困境儿童|62|1,200|98.28`,
      '89.28',
    ],
    [
      'a running total',
      `月份|当月产量|累计产量
      1月|412.6|412.6
      2月|385.3|797.9
      3月|440.1|1,238.0
      4月|428.7|1,676.7
      5月|433.2|2,099.9
      6月|419.8|2,519.7`,
      '（差 10）',
    ],
    [
      'growth against the row before',
      `年份|产值（亿元）|比上年增长（%）
      2018年|1,204.5|—
      2019年|1,286.3|6.8
      2020年|1,312.9|2.1
      2021年|1,437.6|9.5
      2022年|1,502.1|5.4
      2023年|1,589.7|5.8`,
      '4.49%',
    ],
    [
      'a balance that goes on from row to row',
      `日期|摘要|收入|支出|结余
      3月1日|领备用金|5,000.00||5,000.00
      3月4日|购办公用品||1,286.50|3,713.50
      3月9日|邮寄费||214.00|3,499.50
      3月15日|补领备用金|2,000.00||5,499.50
      3月21日|车辆加油||865.00|4,734.50
      3月28日|接待用餐||612.00|4,122.50`,
      '4,734.50（差 100）',
    ],
    [
      'rows taken from each other, shown by the columns',
      `单位：万元
      项目|一季度|二季度|三季度|四季度
      主营业务收入|812.40|903.65|877.12|1,025.38
      主营业务成本|533.26|610.94|569.80|682.15
      毛利额|279.14|292.71|370.32|343.23`,
      '307.32',
    ],
    [
      'a weighted score',
      `指标|权重（%）|评分|折算得分
      质量|35|92.0|32.20
      进度|25|88.0|22.00
      安全|20|95.0|19.00
      廉洁|12|90.0|18.00
      档案|8|85.0|6.80`,
      '10.80',
    ],
  ];
  test.each(cases)('%s', (_why, table, shows) => expect(alarms(table).join('\n')).toContain(shows));
});

describe('a sound table alarms nobody', () => {
  const cases: readonly [why: string, table: string][] = [
    [
      'rates and averages in the row that totals',
      `学校|班数|人数|平均每班|升学率（%）
      一中|24|1,152|48.0|91.2
      二中|18|810|45.0|86.5
      三中|15|615|41.0|79.8
      合计|57|2,577|45.2|86.9`,
    ],
    [
      'growth on another basis',
      `增速按可比价格计算。
      指标|上年|本年|增长（%）
      农业|51.20|53.10|3.2
      林业|12.45|13.02|4.1
      牧业|30.18|31.90|2.9
      渔业|8.76|9.20|5.0`,
    ],
    [
      'a row with a term of its own column',
      `单位：万元
      单位|合计|基本支出|项目支出|上缴上级
      局机关|512.30|388.15|124.15|
      执法队|236.48|201.18|35.30|
      检测站|198.77|143.02|45.75|10.00
      服务所|87.55|80.05|7.50|
      档案馆|64.20|60.10|4.10|`,
    ],
    [
      'shares forced to a hundred',
      `类别|件数|占比（%）
      来信|127|17.3
      来访|256|34.9
      网络|309|42.1
      电话|42|5.7
      合计|734|100.0`,
    ],
    [
      'standards that nothing adds up',
      `职级|住宿费（元）|伙食费（元）|交通费（元）
      一类|900|100|80
      二类|500|100|80
      三类|400|100|80
      其他|350|100|80`,
    ],
    [
      'two divisions of one total',
      `指标|年末数（万人）|比重（%）
      常住人口|312.40|100.00
      其中：城镇|187.44|60.00
      乡村|124.96|40.00
      其中：男性|159.64|51.10
      女性|152.76|48.90
      其中：60岁及以上|65.60|21.00`,
    ],
  ];
  test.each(cases)('%s', (_why, table) => expect(alarms(table)).toEqual([]));
});
