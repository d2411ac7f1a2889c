import { describe, expect, it } from 'vitest';
import { recognizeQuantities } from '../../src/recognize/recognize.js';
import { check, remark, type Case } from './marked.js';

const cases: readonly Case[] = [
  ['spaces beside a point', '决算«318 .5万元»，预算«295. 4 万元»', 'money 3185000 CNY', 'money 2954000 CNY'],
  ['a space before the unit', '共«52 项»，«97.3 %»', 'count 52 项', 'percent 97.3 %'],
  ['a line end inside a number', '收入«318.\n46万元»，支出«20\n万元»', 'money 3184600 CNY', 'money 200000 CNY'],
  ['spaces as separators', '面积«23 456 789平方米»', 'dimension 23456789 m2'],
  [
    'a space behind a comma',
    '收入«2, 345. 67 亿元»，见«12», «345»和他处',
    'money 234567000000 CNY',
    'number 12',
    'number 345',
  ],
  ['digits set wide', '总产值«6 2 4 8 5 亿元»，增长«1 2 ％»', 'money 6248500000000 CNY', 'percent 12 %'],
  ['a line end between two amounts', '收入«60万元»\n«45万元»为上年数', 'money 600000 CNY', 'money 450000 CNY'],
  ['a word after a gap is no unit', '«50» 个人所得税', 'number 50'],
  ['tabs part cells', '«46»\t个', 'number 46'],
  ['Kangxi radicals', '共«12⼈»', 'count 12 人'],
  ['a soft space inside', '«12\u200b.5万\u200b元»', 'money 125000 CNY'],
];

const values = (text: string) => recognizeQuantities(text).map(({ kind, value, unit }) => ({ kind, value, unit }));

describe('layout that a page adds', () => {
  it.each(cases)('%s', check);

  it('does not change what is recognised', () => {
    const text = '全年收入318.46万元，同比增长9.1个百分点，受理46项，覆盖率百分之九十，合同价贰佰元整。';
    const wanted = values(text);
    expect(wanted).toHaveLength(5);
    for (const [from, to] of [
      ['万元', ' 万元'],
      ['万元', '万 元'],
      ['318.46', '318. 46'],
      ['个百分点', ' 个 百分点'],
      ['46项', '46 项'],
      ['百分之九十', '百分 之 九 十'],
      ['元整', '元\n整'],
    ] as const) {
      const spaced = text.replace(from, to);
      expect(values(spaced), remark(spaced, recognizeQuantities(spaced))).toEqual(wanted);
    }
  });
});
