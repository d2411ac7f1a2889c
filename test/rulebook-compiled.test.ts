import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { rulesDirectory } from '../src/rulebook/directory.js';

// The build compiles the shipped rules; `npm test` builds first, types are checked before there is a build.
const fromBuild = (file: string): Promise<unknown> => import(new URL(`../dist/rulebook/${file}`, import.meta.url).href);
const built = async () => ({
  ...((await fromBuild('compiled.js')) as typeof import('../src/rulebook/compiled.js')),
  ...((await fromBuild('yaml.js')) as typeof import('../src/rulebook/yaml.js')),
});

const texts = readdirSync(rulesDirectory, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, readFileSync(join(rulesDirectory, file), 'utf8')] as const);

describe('compiled rules', () => {
  test('hold the values of every rule file', async () => {
    const { compiledValues } = await built();
    expect(texts.length).toBeGreaterThan(100);
    for (const [file, text] of texts) expect(compiledValues(text), file).toEqual(parse(text));
  });

  test('know nothing of a text that differs by a character', async () => {
    const { compiledValues } = await built();
    const [, text] = texts[0] ?? ['', ''];
    expect(compiledValues(`${text}\n`)).toBeUndefined();
  });

  test('are refused with the line of the YAML like any other', async () => {
    const { parseRules } = await built();
    const [, text] = texts.find(([file]) => file === 'across.yaml') ?? ['', ''];
    const line = text.split('\n').findIndex((it) => /^[a-z]/.test(it)) + 1;
    expect(() => parseRules(text, z.strictObject({}), 'across.yaml')).toThrow(
      expect.objectContaining({ code: 'RULE_INVALID', params: expect.objectContaining({ line }) as unknown }),
    );
  });
});
