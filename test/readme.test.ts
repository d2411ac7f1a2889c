import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { catalogue, codes } from '../src/model/catalogue.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(`${root}README.md`, 'utf8');

describe('README', () => {
  test('its error table is the catalogue', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` +\| (\w+) +\| (.+?) +\|$/gm)].map(([, code, level, words]) => [
      code,
      level,
      words,
    ]);
    expect(rows).toEqual(codes.map((code) => [code, catalogue[code].level, catalogue[code].en]));
  });

  test('every path it names exists', () => {
    const paths = [...readme.matchAll(/`((?:src|rules|fixtures|test)\/[^`*]*)`/g)].map((match) => match[1] ?? '');
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(`${root}${path}`))).toEqual([]);
  });

  test('the npm scripts it names exist', () => {
    const scripts = (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: object }).scripts;
    const named = [...readme.matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
