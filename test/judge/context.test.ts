import { expect, test } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';

test('a text without stops is quoted around its figure, not once more whole for every finding', async () => {
  const clauses = '其中办公费支出6万元，占支出10万元的90%，其中会议费支出3万元，占支出10万元的30%，';
  const report = await analyze(new TextEncoder().encode(clauses.repeat(200)), 'a.txt');
  const contexts = report.findings.flatMap((it) => it.evidence.map(({ context }) => context));
  expect(contexts.length).toBeGreaterThan(100);
  for (const context of contexts) expect(context.length).toBeLessThan(1300);
});
