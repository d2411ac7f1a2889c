import { describe, expect, test } from 'vitest';
import { labelsOf } from './read-text.js';

describe('a figure is labelled as a careful reader would', () => {
  test.each([
    ['the words before it', '另有购买服务人员7人。', ['7人=购买服务人员']],
    ['the counted noun behind it', '下设3个二级预算单位。', ['3个=二级预算单位']],
    ['a counted noun ends at its verb', '上述6个惠民项目全部通过验收。', ['6个=惠民项目']],
    ['a long noun ends where the verb begins', '建成的5个乡村卫生服务站点运行平稳有序。', ['5个=乡村卫生服务站点']],
    [
      'a long noun without a word that may end it stays whole',
      '投放12个生活垃圾分类智能回收箱。',
      ['12个=生活垃圾分类智能回收箱'],
    ],
    ['what the dictionary takes for a verb ends it', '已有6个易地安置小区召开业主大会。', ['6个=易地安置小区']],
    [
      'what the dictionary takes for a part of it does not',
      '组织9场城乡就业政策发布活动。',
      ['9场=城乡就业政策发布活动'],
    ],
    ['了 ends a noun', '共有8个村级集体组织编制了账目。', ['8个=村级集体组织']],
    ['who has it is no part of the name', '全镇共有护林员45名。', ['45名=护林员']],
    ['a total keeps its name', '本年收入合计80.5万元。', ['80.5万元=本年收入合计']],
    ['a connective in the middle', '两个村分别栽种果树90棵。', ['两个=村', '90棵=栽种果树']],
    ['hedges', '图书室仅一间，藏书不足两千册。', ['一间=图书室', '两千册=藏书']],
    ['平均 is part of the name', '失业率平均4.8%。', ['4.8%=失业率平均']],
    ['a unit that names what it counts', '接待来访12批次、80人次。', ['12批次=接待来访批次', '80人次=接待来访人次']],
    [
      'a modifier gets its noun',
      '发放问卷90份，收回85份，表示满意的80份。',
      ['90份=发放问卷', '85份=收回', '80份=满意的问卷'],
    ],
    ['what came of things gets their noun', '监测井14口，水质达标13口。', ['14口=监测井', '13口=水质达标的监测井']],
    ['people', '回访群众60人，满意或基本满意的57人。', ['60人=回访群众', '57人=满意或基本满意的人数']],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('behind one part, an earlier level is that of the part or of the whole, whichever is nearer', () => {
  test.each([
    [
      'of the whole',
      '馆藏图书900册，其中外文90册，比上年的850册增加50册，增长5.88%。',
      ['900册=馆藏图书', '90册=外文', '850册=上年馆藏图书', '50册=馆藏图书增加', '5.88%=馆藏图书增长率'],
    ],
    [
      'of the part',
      '馆藏图书900册，其中外文90册，比上年的81册增加9册，增长11.11%。',
      ['900册=馆藏图书', '90册=外文', '81册=上年外文', '9册=外文增加', '11.11%=外文增长率'],
    ],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('a name that says only side, stage or outcome gets its thing from its sentence', () => {
  test.each([
    ['a side', '医保基金收入20亿元，支出18亿元。', ['20亿元=医保基金收入', '18亿元=医保基金支出']],
    [
      'a balance is of no side',
      '医保基金收入20亿元，年末滚存结余9亿元。',
      ['20亿元=医保基金收入', '9亿元=医保基金年末滚存结余'],
    ],
    [
      'the stage of a side',
      '水务专户收入预算30万元，决算31万元。',
      ['30万元=水务专户收入预算', '31万元=水务专户收入决算'],
    ],
    ['what the sentence looks at', '从会议费看，部门合计12万元。', ['12万元=会议费部门合计']],
    ['not for a sum of other items', '捐赠收入6万元，收入合计90万元。', ['6万元=捐赠收入', '90万元=收入合计']],
    [
      'not from what names no thing',
      '区政府批准追加6万元，全年预算数90万元。',
      ['6万元=区政府批准追加', '90万元=全年预算数'],
    ],
    [
      'behind a list of parts, of the whole',
      '会议费预算6万元，其中场租4万元、餐费1万元；决算5万元。',
      ['6万元=会议费预算', '4万元=场租', '1万元=餐费', '5万元=会议费决算'],
    ],
    ['the plan of a comparison', '受训农民比年度指标800人多40人。', ['800人=受训农民年度指标', '40人=增加']],
    [
      'what was done stands before it',
      '计划架设电缆12公里，实际完成11公里。',
      ['12公里=计划架设电缆', '11公里=实际完成架设电缆'],
    ],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('a base, a bound, a list and an approval', () => {
  test.each([
    [
      'the year of a base',
      '2023年门诊量90人次，比2022年的80人次增长12.5%。',
      ['90人次=门诊量人次', '80人次=上年门诊量人次', '12.5%=门诊量人次增长率'],
    ],
    ['a year farther back', '教学支出比2017年的6亿元增长5%。', ['6亿元=2017年教学支出', '5%=教学支出增长率']],
    ['grades', '80分以上为良，60分至79分为中。', ['80分=良等下限', '60分至79分=中等区间']],
    ['an aim', '满意度97%，高于95%的目标值。', ['97%=满意度', '95%=满意度目标值']],
    ['a standard', '按每公里200元的标准发放养护补贴。', ['200元=养护补贴标准']],
    [
      'marks',
      '其中预算执行9分、产出40分，卡片更新滞后扣1分。',
      ['9分=预算执行得分', '40分=产出得分', '1分=卡片更新滞后扣分'],
    ],
    ['the first of a list speaks for all', '抽查结果为好的7个、差的2个。', ['7个=抽查结果为好', '2个=抽查结果为差']],
    [
      'parts get the noun of their whole',
      '完成审计项目9个，其中政府投资5个。',
      ['9个=完成审计项目', '5个=政府投资项目'],
    ],
    ['both stages of one thing', '公务车购置费预算、决算均为2万元。', ['2万元=公务车购置费决算']],
    ['no approval', '经市卫生局核准实际开放病床90张。', ['90张=实际开放病床']],
    ['no reason', '年中因人员增资追加6万元。', ['6万元=年中追加']],
    [
      'no part of what it makes up',
      '项目预算由市级专项7万元、区级配套3万元构成。',
      ['7万元=市级专项', '3万元=区级配套'],
    ],
    ['a plan goes on', '计划接管农户90户，铺设水管4公里。', ['90户=计划接管农户', '4公里=计划铺设水管']],
    ['no count of none, no name of a policy', '全村无一户返贫，落实四个不摘，有12户就业。', ['12户=就业']],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('a total is of all that its words list', () => {
  test.each([
    ['two of a kind', '全镇办公费、差旅费合计6.2万元。', ['6.2万元=办公费、差旅费合计']],
    [
      'what a bracket calls them',
      '2021年全县因公出国（境）费、公务接待费，公车运行费（“三公”经费）决算总额614万元。',
      ['614万元=“三公”经费决算总额'],
    ],
    ['a list of other things is not summed', '举办讲座、座谈，场地费合计3万元。', ['3万元=场地费合计']],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('words around a name are none of it', () => {
  test.each([
    [
      'the bullet of a list',
      '● 营业收入418.6万元。\n\n\uF06C 利润总额20.5万元。',
      ['418.6万元=营业收入', '20.5万元=利润总额'],
    ],
    ['what a colon sets before a figure names it', '收入：418.6万元。', ['418.6万元=收入']],
    [
      'the verb of several figures',
      '城乡居民人均收入分别完成4.1万元、2.3万元。',
      ['4.1万元=城乡居民人均收入', '2.3万元=城乡居民人均收入'],
    ],
    [
      'a name for each of several figures',
      '道路养护、园林养护为3.4万元、1.2万元。',
      ['3.4万元=道路养护', '1.2万元=园林养护'],
    ],
    ['adverbs', '西部片区则达到12%，南部片区也达到9%。', ['12%=西部片区', '9%=南部片区']],
    ['what a whole is made up of', '专项支出包括宣传费3.6万元，资料费1万元。', ['3.6万元=宣传费', '1万元=资料费']],
    ['what brings in a date', '2022年在第三季度增发债券80万元。', ['80万元=增发债券']],
    ['a plan from which a rate rose', '赤字率由年初预算安排的3%左右提高到3.6%。', ['3%=赤字率', '3.6%=赤字率']],
    [
      'a noun that ends like a change',
      '厂房建筑面积约800平方米，层高约4.2米。',
      ['800平方米=厂房建筑面积', '4.2米=层高'],
    ],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('a bare stage belongs to something', () => {
  test.each([
    [
      'a rate is of the plan right before it, which is the plan of what was reached',
      ['二、政府性基金收入情况', '政府性基金预算收入2240万元，完成年初预算数25600万元的8.8%，比上年增收368万元。'],
      [
        '2240万元=政府性基金预算收入',
        '25600万元=政府性基金预算收入年初预算数',
        '8.8%=政府性基金预算收入完成年初预算比例',
        '368万元=政府性基金预算收入增收',
      ],
    ],
    [
      'a stage of spending is not one of income',
      ['补贴收入预算数35万元，决算数27万元。本年支出预算数65万元，决算数53万元。'],
      ['35万元=补贴收入预算数', '27万元=补贴收入决算数', '65万元=本年支出预算数', '53万元=本年支出决算数'],
    ],
    [
      '预算 in the name of a budget is no stage',
      ['全区一般公共预算收入61.2万元，占年初预算数109.4万元的55.9%。'],
      ['61.2万元=一般公共预算收入', '109.4万元=一般公共预算收入年初预算数', '55.9%=一般公共预算收入完成年初预算比例'],
    ],
    [
      'what its paragraph gave a stage to',
      ['“三公”经费年初预算12万元，决算9万元，完成预算的75%。'],
      ['12万元=“三公”经费年初预算', '9万元=“三公”经费决算', '75%=“三公”经费完成预算比例'],
    ],
    [
      'the last thing with a stage, not a part in between',
      ['培训费预算30万元，其中师资费8万元、场地费5万元；决算28万元。'],
      ['30万元=培训费预算', '8万元=师资费', '5万元=场地费', '28万元=培训费决算'],
    ],
    [
      'the budget item at the head of its paragraph',
      ['1.教育支出（类）普通教育（款）小学教育（项）。年初预算为50万元，支出决算为48万元。'],
      ['50万元=小学教育（项）年初预算', '48万元=小学教育（项）支出决算'],
    ],
    [
      'an item in quotes',
      ['3.“卫生健康支出（类）公共卫生（款）妇幼保健机构（项）”20万元，主要用于保健。2023年预算执行数为16万元。'],
      ['20万元=妇幼保健机构（项）', '16万元=妇幼保健机构（项）预算执行数'],
    ],
    ['an item as a path', ['“农林水支出-水利-防汛”科目33万元。'], ['33万元=防汛']],
    [
      'the one thing that its section is about',
      ['（一）公务接待费支出决算情况', '支出决算6万元。'],
      ['6万元=公务接待费支出决算'],
    ],
    ['nothing, in a section about everything', ['一、支出决算总体情况说明', '支出决算6万元。'], ['6万元=支出决算']],
  ])('%s', (_, given, labels) => {
    expect(labelsOf(...given)).toEqual(labels);
  });
});

describe('bounds, aims, standards', () => {
  test.each([
    ['an upper bound', ['单个村补助不超过五万元。'], ['五万元=单个村补助上限']],
    ['a lower bound', ['合格率不低于95%。'], ['95%=合格率下限']],
    ['a bound alone in brackets', ['等级为“良”（80分及以上）。'], ['80分=等级为“良”下限']],
    [
      'aims',
      ['（二）绩效目标', '改造水窖不少于30口，群众满意度达到92%以上。'],
      ['30口=改造水窖目标', '92%=群众满意度目标'],
    ],
    [
      'so much for each',
      ['高龄津贴按每人每月80元发放，惠及40人，全年38,400元（折合3.84万元）。'],
      ['80元=高龄津贴标准', '40人=高龄津贴人数', '38,400元=高龄津贴', '3.84万元=高龄津贴折合'],
    ],
    [
      'the second writing of an amount',
      ['合同价款为人民币伍万元整（小写：50,000.00元）。'],
      ['人民币伍万元整=合同价款', '50,000.00元=合同价款'],
    ],
    [
      'a threshold is part of the name',
      ['单价50万元（含）以上设备（不含车辆）2台。'],
      ['50万元=单价', '2台=单价50万元（含）以上设备'],
    ],
    ['a clause that ends in 的', ['由小微企业成交的，采购金额9万元。'], ['9万元=由小微企业成交的采购金额']],
  ])('%s', (_, given, labels) => {
    expect(labelsOf(...given)).toEqual(labels);
  });
});

describe('lists name their members', () => {
  test.each([
    [
      'names before their count',
      '东岭、西坪、南湾三个村分别安装路灯30盏、25盏和18盏。',
      ['三个=村', '30盏=东岭村安装路灯', '25盏=西坪村安装路灯', '18盏=南湾村安装路灯'],
    ],
    [
      'shares of a list before',
      '省级补助6万元、市级补助4万元，分别占60%、40%。',
      ['6万元=省级补助', '4万元=市级补助', '60%=省级补助占比', '40%=市级补助占比'],
    ],
    [
      'parts that have a name of their own within their whole',
      '政府采购支出总额9万元，其中：货物支出4万元、服务支出5万元。',
      ['9万元=政府采购支出总额', '4万元=货物采购支出', '5万元=服务采购支出'],
    ],
    [
      'a word that the last name says for all',
      '货物、工程、服务采购规模分别为7亿元、15亿元和11亿元。',
      ['7亿元=货物采购规模', '15亿元=工程采购规模', '11亿元=服务采购规模'],
    ],
    [
      'changes of several',
      '粮食产量2亿斤；医药制造业、仪器制造业增加值分别增长8.1%、6.4%。',
      ['2亿斤=粮食产量', '8.1%=医药制造业增加值增长率', '6.4%=仪器制造业增加值增长率'],
    ],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('a figure of few words of its own goes on about what stands before it', () => {
  test.each([
    ['reached after a change', '参保率提高2个百分点，达到97.5%。', ['2个百分点=参保率提高', '97.5%=参保率']],
    ['so many times', '教育投入62亿元，是2015年的1.6倍。', ['62亿元=教育投入', '1.6倍=教育投入倍数']],
    ['a plan right behind', '培训费支出3.1万元，年初预算为4万元。', ['3.1万元=培训费支出', '4万元=培训费支出年初预算']],
    [
      'a share of a plan',
      '全县完成财政收入820万元，占年初预算2000万元的41%。',
      ['820万元=财政收入', '2000万元=财政收入年初预算', '41%=财政收入完成年初预算比例'],
    ],
    [
      'a sentence of several levels has no one topic',
      '差旅费6万元，租赁费4万元，与上年下降8%。',
      ['6万元=差旅费', '4万元=租赁费', '8%=租赁费下降率'],
    ],
    [
      'the sum of what was listed',
      '中央补助5万元、省级补助3万元，共计8万元。',
      ['5万元=中央补助', '3万元=省级补助', '8万元=合计'],
    ],
    ['one of several', '排查隐患9处，已整改8处，一处正在整改。', ['9处=排查隐患', '8处=已整改', '一处=正在整改的隐患']],
    ['who benefits', '发放临时救助，惠及620人。', ['620人=受益人数']],
    ['a row of plain text', '增值税 | 321 | 45', ['321=增值税', '45=增值税']],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });
});

describe('what a name leaves out', () => {
  test.each([
    ['how it came about', '完成地方财政收入75亿元。', ['75亿元=地方财政收入']],
    [
      '加上, but not the 上 of 上级',
      '加上级补助收入9万元，加上调入资金2万元。',
      ['9万元=上级补助收入', '2万元=调入资金'],
    ],
    ['into what it was taken', '纳入汇总范围的预算单位共5家。', ['5家=预算单位']],
    [
      'the long name, where a short one is given',
      '持有的岚山建设集团（以下简称“岚山建设”）合计60%的股权。',
      ['60%=岚山建设股权比例'],
    ],
    ['an amount before what it is', '发行4亿元乡村振兴专项债券。', ['4亿元=乡村振兴专项债券']],
    ['people in hundred millions', '近2亿灵活就业人员受益。', ['2亿=灵活就业人员受益']],
    ['years that are part of a noun', '下辖3所九年制学校。', ['3所=九年制学校']],
  ])('%s', (_, text, labels) => {
    expect(labelsOf(text)).toEqual(labels);
  });

  test('claims in court are named after their case', () => {
    const text = '原告提起设备买卖合同纠纷一案，请求判令被告支付货款30万元、利息2万元以及违约金1万元。';
    expect(labelsOf(text)).toEqual([
      '30万元=设备买卖合同纠纷一案请求货款',
      '2万元=设备买卖合同纠纷一案请求利息',
      '1万元=设备买卖合同纠纷一案请求违约金',
    ]);
  });
});

describe('what states nothing is no figure', () => {
  test.each([
    ['一 twice', '建立“一村一账”和一企一档。'],
    ['an age that names people', '为七十岁以上老人上门服务。'],
    ['the number of a table', '分项情况见表3。'],
  ])('%s', (_, text) => {
    expect(labelsOf(text)).toEqual([]);
  });

  test('an age that is stated', () => {
    expect(labelsOf('平均年龄46岁。')).toEqual(['46岁=平均年龄']);
  });
});

describe('cells', () => {
  test('a row, then its column; a total row behind it', () => {
    const table = [
      ['名称', '单位', '数量', '税额'],
      ['桌椅', '套', '4', '￥12.00'],
      ['合计', '', '', '￥12.00'],
    ];
    expect(labelsOf({ table })).toEqual(['4=桌椅数量', '￥12.00=桌椅税额', '￥12.00=税额合计']);
  });

  test('a bill of one thing: the column names its figures', () => {
    const table = [
      ['项目名称', '数量', '单价', '金额'],
      ['*餐饮服务*会议用餐', '20', '45.00', '900.00'],
      ['合计', '', '', '￥900.00'],
    ];
    expect(labelsOf({ table })).toEqual(['20=数量', '45.00=单价', '900.00=金额', '￥900.00=金额合计']);
  });

  test('running text names its figures itself', () => {
    const table = [
      ['事项', '说明'],
      ['其他', '处置旧车一辆，计入营业外收入8.2万元；补缴以前年度税款3.1万元。'],
    ];
    expect(labelsOf({ table })).toEqual(['一辆=处置旧车', '8.2万元=计入营业外收入', '3.1万元=补缴以前年度税款']);
  });
});

test('the organisation of the document is no part of a label', () => {
  const given = ['岚山县水务局2024年部门决算', '岚山县水务局2024年度机关运行经费支出40万元。'];
  expect(labelsOf(...given)).toEqual(['40万元=机关运行经费支出']);
});

test('a label does not depend on what was read before', () => {
  const text = '建成的5个乡村卫生服务站点运行平稳有序。';
  const alone = labelsOf(text);
  labelsOf('上述6个惠民项目全部通过验收。', '全镇共有护林员45名。');
  expect(labelsOf(text)).toEqual(alone);
});

test('an overlong paragraph is read in stretches of whole sentences, each figure as in its own sentence', () => {
  const sentence = '公务接待费支出3.5万元，比上年减少0.5万元，下降12.5%。';
  const own = labelsOf(sentence);
  expect(labelsOf(sentence.repeat(100))).toEqual(Array.from({ length: 100 }, () => own).flat());
});
