import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { compiledValues } from '../src/rulebook/compiled.js';
import { rulesDirectory } from '../src/rulebook/directory.js';
import { parseRules } from '../src/rulebook/yaml.js';

const texts = readdirSync(rulesDirectory, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, readFileSync(join(rulesDirectory, file), 'utf8')] as const);

describe('the rules that the build compiled, also for sources that are run as they stand,', () => {
  test('hold the values of every rule file', () => {
    expect(texts.length).toBeGreaterThan(100);
    for (const [file, text] of texts) expect(compiledValues(text), file).toEqual(parse(text));
  });

  test('know nothing of a text that differs by a character', () => {
    const [, text] = texts[0] ?? ['', ''];
    expect(compiledValues(`${text}\n`)).toBeUndefined();
  });

  test('are refused with the line of the YAML like any other', () => {
    const [, text] = texts.find(([file]) => file === 'across.yaml') ?? ['', ''];
    const line = text.split('\n').findIndex((it) => /^[a-z]/.test(it)) + 1;
    expect(() => parseRules(text, z.strictObject({}), 'across.yaml')).toThrow(
      expect.objectContaining({ code: 'RULE_INVALID', params: expect.objectContaining({ line }) as unknown }),
    );
  });
});
