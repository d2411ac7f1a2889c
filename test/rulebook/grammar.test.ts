import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readBeliefs } from '../../src/rulebook/belief.js';
import { rulesDirectory } from '../../src/rulebook/directory.js';
import { readGrammar } from '../../src/rulebook/grammar.js';
import { readNaming } from '../../src/rulebook/naming.js';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'gouji-grammar-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shipped = readFileSync(join(rulesDirectory, 'grammar.yaml'), 'utf8');
function grammarOf(text: string): unknown {
  writeFileSync(join(folder, 'grammar.yaml'), text);
  return readGrammar(folder);
}
function beliefsOf(text: string): unknown {
  writeFileSync(join(folder, 'belief.json'), text);
  return readBeliefs(folder);
}

test('a class that nothing reads is told with its line and the one that was meant', () => {
  const lines = shipped.split('\n');
  const line = lines.findIndex((it) => it.startsWith('  opening:'));
  const text = lines.toSpliced(line, 0, '  openings: [期初]').join('\n');
  expect(() => grammarOf(text)).toThrow(
    expect.objectContaining({
      code: 'RULE_INVALID',
      params: expect.objectContaining({
        file: 'grammar.yaml',
        line: line + 1,
        issue: expect.stringContaining('did you mean “opening”'),
      }),
    }),
  );
});

test('a worth that is no number', () => {
  expect(() => grammarOf(shipped.replace('mu: 2000/3', 'mu: ein Drittel'))).toThrow(
    expect.objectContaining({ code: 'RULE_INVALID' }),
  );
});

test('a weight that is no whole number of thousandths is told with its line', () => {
  expect(() => beliefsOf('{\n  "weights": {\n    "share": 1200,\n    "growth": 0.5\n  }\n}\n')).toThrow(
    expect.objectContaining({
      code: 'RULE_INVALID',
      params: expect.objectContaining({ file: 'belief.json', line: 4 }),
    }),
  );
});

test('a list of naming words that nothing reads is told with the one that was meant', () => {
  const naming = readFileSync(join(rulesDirectory, 'naming.yaml'), 'utf8');
  writeFileSync(join(folder, 'naming.yaml'), naming.replace('fillers:', 'filler: [的]\nfillers:'));
  expect(() => readNaming(folder)).toThrow(
    expect.objectContaining({
      code: 'RULE_INVALID',
      params: expect.objectContaining({
        file: 'naming.yaml',
        issue: expect.stringContaining('did you mean “fillers”'),
      }),
    }),
  );
});
