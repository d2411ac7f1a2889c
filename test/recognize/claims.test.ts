import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { check, type Case } from './marked.js';

const codes: readonly Case[] = [
  ['document numbers', '根据«粤府办〔2023〕27号»、«财教[2022]8号»', 'docno 粤府办〔2023〕27号', 'docno 财教[2022]8号'],
  ['without brackets', '«财税2018 54号»文', 'docno 财税2018 54号'],
  ['numbers of court cases', '北京高院«（2016）京执异字第52号»裁定', 'docno （2016）京执异字第52号'],
  ['telephones', '电话：«0755-2345678»，«13812345678»', 'code 0755-2345678', 'code 13812345678'],
  ['what is called a number', '邮编«518000»，编号为«00217»', 'code 518000', 'code 00217'],
  ['budget subjects', '«2010301»行政运行«88.5万元»', 'code 2010301', 'money 885000 CNY'],
  ['economic subjects', '«30211»差旅费«7.2万元»，«50201»办公经费', 'code 30211', 'money 72000 CNY', 'code 50201'],
  [
    'an area code in brackets, an extension',
    '«(0662)2234567»、«400-620-7788转3»',
    'code (0662)2234567',
    'code 400-620-7788转3',
  ],
  ['a standard with its year', '通过«ISO 14001:2015»认证', 'code ISO 14001:2015'],
  [
    'models and standards',
    '«5G»，«V3.1»，«GB/T 9704-2012»，«A-12»',
    'code 5G',
    'code V3.1',
    'code GB/T 9704-2012',
    'code A-12',
  ],
  ['addresses', '见http://example.gov.cn/2023-05/12/a_123.htm', ...([] as string[])],
  ['identity numbers', '代码：«91440101MA5AB12C3D»', 'code 91440101MA5AB12C3D'],
];

const markers: readonly Case[] = [
  ['Chinese', '«二、»主要工作', 'enum 2'],
  ['in brackets', '«（三）»绩效情况，«（2）»落实', 'enum 3', 'enum 2'],
  ['Arabic', '«3.»完善制度', 'enum 3'],
  ['after a line end', '支出«8.5万元»\n«2.»管理', 'money 85000 CNY', 'enum 2'],
  ['two levels', '«1.3»单位职能', 'enum 1.3'],
  ['inside a paragraph', '策略：«1、»方正；«2、»分层', 'enum 1', 'enum 2'],
  ['marks of notes', '增长«8.2%»«[1]»，基金«[12]»收入', 'percent 8.2 %', 'ordinal 1', 'ordinal 12'],
  ['a number in brackets that is no note', '序号[«0»]，得分[«5»]分', 'number 0', 'number 5'],
  ['signs', '«①»编制；«②»执行', 'enum 1', 'enum 2'],
  ['一是', '«一是»加强；«二是»推进', 'enum 1', 'enum 2'],
  ['a decimal at the start of a line', '«1.5亿元»到位', 'money 150000000 CNY'],
];

describe('codes and document numbers', () => {
  it.each(codes)('%s', check);
});

describe('list markers', () => {
  it.each(markers)('%s', check);
});

describe('words that only look like quantities', () => {
  it.each([
    '严控“三公”经费，落实“三定”规定',
    '实施“百千万工程”，推进“一网通办”',
    '通过“三上三下”征求意见',
    '设立“两新”工委，两企三新党建',
    '进一步统一口径，取得一定成效，十分重要，万分感谢',
    '单一来源、逐一核对、唯一、之一、任一项、同一个单位',
    '南三镇、五华县、三亚市、九江、六盘水、四川',
    '张三、李四',
    '千方百计、百姓、一体化、一线、二手房',
    '公益一类事业单位',
    '构建“1+N”体系',
    '全国两会',
    '上年结转：—',
  ])('%s', (text) => expect(recognizeQuantities(text)).toEqual([]));

  it('lets the longer reading win over the word', () => {
    expect(recognizeQuantities('距离三公里').map(({ value, unit }) => [value, unit])).toEqual([['3', 'km']]);
    expect(recognizeQuantities('万分之三')[0]?.unit).toBe('‱');
    expect(recognizeQuantities('十分之一')[0]?.value).toBe('1/10');
    expect(recognizeQuantities('十分钟')[0]?.unit).toBe('minute');
  });
});

describe('a character that is a numeral elsewhere', () => {
  it.each([
    ['京 of a city', '北京«2024年»，北京«3人»', 'date 2024', 'count 3 人'],
    ['capitals in common words', '队伍«12人»，队伍«五十人»，收拾«三个»', 'count 12 人', 'count 50 人', 'count 3 个'],
    ['沟 of a valley', '黄家沟«3.5公里»', 'dimension 3.5 km'],
    ['each its own', '一户一档、一床一呼', ...([] as string[])],
  ] satisfies readonly Case[])('%s', check);
});

describe('the text of a table cell', () => {
  it.each([
    ['1,234.56', 'number', '1234.56', '1234.56'],
    ['-12.3', 'number', '-12.3', '-12.3'],
    ['（5.2）', 'number', '-5.2', '-5.2'],
    ['(1,234.50)', 'number', '-1234.5', '-1234.50'],
    ['98.53%', 'percent', '98.53', '98.53'],
    ['12.30万元', 'money', '123000', '12.30'],
    ['0', 'number', '0', '0'],
    ['2010301', 'code', '2010301', null],
  ] as const)('%s', (text, kind, value, number) => {
    const found = recognizeQuantities(text);
    expect(found.map((q) => [q.start, q.end, q.kind, q.value, q.number])).toEqual([
      [0, text.length, kind, value, number],
    ]);
  });

  it.each(['', '—', '——', '-', '/', '无', ' '])('“%s” holds no quantity', (text) =>
    expect(recognizeQuantities(text)).toEqual([]),
  );
});
