import { describe, expect, test } from 'vitest';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';

/** What is told of a paragraph. */
function alarms(text: string): string[] {
  const { findings } = examine(documentOf([text]), { file: 'text', sha256: '0'.repeat(64) }, defaultRulebook());
  return findings.filter((it) => it.severity !== 'info').map((it) => it.arithmetic ?? it.rule);
}

describe('what comes out with another figure beside it is not accused', () => {
  test.each([
    ['a budget that was cut', '年初预算安排250万元，年中调减50万元，全年实际支出184万元，执行率92%。'],
    [
      'as many as on the average of two times',
      '全年总收入363万元，年末会员1250人，上年末1170人。按年平均人数算，人均3000元。',
    ],
    ['a price with the tax on it', '供水量52.4万吨；含税水价每吨2.60元，确认不含税收入125.0万元（增值税率9%）。'],
  ])('%s', (_, text) => expect(alarms(text)).toEqual([]));

  test('shares in brackets are held against the whole of the others', () => {
    const told = alarms(
      '抽查档案240份，发现78份（32.5%）未附证明，36份（51.0%）逾期办理；其余126份（52.5%）符合规定。',
    );
    expect(told.join(' ')).toContain('51.0%');
  });
});
