import { expect, test } from 'vitest';
import { coverageOf } from '../../src/pipeline/coverage.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { reportOf } from './compare/reports.js';

test('every check has one line: judged, or why there was nothing to judge', () => {
  const rulebook = defaultRulebook();
  const report = reportOf(['松岭区林业局2023年度部门决算', '一、人员情况', '核定编制10名，年末实有在职人员9名。']);
  const lines = coverageOf(report, rulebook);
  expect(lines.map(({ check }) => check.id)).toEqual([...rulebook.checks.keys()]);
  const of = (id: string) => lines.find(({ check }) => check.id === id);
  expect(of('headcount-limit')).toMatchObject({ status: 'passed', why: 'judged', counts: { passed: 1 } });
  const reason = 'a figure is approximate or a range';
  const outcome = { check: 'headcount-limit', status: 'insufficient_data' as const, figures: [], reason };
  const approximate = { ...report, outcomes: [outcome, outcome] };
  const limit = coverageOf(approximate, rulebook).find(({ check }) => check.id === 'headcount-limit');
  expect(limit?.reasons).toEqual([reason]);
  expect(of('prior-year-figure')).toMatchObject({ status: 'not_applicable', why: 'across' });
  expect(of('three-public-total')).toMatchObject({
    status: 'insufficient_data',
    why: 'missing',
    missing: expect.arrayContaining(['sangong_reception']),
  });
});
