import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesDirectory } from '../../src/rulebook/directory.js';
import { loadTraps, trapsSchema } from '../../src/rulebook/traps.js';
import { loadUnits, unitsSchema } from '../../src/rulebook/units.js';
import { parseRules } from '../../src/rulebook/yaml.js';

const read = (name: string): string => readFileSync(join(rulesDirectory, name), 'utf8');
const failure = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('rules/units.yaml and rules/traps.yaml', () => {
  it('fit their schemas', () => {
    expect(loadUnits().money.map(({ unit }) => unit)).toContain('CNY');
    expect(loadTraps().words.flatMap(({ words }) => words)).toContain('三公');
  });

  it('say where an unknown key stands and what was probably meant', () => {
    const text = read('units.yaml').replace('  arabic:', '  arabics: 镇\n  arabic:');
    const line = text.split('\n').findIndex((row) => row.startsWith('  arabics:')) + 1;
    expect(failure(() => parseRules(text, unitsSchema, 'units.yaml'))).toMatchObject({
      code: 'RULE_INVALID',
      params: { file: 'units.yaml', line, issue: expect.stringContaining('did you mean “arabic”') },
    });
  });

  it('refuse a group of traps that gives no reason', () => {
    const text = read('traps.yaml').replace('- why:', '- whi:');
    expect(failure(() => parseRules(text, trapsSchema, 'traps.yaml'))).toMatchObject({ code: 'RULE_INVALID' });
  });

  it('count nothing in two kinds of measure', () => {
    const { measures, counts } = loadUnits();
    const words = Object.values(measures).flatMap((kind) => Object.values(kind).flat());
    const twice = words.filter((word, i) => words.indexOf(word) !== i || counts.words.includes(word));
    expect(twice).toEqual([]);
  });
});
