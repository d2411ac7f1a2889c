import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { Lexicon } from '../../../src/extract/describe/tokens.js';
import type { Spot, Zone } from '../../../src/model/description.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { spotsOf } from '../../claims/tracks.js';

const lexicon = new Lexicon(defaultRulebook().grammar);
const wordsOf = (text: string): string[] =>
  lexicon.tokens(text, []).flatMap((it) => (it.is === 'word' ? [it.text] : []));

const at = (spots: readonly Spot[], text: string): Spot => {
  const found = spots.find((it) => it.figure.text === text);
  if (!found) throw new Error(`${text} was not described`);
  return found;
};
const classes = (spot: Spot, zone: Zone): string[] => [...spot.words[zone].keys()].sort();

describe('words of the grammar', () => {
  const cases: readonly [why: string, text: string, words: string[]][] = [
    ['the longest counts', '增长率', ['增长率']],
    ['one character inside a name is no word', '农村低保', []],
    ['one character at the border of a name is', '低，', ['低']],
    ['traditional characters are met once the text is simplified', '上年同期', ['上年同期']],
  ];
  test.each(cases)('%s', (_why, text, words) => expect(wordsOf(text)).toEqual(words));
});

describe('a figure as its sentence describes it', () => {
  const spots = spotsOf(
    '年末职工46人，比上年末的49人减少3人，下降6.1%。平均每人每月补助610元，每平方公里204人，耕地30亩，合2公顷。',
  );

  test('what stands right before it, in its clause and behind it', () => {
    expect(classes(at(spots, '3人'), 'near')).toContain('down');
    expect(classes(at(spots, '49人'), 'lead')).toEqual(expect.arrayContaining(['closing', 'prior']));
    expect(classes(at(spots, '6.1%'), 'clause')).toContain('down');
    expect(classes(at(spots, '30亩'), 'after')).toContain('amountto');
  });

  test('clauses and sentences', () => {
    expect(
      [at(spots, '46人'), at(spots, '49人'), at(spots, '3人'), at(spots, '610元')].map((it) => it.sentence),
    ).toEqual([0, 0, 0, 1]);
    expect(at(spots, '49人').clause).toBe(at(spots, '3人').clause);
    expect(at(spots, '46人').clause).not.toBe(at(spots, '49人').clause);
  });

  test('what one unit of it is held against', () => {
    expect(at(spots, '610元').each.map((it) => it.measure)).toEqual(['people', 'duration month']);
    expect(at(spots, '204人').each).toEqual([{ measure: 'area', size: 1_000_000 }]);
  });

  test('units of one dimension have one measure', () => {
    expect([at(spots, '30亩').measure, at(spots, '2公顷').measure]).toEqual(['area', 'area']);
    expect(at(spots, '30亩').value).toBeCloseTo(at(spots, '2公顷').value, 6);
  });

  test('cells of a row that stand in a text are related by no sentence', () => {
    expect(spotsOf('流动资产 12,300.50 11,200.40 9,800.30')).toEqual([]);
  });
});

test('no Chinese word stands in code that describes or claims', () => {
  const root = fileURLToPath(new URL('../../../src/', import.meta.url));
  const files = globSync(['claims/**/*.ts', 'extract/describe/**/*.ts'], { cwd: root });
  expect(files.length).toBeGreaterThan(10);
  const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
  const chinese = files.filter((file) =>
    /\p{sc=Han}/u.test(code(readFileSync(`${root}${file}`, 'utf8')).replaceAll('\\p{sc=Han}', '')),
  );
  expect(chinese).toEqual([]);
});
