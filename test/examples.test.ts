import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'gouji-examples-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const report = 'fixtures/self-evaluation-unit-slip/input.docx';

const run = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', env: { ...process.env, LANG: 'C', LC_ALL: 'C' } });

describe('what stands under examples/ works', () => {
  test('the library in ten lines', () => {
    const said = run(process.execPath, ['examples/library.mjs', report]);
    expect(said).toContain('[error] 分项之和为370.48万元');
    expect(said).toMatch(/^input\.docx: ok, \d+ figures, \d+ tables\n/);
  });

  test('an import from a shell, and questions to its database', () => {
    const path = join(folder, 'a.db');
    const said = run('sh', ['examples/import.sh', 'fixtures/self-evaluation-unit-slip', path]);
    expect(said).toContain('all was read');
    expect(said).toContain('parts-of-total');
    const database = new Database(path, { readonly: true });
    const questions = readFileSync(join(root, 'examples/analysis.sql'), 'utf8')
      .replace(/^--.*$/gm, '')
      .split(';')
      .filter((it) => it.trim() !== '');
    const rows = questions.map((question) => database.prepare(question).all().length);
    database.close();
    expect(rows).toHaveLength(6);
    expect([rows[0], rows[5]]).toEqual([expect.any(Number), expect.any(Number)]);
    expect(Math.min(rows[0] ?? 0, rows[5] ?? 0)).toBeGreaterThan(0);
  });

  test('a check of one’s own', () => {
    // it exits 1, and so throws, where an example does not come out as it says
    run(process.execPath, ['dist/cli/main.js', 'rules', 'test', 'library-loans', '--rules', 'examples/own-rules']);
    expect(() =>
      run(process.execPath, ['dist/cli/main.js', 'rules', 'test', 'no-such', '--rules', 'examples/own-rules']),
    ).toThrow();
  });
});
