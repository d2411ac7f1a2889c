import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { aReport } from '../store/a-report.js';
import { entry, start } from '../store/temp-store.js';
import { gouji, here, shell, write } from './gouji.js';

const hostile = '=cmd|calc\u001b[2J';

beforeEach(async () => {
  const store = openStore(here('out', 'gouji.db'));
  const run = await store.startRun(start);
  await store.record(run, [
    entry(aReport({ file: 'a.docx', title: '青石镇决算' }), '/r/a.docx'),
    entry(aReport({ file: 'b.docx', title: hostile }), '/r/b.docx'),
  ]);
  await store.close();
});

const countOf = async (severity: string): Promise<number> =>
  (await gouji(['findings', '-f', 'ndjson', '--severity', severity])).out.split('\n').length - 1;

describe('findings', () => {
  test('as a table, with the totals on stderr', async () => {
    const { code, out, err } = await gouji(['findings', '--lang', 'zh']);
    expect(code).toBe(0);
    for (const words of ['错误', '青石镇决算', '12 + 7 = 19 ≠ 295.82']) expect(out).toContain(words);
    expect(out).not.toContain('\u001b[2J');
    expect(err).toBe('共 4 处发现：错误 2、提示 2\n');
  });

  test('as JSON and as JSON lines, the same findings', async () => {
    const json = JSON.parse((await gouji(['findings', '-f', 'json'])).out) as { findings: unknown[] };
    const lines = (await gouji(['findings', '-f', 'ndjson'])).out.trimEnd().split('\n');
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual(json.findings);
    expect(json.findings).toHaveLength(4);
    expect(json.findings[0]).toMatchObject({ id: 'n0', severity: 'error', document: { path: '/r/a.docx' } });
  });

  test('as CSV: lines end in CRLF, text cannot start a formula, a mark of UTF-8 only into a file', async () => {
    const { out } = await gouji(['findings', '-f', 'csv']);
    const lines = out.split('\r\n');
    expect(lines[0]).toBe(
      '"severity","rule","message","arithmetic","title","organisation","year","path","page","quote","context","finding","subject","sha256","status","decidedBy","decidedAt","reason","number","kind","reportSubject","heading","table","row","column","also"',
    );
    expect(lines).toHaveLength(6);
    expect(lines[1]).toContain('"青石镇人民政府",2024,"/r/a.docx",2,');
    expect(lines[3]).toContain(`"'=cmd|calc`);
    await shell('gouji findings -f csv > all.csv');
    expect(readFileSync(here('all.csv'), 'utf8')).toBe(`\uFEFF${out}`);
  });

  test('of a severity or worse', async () => {
    expect([await countOf('error'), await countOf('review'), await countOf('info')]).toEqual([2, 2, 4]);
  });

  test('each with its number, report, file and place: heading, and table, row and column or page', async () => {
    const { out } = await gouji(['findings', '--lang', 'zh']);
    for (const words of ['#1', '#4', '青石镇决算', 'a.docx', '一、总体情况', '第 2 页', '《支出表》', '第2行']) {
      expect(out.replace(/[│\s]/g, '')).toContain(words.replace(/\s/g, ''));
    }
    const json = JSON.parse((await gouji(['findings', '-f', 'json'])).out) as { findings: unknown[] };
    expect(json.findings.slice(0, 2)).toMatchObject([
      { number: 1, at: { headings: ['一、总体情况'], page: 2, table: null } },
      { number: 2, at: { table: { id: 't0', number: 1, title: '支出表', row: 1, col: 1 } } },
    ]);
  });

  const chosen: readonly [why: string, args: readonly string[], numbers: readonly number[]][] = [
    ['a document', ['--document', '/r/b.docx'], [3, 4]],
    ['an organisation', ['--organisation', '青石'], [1, 2, 3, 4]],
    ['another organisation', ['--organisation', '白云'], []],
    ['a year', ['--year', '2024'], [1, 2, 3, 4]],
    ['another year', ['--year', '2023'], []],
    ['a kind', ['--kind', 'final_accounts'], [1, 2, 3, 4]],
    ['a rule', ['--rule', 'same-fact', '--document', '/r/a.docx'], [2]],
    ['a decision', ['--status', 'confirmed'], []],
  ];
  test.each(chosen)('of %s', async (_why, args, numbers) => {
    const { out } = await gouji(['findings', '-f', 'json', ...args]);
    const { findings } = JSON.parse(out) as { findings: { number: number }[] };
    expect(findings.map(({ number }) => number)).toEqual(numbers);
  });

  const refused: readonly [why: string, args: readonly string[], words: string][] = [
    ['an unknown format', ['findings', '-f', 'xml'], 'table, json, ndjson, csv'],
    ['an unknown severity', ['findings', '--severity', 'fatal'], 'error, warning, review, info'],
    ['a year that is none', ['findings', '--year', '24'], '--year'],
    ['an unknown document', ['findings', '--document', '白云镇'], '白云镇'],
    ['an unknown rule', ['findings', '--rule', 'no-such-rule'], 'no-such-rule'],
  ];
  test.each(refused)('2: %s', async (_why, args, words) => {
    const { code, out, err } = await gouji(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
  });

  test('5: there is no database, or it is something else', async () => {
    write('letter.txt', 'a letter');
    expect(await gouji(['findings', '--db', 'none.db'])).toMatchObject({ code: 5, out: '' });
    expect(await gouji(['findings', '--db', 'letter.txt'])).toMatchObject({ code: 5, out: '' });
    expect(readFileSync(here('letter.txt'), 'utf8')).toBe('a letter');
  });
});

describe('show', () => {
  test('the outline with its figures, and the findings, of a document named by a part of its title', async () => {
    const { code, out } = await gouji(['show', '青石镇', '--lang', 'zh']);
    expect(code).toBe(0);
    for (const words of ['青石镇决算', '一、总体情况', '支出合计  295.82万元', '[错误] 合计与分项不符']) {
      expect(out).toContain(words);
    }
  });

  test('2: nothing or too much has that name', async () => {
    expect(await gouji(['show', '白云镇'])).toMatchObject({ code: 2, out: '' });
    const { code, err } = await gouji(['show', 'docx']);
    expect(code).toBe(2);
    expect(err).toContain('/r/a.docx, /r/b.docx');
  });

  test('a title that would act on the terminal is shown escaped', async () => {
    expect((await gouji(['show', '/r/b.docx'])).out).toContain('=cmd|calc\\u{1b}[2J');
  });
});
