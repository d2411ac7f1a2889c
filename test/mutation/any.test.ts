import { expect, test } from 'vitest';
import { documentOf } from '../document-of.js';
import { measureAny } from './any.js';

const document = documentOf([
  '2023年，全县共有职工878人，其中男职工312人、女职工566人。全年收到锦旗173面。',
  {
    table: [
      ['项目', '金额（万元）'],
      ['人员', '12.50'],
      ['公用', '7.25'],
      ['项目', '31.61'],
      ['合计', '51.36'],
    ],
  },
]);

test('one slip in every figure: those that a relation holds are caught, and no other is accused', () => {
  const trials = measureAny('report', document, 20);
  const told = (shown: boolean): string[] =>
    trials.filter((it) => it.shown === shown).map((it) => `${it.slip.figure.text} ${it.caught}`);
  expect(told(true)).toEqual([
    '878人 true',
    '312人 true',
    '566人 true',
    '12.50 true',
    '7.25 true',
    '31.61 true',
    '51.36 true',
  ]);
  expect(told(false)).toEqual(['173面 false']);
  expect(trials.flatMap((it) => it.elsewhere)).toEqual([]);
  expect(trials.every(({ slip: { edit } }) => edit.text.length === edit.end - edit.start)).toBe(true);
});

test('the same figures with the same slips in every run, no more than asked for', () => {
  const run = (): string[] =>
    measureAny('report', document, 3).map(({ slip }) => `${slip.figure.id} ${slip.edit.text}`);
  expect(run()).toHaveLength(3);
  expect(run()).toEqual(run());
});
