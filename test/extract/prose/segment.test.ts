import { expect, test } from 'vitest';
import { commonWords, isBuilt } from '../../../src/extract/prose/dictionary.js';
import { segment } from '../../../src/extract/prose/segment.js';

test('only common words are kept', () => {
  expect(commonWords(['决算 114 n', '龘龘 3 nz', ''])).toEqual(['决算 114 n']);
});

test('the build has written the dictionary, and words are cut apart by it', () => {
  expect(isBuilt()).toBe(true);
  expect(segment('困难群众发放补贴')).toEqual([
    { word: '困难', tag: 'an' },
    { word: '群众', tag: 'n' },
    { word: '发放', tag: 'v' },
    { word: '补贴', tag: 'n' },
  ]);
});
