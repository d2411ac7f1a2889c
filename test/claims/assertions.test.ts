import { expect, test } from 'vitest';
import { assertions } from '../../src/claims/words/assertions/assertions.js';
import { described } from '../../src/extract/describe/described.js';
import { extract } from '../../src/extract/extract.js';
import { judge } from '../../src/judge/judge.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';

const rulebook = defaultRulebook();

/** The checks that find something wrong with what a text asserts. */
function told(text: string): string[] {
  const reading = extract(documentOf([text]), rulebook);
  const verdicts = judge(assertions(described(reading, rulebook), rulebook), rulebook.checks);
  return [...new Set(verdicts.filter((it) => it.status === 'failed').map((it) => it.relation.check))];
}

test.each([
  ['stated-direction', '全县小学在校生由上年末的8,214人增加到8,106人。'],
  ['stated-direction', '车辆维修费上年为3.2万元，本年降至3.6万元。'],
  ['stated-direction', '去年接访群众412批次，今年接访386批次，比去年增加26批次。'],
  ['stated-direction', '2022年末贷款余额86.5亿元，2023年末贷款余额84.1亿元，比上年末增长2.77%。'],
  ['stated-direction', '抽检合格率96.1%，高于全省平均水平（97.4%）。'],
  ['stated-direction', '甲村人均收入18,420元，乙村人均收入19,050元，甲村高于乙村630元。'],
  ['stated-direction', '年初预算安排56.00万元，实际支出51.30万元，实际支出与预算持平。'],
  ['share-in-words', '全年借阅图书126万册次，上年为42万册次，增长3倍。'],
  ['target-verdict', '全县高标准农田任务8.5万亩，实际建成7.9万亩，超额完成全年任务。'],
  ['completion-verdict', '完成年度计划的96.2%，超额完成了任务。'],
  ['claimed-target', '指标要求培训合格率不低于95%，实际为93.6%，达到目标。'],
  ['claimed-target', '空气优良天数比例达到84.6%，圆满完成省下达的86%的考核目标。'],
  ['claimed-target', '政府债务限额86.5亿元，年末余额87.2亿元，控制在限额以内。'],
  ['claimed-target', '控制要求为沉降20毫米以内。三个测点分别为17.4毫米、22.6毫米、11.9毫米，各点沉降均未超出控制值。'],
  ['extreme-of-series', '小区A得票312票，小区B得票287票，小区C得票341票，小区A得票最多。'],
  ['extreme-of-series', '东风街道活动26场，红旗街道31场，胜利街道19场，仅次于红旗街道的是胜利街道。'],
  ['listed-order', '各科室发文由多到少依次为：办公室86件、财务科42件、人事科57件。'],
  ['steady-series', '2021年、2022年、2023年投诉量分别为86件、91件、78件，连续下降。'],
  ['every-member', '四个乡镇参保率分别为98.2%、97.6%、94.8%、99.1%，均超过95%。'],
  ['subset-not-larger', '固定资产原值1,240万元，其中设备1,420万元。'],
  ['subset-not-larger', '全区共有养老机构34家；通过消防验收的36家。'],
  ['outcome-not-larger', '应到代表186名，实到192名。'],
  ['guests-of-receptions', '全年接待来访18批，共15人次。'],
  ['denied-figure', '全年未发生火灾事故；3月发生火灾事故1起，已按规定处理。'],
  ['denied-figure', '反馈问题18个，已全部完成整改，尚有2个问题正在整改。'],
  ['sign-against-words', '经营活动现金流入3,420万元，现金流出3,980万元，净额560万元。'],
  ['sign-against-words', '全年实现净利润-3.2万元，连续两年保持盈利。'],
  ['share-in-words', '女职工占48.6%，已超过半数。'],
  ['share-in-words', '规模由12万吨扩大到20万吨，翻了一番。'],
  ['stated-direction', '接待用餐支出由2021年的7.84万元增加到6.95万元。'],
  ['stated-direction', '112学年度新生2,418人，111学年度为2,503人，较前一学年度增加85人。'],
  [
    'stated-direction',
    '今年发生盗窃案214起，追回财物86.5万元。上年对应数字为251起和71.2万元。两相比较，盗窃案上升14.7%。',
  ],
  ['stated-direction', '验收合格率的年度目标为96%。全年验收320批，合格率93.5%，高出目标值2.5个百分点。'],
  ['stated-direction', '最高限价为218.0万元。入围报价211.5万元，高于最高限价6.5万元。'],
  ['stated-direction', '绿地率高于规划目标（38.0%）1.6个百分点，实际为36.4%。'],
  ['stated-direction', '抗菌药物使用强度43.2DDDs，低于40.0DDDs的控制线。'],
  ['stated-direction', '教育支出增长3.9%，快于一般公共预算支出5.2%的增速。'],
  ['stated-direction', '等待时间中位数为38.5分钟/人次，窗口浓度42微克/立方米，优于35微克/立方米的限值。'],
  ['claimed-target', '公益支出占上年末净资产的7.1%，符合不低于8%的规定。'],
  ['claimed-target', '工业增加值增长5.3%，完成年初确定的增长6%的目标。'],
  ['target-verdict', '万元产值能耗下降2.4%，超额完成下达的下降3%的任务。'],
  ['extreme-of-series', '甲店、乙店、丙店的退货率分别为2.4%、1.8%、3.1%，甲店退货率最低。'],
  [
    'extreme-of-series',
    '对甲国出口42.1亿元，增长5.2%；对乙国出口36.8亿元，增长7.4%；对丙国出口28.6亿元，增长2.1%。甲国增速最高。',
  ],
  ['extreme-of-series', '小麦产量下降4.1%，玉米产量下降12.6%，大豆产量下降8.9%，大豆产量降幅居首。'],
  ['subset-not-larger', '地下室3,260平方米（含人防区3,620平方米）。'],
  ['structure-total', '自产占46.2%，外购占31.8%，委托加工占24.6%，没有其他来源。'],
  [
    'grade-in-band',
    '优（90分以上）、良（80-90分）、中（60-80分）、差（60分以下）。本项目综合得分78.6分，评价等级为良。',
  ],
  ['grade-in-band', '得分85以上为战略级，75以上为优选级，60以上为合格级。甲厂86分，列为优选级。'],
  ['share-in-words', '本轮参训护士84名，考核优秀38名，优秀的超过半数，其余46名为良好。'],
  ['share-in-words', '年内共出动巡查车辆620台次，其中夜间410台次，夜间巡查不足六成。'],
  ['share-in-words', '社团成员156人，到会70人，到会人数过半。'],
  ['share-in-words', '夏粮面积31.2万亩，秋粮面积44.6万亩，夏粮面积超过秋粮的八成。'],
  ['share-in-words', '客运量公路4,120万人次，高于铁路与民航之和。铁路3,305万人次，民航1,016万人次。'],
  ['denied-figure', '表决结果：同意26票，反对2票，弃权1票，该决议获一致通过。'],
  ['denied-figure', '甲段抽测24组，不合格1组；乙段抽测30组，不合格0组。两段合计抽测54组，全部合格。'],
  ['denied-figure', '本季度全厂无安全事故、无人员伤亡。其间二车间吊装时1名工人被砸伤，送医治疗。'],
  ['claimed-target', '氨氮监测值依次为0.62、0.85、1.21、0.77。标准限值为不高于1.0，各排口均达标。'],
  ['claimed-target', '标准要求含水率不高于13%。入库稻谷抽样含水率13.8%，符合标准，予以收购。'],
  ['stated-direction', '日供水量达61.2万立方米，刷新2021年8月创下的62.5万立方米的历史纪录。'],
  ['stated-direction', '一号井出煤46万吨，二号井52万吨，一号井领先二号井6万吨。'],
  ['stated-direction', '前年水电费花了12.4万元，去年花了13.9万元，省下1.5万元。'],
  ['subset-not-larger', '全年收到彩票公益金380万元；本年支出401万元，全部来自当年收到的彩票公益金。'],
  ['subset-not-larger', '登记船舶612艘，其中渔船433艘；渔船中，钢质渔船451艘。'],
  ['extreme-of-series', '我院手术31台，丙院35台，丁院28台，我院位居第一。'],
])('%s: %s', (check, text) => {
  expect(told(text)).toEqual([check]);
});

test.each([
  ['a rate that slowed', '收入增长5.2%，增速比上年回落1.3个百分点。'],
  ['reasons', '支出决算51.30万元，比年初预算56.00万元减少4.70万元，主要原因是人员增加后统筹使用。'],
  ['a plan', '年末余额87.2亿元，下年将控制在86.5亿元限额以内。'],
  ['comparable prices', '税收收入8.92亿元，上年为9.35亿元，剔除缓税因素后同口径增长4.7%。'],
  ['conditions, no figures of one thing', '超过30万元的项目12个，低于30万元的项目45个。'],
  ['less is better', '单位能耗控制目标0.50吨，实际0.48吨，完成年度控制目标。'],
  ['budgets are not completed', '完成预算的92.4%，完成预算支出48.6万元。'],
  ['a total among the members', '共举办活动76场，其中东街26场、西街31场、南街19场，西街最多。'],
  ['the highest of a wider set', '甲县86万吨，乙县92万吨，丙县79万吨，甲县单产居全省最高。'],
  ['a series told backwards', '2023年、2022年、2021年分别为91件、86件、78件，逐年增长。'],
  ['every rank of a place', '综合考核排名由8位上升到5位。'],
  ['those of another year', '受理116件，办结121件（含上年结转9件）。'],
  ['one more bound of several', '就业率不低于95%，其中本地就业率不低于60%，单位满意度均达到90%以上。'],
  ['a movement of what was used itself', '年初库存1,860吨，自用220吨，年末库存降至1,190吨。'],
  ['less of a loss', '净利润为-0.21亿元，上年同期为-1.45亿元，减亏1.24亿元。'],
  ['a share of what was before', '支出占上年末净资产的8.6%，符合不低于8%的规定；上一年度为7.8%，未达到规定。'],
  ['the target of another thing', '计划培训3.2万人，其中农民1.9万人；就业目标4.5万人，与上年目标相同。'],
  ['rates of which one fell', '税收增长4.2%，高于财政收入增速（3.1%）；支出下降2.4%，低于全国平均水平（4.1%）。'],
  ['a kind among those counted', '上年结转投诉36件，本年新收412件，转办27件。投诉类别以噪声最多。'],
  [
    'several series of the same members',
    '甲村、乙村、丙村分别走访398户、380户、290户，走访率依次为96.6%、98.4%、98.3%，甲村走访率最低。',
  ],
  ['a part beside a loss', '公司实现净利润3.12亿元，其中归属于母公司的净利润3.36亿元，少数股东损益-0.24亿元。'],
  ['what is not held', '地下室4,150平方米（不含设备夹层5,620平方米）。'],
  ['shares rounded', '自产占33.3%，外购占33.3%，委托加工占33.3%，没有其他来源。'],
  ['a scale and a rule', '90分以上为优，80至90分为良，80分以下为中。评为良的单位，下年度不予奖励。综合得分92分。'],
  ['a share that is more than said', '参训护士84名，考核优秀48名，优秀的超过半数，其余36名为良好。'],
  ['a share of those in another set', '新增养老床位230张，每千名老人拥有床位38张，护理型床位占比首次过半。'],
  ['a share of a year not printed', '接待游客185万人次，前年为171万人次；收入8.43亿元，仅为2019年的八成多。'],
  ['a share whose figure follows', '进县城的占三分之二，计4.6万人；进集镇的占三分之一，计2.3万人。'],
  ['how far in words a plan was done', '上半年签约任务120个，已签68个，时间过半，任务完成过半。'],
  ['what was put in order', '送检样品18份，不合格2份，已责令整改，复检均合格。'],
  ['all of the others', '抽检豆制品40批次，不合格2批次；抽检水产品30批次，全部合格。'],
  ['another vote', '议案三同意26票，反对2票，获得通过；议案四获一致通过。'],
  ['another season', '上半年全厂无人员伤亡。三季度吊装时1名工人被砸伤。'],
  ['all but one', '噪声不得超过50分贝。五处点位实测46分贝、48分贝、53分贝、44分贝，除三号点外均达标。'],
  ['what is not said to be met', '标准要求含水率不高于13%。抽样含水率13.8%，不符合标准，退回。'],
  ['a record of less', '最快一台耗时41分钟，刷新45分钟的纪录。'],
  ['a mark passed later', '上年进出口总额98.6亿元，今年首次突破100亿元大关。'],
  ['a second place', '我院手术31台，丙院35台，丁院28台，我院位居第二。'],
  ['more than one source', '全年收到捐款380万元；本年支出401万元，全部来自捐款及上年结余。'],
  ['what was saved', '前年水电费花了12.4万元，去年花了10.9万元，省下1.5万元。'],
])('nothing is wrong with %s', (_, text) => {
  expect(told(text)).toEqual([]);
});
