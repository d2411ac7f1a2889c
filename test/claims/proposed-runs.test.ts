import { describe, expect, test } from 'vitest';
import { mendedTogether, type Failing } from '../../src/claims/believe/common-repair.js';
import { brokenOdds, weigh } from '../../src/claims/believe/believe.js';
import { fitOf } from '../../src/claims/fit.js';
import { runs } from '../../src/claims/propose/runs.js';
import { spotsOf } from './tracks.js';

/** The runs that may make a figure and do, as signed numbers. */
function making(text: string, total: string): string[] {
  const spots = spotsOf(text);
  const spot = spots.find((it) => it.figure.text === total);
  if (!spot) throw new Error(`no figure ${total}`);
  return runs(spots, spot).flatMap(({ candidates }) =>
    candidates.flatMap((it) => {
      const relation = it.relation();
      if (relation.kind !== 'sum' || fitOf(it).fit !== 'fits') return [];
      return relation.terms.map(({ figure, weight }) => `${weight === -1 ? '-' : '+'}${figure.number}`).join(' ');
    }),
  );
}

describe('what may add up to a total', () => {
  test.each([
    [
      'one column of several in every clause',
      '立项16分得14.5分，过程24分得22分，产出30分得27.5分，效果30分得26分，总分90分。',
      '90分',
      '+14.5 +22 +27.5 +26',
    ],
    [
      'levels, without what one of them is made of',
      '支出216.3万元：出国费21.4万元；用车费158.7万元，含购置61.2万元、运行97.5万元；接待费36.2万元。',
      '216.3万元',
      '+21.4 +158.7 +36.2',
    ],
    [
      'what is counted in two of them already is taken off',
      '发现资质不全的41户、超范围经营的33户，两种情形并存的15户，合计涉及59户。',
      '59户',
      '+41 +33 -15',
    ],
    [
      'numbers that are written out',
      '全校五百三十六人，其中男生二百八十四人、女生二百五十二人。',
      '五百三十六人',
      '+284 +252',
    ],
    ['lengths of time', '有效监测361天，其中优131天、良188天、轻度污染42天。', '361天', '+131 +188 +42'],
  ])('%s', (_why, text, total, run) => expect(making(text, total)).toContain(run));
});

test('what a bracket closes is not divided behind it', () => {
  expect(making('产值92.6亿元（上年为61.5亿元），其中甲区34.9亿元、乙区26.6亿元。', '61.5亿元')).toEqual([]);
});

test('two breakdowns of a figure that come to the same, which is not what it states, vouch for each other', () => {
  const spots = spotsOf('累计入库54.1亿元。按季度分，17.2亿元、19.6亿元、23.5亿元；按税种分，38.9亿元、21.4亿元。');
  const [total] = spots;
  if (!total) throw new Error('no figure');
  const failing = runs(spots, total).flatMap((claimant): Failing[] => {
    const [first, ...more] = brokenOdds(weigh(claimant, {}));
    return first ? [{ spot: total, claims: [first, ...more] }] : [];
  });
  const before = new Map(failing.flatMap(({ claims }) => claims.map((it) => [it.candidate, it.odds])));
  const raised = mendedTogether(failing).filter(({ claims: [it] }) => it.odds > (before.get(it.candidate) ?? Infinity));
  expect(raised.map(({ claims: [it] }) => it.candidate.operands.map(({ figure }) => figure.number).join(' '))).toEqual([
    '17.2 19.6 23.5',
    '38.9 21.4',
  ]);
});
