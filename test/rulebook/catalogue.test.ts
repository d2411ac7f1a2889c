import { describe, expect, test } from 'vitest';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';

const { catalogue, checks, kinds } = defaultRulebook();
const covered = new Set([...checks.values()].flatMap((check) => check.catalogue));

describe('the catalogue of checks', () => {
  test('holds 123 entries, and every one that a check names', () => {
    const known = new Set(catalogue.map(({ id }) => id));
    expect(known.size).toBe(123);
    expect([...covered].filter((id) => !known.has(id))).toEqual([]);
  });

  test('gives no reason against what a check covers', () => {
    expect(catalogue.filter(({ id, reason }) => reason !== undefined && covered.has(id)).map(({ id }) => id)).toEqual(
      [],
    );
  });

  test('names kinds of report that exist', () => {
    const known = new Set(kinds.kinds.map(({ id }) => id));
    expect(catalogue.flatMap((entry) => entry.kinds ?? []).filter((id) => !known.has(id))).toEqual([]);
  });
});
