import { describe, expect, test } from 'vitest';
import { annotatedExampleOf } from '../../src/claims/learn/examples.js';
import { fitWeights, type Example } from '../../src/claims/learn/fit-weights.js';
import { formOf, formsIn } from '../../src/claims/learn/said-forms.js';
import { proposed } from '../../src/claims/propose/generators.js';
import { quotients } from '../../src/claims/propose/quotients.js';
import { spotsOf } from './tracks.js';

describe('weights', () => {
  const example = (word: string, likelihood: number): Example => ({
    none: ['none it'],
    noneLikelihood: 1,
    candidates: [{ features: [word], likelihood }],
  });
  const examples = [
    ...Array.from({ length: 40 }, () => example('tells', 500)),
    ...Array.from({ length: 40 }, () => example('silent', 0.01)),
  ];

  test('what closes far more often than by chance comes to speak for a claim', () => {
    const weights = fitWeights(examples);
    expect(weights['tells']).toBeGreaterThan((weights['none it'] ?? 0) + 2000);
    expect(weights['silent'] ?? 0).toBeLessThan((weights['none it'] ?? 0) - 2000);
  });

  test('learning again gives the same', () => expect(fitWeights(examples)).toEqual(fitWeights(examples)));
});

describe('what is written down beside a passage is found among what is proposed', () => {
  const cases: readonly [text: string, expression: string][] = [
    ['应缴费4,200人，实缴3,990人，征缴率95%。', '3990/4200=95'],
    ['产量由12.5万吨增至15.0万吨，增长20%。', '(15.0-12.5)/12.5=20'],
    ['收入46.2亿元，比上年增加4.2亿元，增长10%。', '4.2/(46.2-4.2)=10'],
    ['编制120名，实有112名，空编8名。', '120-112=8'],
    ['发放补贴63.0万元，惠及1,400户，户均450元。', '63.0*10000/1400=450'],
    ['全年支出8.6亿元，其中基本支出5.1亿元、项目支出3.5亿元。', '5.1+3.5=8.6'],
  ];
  test.each(cases)('%s', (text, expression) => {
    const spots = spotsOf(text);
    const claimants = [...proposed(spots)];
    const forms = new Set(claimants.flatMap(({ spot, candidates }) => candidates.map((it) => formOf(spot, it))));
    expect(formsIn([expression]).some((form) => forms.has(form))).toBe(true);
  });

  test('and is then what the figure means, whatever else closes', () => {
    const spots = spotsOf('应缴费4,200人，实缴3,990人，征缴率95%。');
    const claimant = proposed(spots, [quotients])[0];
    if (!claimant) throw new Error('nothing proposed');
    const example = annotatedExampleOf(claimant, ['3990/4200=95']);
    expect(example.noneLikelihood).toBeLessThan(1e-6);
    expect(example.candidates.filter((it) => it.likelihood === 1)).toHaveLength(1);
  });
});
