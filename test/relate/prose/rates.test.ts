import { describe, expect, it } from 'vitest';
import { judged } from './judged.js';

type Row = readonly [why: string, text: string, expected: string];

const wrong: readonly Row[] = [
  [
    'a rate right behind the plan that it is of',
    '全县一般公共预算收入24627万元，完成年初预算数60999万元的44.0%，比上年减收1070万元。',
    'error completion-rate: 24627万元 60999万元 44.0%',
  ],
  [
    'answers that were satisfied, of those that came back',
    '发放问卷240份，收回225份，回收率93.75%；表示满意的189份，满意度为94%。',
    'review satisfaction-rate: 225份 189份 94%',
  ],
  [
    'what came back, of what was sent out',
    '发放问卷240份，收回225份，回收率97.35%。',
    'error rate-of-counts: 240份 225份 97.35%',
  ],
  ['graduates in work', '应届毕业生352人，已就业331人，就业率49.0%。', 'error rate-of-counts: 352人 331人 49.0%'],
  [
    'staff against an establishment whose parts stand between',
    '核定编制52名，其中行政编制20名、事业编制32名。年末实有在职人员49人，在职人员控制率92.43%。',
    'error rate-of-counts: 52名 49人 92.43%',
  ],
  [
    'a rate that is qualified as its part is',
    '改造泵站16座，其中按期完工14座，按期完工率85.7%。',
    'error rate-of-counts: 16座 14座 85.7%',
  ],
  [
    'execution of a budget given a sentence before',
    '全年预算482.60万元。全年支出463.78万元，预算执行率69.10%。',
    'error completion-rate: 482.60万元 463.78万元 69.10%',
  ],
  [
    'the budget beside the rate, its spending before',
    '基本支出310.5万元，项目支出83.16万元。项目支出全年预算48万元，执行率99.00%。',
    'error completion-rate: 83.16万元 48万元 99.00%',
  ],
  [
    'execution of a budget given a paragraph before, one slip away',
    '项目全年预算482.60万元。\n全年执行463.78万元，预算执行率96.01%。',
    'review completion-rate: 482.60万元 463.78万元 96.01%',
  ],
  [
    'one share of a list of which no total is printed',
    '因公出国（境）费3.25万元，占13.00%；公务用车运行费17.50万元，占70.00%；公务接待费4.52万元，占17.00%。',
    'error share-of-total: 3.25万元 17.50万元 4.52万元 17.00%',
  ],
  [
    'a total that its parts and their shares contradict',
    '决算支出521.6万元中，基本支出417.5万元，占81.45%；项目支出95.1万元，占18.55%。',
    'error parts-of-total: 521.6万元 417.5万元 95.1万元',
  ],
  [
    'a share of the one total of that name in another paragraph, one slip away',
    '政府采购支出总额625.00万元。\n授予中小企业合同金额800.00万元，占政府采购支出总额的80.00%。',
    'review share-of-total: 625.00万元 800.00万元 80.00%',
  ],
  [
    'a share named by those that it is of',
    '应届毕业生352人，已就业331人；其中县内就业214人，占已就业人数的46.7%。',
    'error share-of-total: 331人 214人 46.7%',
  ],
  [
    'a share that is only nearly told',
    '户籍人口8.2万人，其中六十岁以上老年人11,480人，占比近31%。',
    'review share-of-total: 8.2万人 11,480人 31%',
  ],
  [
    'an aim and what came of it, sections apart',
    '三、年度绩效目标\n全年疏浚农村河道25公里。\n四、完成情况\n疏浚农村河道22公里，完成目标的68%。',
    'review target-completion: 25公里 22公里 68%',
  ],
  [
    'a change from a printed base and its rate',
    '基本支出310万元，项目支出95万元。与2022年支出381.4万元相比，增加23.6万元，增长1.69%。',
    'error growth-rate: 381.4万元 23.6万元 1.69%',
  ],
  [
    'a change and a rate that go opposite ways',
    '公务接待费比上年减少0.85万元，增长12.3%。',
    'warning change-directions: 0.85万元 12.3%',
  ],
  [
    'the difference of highest and lowest among other scores',
    '2023年度最高得分97.20分，最低得分71.40分，最高最低分差28.50分，上年最高得分96分。',
    'error stated-difference: 97.20分 71.40分 28.50分',
  ],
  [
    'totals of both sides that one slip parts',
    '全年收入总计83,652.17万元。支出总计83,562.17万元。',
    'review balanced-totals: 83,652.17万元 83,562.17万元',
  ],
  [
    'a price for each, whatever stands behind the amount',
    '理发补贴按每人次6元计发，全年2,150人次，共12,800元。',
    'review unit-price: 6元 2,150人次 12,800元',
  ],
  [
    'a monthly price for a year, one slip away',
    '护理补贴每人每月120元，惠及35人，全年54,000元。',
    'review unit-price: 120元 35人 54,000元',
  ],
  [
    'one amount again in the wrong unit',
    '共支付82,350万元（即8.24万元）。',
    'error converted-amount: 82,350万元 8.24万元',
  ],
  [
    'a part of what its sentence opens with',
    '项目经费52万元。项目经费中，设备购置83.6万元，其余用于培训。',
    'error subset-not-larger: 52万元 83.6万元',
  ],
  [
    'more done than came in',
    '全年受理信访举报64件，其中：来信40件、来访24件；已办结94件。',
    'review outcome-not-larger: 64件 94件',
  ],
  [
    'one level again in round numbers',
    '本年收入5,218.40万元。本年收入约0.25亿元。',
    'review same-fact: 5,218.40万元 0.25亿元',
  ],
];

describe('rates, products and limits that contradict their figures are found', () => {
  it.each(wrong)('%s', (_why, text, found) => {
    expect(judged(text).found).toContain(found);
  });
});

const calm: readonly (readonly [why: string, text: string])[] = [
  [
    'done at once and passed on are both answered for',
    '共受理热线事项3,650件，当场答复2,410件，转办1,240件，办结1,190件，办结率98.63%。',
  ],
  ['what was left over is done too', '受理案件640件，旧存85件，办结690件，办结率95.2%。'],
  ['what was left over is not printed', '新收案件640件，审结690件，审结率92.6%。'],
  ['satisfied in two degrees', '调查企业60家，其中非常满意45家，满意11家，一般4家，综合满意度93.1%。'],
  ['insured of those who ought to be', '常住人口21.4万人，养老保险参保12.6万人，参保率98.2%。'],
  ['more was built than was planned', '计划新建农村公路30公里，实际完成36公里。'],
  ['of what had come in', '项目预算总额900万元。实际到位资金800万元，支出720万元，预算执行率90%。'],
  ['two groups with a rate each', '干部问卷80份，满意76份，满意度95%；群众问卷120份，满意108份，满意度90%。'],
  ['people came and went through the year', '按每人每月50元的标准为2,300名老人发放津贴，全年发放129.5万元。'],
  ['two prices in one sentence', '对脱贫户每户补助3000元、边缘户每户2000元，共420户，发放补助112万元。'],
  ['each of three times', '组织3次测评，每次发放问卷100份，收回285份，回收率95%。'],
  ['staff outside the establishment', '核定编制30名，实有人员43人，其中在编28人，在职人员控制率93.33%。'],
  ['shares that overlap', '男性120人，占60%；女性80人，占40%；研究生50人，占25%；党员140人，占70%。'],
  ['another surplus than one slip', '收入总计5,632.15万元，支出总计5,211.94万元。'],
  ['a price for a term that is not said', '每生每学期补助500元，资助学生326人，共发放资金32.6万元。'],
];

describe('what may well be so raises no alarm', () => {
  it.each(calm)('%s', (_why, text) => {
    expect(judged(text).found).toEqual([]);
  });
});
