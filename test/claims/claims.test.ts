import { describe, expect, test } from 'vitest';
import { settle } from '../../src/claims/believe/settle.js';
import { generators, proposed } from '../../src/claims/propose/generators.js';
import type { Spot } from '../../src/model/description.js';
import { judge } from '../../src/judge/judge.js';
import { arithmeticIn } from '../../src/model/arithmetic.js';
import { equations } from '../../src/claims/equations.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { spotsOf, tracksOf } from './tracks.js';

const { weights } = defaultRulebook().beliefs;

function settled(spots: readonly Spot[], order = Object.keys(generators)): string[] {
  const inOrder = order.flatMap((name) => generators[name] ?? []);
  return settle(proposed(spots, inOrder), weights)
    .filter((it) => it.odds > 0.2)
    .map(
      ({ is, spot, candidate }) =>
        `${is} ${spot.figure.text} = ${candidate.operands.map((it) => it.figure.text).join(' ')}`,
    )
    .sort();
}

const rulebook = defaultRulebook();
/** The arithmetic of what is reported of a text by odds alone. */
function alarms(text: string): string[] {
  const found = equations(tracksOf(text), weights, []);
  return judge(found, rulebook.checks).flatMap(({ alarm }) => (alarm ? arithmeticIn(alarm.steps, 'zh') : []));
}

describe('a claim that does not come out is reported', () => {
  const cases: readonly [why: string, text: string, shows: string][] = [
    ['a rate of two counts', '全年受理投诉举报412件，按期办结389件，办结率95.41%。', '94.42%'],
    ['an average', '全镇共有耕地3,480户经营，户均8.5亩，总面积24,360亩。', '8.5'],
    [
      'the members of a list',
      '三家子公司欠缴利润2,415.60万元，分别为1,020.40万元、815.30万元和597.90万元。',
      '2433.6万元',
    ],
    ['points between two rates', '全市绿化覆盖率由上年的41.24%提高到44.81%，提高4.57个百分点。', '4.57'],
    ['a ratio', '全县小学学生24,480人，教师1,360人，生师比为81:1。', '18'],
    ['interest', '向农商行借款2,460万元，年利率4.35%，每年应付利息170.01万元。', '107.01'],
    ['an average of figures', '三个标段的验收评分为91.4分、86.2分、79.8分，平均得分86.8分。', '85.8'],
  ];
  test.each(cases)('%s', (_why, text, shows) => expect(alarms(text).join('\n')).toContain(shows));
});

describe('what holds, or claims nothing, alarms nobody', () => {
  const cases: readonly [why: string, text: string][] = [
    ['a rate whose base stands elsewhere', '全年受理投诉举报412件，群众满意率97.35%，比上年提高1.2个百分点。'],
    ['a share of the rest', '公司总资产48.20亿元，负债31.33亿元，净资产占总资产的35.00%。'],
    ['a list that goes on', '全年接待来访96批，其中区级61批、市级12批等。'],
    ['a price beside amounts', '采购桌椅320套，每套450元，共计14.40万元，运费标准为每吨85元。'],
    ['parts of which one is no number', '支出9.6亿元，其中教育4.15亿元、卫生近2亿元、社保2.73亿元。'],
    ['a ratio of others', '全县小学学生24,480人，中学生师比为13:1。'],
    ['another year’s rate', '上年完成率为91.20%，今年计划250件，实际完成245件，完成率98.00%。'],
  ];
  test.each(cases)('%s', (_why, text) => expect(alarms(text)).toEqual([]));
});

test('the order of the generators changes nothing', () => {
  const spots = spotsOf(
    '全年总收入18.60亿元，其中门诊6.20亿元、住院11.10亿元、其他1.30亿元；门诊占33.3%，比上年的5.90亿元增加0.30亿元，增长5.1%。',
  );
  const names = Object.keys(generators);
  const first = settled(spots);
  expect(first.length).toBeGreaterThan(2);
  for (let turn = 1; turn < names.length; turn++) {
    expect(settled(spots, [...names.slice(turn), ...names.slice(0, turn)].reverse())).toEqual(first);
  }
});

test('a paragraph of twice as many figures proposes at most about twice as much', () => {
  const text = (count: number): string =>
    Array.from({ length: count }, (_, i) => `第${i % 9}项支出${i + 10}.5${i % 7}万元，占${(i % 40) + 3}.2%`).join('，');
  const candidates = (count: number): number =>
    [...proposed(spotsOf(text(count)))].flatMap((it) => it.candidates).length;
  const [once, twice] = [candidates(70), candidates(140)];
  expect(once).toBeGreaterThan(1000);
  expect(twice).toBeLessThan(2.2 * once);
});
