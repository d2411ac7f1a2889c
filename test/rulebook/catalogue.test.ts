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

  test('gives its reasons, and checks their explanations, in both languages', () => {
    const reasons = catalogue.flatMap(({ id, reason }) => (reason ? [[id, reason] as const] : []));
    const explained = [...checks.values()].flatMap(({ id, why, letsPass }) => [
      [id, why] as const,
      [id, letsPass] as const,
    ]);
    const english = /^[A-Z“0-9三和精]/;
    const wrong = [...reasons, ...explained].filter(
      ([, { zh, en }]) => !/\p{Script=Han}{3}/u.test(zh) || !english.test(en) || !/[a-z]{3}.*\.$/.test(en),
    );
    expect(wrong).toEqual([]);
  });

  test('names kinds of report that exist', () => {
    const known = new Set(kinds.kinds.map(({ id }) => id));
    expect(catalogue.flatMap((entry) => entry.kinds ?? []).filter((id) => !known.has(id))).toEqual([]);
  });
});
