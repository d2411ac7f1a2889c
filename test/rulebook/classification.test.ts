import { describe, expect, test } from 'vitest';
import { accountLists } from '../../src/model/report.js';
import { Classifications, listOf } from '../../src/rulebook/classification.js';
import { rulesDirectory } from '../../src/rulebook/directory.js';

const lists = new Classifications(rulesDirectory);

test.each(accountLists)('the list %s is read, and every code is of that language', (list) => {
  const names = lists.names(list);
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter(({ code }) => listOf(code) !== list)).toEqual([]);
});

describe('a code', () => {
  const cases: readonly [code: string, list: string | null][] = [
    ['2010601', 'functional'],
    ['30101', 'economic_department'],
    ['501', 'economic_government'],
    ['10301', 'revenue'],
    ['2024', null],
    ['240', null],
    ['401', null],
  ];
  test.each(cases)('%s is of %s', (code, list) => expect(listOf(code)).toBe(list));

  test('is found by any name that its 类 ever had', () => {
    for (const name of ['卫生健康支出', '医疗卫生与计划生育支出', '医疗卫生'])
      expect(lists.groupNamed('functional', name)).toBe('210');
    expect(lists.groupNamed('functional', '行政运行')).toBeNull();
  });
});
