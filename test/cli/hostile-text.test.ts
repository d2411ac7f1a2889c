import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { aReport } from '../store/a-report.js';
import { entry, start } from '../store/temp-store.js';
import { gouji, here, write } from './gouji.js';

/** Colour, a C1 control, an override that turns text around, a second line, and half of what a terminal would do. */
const hostile = 'x\u001b[31m\u009b2J\u202e\r\n\u2028\u007fy';
const acts = /(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
const path = `/r/${hostile}.docx`;

beforeEach(async () => {
  const store = openStore(here('out', 'gouji.db'));
  const run = await store.startRun(start);
  await store.record(run, [entry(aReport({ file: `${hostile}.docx`, title: `决算${hostile}` }), path)]);
  await store.close();
});

describe('text that would act on a terminal', () => {
  const shown: readonly (readonly string[])[] = [
    ['findings'],
    ['search', '决算'],
    ['show', path],
    ['coverage', path],
    ['show', `no ${hostile}`],
    ['check', hostile],
    ['compare', `no ${hostile}`, 'b'],
    ['findings', '--db', hostile],
    ['rules', 'list', '--rules', hostile],
    [hostile],
  ];
  test.each(shown)('is shown instead: %j %j', async (...args) => {
    const { code, out, err } = await gouji(args);
    expect(code).not.toBe(70);
    expect(out + err).not.toMatch(acts);
    expect(out + err).not.toMatch(/^.{0,2}y\.docx/mu);
  });

  test('a rule file of one’s own', async () => {
    const rule = readFileSync(new URL('../../rules/checks/headcount-limit.yaml', import.meta.url), 'utf8');
    const own = rule
      .replace(/^id:.*/m, 'id: own')
      .replace(/^title:.*/m, 'title: { zh: "\\e[31m坏\\u202e", en: "\\e[31mbad\\u202e" }');
    write('own/checks/own.yaml', own.replace(/^catalogue:.*/m, 'catalogue: []'));
    const [list, json] = await Promise.all([
      gouji(['rules', 'list', '--rules', 'own']),
      gouji(['rules', 'show', 'own', '--rules', 'own', '--json']),
    ]);
    expect(list.out).toContain('\\u{1b}[31mbad\\u{202e}');
    expect(list.out + json.out).not.toMatch(acts);
    expect(JSON.parse(json.out)).toMatchObject([{ title: { zh: '\u001b[31m坏\u202e' } }]);
  });

  test('JSON means the same, in its own escapes', async () => {
    const [json, lines] = await Promise.all([
      gouji(['findings', '-f', 'json']),
      gouji(['search', '万元', '-f', 'ndjson']),
    ]);
    expect(json.out + lines.out).not.toMatch(acts);
    expect(json.out).toContain('\\u009b2J\\u202e');
    expect(JSON.parse(json.out)).toMatchObject({ findings: [{ document: { path, title: `决算${hostile}` } }, {}] });
  });

  test('CSV shows what acts, and keeps the breaks of a cell', async () => {
    const { out } = await gouji(['findings', '-f', 'csv']);
    expect(out.replaceAll('\r\n', '\n')).not.toMatch(acts);
    expect(out).toContain('决算x\\u{1b}[31m\\u{9b}2J\\u{202e}\r\n\\u{2028}\\u{7f}y"');
  });
});

test('nothing is written but through the one place that shows what acts', () => {
  const folder = fileURLToPath(new URL('../../src/cli/', import.meta.url));
  const writers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      /console\.|process\.std(?:out|err)\.write\(|new Outlet\(/.test(readFileSync(folder + file, 'utf8')),
  );
  expect(writers.sort()).toEqual(['main.ts', 'process.ts']);
});
