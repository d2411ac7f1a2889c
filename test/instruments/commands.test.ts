import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const report = 'fixtures/self-evaluation-unit-slip/input.docx';

function run(script: string, ...args: string[]): { readonly status: number | null; readonly out: string } {
  const { status, stdout } = spawnSync('node', ['--import', 'tsx', `test/${script}`, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, out: stdout };
}

describe('the instruments over a report', () => {
  test('coverage', () => {
    const { out } = run('instruments/coverage-main.ts', report, '--json');
    const [only, ...more] = (JSON.parse(out) as { documents: { file: string; reportKind: string }[] }).documents;
    expect(more).toEqual([]);
    expect(only).toMatchObject({ file: 'input.docx', reportKind: 'perf_dept' });
  });

  test('decoys', () => {
    const { out } = run('instruments/decoys-main.ts', report, '--json');
    const found = JSON.parse(out) as Record<string, { passed: number; error: number }>;
    expect(Object.keys(found)).toEqual(['true', 'scrambled', 'wordless']);
    expect(found['true']?.passed).toBeGreaterThan(10 * (found['scrambled']?.passed ?? Infinity));
  });

  test('slips in any figure', () => {
    const { out } = run('mutation/main.ts', '--any', report, '--most', '4');
    expect(out).toMatch(/^a relation was judged over it +\d+/m);
    expect(out).toMatch(/^all +4 /m);
  });
});
