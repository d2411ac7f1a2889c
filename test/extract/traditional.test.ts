import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { documentOf } from '../document-of.js';
import { figuresOf } from './read-text.js';

const plain = defaultRulebook().prose.simplify;

/** What is known of each figure, its own words aside: those are the document's. */
const known = (text: string): unknown[] =>
  figuresOf(text).map(({ kind, value, unit, label, role, fact }) => [
    kind,
    value,
    unit,
    plain(label),
    role,
    fact?.metric,
  ]);

describe('a passage in traditional characters is read as its simplified form', () => {
  test.each([
    [
      '2023年度本單位決算支出274.23萬元，比上年減少3.5萬元，下降1.26%。',
      '2023年度本单位决算支出274.23万元，比上年减少3.5万元，下降1.26%。',
    ],
    [
      '同口徑計算，國內公務接待費1.2萬元，較年初預算漲幅4.5%；共接待12批次、96人次。',
      '同口径计算，国内公务接待费1.2万元，较年初预算涨幅4.5%；共接待12批次、96人次。',
    ],
    [
      '淨利潤虧損35.6億元，壞賬準備及減值損失計提2.8億元，徵收稅款0.4億元。',
      '净利润亏损35.6亿元，坏账准备及减值损失计提2.8亿元，征收税款0.4亿元。',
    ],
    [
      '參與問卷調查的職工120名，滿意的114名，滿意率95%，償還債務貳拾萬圓整。',
      '参与问卷调查的职工120名，满意的114名，满意率95%，偿还债务贰拾万圆整。',
    ],
  ])('%s', (traditional, simplified) => {
    expect(known(simplified).length).toBeGreaterThan(2);
    expect(known(traditional)).toEqual(known(simplified));
    expect(plain(traditional)).toBe(simplified);
  });
});

test('title, agency and headings in traditional characters are known and stay as printed', () => {
  const given = ['岚山縣財政局2023年度部門決算', '一、收入決算情況說明', '財政撥款收入1000萬元，比上年增加50萬元。'];
  const { metadata, headings } = extract(documentOf(given), defaultRulebook());
  expect(metadata).toMatchObject({
    title: '岚山縣財政局2023年度部門決算',
    organisation: '岚山縣財政局',
    reportKind: 'final_dept',
    reportYear: 2023,
  });
  expect(headings.map((it) => it.title)).toEqual(['收入決算情況說明']);
});

test('a report has one identity in both scripts', () => {
  const [one, other] = ['岚山縣財政局2023年度部門決算', '岚山县财政局2023年度部门决算'].map(
    (title) => extract(documentOf([title, '本年收入10万元。']), defaultRulebook()).metadata.identity?.key,
  );
  expect(one).toBeTypeOf('string');
  expect(one).toBe(other);
});
