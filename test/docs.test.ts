import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/cli/commands.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const pages = ['README.md', 'CONTRIBUTING.md', ...readdirSync(`${root}docs`).map((name) => `docs/${name}`)];
const named = new Map(commands.map((command) => [command.name, command]));

describe.each(pages)('%s', (page) => {
  const text = readFileSync(root + page, 'utf8');

  test('names only files that are there', () => {
    const files = [...text.matchAll(/`((?:src|rules|test|fixtures|docs|examples)\/[\w./-]+)`/g)].map(
      ([, path]) => path ?? '',
    );
    const links = [...text.matchAll(/\]\((?!https?:)([\w./-]+)\)/g)].map(
      ([, path]) => new URL(path ?? '', `file://${root}${page}`).pathname,
    );
    // FORMAT and ID stand for names
    const missing = [...files.map((path) => root + path), ...links].filter(
      (path) => !/\/[A-Z]+(?:\/|\.yaml$)/.test(path) && !existsSync(path),
    );
    expect(missing).toEqual([]);
  });

  test('its commands and their options are those of gouji', () => {
    const lines = [...text.matchAll(/```sh\n([^]*?)```/g)].flatMap(([, lines]) => (lines ?? '').split('\n'));
    const said = lines.flatMap((line) => line.replace(/\s#.*$/, '').split(/&&|\|/)).map((it) => it.trim());
    const wrong = said.flatMap((line) => {
      const [program, name = '', ...rest] = line.split(/\s+/);
      if (program !== 'gouji') return [];
      const command = named.get(name);
      if (!command) return [line];
      const known = command.options.map(({ flags }) => flags).join(' ');
      return rest.filter((it) => it.startsWith('--')).some((it) => !known.includes(it.split('=')[0] ?? ''))
        ? [line]
        : [];
    });
    expect(wrong).toEqual([]);
  });
});

test('docs/import.md explains the states of a file that README does', () => {
  const statesOf = (page: string): string[] =>
    [...readFileSync(root + page, 'utf8').matchAll(/^\| `([a-z_]+)` +\| /gm)].map(([, state]) => state ?? '');
  expect(statesOf('docs/import.md')).toEqual(statesOf('README.md'));
});
