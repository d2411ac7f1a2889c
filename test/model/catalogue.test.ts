import { describe, expect, test } from 'vitest';
import { catalogue, codes, fill, say } from '../../src/model/catalogue.js';
import { nearest } from '../../src/model/nearest.js';

const names = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();

describe('the catalogue', () => {
  test.each(codes)('%s says the same in both languages', (code) => {
    const { zh, en } = catalogue[code];
    expect(names(en)).toEqual(names(zh));
    expect(zh).toMatch(/[。！]$/);
    expect(en).toMatch(/[.?!}]$/);
    expect(code).toMatch(/^[A-Z]+(?:_[A-Z]+)*$/);
  });

  test('a parameter that is a key has words in both languages', () => {
    const params = { file: 'a.docx', what: 'sheets', count: 2 };
    expect(say('PART_IGNORED', params, 'zh')).toBe('a.docx 含有未读取的内容：嵌入的电子表格（2 处）。');
    expect(say('PART_IGNORED', params, 'en')).toBe('a.docx holds content that is not read: embedded spreadsheets (2).');
    expect(say('PART_IGNORED', { ...params, what: 'ink' }, 'en')).toContain('ink (2)');
  });

  test('a parameter that is missing stays visible', () => {
    expect(fill('{file} has {bytes}', { file: 'a.pdf' })).toBe('a.pdf has {bytes}');
  });
});

describe('did you mean', () => {
  test.each([
    ['prat', ['part', 'parts', 'total'], 'part'],
    ['--jsno', ['--json', '--db'], '--json'],
    ['lang', ['db', 'fail-on'], null],
  ])('%s among %j: %s', (word, known, wanted) => {
    expect(nearest(word, known)).toBe(wanted);
  });
});
