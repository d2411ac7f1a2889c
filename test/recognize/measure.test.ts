import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { check, type Case } from './marked.js';

const counts: readonly Case[] = [
  ['measure word, noun outside', '办结«52项»，涉及«18个»部门。', 'count 52 项', 'count 18 个'],
  ['人次 is not 人', '接待«2800人次»、«640人»。', 'count 2800 人次', 'count 640 人'],
  ['scale', '服务«15.2万人次»。', 'count 152000 人次'],
  ['Chinese numerals', '内设«五个»科室，核定«一百零八名»。', 'count 5 个', 'count 108 名'],
  ['places with Arabic digits', '覆盖«6镇»«73村»。', 'count 6 镇', 'count 73 村'],
  [
    'a noun that ends in 数 or 余',
    '职数«3名»，在职人数«21人»，结余«4万元»。',
    'count 3 名',
    'count 21 人',
    'money 40000 CNY',
  ],
  ['digits and Chinese scale', '规模«3.6千人»，«1千零8人»。', 'count 3600 人', 'count 1008 人'],
  ['full width', '共办结«３６件»。', 'count 36 件'],
  ['score and fen', '自评得分«96.5分»，扣«3.5分»。', 'score 96.5 分', 'score 3.5 分'],
  [
    'a capital that nothing else means',
    '一式«叁份»，甲乙各执«壹份»；队伍壮大，参加«3次»',
    'count 3 份',
    'count 1 份',
    'count 3 次',
  ],
  ['tenths of a 斤', '茶叶«三斤二两»，共«2斤»«两个»品种', 'dimension 3.2 斤', 'dimension 2 斤', 'count 2 个'],
  ['half of the price', '门票打«对折»，对折叠的纸不计', 'percent 50 %'],
  ['half', '仅用«半个月»就完成«半数»，«半个»点位', 'duration 0.5 month', 'fraction 1/2', 'count 0.5 个'],
];

const percents: readonly Case[] = [
  ['sign', '执行率«97.3%»，«９８．６％»。', 'percent 97.3 %', 'percent 98.6 %'],
  ['words', '完成«百分之八十五»，增长«百分之六点二»，达«百分百»。', 'percent 85 %', 'percent 6.2 %', 'percent 100 %'],
  ['points are another unit', '提高«2.4个百分点»。', 'percent 2.4 pp'],
  ['per thousand', '出生率«6.1‰»，误差«千分之二»，«万分之五»。', 'percent 6.1 ‰', 'percent 2 ‰', 'percent 5 ‱'],
  [
    'tenths and discounts',
    '约«六成»，«八成五»，打«七五折»、«九折»。',
    'percent 60 %',
    'percent 85 %',
    'percent 75 %',
    'percent 90 %',
  ],
  ['plus or minus', '误差«±3%»。', 'percent 3 %'],
  ['what follows only looks like digits', '高于«百分之六十»百分位。', 'percent 60 %'],
];

const others: readonly Case[] = [
  ['fractions', '占«四分之三»，«1/4»，«二又三分之一»。', 'fraction 3/4', 'fraction 1/4', 'fraction 7/3'],
  ['ratios', '师生比为«1∶13.5»，配比«3:2»。', 'ratio 1:13.5', 'ratio 3:2'],
  ['multiples', '是上年的«1.6倍»，«翻两番»。', 'multiple 1.6 倍', 'multiple 4 倍'],
  [
    'areas and lengths',
    '面积«8.5万平方米»、«320㎡»，道路«12.4公里»，«960亩»。',
    'dimension 85000 m2',
    'dimension 320 m2',
    'dimension 12.4 km',
    'dimension 960 mu',
  ],
  [
    '千 belongs to the unit',
    '装机«50千瓦»，发电«2.1亿千瓦时»，重«三千克»。',
    'dimension 50 kW',
    'dimension 210000000 kWh',
    'dimension 3 kg',
  ],
  ['Latin units', '长«20km»，重«35kg»，内存«512MB»。', 'dimension 20 km', 'dimension 35 kg', 'dimension 512 MB'],
  [
    'compound units',
    '周转量«812.5亿吨公里»，煤耗«301克标准煤»，供水«15万m³/d»。',
    'dimension 81250000000 t·km',
    'dimension 301 gce',
    'dimension 150000 m3',
  ],
  ['below zero', '气温«零下8℃»、«-3℃»。', 'dimension -8 ℃', 'dimension -3 ℃'],
  [
    'durations',
    '期限«2年»，«10个工作日»，«三个半月»。',
    'duration 2 year',
    'duration 10 workday',
    'duration 3.5 month',
  ],
  ['ordinals', '«第二批»、«第十三条»，位列«第五»。', 'ordinal 2 批', 'ordinal 13 条', 'ordinal 5'],
];

describe('counts and scores', () => {
  it.each(counts)('%s', check);
});

describe('percentages', () => {
  it.each(percents)('%s', check);

  it('does not take 成 that begins a word', () => {
    expect(recognizeQuantities('有3成员到岗').filter(({ kind }) => kind === 'percent')).toEqual([]);
  });
});

describe('other measures', () => {
  it.each(others)('%s', check);
});
