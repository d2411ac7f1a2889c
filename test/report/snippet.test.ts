import { expect, test } from 'vitest';
import { snippet } from '../../src/report/snippet.js';

const cases: readonly [
  why: string,
  text: string,
  matches: [number, number][],
  kind: 'paragraph' | 'table',
  shown: string,
][] = [
  ['a short text whole', '部门决算说明', [[2, 4]], 'paragraph', '部门«决算»说明'],
  [
    'every match that is shown',
    '决算与决算',
    [
      [0, 2],
      [3, 5],
    ],
    'paragraph',
    '«决算»与«决算»',
  ],
  ['the row of a table', '项目\t金额\n决算\t12\n合计\t12', [[6, 8]], 'table', '«决算» 12'],
  ['line breaks as spaces', '部门决\n算', [[2, 5]], 'paragraph', '部门«决 算»'],
  [
    'a long text cut on both sides',
    `${'前'.repeat(40)}决算${'后'.repeat(80)}`,
    [[40, 42]],
    'paragraph',
    `…${'前'.repeat(24)}«决算»${'后'.repeat(54)}…`,
  ],
  ['a match longer than the window whole', '决'.repeat(200), [[0, 200]], 'paragraph', `«${'决'.repeat(200)}»`],
];
test.each(cases)('shows %s', (_why, text, matches, kind, shown) => {
  expect(snippet(text, matches, kind)).toBe(shown);
});
