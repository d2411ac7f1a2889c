import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runExample } from '../../src/pipeline/run-example.js';
import { rulebookWith } from '../../src/rulebook/user-rules.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-rules-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

const metrics = `metrics:
  - { id: lib_books, name: { zh: 馆藏图书, en: Books held }, unit: count }
  - { id: lib_paper, name: { zh: 纸质图书, en: Printed books }, unit: count }
  - { id: lib_electronic, name: { zh: 电子图书, en: E-books }, unit: count }
`;
const check = (relation = '{ total: lib_books, plus: [lib_paper, lib_electronic] }', id = 'library-books'): string =>
  `id: ${id}
kind: sum
title: { zh: 馆藏图书等于纸质与电子之和, en: Books held are printed plus electronic }
severity: warning
catalogue: []
why: 馆藏图书由纸质图书和电子图书构成。
lets_pass: 没有同时列出三个数的段落。
message: { zh: '应为{computed}，所列{label}为{stated}。', en: 'The parts give {computed}, not {stated}.' }
relation: ${relation}
examples:
  - { name: 相符, given: [馆藏图书12000册，纸质图书9000册，电子图书3000册。], expect: passed }
  - { name: 不符, given: [馆藏图书12500册，纸质图书9000册，电子图书3000册。], expect: failed, shows: 12000册 }
  - { name: 没有电子图书, given: [馆藏图书12500册，纸质图书9000册。], expect: not_run }
`;

test('a check over metrics of its own runs as its examples say, beside those of gouji', () => {
  write('metrics/library.yaml', metrics);
  write('checks/library-books.yaml', check());
  const rulebook = rulebookWith(folder);
  const own = rulebook.checks.get('library-books');
  expect(own?.examples.map((example) => runExample(own, example, rulebook))).toEqual([null, null, null]);
  expect(rulebook.checks.has('parts-of-total')).toBe(true);
  expect(rulebookWith(undefined).checks.has('library-books')).toBe(false);
});

describe('what is wrong is told with file and line', () => {
  const nested = `metrics: ${'['.repeat(60_000)}`;
  const bomb = [
    'a: &a0 [x, x]',
    ...Array.from({ length: 30 }, (_, at) => `a${at}: &a${at + 1} [*a${at}, *a${at}]`),
  ].join('\n');
  const cases: readonly [why: string, file: string, text: string, says: RegExp][] = [
    [
      'a metric that is almost right',
      'checks/library-books.yaml',
      check('{ total: lib_books, plus: [lib_papr] }'),
      /line 9.*lib_papr.*did you mean “lib_paper”/,
    ],
    [
      'a key that is almost right',
      'checks/library-books.yaml',
      check('{ total: lib_books, pluss: [lib_paper] }'),
      /library-books\.yaml, line 9/,
    ],
    [
      'a pattern',
      'checks/library-books.yaml',
      check('{ table: balance_sheet, total: { row: /(a+)+$/ }, plus: [{ row: 存书 }] }'),
      /line 9.*without regular expressions/,
    ],
    [
      'a table that is almost right',
      'checks/library-books.yaml',
      check('{ table: balance_shet, total: { row: 存书 }, plus: [{ row: 新书 }] }'),
      /line 9.*balance_shet.*did you mean “balance_sheet”/,
    ],
    [
      'a selector that is almost right',
      'checks/library-books.yaml',
      check('{ total: { metrc: lib_books }, plus: [lib_paper] }'),
      /line 9.*metrc.*did you mean “metric”/,
    ],
    [
      'two selectors of one figure',
      'checks/library-books.yaml',
      check('{ table: 藏书, total: { row: 存书, column: 本年 }, plus: [{ row: 新书 }] }'),
      /line 9.*row and column.*a cell/,
    ],
    [
      'rows of no table',
      'checks/library-books.yaml',
      check('{ total: { row: 存书 }, plus: [{ row: 新书 }] }'),
      /line 9.*needs a table/,
    ],
    [
      'rows beside metrics',
      'checks/library-books.yaml',
      check('{ table: 藏书, total: { row: 存书 }, plus: [lib_paper] }'),
      /line 9.*is a cell/,
    ],
    [
      'half an equation and half a bound',
      'checks/library-books.yaml',
      check('{ total: lib_books, lesser: lib_paper }'),
      /line 9.*total and plus.*or greater and lesser/,
    ],
    [
      'a bound that is called a sum',
      'checks/library-books.yaml',
      check('{ greater: lib_books, lesser: lib_paper }'),
      /line 2.*kind at-most/,
    ],
    [
      'optional terms as they were written',
      'checks/library-books.yaml',
      check('{ total: lib_books, plus: [lib_paper, lib_electronic], optional: [lib_electronic] }'),
      /line 9.*{ metric: lib_electronic, optional: true }/,
    ],
    [
      'stages as they were written',
      'checks/library-books.yaml',
      check(
        '{ lesser: lib_paper, greater: lib_books, where: document, stages: { lesser: [final], greater: [budget] } }',
      ),
      /line 9.*lesser: { metric: …, stages: \[final\] }/,
    ],
    [
      'labels as they were written',
      'checks/library-books.yaml',
      check('{ labels: { kind: money, total: 债务限额$, plus: [债务余额$], at_least: true } }'),
      /line 9.*select by label/,
    ],
    ['an id that gouji has', 'checks/parts-of-total.yaml', check(undefined, 'parts-of-total'), /gouji has a check/],
    [
      'a wording that gouji knows',
      'metrics/own.yaml',
      'metrics:\n  - { id: own_total, name: { zh: 支出总计, en: x }, unit: money }\n',
      /already means/,
    ],
    [
      'a name for what is no metric',
      'metrics/own.yaml',
      'metrics:\n  - { id: own_gpb, name: { zh: 馆藏拨款, en: x }, unit: money, is: { metric: own_al, fund: gpb } }\n',
      /line 2.*“own_al” is no metric of this file/,
    ],
    ['an alias bomb', 'metrics/own.yaml', bomb, /stand for too much/],
    ['a value that stands for itself', 'metrics/own.yaml', 'metrics: &all\n  - *all\n', /line 2.*itself/],
    ['values nested without end', 'metrics/own.yaml', nested, /nested|Flow|unexpected|:/i],
    ['a file too large', 'metrics/own.yaml', `# ${'x'.repeat(200_000)}`, /over the limit/],
    ['no YAML', 'checks/library-books.yaml', 'id: [', /line 1/],
  ];
  test.each(cases)('%s', (_why, file, text, says) => {
    write('metrics/library.yaml', metrics);
    write(file, text);
    expect(() => rulebookWith(folder)).toThrow(
      expect.objectContaining({ code: 'RULE_INVALID', message: expect.stringMatching(says) }),
    );
  });

  test('more files than any rules need, and what is no file', () => {
    for (let at = 0; at < 1001; at++) write(`checks/c${at}.yaml`, '');
    expect(() => rulebookWith(folder)).toThrow(/1001 files/);
    rmSync(join(folder, 'checks'), { recursive: true });
    mkdirSync(join(folder, 'checks'));
    execFileSync('mkfifo', [join(folder, 'checks', 'a.yaml')]);
    expect(() => rulebookWith(folder)).toThrow(/no ordinary file/);
  });

  test('RULES_MISSING: a folder without rules, and none at all', () => {
    for (const path of [folder, join(folder, 'none')])
      expect(() => rulebookWith(path)).toThrow(expect.objectContaining({ code: 'RULES_MISSING' }));
  });
});
