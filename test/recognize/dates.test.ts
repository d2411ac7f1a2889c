import { describe, it } from 'vitest';
import { check, type Case } from './marked.js';

const dates: readonly Case[] = [
  ['full', '«2023年6月18日»', 'date 2023-06-18'],
  ['with signs', '«2023-06-18»，«2023.6.18»，«2023/6/18»', 'date 2023-06-18', 'date 2023-06-18', 'date 2023-06-18'],
  ['Chinese digits', '«二〇二三年六月十八日»', 'date 2023-06-18'],
  ['parts', '«2023年度»，«2023年6月»，«10月31日»', 'date 2023', 'date 2023-06', 'date XXXX-10-31'],
  ['end of a month', '«11月底»前，«6月上旬»', 'date XXXX-11', 'date XXXX-06'],
  [
    'months',
    '«1—9月»，«2023年1-9月»，«2023年1月至6月»',
    'date XXXX-01/XXXX-09',
    'date 2023-01/2023-09',
    'date 2023-01/2023-06',
  ],
  ['years', '«2021—2025年»，«2022-2023学年»', 'date 2021/2025', 'date 2022/2023'],
  ['days', '«5月6日至9日»，«2023年5月6日—6月2日»', 'date XXXX-05-06/XXXX-05-09', 'date 2023-05-06/2023-06-02'],
  [
    'quarters and halves',
    '«2023年第二季度»，«前三季度»，«下半年»',
    'date 2023-Q2',
    'date XXXX-Q1/XXXX-Q3',
    'date XXXX-H2',
  ],
  ['five-year plans', '“«十三五»”期间，“«十五五»”', 'date 2016/2020', 'date 2026/2030'],
  ['a year is a date, years are a duration', '«2023年»起«5年»内', 'date 2023', 'duration 5 year'],
  ['set wide', '«2 0 2 3 年1 2 月»', 'date 2023-12'],
  ['after a list marker', '«1.»«2023年»收入', 'enum 1', 'date 2023'],
  ['a zero typed as a digit', '«二00七年三月十二日»，«二０一九年»', 'date 2007-03-12', 'date 2019'],
  [
    'a year without its mark before a part of it',
    '«2021全年»，«2021前三季度»，«2021上半年»',
    'date 2021',
    'date 2021-Q1/2021-Q3',
    'date 2021-H1',
  ],
  ['no year before a batch', '«2000»«第一批»', 'number 2000', 'ordinal 1 批'],
  ['the old calendar names no day of ours', '农历五月初五、農曆八月十五和农历«2022年九月初九日»', 'date 2022'],
  ['no thirteenth month', '«13»月', 'number 13'],
];

const times: readonly Case[] = [
  ['clock', '«8:30»开始，«下午3点半»结束，«上午9时20分»', 'time 08:30', 'time 15:30', 'time 09:20'],
  ['the half of the day', '«上午9:10»至«11:00»，«下午3:20»起', 'time 09:10', 'time 11:00', 'time 15:20'],
  ['点 is an opinion unless something shows the hour', '«十点»开会', 'time 10:00'],
];

describe('dates', () => {
  it.each(dates)('%s', check);
});

describe('times', () => {
  it.each(times)('%s', check);
});
