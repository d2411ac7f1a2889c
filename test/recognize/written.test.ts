import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { check, type Case } from './marked.js';

const groups4: readonly Case[] = [
  ['groups of four', '合计«3,4567.89元»', 'money 34567.89 CNY'],
  ['two groups of four', '资产«12,3456,7890.00元»', 'money 1234567890 CNY'],
  ['groups of four without decimals', '资产«1,2345,6789元»', 'money 123456789 CNY'],
  ['one group of four with unit', '收入«56,7890元»', 'money 567890 CNY'],
  ['groups of three', '«1,234,567.89元»', 'money 1234567.89 CNY'],
  ['years in a row', '«2021»,«2022»,«2023年»', 'number 2021', 'number 2022', 'date 2023'],
  ['ids before a year', '编号«100»,«2023年»发放', 'code 100', 'date 2023'],
  ['a list', '得分«95»,«88»,«92分»', 'number 95', 'number 88', 'score 92 分'],
  ['万元 groups', '«12,3456.00万元»', 'money 1234560000 CNY'],
  ['damaged groups say nothing', '合计1,23,456.78元'],
  ['damaged tail', '合计1,234,56.78元'],
  ['a first comma that was left out', '合计«1234,567.00元»', 'money 1234567 CNY'],
  ['full-width single group with money', '总产值«1，753亿元»', 'money 175300000000 CNY'],
  ['full-width in 万元', '收入«2，345万元»', 'money 23450000 CNY'],
  ['full-width in 元', '付款«6，800元»', 'money 6800 CNY'],
  ['amounts one behind another', '投资«1，200万元»、«2，300万元»', 'money 12000000 CNY', 'money 23000000 CNY'],
  ['score then money', '得分«98»，«200万元»已拨付', 'number 98', 'money 2000000 CNY'],
  ['rank then money', '排名«第3»，«100万元»奖金', 'ordinal 3', 'money 1000000 CNY'],
  ['percent then money', '完成率«98%»，«200万元»', 'percent 98 %', 'money 2000000 CNY'],
  ['year then money', '«2023年»，«753亿元»', 'date 2023', 'money 75300000000 CNY'],
  ['count then people', '参与«98人»，«200人»签到', 'count 98 人', 'count 200 人'],
  ['bare year then money', '截至«2023»，«753亿元»', 'number 2023', 'money 75300000000 CNY'],
  ['full width groups', '«１，２３４，５６７元»', 'money 1234567 CNY'],
];

const marks: readonly Case[] = [
  ['LRO around', '收入\u202d«2,345.6\u202c万元»', 'money 23456000 CNY'],
  ['LRM before %', '增长«3.4\u200e%»', 'percent 3.4 %'],
  ['isolates inside', '结余«98\u206676.5\u2069万元»', 'money 98765000 CNY'],
  ['RLM', '«12\u200f人»', 'count 12 人'],
  ['ALM', '«12\u061c%»', 'percent 12 %'],
  ['variation selector', '«5\ufe0f个»', 'count 5 个'],
  ['braille blank', '«5\u2800万元»', 'money 50000 CNY'],
  ['hangul filler', '«5\u3164万元»', 'money 50000 CNY'],
];

const points: readonly Case[] = [
  ['decimal points', '满意度提高«1.5个点»', 'percent 1.5 pp'],
  ['after a rate', '合格率由«92%»升至«95%»，提高«3个点»', 'percent 92 %', 'percent 95 %', 'percent 3 pp'],
  ['rate word', '市占率下降«2个点»', 'percent 2 pp'],
  ['sites', '全县布设«12个»点位', 'count 12 个'],
  ['sites again', '新增«5个»点，覆盖全镇', 'count 5 个'],
  ['sites after a percent', '覆盖率«100%»，设立«3个»点', 'percent 100 %', 'count 3 个'],
  ['half a point', '增速回落«0.3个点»', 'percent 0.3 pp'],
  ['个百分点', '提高«2个百分点»', 'percent 2 pp'],
  ['a point of view', '提出«3个»点子', 'count 3 个'],
];

const ratio: readonly Case[] = [
  ['三比一', '按«三比一»配套', 'ratio 3:1'],
  ['1比2', '按«1比2»出资', 'ratio 1:2'],
  ['1比1.5', '比例为«1比1.5»', 'ratio 1:1.5'],
  ['three parts', '水泥砂石«1比2比4»', 'ratio 1:2:4'],
  ['五比三', '以«五比三»通过', 'ratio 5:3'],
  ['十比一', '«十比一»的配比', 'ratio 10:1'],
  ['比上年', '得分«95.2»比上年提高', 'number 95.2'],
  ['comparison', '«5个»比«3个»多', 'count 5 个', 'count 3 个'],
  ['bare years', '«2023»比«2022»增长«5%»', 'number 2023', 'number 2022', 'percent 5 %'],
  ['months', '«8月»比«7月»多', 'date XXXX-08', 'date XXXX-07'],
  ['quarters', '«三季度»比«二季度»高', 'date XXXX-Q3', 'date XXXX-Q2'],
  ['比一比', '开展比一比活动'],
  ['compared numbers', '今年«100»比去年多', 'number 100'],
  ['100 more than 50', '«100»比«50»多', 'number 100', 'number 50'],
  ['money', '«3万元»比«2万元»', 'money 30000 CNY', 'money 20000 CNY'],
  ['一比高下', '一比高下'],
  ['师生比', '师生比«1比15»', 'ratio 1:15'],
  ['percent', '«5%»比«3%»高', 'percent 5 %', 'percent 3 %'],
];

const years: readonly Case[] = [
  ['23年度', '«23年度»决算', 'date 2023'],
  ['22年底', '截至«22年底»', 'date 2022'],
  ['08年', '«08年»建成', 'date 2008'],
  ['98年 month', '«98年6月»建成', 'date 1998-06'],
  ['23年 month', '«23年12月»', 'date 2023-12'],
  ['a holiday', '«10年»度假', 'duration 10 year'],
  ['duration', '工作«23年»', 'duration 23 year'],
  ['duration', '历时«12年»建成', 'duration 12 year'],
  ['23年上半年', '«23年上半年»', 'date 2023-H1'],
  ['range', '«22-23年度»', 'date 2022/2023'],
  ['half range', '«2022-23年度»', 'date 2022/2023'],
  ['plan', '«10年»规划', 'duration 10 year'],
  ['Chinese', '«十五年»', 'duration 15 year'],
  ['3年度', '«3年»度过', 'duration 3 year'],
  ['5年底子', '有«15年»底蕴', 'duration 15 year'],
];

const captions: readonly Case[] = [
  ['a title behind a gap', '表«1» 人员情况（单位：人）', 'code 1'],
  ['table', '表«2»项目支出明细', 'code 2'],
  ['annex', '附件«5»项目一览表', 'code 5'],
  ['table of people', '附表«2»人员构成情况', 'code 2'],
  ['figure', '图«3»年度走势', 'code 3'],
  ['in brackets', '（见表«4»户数统计）', 'code 4'],
  ['month', '表«3»月度支出', 'code 3'],
  ['copies', '另附附件«3份»', 'count 3 份'],
  ['sheets', '附表«4张»', 'count 4 张'],
  ['deputies', '人大代表«12人»', 'count 12 人'],
  ['deputies again', '代表«5名»', 'count 5 名'],
  ['meters', '更换电表«30块»', 'money 30 CNY'],
  ['maps', '绘制地图«2幅»', 'count 2 幅'],
  ['reports', '上报报表«15份»', 'count 15 份'],
  ['table alone', '详见表«5»', 'code 5'],
  ['charts', '制作图表«6个»', 'count 6 个'],
];

const notes: readonly Case[] = [
  ['superscript before 万元', '收入«420¹万元»', 'money 4200000 CNY'],
  ['superscript before 人', '在职«28³人»', 'count 28 人'],
  ['superscript before %', '占«7.5⁴%»', 'percent 7.5 %'],
  ['behind the unit', '支出«30万元»²', 'money 300000 CNY'],
  ['square', '收入«420[1]万元»', 'money 4200000 CNY'],
  ['square superscript', '收入«420[²]万元»', 'money 4200000 CNY'],
  ['circled', '收入«420①万元»', 'money 4200000 CNY'],
  ['star', '收入«420*万元»', 'money 4200000 CNY'],
  ['bracketed note', '收入«420（注1）万元»', 'money 4200000 CNY'],
  ['area', '面积«35m²»', 'dimension 35 m2'],
  ['circled list', '完成«300个»«①»推进', 'count 300 个', 'enum 1'],
  ['power of ten', '约«10»⁴人', 'number 10'],
  ['volume', '«12m³»', 'dimension 12 m3'],
];

const counts: readonly Case[] = [
  ['三部分', '分为«三部分»', 'count 3 部分'],
  ['五部分', '由«五部分»组成', 'count 5 部分'],
  ['4部分', '报告共«4部分»', 'count 4 部分'],
  ['第三部分', '«第三部分»', 'ordinal 3 部分'],
  ['一部分', '一部分资金'],
  ['大部分', '大部分资金'],
  ['部分单位', '«3个»部分单位', 'count 3 个'],
  ['签约', '签约«184个»', 'count 184 个'],
  ['签约 projects', '签约项目«12个»', 'count 12 个'],
  ['热线', '受理热线«24,090个»', 'count 24090 个'],
  ['热线 number', '拨打热线«12345»', 'code 12345'],
  ['热线 件', '热线«3,210件»', 'count 3210 件'],
  ['商超', '检查商超«605家次»', 'count 605 家次'],
  ['hours', '«3月20日»«8时»', 'date XXXX-03-20', 'time 08:00'],
  ['hours with year', '截至«2023年12月31日»«24时»', 'date 2023-12-31', 'time 24:00'],
  ['hour range', '每日«8时»至«18时»开放', 'time 08:00', 'time 18:00'],
  ['when', '得分低于«60»时不予拨付', 'number 60'],
  ['when', '得分低于«60»时不予拨付', 'number 60'],
  ['TWD', '經費«新臺幣3,000元»', 'money 3000 TWD'],
  ['TWD header', '單位：新臺幣千元，收入«1,200»', 'money 1200000 TWD'],
  ['TWD then 元', '收入«新臺幣5,000元»，支出«3,000元»', 'money 5000 TWD', 'money 3000 TWD'],
  ['HKD worth', '收入«230元»（折合«港币250元»），支出«100元»', 'money 230 CNY', 'money 250 HKD', 'money 100 CNY'],
  ['年初预算', '«2023年»初步', 'date 2023'],
];

describe('odd groups', () => {
  it.each(groups4)('%s', check);
});

describe('characters nobody sees', () => {
  it.each(marks)('%s', check);
});

describe('个点', () => {
  it.each(points)('%s', check);
});

describe('ratios in words', () => {
  it.each(ratio)('%s', check);
});

describe('years of two digits', () => {
  it.each(years)('%s', check);
});

describe('numbers of tables and annexes', () => {
  it.each(captions)('%s', check);
});

describe('marks of notes', () => {
  it.each(notes)('%s', check);
});

describe('counts and hours', () => {
  it.each(counts)('%s', check);
});

const approx = (text: string): (string | undefined)[] => recognizeQuantities(text).map(({ approx: said }) => said);

describe('how exact', () => {
  it.each([
    ['>=95%', 'gte'],
    ['＞＝95%', 'gte'],
    ['≧95%', 'gte'],
    ['⩾95%', 'gte'],
    ['大于或等于95%', 'gte'],
    ['95%及以上', 'gte'],
    ['95%（含）以上', 'gte'],
    ['＞95%', 'gt'],
    ['<=5%', 'lte'],
    ['≦5%', 'lte'],
    ['⩽5%', 'lte'],
    ['不大于5%', 'lte'],
    ['5%及以下', 'lte'],
    ['＜5%', 'lt'],
    ['检查超605家次', 'gt'],
    ['检查商超605家次', undefined],
    ['建成约184个', 'about'],
    ['签约184个', undefined],
    ['附近3个村', undefined],
    ['工期60天许', 'about'],
    ['受理12项许可', undefined],
    ['有5个上下游企业', undefined],
    ['五年内科学研究', 'lte'],
  ])('%s', (text, wanted) => {
    expect(approx(text)).toEqual([wanted]);
  });
});
