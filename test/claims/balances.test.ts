import { describe, expect, test } from 'vitest';
import { balances } from '../../src/claims/propose/balances.js';
import { spotsOf } from './tracks.js';

/** The balances that the last figure but `behind` may close, as the signed numbers that make it. */
function closedBy(text: string, closing: string): string[] {
  const spots = spotsOf(text);
  const left = spots.find((it) => it.figure.text === closing);
  if (!left) throw new Error(`no figure ${closing}`);
  return balances(spots, left).flatMap(({ candidates }) =>
    candidates.map((it) => {
      const relation = it.relation();
      if (relation.kind !== 'sum') throw new Error('no sum');
      return relation.terms.map(({ figure, weight }) => `${weight === -1 ? '-' : '+'}${figure.number}`).join(' ');
    }),
  );
}

describe('balances', () => {
  test.each([
    [
      'every word tells its sign',
      '年初贷款余额320万元，当年新增80万元，归还55万元，年末余额345万元。',
      '345万元',
      '+320 +80 -55',
    ],
    [
      'what was left at the end of the year before, and what a flow is made of stays out of it',
      '2021年末债务余额86.4亿元。2022年举借22.5亿元，其中新增14.1亿元、再融资8.4亿元；偿还本金12.7亿元，年末余额96.2亿元。',
      '96.2亿元',
      '+86.4 +22.5 -12.7',
    ],
    [
      'a figure without such a word goes in or out',
      '期初存栏640头，外购羔羊55头，疫病18头，期末存栏677头。',
      '677头',
      '+640 +55 -18',
    ],
    [
      'two units side by side',
      '年初在册120户、310人，新纳入9户、22人，退出6户、15人，年末在册123户、317人。',
      '317人',
      '+310 +22 -15',
    ],
    [
      'what is part of another figure stays out',
      '上年末结余90万元，当年收入60万元，其中利息2万元，支出45万元，年末结余105万元。',
      '105万元',
      '+90 +60 -45',
    ],
    [
      'the gap that is told beside stays out',
      '上年末结余90万元，当年收入60万元，支出78万元，当期缺口18万元，年末结余72万元。',
      '72万元',
      '+90 +60 -78',
    ],
  ])('%s', (_, text, closing, signed) => {
    expect(closedBy(text, closing)).toContain(signed);
  });

  test('what there was at first begins it', () => {
    const text = '全年拨款500万元。年初余额90万元，收入60万元，支出45万元，年末余额105万元。';
    expect(closedBy(text, '105万元').filter((it) => it.includes('500'))).toEqual([]);
  });
});
