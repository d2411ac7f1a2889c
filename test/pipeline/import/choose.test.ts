import { expect, test } from 'vitest';
import { choiceOf } from '../../../src/pipeline/import/choose.js';

const cases: readonly [include: string[], exclude: string[], path: string, taken: boolean][] = [
  [[], [], 'a/b.pdf', true],
  [['*.pdf'], [], 'a/b.pdf', true],
  [['*.pdf'], [], 'a/b.docx', false],
  [['*.{pdf,docx}'], [], 'b.docx', true],
  [['2023/**'], [], '2023/a/b.pdf', true],
  [['2023/**'], [], 'x/2023/b.pdf', false],
  [['**/2023/**'], [], 'x/2023/b.pdf', true],
  [['a/*.pdf'], [], 'a/b/c.pdf', false],
  [[], ['草稿*'], 'a/草稿1.docx', false],
  [['*.pdf'], ['b*'], 'a/b.pdf', false],
  [['*.pdf'], [], 'a/.hidden.pdf', true],
  [['决算[12].pdf'], [], '决算2.pdf', true],
];
test.each(cases)('include %j exclude %j: %s', (include, exclude, path, taken) => {
  expect(choiceOf(include, exclude).takes(path)).toBe(taken);
});

test('a folder that is excluded is not entered', () => {
  const { prunes } = choiceOf(['*.pdf'], ['drafts', 'a/old/**']);
  expect(['drafts', 'x/drafts', 'a/old/b', 'a', 'a.pdf'].map(prunes)).toEqual([true, true, true, false, false]);
});
