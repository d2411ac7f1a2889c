import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { check, type Case } from './marked.js';

const cases: readonly Case[] = [
  ['scale before 元', '本年支出«318.46万元»。', 'money 3184600 CNY'],
  ['separators', '合计«2,345,678.90元»。', 'money 2345678.9 CNY'],
  ['a full-width comma inside a grouping with a point', '结算价«16，480.50元»。', 'money 16480.5 CNY'],
  ['a full-width comma between clauses', '预算«240万元»，«100%»执行。', 'money 2400000 CNY', 'percent 100 %'],
  ['brackets before the unit', '上年为«（6.25）万元»，同比«（3.1）%»', 'money -62500 CNY', 'percent -3.1 %'],
  ['brackets that repeat a decrease', '净额减少«（7.4）万元»', 'money 74000 CNY'],
  ['other currencies', '合同额«35万兰特»、«2.4亿坚戈»', 'money 350000 ZAR', 'money 240000000 KZT'],
  ['two levels of scale', '总投资«2亿3000万元»。', 'money 230000000 CNY'],
  ['stacked scales', '规划投资«1.5万亿元»，追加«3千万元»。', 'money 1500000000000 CNY', 'money 30000000 CNY'],
  ['Chinese numerals', '拨付«四百六十万元»。', 'money 4600000 CNY'],
  ['capitals with 整', '合同价«叁佰零柒万伍仟元整»。', 'money 3075000 CNY'],
  ['capitals with 角 and 分', '共«捌仟零肆拾圆叁角伍分»。', 'money 8040.35 CNY'],
  ['整 that begins a word stays out', '罚款«500元»整改到位。', 'money 500 CNY'],
  ['colloquial small change', '车费«十五块六»，停车«三块钱»。', 'money 15.6 CNY', 'money 3 CNY'],
  ['块 that counts', '挂«两块»牌子。', 'count 2 块'],
  ['bare scale after a money word', '到位资金«2.6亿»。', 'money 260000000 CNY'],
  ['bare scale after a word for people', '常住人口«86.3万»。', 'number 863000'],
  ['bare scale before a money word', '«三千万»贷款已发放。', 'money 30000000 CNY'],
  ['elided last unit', '补助«两万八»。', 'money 28000 CNY'],
  ['other currencies', '到账«450万美元»、«30万欧元»。', 'money 4500000 USD', 'money 300000 EUR'],
  ['yen are no days', '到账«500日元»、«80日本円»、«5日元»。', 'money 500 JPY', 'money 80 JPY', 'money 5 JPY'],
  ['a day before a feast is one', '«1月1日»元旦放假，«3日»内上报。', 'date XXXX-01-01', 'duration 3 day'],
  ['dollars and cents', '单价«3美元5美分»，«两美元又三美分»。', 'money 3.05 USD', 'money 2.03 USD'],
  ['currency words in front', '折合«港币1,200元»，赔偿«人民币35万元»。', 'money 1200 HKD', 'money 350000 CNY'],
  ['currency words behind', '借款«800元人民币»。', 'money 800 CNY'],
  [
    'signs and codes',
    '标价«￥36.50»，报价«US$2万»，«RMB 300万元»。',
    'money 36.5 CNY',
    'money 20000 USD',
    'money 3000000 CNY',
  ],
  ['per person and month', '按«45元/人·月»补助。', 'money 45 CNY'],
  ['traditional characters', '決算數«128.40萬元»。', 'money 1284000 CNY'],
  ['nothing but zero', '公务接待费«0.00元»。', 'money 0 CNY'],
  ['a unit that looks wrong is read as printed', '一般公共服务支出«188.20元»。', 'money 188.2 CNY'],
  ['a word that ends in 负', '实际税负«22.5%»。', 'percent 22.5 %'],
  ['a negative amount', '变动额：«-3.8万元»，差额«负2万元»。', 'money -38000 CNY', 'money -20000 CNY'],
  ['two numbers meet', '补贴«二百元»«一天»。', 'money 200 CNY', 'duration 1 day'],
  [
    'a number glued to the amount before it',
    '«3.1»本期投资«860.25万元»«3.2»本单位',
    'enum 3.1',
    'money 8602500 CNY',
    'enum 3.2',
  ],
];

describe('money', () => {
  it.each(cases)('%s', check);

  it.each([
    ['12.30万元', '12.30', '万元', '100'],
    ['3亿5000万元', '35000', '万元', '10000'],
    ['1,234.50元', '1234.50', '元', '0.01'],
    ['三百二十万元', '320', '万元', '10000'],
    ['2千万元', '2', '千万元', '10000000'],
    ['补助三万五', '35000', '', '1000'],
    ['三元五角', '3.5', '元', '0.1'],
    ['300余万元', '300', '万元', '10000'],
    ['两万余元', '2', '万元', '10000'],
    ['30多个', '30', '个', '1'],
  ])('%s keeps what was printed', (text, number, unitText, step) => {
    const [found] = recognizeQuantities(text);
    expect({ number: found?.number, unitText: found?.unitText, step: found?.step }).toEqual({ number, unitText, step });
  });

  it('knows the same amount said again in brackets', () => {
    const found = recognizeQuantities('合同金额贰拾万元整（¥200,000.00）。');
    expect(found.map(({ value, role }) => [value, role])).toEqual([
      ['200000', undefined],
      ['200000', 'restatement'],
    ]);
  });

  it('keeps what an amount is per', () => {
    expect(recognizeQuantities('按60元/人/天计')[0]?.per).toBe('人·天');
    expect(recognizeQuantities('补助300元每人每月')[0]?.per).toBe('人·月');
  });
});
