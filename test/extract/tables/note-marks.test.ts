import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { defaultRulebook } from '../../../src/rulebook/rulebook.js';
import { aDocument } from '../headings/a-document.js';

const figuresOf = (cell: string): (readonly [text: string, value: string | null])[] => {
  const table = [
    ['项目', '决算数（万元）'],
    ['基本支出', cell],
    ['项目支出', '90.00'],
    ['其他支出', '1.00'],
  ];
  return extract(aDocument({ table }), defaultRulebook())
    .figures.filter((figure) => figure.table?.row === 1)
    .map((figure) => [figure.text, figure.value]);
};

describe('a number in a cell with the mark of a note beside it', () => {
  it.each([
    ['198.00¹', '198.00'],
    ['198.00①', '198.00'],
    ['198.00 ¹²', '198.00'],
    ['198.00¹，²', '198.00'],
    ['198.00¹)', '198.00'],
    ['198.00[2]', '198.00'],
    ['198.00[²]', '198.00'],
    ['198.00〔3〕', '198.00'],
    ['198.00*', '198.00'],
    ['198.00 **', '198.00'],
    ['※198.00', '198.00'],
    ['* 198.00', '198.00'],
    ['198.00 a', '198.00'],
    ['198.00(b)', '198.00'],
    ['198.00（注）', '198.00'],
    ['198.00（见附注3）', '198.00'],
    ['198.00注2', '198.00'],
    ['198.00（注①）', '198.00'],
    ['(198.00)注1', '(198.00)'],
  ])('%s is that number', (cell, text) => {
    expect(figuresOf(cell)).toEqual([[text, text.startsWith('(') ? '-1980000' : '1980000']]);
  });

  it.each([
    ['a count', '198注'],
    ['a code', '198a'],
    ['a building', '198#'],
    ['part of another number', '198（2）'],
    ['a measure', '198.00 t'],
  ])('%s is none', (_, cell) => {
    expect(figuresOf(cell).map(([, value]) => value)).not.toContain('1980000');
  });

  it('is not told by an exponent', () => {
    expect(figuresOf('10⁸').map(([, value]) => value)).not.toContain('100000');
  });
});
