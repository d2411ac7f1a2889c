import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { documentOf } from '../document-of.js';
import { generator } from '../mutation/random.js';
import { alarms, decoyed } from './decoys.js';
import { scrambled, scrambledDocument } from './scramble.js';
import { examine } from '../../src/pipeline/analyze.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { wordless } from './wordless.js';

const sentence = '2023年，全县共有职工878人（第3类），其中男职工312人、女职工566人。';
const document = documentOf([
  '一、信访情况',
  sentence,
  {
    table: [
      ['项目', '金额（万元）'],
      ['人员', '12.50'],
      ['公用', '0'],
      ['合计', '12.50'],
    ],
  },
]);
const report = examine(document, { file: 'report', sha256: '0'.repeat(64) }, defaultRulebook());

describe('scrambled digits', () => {
  test('are as many in the same places, others, and the first is no 0 where it was none', () => {
    const numeral = fc.oneof(
      fc.integer({ min: 0, max: 99_999_999 }).map((it) => it.toLocaleString('en')),
      fc.tuple(fc.nat(9999), fc.nat(99)).map(([whole, part]) => `${whole}.${String(part).padStart(2, '0')}`),
      fc.constantFrom('三百二十五', '壹佰零贰', '１２．５', '3-5', '1/3'),
    );
    fc.assert(
      fc.property(numeral, fc.nat(), (text, seed) => {
        const other = scrambled(text, generator(seed));
        const shape = (it: string): string =>
          it
            .replace(/\d/g, '0')
            .replace(/[０-９]/g, '０')
            .replace(/[一二三四五六七八九]/g, '一')
            .replace(/[壹贰叁肆伍陆柒捌玖]/g, '壹');
        expect(shape(other)).toBe(shape(text));
        expect(/^0\d/.test(other)).toBe(/^0\d/.test(text));
        if (/[1-9１-９一-九壹-玖]/.test(text)) expect(other).not.toBe(text);
      }),
    );
  });

  test('stand in every figure; words, years, ordinals and zeros stay', () => {
    const decoy = scrambledDocument(document, report);
    const [heading, prose, table] = decoy.document.blocks;
    expect(heading?.text).toBe('一、信访情况');
    expect(prose?.text).toMatch(
      /^2023年，全县共有职工[1-9]\d\d人（第3类），其中男职工[1-9]\d\d人、女职工[1-9]\d\d人。$/,
    );
    expect(table?.text).toMatch(/人员\t[1-9]\d\.\d\d\n公用\t0\n合计\t[1-9]\d\.\d\d$/);
    expect(decoy.places.size).toBe(5);
    expect(scrambledDocument(document, report)).toEqual(decoy);
    const again = scrambledDocument(document, report, 1);
    expect(again.places).toEqual(decoy.places);
    expect(again.document).not.toEqual(decoy.document);
  });
});

test('a wordless document keeps figures, units and marks, and no two names are alike', () => {
  const other = wordless(documentOf([`${sentence}单位：万元。男职工5人。`])).blocks[0]?.text ?? '';
  expect(other).toHaveLength(sentence.length + '单位：万元。男职工5人。'.length);
  expect(other).toMatch(/^2023年，.{6}878人（第3类），.{5}312人、.{3}566人。单位：万元。.{3}5人。$/);
  expect(other).not.toMatch(/其中|共有|职工|全县/);
  const [, first, again] = /(.{3})312人.*(.{3})5人/.exec(other) ?? [];
  expect(again).not.toBe(first);
});

test('of a decoy nothing passes but by chance, and without words nothing is told', () => {
  const { said } = decoyed('report', document);
  expect(said.true.passed.map((it) => it.check)).toContain('parts-of-total');
  expect(said.true.findings).toEqual([]);
  expect(said.true.figures).toEqual({ prose: 3, cells: 2 });
  expect(said.scrambled.passed).toEqual([]);
  expect(alarms(said.scrambled, 'error')).toBe(0);
  expect(said.wordless).toMatchObject({ passed: [], findings: [], figures: said.true.figures });
});
