import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { runExample } from '../src/pipeline/run-example.js';
import type { Rulebook } from '../src/rulebook/rulebook.js';
import { rulebookWith } from '../src/rulebook/user-rules.js';

/** The checks that README teaches with: the first is whole, those after it say what is theirs. */
function taught(): { readonly id: string }[] {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const blocks = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, text = '']) => parse(text) as object);
  return blocks.map((it, at) => ({ ...blocks[0], ...it, id: `taught-${at}` }));
}

const checks = taught();
let folder = '';
let rulebook: Rulebook;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-taught-'));
  mkdirSync(join(folder, 'checks'));
  for (const check of checks) writeFileSync(join(folder, 'checks', `${check.id}.yaml`), stringify(check));
  rulebook = rulebookWith(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('README teaches by checks', () => expect(checks.length).toBe(4));

test.each(checks)('the examples of $id come out as they say', ({ id }) => {
  const own = rulebook.checks.get(id);
  expect(own?.examples.map((it) => [it.name, runExample(own, it, rulebook)])).toEqual(
    own?.examples.map((it) => [it.name, null]),
  );
});
