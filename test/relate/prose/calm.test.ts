import { describe, expect, test } from 'vitest';
import { judged } from './judged.js';

/** Sound passages that tempt: each was written so that a wrong reading of it would not add up. */
const sound: readonly (readonly [why: string, text: string])[] = [
  ['其中 names some of the parts', '全年支出642.31万元，其中：培训费18.42万元，会议费7.35万元。'],
  ['主要 names the greatest', '完成投资38.6亿元，主要是交通12.4亿元、水利9.7亿元。'],
  ['等 leaves parts out', '投入资金5126万元，用于道路2310万元、供水1405万元等。'],
  [
    'a list within a list',
    '共有编制86名，其中行政编制31名（含政法专项编制9名、工勤编制4名），事业编制55名（含参公编制20名）。',
  ],
  ['people counted twice', '全镇党员1286名，其中女性402名，大专以上学历719名，60岁以上538名。'],
  ['another year beside this one', '2023年支出512.4万元，2022年支出498.7万元，2021年支出476.2万元。'],
  ['the year to date beside the month', '6月份完成收入3.2亿元，1—6月累计完成21.7亿元，增长6.4%。'],
  ['growth at comparable prices', '地区生产总值386.52亿元，比上年361.40亿元增长5.8%（按可比价格计算）。'],
  [
    'growth on a restated base',
    '收入完成24.6亿元，剔除留抵退税因素后同口径增长9.3%，按自然口径比上年22.9亿元增长7.4%。',
  ],
  ['the city and its own level', '全市一般公共预算收入128.4亿元，增长4.1%；市本级收入36.7亿元，增长3.2%。'],
  ['shares of two wholes', '教育支出31.2亿元，占一般公共预算支出的21.6%；其中高中教育支出6.4亿元，占教育支出的20.5%。'],
  ['two subjects with two figures each', '甲、乙两县分别完成收入12.4亿元和9.8亿元，分别增长5.1%和6.3%。'],
  ['a bound and what came of it', '全年培训不少于1200人次，实际培训1386人次。'],
  ['approximate parts', '全区约有商户5200家，其中餐饮近1800家、零售2600余家、其他1000家左右。'],
  ['a range', '每亩补贴80元至120元，全年补贴面积1.2万亩。'],
  ['a difference in percentage points', '城镇登记失业率3.1%，比上年下降0.2个百分点。'],
  ['what was carried over beside what came in', '上年结转32.6万元，本年拨款418.3万元，支出402.7万元。'],
  [
    'a note on marked items counts those',
    '*为本年新设子公司共8家。\n▲本集团对上述3家公司的持股比例低于51%，仍纳入合并范围。',
  ],
  ['companies of another kind', '新设子公司8家。\n上述3家公司均已开业。'],
  ['rounding in whole 亿', '税收收入86亿元，非税收入41亿元，合计128亿元。'],
  ['a rate that was cut, not rounded', '项目128个，完工119个，完工率92.96%。'],
  ['a total given again', '收入总计731.24万元，支出总计731.24万元。'],
  ['a surplus is no contradiction', '收入总计731.24万元，支出总计702.18万元，年末结转29.06万元。'],
  ['a stage beside another', '年初预算312万元，调整预算346.5万元，决算338.27万元。'],
  ['a per-unit amount', '按每人每月150元发放，惠及52人，全年发放93600元。'],
  ['counts of other things', '检查企业46家，发现隐患132处，整改129处，罚款12.6万元。'],
  [
    'a list behind the parts of a total is no breakdown of the last of them',
    '年末户籍人口124830人。其中，城镇人口61240人，乡村人口63590人；男性63105人，女性61725人；有证工匠、种粮大户人口分别为1430人、215人。',
  ],
  [
    'each year under its own words, the change told of both at once',
    '2022年度安排接待费11.2万元、会议费3.4万元。2021年度安排接待费12.5万元、会议费3.4万元。2022年度较2021年度减少1.3万元，其中接待费较上年减少1.3万元，下降10.4%。',
  ],
  ['the year that is compared is not printed', '2021年度会议费12.5万元。2022年度较2021年度减少1.3万元，下降11.4%。'],
  ['a bound on each, and a total above it', '单笔支出均不超过二十万元，全年支出共计86.4万元。'],
  ['attributes of the same people', '全局在职人员118人，其中党员50人、女性30人。'],
  ['grades of a title, the others unsaid', '专业技术人员86人，其中中级职称20人、高级职称10人。'],
  ['kinds of enterprises that overlap and exceed', '全县共有企业500家，其中高新技术企业300家、规上工业企业280家。'],
  ['the upper levels, the lower unsaid', '共有龙头企业46家，其中国家级2家、省级10家、市级20家。'],
  ['some kinds of projects', '全年实施项目36个，其中重大项目3个、民生项目8个。'],
  ['attributes in numbers so long that a slip would tell', '年末户籍人口124830人，其中女性61240人，60岁以上63290人。'],
  ['two of several sources', '社会保险基金收入37667万元，其中：保险费收入28088万元；财政补贴收入8212万元。'],
  ['what a third part of 30 万元 would fill', '全年支出100.50万元，其中：教育支出60.20万元，卫生健康支出10.30万元。'],
  ['of those included some', '核定编制31名（含政法专项编制9名、工勤编制4名）。'],
  ['values for each, which nobody adds', '全体居民人均可支配收入7256元，其中城镇居民10063元、农村居民4974元。'],
  [
    'averages beside a list that adds up',
    '全年培训40期、2860人次，平均每期72人次，其中：业务培训23期、1520人次，平均每期66人次；廉政培训17期、1340人次，平均每期79人次。',
  ],
  ['lists set beside one another by ；', '小麦产量12.5吨；油料产量14.5吨，其中：菜籽产量11.1吨；蔬菜产量49.9吨。'],
  ['a list ends before what stands behind ；', '年末在职21人，其中公务员13人、事业人员8人；退休人员9人。'],
  [
    'things carried over besides what was added',
    '年初预算280万元，年中追加16万元，全年预算310万元（含上年结转14万元）。',
  ],
  [
    '等 behind what was added',
    '一般公共预算收入54.2亿元。加上上级补助收入98.4亿元、债券收入21.6亿元等，收入总计183.9亿元。',
  ],
  [
    'the base stands farther back than what was added',
    '2018年保险基金收入决算数589.67亿元，支出预算数654.83亿元，支出决算数532.49亿元。另外，加上上缴的调剂基金收入2413.30亿元，收入总量3002.97亿元。',
  ],
  [
    'the others summed up',
    '合计增资28.1亿元，其中甲公司9亿元、乙公司7.1亿元、丙公司5.4亿元、丁公司2.2亿元、戊公司1.9亿元、其他公司合计2.5亿元。',
  ],
  [
    'one of a list is counted in something else',
    '2023年，全县共受理群众信访1,286件，按渠道看，来信312件，来访408批，网上投诉566件。',
  ],
  ['one of a series is counted in something else', '全年共办理128件，分别为人大建议70件、政协提案40份、来电意见18件。'],
  ['one before its total is counted in something else', '办公用房10间、会议室12个、库房8间，合计30间。'],
];

describe('sound passages raise nothing', () => {
  test.each(sound)('%s', (_why, text) => {
    expect(judged(text).found).toEqual([]);
  });
});

const wrong: readonly (readonly [why: string, text: string, found: string])[] = [
  [
    'parts exceed their total, one more of them in another unit',
    '2023年，全县共受理群众信访786件，按渠道看，来信312件，来访408批，网上投诉566件。',
    'error parts-of-total: 786件 312件 566件',
  ],
  [
    'a size within a name is no member that was left out',
    '配套建筑物共1964座，按类型看，生产桥1座，D500*3米管涵17座，D400*4米管涵128座，农口1718座。',
    'error parts-of-total: 1964座 1座 17座 128座 1718座',
  ],
  [
    'what stands beside every member of a list is no member that was left out',
    '水渠共有干渠46条，长8.8千米，支渠2条，长2.4千米，合计50条。',
    'error parts-of-total: 46条 2条 50条',
  ],
  [
    'lists of changes and rates, the amounts lending one another their unit',
    '2021年度收入512.38、支出总计498.16万元。与2020年相比，收入减少61.42、支出总计减少83.17万元，分别下降12%、16.7%。',
    'growth-rate',
  ],
  [
    'shares of one whole that is not printed',
    '1.基本支出1842310.4元，占一般公共预算支出的81.26%。2.项目支出424800元，占一般公共预算支出的22.47%。',
    'share-of-total',
  ],
  [
    'a total divided once more, one wrong digit in the list',
    '年末户籍人口124830人。其中，城镇人口61240人，乡村人口63590人；男性63105人，女性61725人；0—17岁、18—59岁、60岁及以上人口分别为21430人、76215人和27085人。',
    'error parts-of-total: 124830人 21430人 76215人 27085人',
  ],
  [
    'another way to divide the same total',
    '在校学生1367人，其中：机械专业486人、护理专业372人、会计专业509人；按年级分，一年级465人、二年级451人、三年级441人。',
    'error parts-of-total: 1367人 465人 451人 441人',
  ],
  [
    'years named by the sentence that compares them',
    '2022年度会议费11.2万元。2021年度会议费12.5万元。2022年度较2021年度减少1.3万元，下降11.4%。',
    'error growth-rate: 11.2万元 12.5万元 1.3万元 11.4%',
  ],
  [
    'a part larger than whatever it may be part of',
    '应届毕业生438人，已就业421人；其中本地就业623人。',
    'subset-not-larger',
  ],
  [
    'the four parts of a score',
    '项目自评得分94.5分，其中：决策18分，过程28.5分，产出27分，效益19分。',
    'parts-of-total: 94.5分 18分 28.5分 27分 19分',
  ],
  ['a change behind its rate', '全年税收收入8124.36万元，同比增长7.2%，增收845.6万元。', 'growth-rate'],
  ['a count that refers back', '全年新建公交站台24个。\n上述26个公交站台均已启用。', 'referred-count'],
  ['a stated difference', '公务接待费支出4.12万元，年初预算为5.60万元，差额为1.84万元。', 'stated-difference'],
  ['a unit slip', '全年支出共计208.46万元，包括：人员支出151.20元，公用支出57.26万元。', 'parts-of-total'],
  ['both sides of a budget', '收入总计98.21亿元，支出总计98.12亿元，收支平衡。', 'balanced-totals'],
];

describe('contradictions are found', () => {
  test.each(wrong)('%s', (_why, text, rule) => {
    expect(judged(text).found.join()).toContain(rule);
  });
});
