import { readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../src/', import.meta.url));

/** What each folder may import besides itself. The data flows one way, and so do the imports. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  rulebook: ['model'],
  parse: ['model'],
  recognize: ['model', 'rulebook'],
  extract: ['model', 'rulebook', 'recognize'],
  relate: ['model', 'rulebook'],
  claims: ['model', 'rulebook'],
  judge: ['model', 'rulebook'],
  store: ['model'],
  report: ['model'],
  pipeline: ['model', 'rulebook', 'parse', 'recognize', 'extract', 'relate', 'claims', 'judge', 'store'],
  serve: ['model', 'rulebook', 'pipeline', 'store', 'report'],
  // what runs in the browser meets the server in what they say to each other
  page: ['model'],
  cli: ['model', 'rulebook', 'parse', 'pipeline', 'store', 'report', 'serve'],
  'index.ts': ['model', 'recognize', 'pipeline', 'store'],
};

/** The same within the reading of a page: the layout of glyph runs and lines knows nothing of who drew them. */
const allowedInParse: Readonly<Record<string, readonly string[]>> = {
  'parse/page/glyphs/': ['parse/raised.ts'],
  'parse/page/lines/': ['parse/page/glyphs/'],
  'parse/page/tables/': ['parse/page/glyphs/', 'parse/page/lines/'],
  'parse/page/flow/': ['parse/page/glyphs/', 'parse/page/lines/', 'parse/page/tables/'],
  'parse/ofd/': ['parse/page/glyphs/', 'parse/page/flow/', 'parse/xml/', 'parse/zip/archive.ts', 'parse/failure.ts'],
  'parse/pdf/': ['parse/page/glyphs/', 'parse/page/flow/', 'parse/failure.ts'],
};

interface Import {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The file that is imported. */
  readonly target: string;
}

const files = globSync('**/*.{ts,tsx}', { cwd: root }).sort();
const folderOf = (file: string): string => file.split('/')[0] ?? '';

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8');
  return [...source.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) => {
    const target = relative(root, normalize(join(root, dirname(file), path)));
    return { file, from: folderOf(file), to: folderOf(target), target: target.replace(/\.js$/, '.ts') };
  });
}

describe('imports go one way', () => {
  test('every folder has its rule', () => {
    expect([...new Set(files.map(folderOf))].sort()).toEqual(Object.keys(allowed).sort());
  });

  test.each(Object.keys(allowed))('%s', (folder) => {
    const wrong = files
      .filter((file) => folderOf(file) === folder)
      .flatMap(importsOf)
      .filter(({ to }) => to !== folder && !allowed[folder]?.includes(to));
    expect(wrong).toEqual([]);
  });

  test.each(Object.entries(allowedInParse))('%s', (folder, others) => {
    const mine = files.filter((file) => file.startsWith(folder));
    expect(mine).not.toEqual([]);
    const wrong = mine.flatMap(importsOf).filter(({ to, target }) => {
      return to === 'parse' && ![folder, ...others].some((allowedHere) => target.startsWith(allowedHere));
    });
    expect(wrong).toEqual([]);
  });

  test('the layout of a page knows no PDF library', () => {
    const sources = files.filter((file) => file.startsWith('parse/page/'));
    expect(sources.filter((file) => readFileSync(join(root, file), 'utf8').includes('pdfjs-dist'))).toEqual([]);
  });

  test('analysis asks no clock, console or environment', () => {
    const quiet = new Set(['model', 'rulebook', 'recognize', 'extract', 'relate', 'claims', 'judge', 'parse']);
    const loud = files.filter((file) => {
      if (!quiet.has(folderOf(file)) && file !== 'pipeline/analyze.ts') return false;
      return /\bconsole\.|process\.(?:env|stdout|stderr|argv)|Date\.now|new Date\(|Math\.random|toLocale/.test(
        readFileSync(join(root, file), 'utf8'),
      );
    });
    expect(loud).toEqual([]);
  });
});
