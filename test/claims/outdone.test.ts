import { describe, expect, test } from 'vitest';
import { equations } from '../../src/claims/equations.js';
import { judge } from '../../src/judge/judge.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { tracksOf } from './tracks.js';

const { beliefs, checks } = defaultRulebook();

/** `rule: quotations` of what equations alone find wrong. */
const wrongIn = (text: string): string[] =>
  judge(equations(tracksOf(text), beliefs.weights, []), checks).flatMap(({ alarm, relation, figures }) =>
    alarm && alarm.severity !== 'info' ? [`${relation.check}: ${figures.map((it) => it.text).join(' ')}`] : [],
  );

describe('what comes out only by the mistake that people make is that mistake', () => {
  const cases: readonly [why: string, text: string, found: string][] = [
    [
      'a change over this year’s amount',
      '我馆全年购书经费2,415.30万元，较上年增加322.04万元，增长13.33%。',
      'growth-rate: 13.33% 2,415.30万元 322.04万元',
    ],
    [
      'a budget over what came in',
      '基金收入调整预算为86,400万元，全年实际完成88,920万元，为调整预算的97.2%，超收2,520万元。',
      'completion-rate: 97.2% 88,920万元 86,400万元',
    ],
  ];
  test.each(cases)('%s', (_why, text, found) => expect(wrongIn(text)).toContain(found));
});

describe('shares whose words leave the whole open are of the one that fits', () => {
  const sound: readonly string[] = [
    '发出问卷200份，收回190份，回收率95%；表示满意的171份，满意度为90%。',
    '我院上年度受理案件640件，审结512件，其中调解结案256件，调解率50%。',
  ];
  test.each(sound)('%s', (text) => expect(wrongIn(text)).toEqual([]));
});
