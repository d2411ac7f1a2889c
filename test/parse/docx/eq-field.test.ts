import { describe, expect, it } from 'vitest';
import { composed } from '../../../src/parse/docx/eq-field.js';

describe('what an EQ field prints', () => {
  it.each([
    ['eq \\o\\ac(○,3)', '③'],
    ['EQ \\o(□,√)', '☑'],
    ['eq \\o\\ac(□, ×)', '☒'],
    ['EQ \\F(1,3)', '1/3'],
    ['EQ \\f(A+B,\\f(1,2))', '(A+B)/(1/2)'],
    ['EQ \\r(3,8)', '³√8'],
    ['EQ 10\\s\\up8(2)', '10²'],
    ['EQ \\* jc2 \\* "Font:宋体" \\o\\ad(甲,乙)', '甲乙'],
    ['EQ \\b\\bc\\{(x(1))', '(x(1))'],
    ['EQ f(2)=\\,4', 'f(2)=,4'],
    ['EQ \\f(1', '1/'],
    ['PAGE', ''],
  ])('%s', (code, printed) => {
    expect(composed(` ${code} `)).toBe(printed);
  });

  it('reads long white space and deep nesting that never closes', () => {
    expect(composed(`EQ \\o${' '.repeat(200_000)}x`)).toMatch(/x$/);
    expect(composed(`EQ ${'\\f('.repeat(500)}1`)).toContain('1');
  });
});
