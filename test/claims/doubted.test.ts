import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';

const outcomesOf = async (text: string) => {
  const { outcomes, findings } = await analyze(new TextEncoder().encode(text), 'text.txt');
  return {
    reasons: outcomes.flatMap((it) => it.reason ?? []),
    alarms: findings.filter((it) => it.severity !== 'info'),
  };
};

describe('what was told of running text is taken back where its figures say another thing', () => {
  const cases: readonly [why: string, text: string, reason: string][] = [
    [
      'shares of two groups are no parts of the share of all',
      '全县居民恩格尔系数29.8%，其中城镇居民28.7%，农村居民32.4%。',
      'averages and rates do not add up',
    ],
  ];
  test.each(cases)('%s', async (_why, text, reason) => {
    const { reasons, alarms } = await outcomesOf(text);
    expect(alarms).toEqual([]);
    expect(reasons).toContain(reason);
  });
});

describe('what one slip explains is told all the same', () => {
  const cases: readonly [why: string, text: string, shows: string][] = [
    ['a point that moved', '应收账款期末余额1,346.20万元，比期初的1,120.50万元增加225.70万元，增幅2.01%。', '2.01%'],
    ['a digit of a far total', '全年维修设备911台，分别为机床62台、泵机38台、仪表11台。', '911台'],
  ];
  test.each(cases)('%s', async (_why, text, shows) => {
    const { alarms } = await outcomesOf(text);
    expect(alarms.map((it) => it.arithmetic).join()).toContain(shows);
  });
});
