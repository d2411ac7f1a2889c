import { describe, expect, test } from 'vitest';
import { reasonsOf } from '../../src/claims/believe/reasons.js';
import type { Candidate, Claimant } from '../../src/claims/candidate.js';
import { equations } from '../../src/claims/equations.js';
import type { BeliefTold } from '../../src/model/belief.js';
import { beliefText } from '../../src/report/belief-text.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { tracksOf } from './tracks.js';

const { weights } = defaultRulebook().beliefs;

/** What is told of the one feature of a claim, if that weighs so much. */
function toldOf(feature: string, weight = 1000): BeliefTold['reasons'] {
  const [candidate, claimant] = [{ features: [feature] }, { features: [] as string[] }];
  return reasonsOf(candidate as unknown as Candidate, claimant as unknown as Claimant, { [feature]: weight });
}

describe('a feature is told as what it is of', () => {
  const cases: readonly [feature: string, reason: string][] = [
    ['any called said', 'words'],
    ['share cue lead exceed', 'words'],
    ['run first total plan', 'words'],
    ['none quotient comparable', 'words'],
    ['growth says from to like cue change', 'sentence'],
    ['run apart first parallel ofwhich', 'sentence'],
    ['share cue share at p1/p2', 'order'],
    ['share p1/n1', 'order'],
    ['growth cue change nothing of 2 far clause/next', 'distance'],
    ['any called unsaid sentences 1', 'distance'],
    ['any uncalled said skips 4+', 'between'],
    ['growth cue change at p1/p2 named none/same', 'names'],
    ['any named some', 'names'],
    ['growth actual/prior', 'roles'],
    ['frame growth', 'alike'],
    ['run first ofwhich end', 'list'],
    ['run last members 5-7', 'members'],
    ['run first larger member', 'larger'],
    ['ratio two measures', 'units'],
    ['run first bracketed', 'brackets'],
  ];
  test.each(cases)('%s: %s', (feature, reason) => expect(toldOf(feature)[0]?.reason).toBe(reason));

  test('what it counts is told where people can count it', () => {
    expect(
      ['any skips 4+', 'run first members 3', 'frame 2', 'growth p1/p2'].map((it) => toldOf(it)[0]?.count),
    ).toEqual(['4+', '3', '2', undefined]);
  });

  test('what weighs little, and how often a kind is claimed at all, is not told', () => {
    expect([toldOf('any named some', 200), toldOf('none run first'), toldOf('run')]).toEqual([[], [], []]);
  });

  test('hardly a weight that was learned is of no kind', () => {
    const structural = /^(none )?[a-z-]+( (apart )?(first|last|apart))?( skips \d+)?$/;
    const untold = Object.keys(weights).filter((it) => !structural.test(it) && toldOf(it).length === 0);
    expect(untold.length).toBeLessThan(12);
  });
});

/** Why the first claim that a text breaks is believed, with its figures as printed. */
function beliefOf(text: string): { belief: BeliefTold; printed: (id: string) => string } {
  const tracks = tracksOf(text);
  const printed = new Map(tracks.flatMap(({ spots }) => spots.map(({ figure }) => [figure.id, figure.text])));
  const belief = equations(tracks, weights, []).find((it) => it.belief)?.belief;
  if (!belief) throw new Error('nothing is believed to be wrong');
  return { belief, printed: (id) => printed.get(id) ?? '' };
}

describe('a claim that is believed to be wrong tells why', () => {
  const text = '三家供水厂拖欠水资源费2,415.60万元，分别为1,020.40万元、815.30万元和597.90万元。';

  test('odds and shares, the words that spoke, the figures of which one slip mends it', () => {
    const { belief, printed } = beliefOf(text);
    expect(belief.odds).toMatch(/^\d+(\.\d)?$/);
    expect(belief.prior).toBeGreaterThan(500);
    expect(belief.prior + belief.none).toBeLessThanOrEqual(1001);
    expect(belief.words.map((it) => [printed(it.figure), it.class, it.text])).toContainEqual([
      '1,020.40万元',
      'breakdown',
      '分别为',
    ]);
    expect(belief.mends.map(printed)).toContain('1,020.40万元');
    expect(belief.reasons.map(({ reason }) => reason)).toContain('list');
  });

  test('another figure that may be meant is a rival with its share', () => {
    const { belief, printed } = beliefOf(
      '早稻收获21.4万亩，总产8.56万吨，平均亩产420公斤；晚稻收获18.2万亩，总产7.83万吨，平均亩产430公斤。',
    );
    expect(belief.rivals.length).toBeGreaterThan(0);
    for (const { figures, share } of belief.rivals) {
      expect(figures.map(printed)).not.toContain('');
      expect(share).toBeLessThanOrEqual(belief.prior);
    }
  });

  test('the same text tells the same', () => expect(beliefOf(text).belief).toEqual(beliefOf(text).belief));
});

test('what is told, in Chinese and English', () => {
  const belief: BeliefTold = {
    odds: '0.35',
    prior: 615,
    none: 40,
    words: [
      { figure: 'f1', class: 'price', text: '年利率' },
      { figure: 'f1', class: 'interest', text: '年利率' },
      { figure: 'f0', class: 'total', text: '共' },
    ],
    reasons: [
      { reason: 'words', weight: 2100 },
      { reason: 'between', count: '0', weight: 900 },
      { reason: 'members', count: '5-7', weight: -400 },
    ],
    rivals: [{ shape: 'share', figures: ['f0', 'f1'], share: 284, holds: true }],
    mends: ['f0'],
  };
  const printed = (id: string): string => ({ f0: '80万元', f1: '4.35%' })[id] ?? id;
  expect(beliefText(belief, printed, 'zh').join('')).toMatchInlineSnapshot(`
    "可信度：1 : 2.9，文中确有此意而数字有误
      仅凭文字：有此意 61.5%，没有这类意思 4.0%
      据以判断的词：“4.35%” 年利率（单价、利息）；“80万元” 共（合计）
      支持：数字旁的用词、其间没有别的同类数字
      不支持：分项的个数（5-7）
      其他读法：占比（“80万元”、“4.35%”）28.4%，数字相符
      改正一处笔误即相符的数：“80万元”
    "
  `);
  expect(beliefText(belief, printed, 'en').join('')).toMatchInlineSnapshot(`
    "Belief: 1 : 2.9 that this is meant and a figure is wrong
      by the words alone: 61.5% that it is meant, 4.0% that nothing of the kind is
      words that speak of the figures: “4.35%” 年利率 (price, interest); “80万元” 共 (total)
      for it: the words beside the figure, no like figure stands between
      against it: the number of members (5-7)
      other readings: a share (“80万元”, “4.35%”) 28.4%, and it comes out
      figures of which one slip, undone, would make it come out: “80万元”
    "
  `);
  expect(beliefText({ ...belief, odds: '12', rivals: [], mends: [] }, printed, 'en').join('')).toMatchInlineSnapshot(`
    "Belief: 12 : 1 that this is meant and a figure is wrong
      by the words alone: 61.5% that it is meant, 4.0% that nothing of the kind is
      words that speak of the figures: “4.35%” 年利率 (price, interest); “80万元” 共 (total)
      for it: the words beside the figure, no like figure stands between
      against it: the number of members (5-7)
    "
  `);
});
