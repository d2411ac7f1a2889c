import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { check, type Case } from './marked.js';

const ranges: readonly Case[] = [
  ['shared unit and scale', '奖补«3至8万元»。', 'money 30000..80000 CNY'],
  ['a left end too large for the scale', '补助从«6500到2万元»。', 'money 6500..20000 CNY'],
  [
    'a digit that shares 千 or 百万',
    '«两到三千元»，«一百到一百五十万元»。',
    'money 2000..3000 CNY',
    'money 1000000..1500000 CNY',
  ],
  ['both units', '罚«1万元--3万元»，«6亿～9亿元»。', 'money 10000..30000 CNY', 'money 600000000..900000000 CNY'],
  ['percent and count', '降幅«5～8%»，每班«35-45人»。', 'percent 5..8 %', 'count 35..45 人'],
  ['notes on the ends', '«70分（含）—85分（不含）»为良。', 'score 70..85 分'],
  ['bounds', '«60≤得分<80»为中。', 'score 60..80 分'],
  ['falling values are two quantities', '由«8个»到«5个»。', 'count 8 个', 'count 5 个'],
  ['a hyphen of a name', '«6-9号»楼', 'code 6-9号'],
];

const inexact: readonly Case[] = [
  [
    '余, 多, 几, 来',
    '«400余万元»，«30多家»，«四十几个»，«十来人»。',
    'money 4000000 CNY',
    'count 30 家',
    'count 40 个',
    'count 10 人',
  ],
  [
    'adjacent digits',
    '«三五个»，«两三百万元»，«七八十人»。',
    'count 3..5 个',
    'money 2000000..3000000 CNY',
    'count 70..80 人',
  ],
  [
    'no digit at all',
    '«数百户»，«上千名»，«几十万元»，近«百万人»。',
    'count 200..1000 户',
    'count 1000 名',
    'money 200000..1000000 CNY',
    'count 1000000 人',
  ],
];

describe('ranges', () => {
  it.each(ranges)('%s', check);
});

describe('inexact numbers', () => {
  it.each(inexact)('%s', check);

  it('bounds what a word hides by its place', () => {
    const [found] = recognizeQuantities('投入2000余万元');
    expect([found?.min, found?.max, found?.approx]).toEqual(['20000000', '30000000', 'over']);
  });
});

const first = (text: string) => recognizeQuantities(text)[0];
const roles = (text: string) => recognizeQuantities(text).map(({ role }) => role);

describe('words beside a quantity', () => {
  it.each([
    ['约60万元', 'about'],
    ['近60万元', 'nearly'],
    ['超过60万元', 'gt'],
    ['不少于60人', 'gte'],
    ['不足60人', 'lt'],
    ['不超过60%', 'lte'],
    ['60人以上', 'gte'],
    ['60元以下', 'lte'],
    ['60人左右', 'about'],
    ['60个内设机构', undefined],
    ['节约60万元', undefined],
  ] as const)('%s is %s', (text, approx) => expect(first(text)?.approx).toBe(approx));

  it.each([
    ['减少了约5万元', 'decrease'],
    ['增长12%', 'increase'],
    ['核减科级领导职数6名', 'decrease'],
    ['支出5万元', undefined],
  ] as const)('%s goes %s and keeps its positive value', (text, direction) => {
    expect(first(text)?.direction).toBe(direction);
    expect(first(text)?.value.startsWith('-')).toBe(false);
  });

  it('tells before from after', () => {
    expect(roles('机构由120个精简为36个，精简率70%')).toEqual(['change-from', 'change-to', undefined]);
    expect(roles('从8.5万元增加到10万元')).toEqual(['change-from', 'change-to']);
  });
});

describe('numbers that take a unit from their neighbours', () => {
  it('shares the unit at the end of a list', () => {
    const found = recognizeQuantities('各组得分分别为93、88、90分');
    expect(found.map(({ value, unit, inherited, group }) => [value, unit, inherited, group])).toEqual([
      ['93', '分', 'unit', 1],
      ['88', '分', 'unit', 1],
      ['90', '分', undefined, 1],
    ]);
  });

  it('shares the scale too', () => {
    expect(recognizeQuantities('分别为12、8、3万元').map(({ value }) => value)).toEqual(['120000', '80000', '30000']);
  });

  it('groups a list with its own units', () => {
    expect(recognizeQuantities('甲乙分别为60人和45人').map(({ group }) => group)).toEqual([1, 1]);
  });

  it('takes the unit of a caption until the next one', () => {
    const found = recognizeQuantities('单位：万元\n收入\t318.46\n单位：人\n编制\t46');
    expect(found.map(({ value, unit, inherited }) => [value, unit, inherited])).toEqual([
      ['3184600', 'CNY', 'header'],
      ['46', '人', 'header'],
    ]);
  });

  it('takes a unit in brackets for the next number only', () => {
    const found = recognizeQuantities('金额（万元）：21.5 序 3');
    expect(found.map(({ value, unit }) => [value, unit])).toEqual([
      ['215000', 'CNY'],
      ['3', null],
    ]);
  });
});
