import { describe, expect, test } from 'vitest';
import { doubted } from '../../src/claims/believe/doubted.js';
import { across } from '../../src/claims/across/across.js';
import { described } from '../../src/extract/describe/described.js';
import { extract } from '../../src/extract/extract.js';
import { judge } from '../../src/judge/judge.js';
import { arithmeticIn } from '../../src/model/arithmetic.js';
import { miniature, type Given } from '../../src/pipeline/miniature.js';
import { relate } from '../../src/relate/relate.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';

const rulebook = defaultRulebook();

/** What is told of figures far apart, beside what the rest of the document shows. */
function alarms(given: readonly Given[]): string[] {
  const reading = extract(miniature(given), rulebook);
  const source = described(reading, rulebook);
  const told = doubted(judge(relate(reading, rulebook), rulebook.checks), source.tracks, rulebook.beliefs.weights);
  return judge(across(source, rulebook.naming, told), rulebook.checks).flatMap(({ alarm, relation }) =>
    alarm ? [`${relation.check}: ${arithmeticIn(alarm.steps, 'zh')}`] : [],
  );
}

const taxes = {
  table: [
    ['税种', '上年数（万元）', '本年数（万元）', '比上年增减%'],
    ['资源税', '4,120', '3,708', '-10.0'],
    ['房产税', '2,640', '3,036', '15.0'],
  ],
};
const guests = {
  table: [
    ['年度', '公务接待费（万元）', '会议费（万元）'],
    ['2022年决算数', '3.46', '5.10'],
    ['2023年决算数', '2.71', '4.85'],
  ],
};

describe('what a report tells again is held against where it told it first', () => {
  test.each<[why: string, given: Given[], shows: string]>([
    ['a fall that the table prints is told as a rise', ['资源税3,708万元，增长10.0%。', taxes], '10.0% ≠ -10.0%'],
    ['two digits of a rate changed places', ['房产税3,036万元，增长51.0%。', taxes], '51.0% ≠ 15.0%'],
    ['last year’s figure was left standing', ['2023年公务接待费3.46万元，接待12批次。', guests], '3.46万元 ≠ 2.71万元'],
    [
      'a list does not come out, and the part that would mend it is told elsewhere',
      [
        '检查共发现问题318个，其中工程管理方面142个、资金使用方面97个、档案资料方面69个。',
        '一、工程管理方面',
        '进度滞后，手续不全。',
        '二、档案资料方面',
        '以上档案资料方面共发现问题79个，均已移交。',
      ],
      '142个 + 97个 + 69个 = 308个 ≠ 318个',
    ],
    [
      'one thing, with which two things are done',
      ['全镇开发公益性岗位214个。', '产业发展平稳。', '带动公益性岗位241个，户均增收3千元。'],
      '214个 ≠ 241个',
    ],
  ])('%s', (_, given, shows) => {
    expect(alarms(given).join('\n')).toContain(shows);
  });

  test.each<[why: string, given: Given[]]>([
    ['a fall told as one', ['资源税3,708万元，下降10.0%。', taxes]],
    ['a rise since the budget', ['房产税3,036万元，比预算增长8.2%。', taxes]],
    ['this year’s figure', ['2023年公务接待费2.71万元，接待12批次。', guests]],
    ['last year’s figure told as such', ['2022年公务接待费3.46万元，接待15批次。', guests]],
  ])('nothing is told of %s', (_, given) => {
    expect(alarms(given)).toEqual([]);
  });
});
