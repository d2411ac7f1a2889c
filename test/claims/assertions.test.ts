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
  [
    'grade-in-band',
    '优（90分以上）、良（80-90分）、中（60-80分）、差（60分以下）。本项目综合得分78.6分，评价等级为良。',
  ],
  ['grade-in-band', '得分85以上为战略级，75以上为优选级，60以上为合格级。甲厂86分，列为优选级。'],
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
  ['a scale and a rule', '90分以上为优，80至90分为良，80分以下为中。评为良的单位，下年度不予奖励。综合得分92分。'],
])('nothing is wrong with %s', (_, text) => {
  expect(told(text)).toEqual([]);
});
