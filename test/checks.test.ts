import { describe, expect, test } from 'vitest';
import { runExample } from '../src/pipeline/run-example.js';
import { defaultRulebook } from '../src/rulebook/rulebook.js';

const rulebook = defaultRulebook();

describe.each([...rulebook.checks.values()])('$id', (check) => {
  test.each(check.examples)('$name → $expect', (example) => {
    expect(runExample(check, example, rulebook)).toBeNull();
  });
});

test('an example that says otherwise is told what it is', () => {
  const check = rulebook.checks.get('headcount-limit');
  const example = check?.examples.find(({ expect: wanted }) => wanted === 'failed');
  if (!check || !example) throw new Error('headcount-limit has an example that fails');
  expect(runExample(check, { ...example, expect: 'passed' }, rulebook)).toBe('passed ≠ failed');
  expect(runExample(check, { ...example, expect: 'not_run' }, rulebook)).toBe('not_run ≠ failed');
  expect(runExample(check, { ...example, shows: '不在其中' }, rulebook)).toContain('不在其中');
});
