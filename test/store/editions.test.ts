import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { aReport, figure } from './a-report.js';
import { entry, query, save, start, withStore } from './temp-store.js';

const key = '青石镇人民政府 | final_dept | 2024 | department |  | ';
const identity = { period: '2024', scope: 'department', subject: null, corrected: false, key } as const;
const sound: Partial<Report> = { state: 'ok', problems: [], identity };
const [first] = aReport().findings;
const [evidence] = first?.evidence ?? [];
if (!first || !evidence) throw new Error('a report has findings with evidence');

const docx = aReport({ ...sound, file: 'a.docx', format: 'docx', findings: [] });
/** The PDF of it, with one finding over a figure of running text and one over a cell; `over` changes it. */
const pdf = (over: Partial<Report> = {}): Report =>
  aReport({
    ...sound,
    file: 'a.pdf',
    format: 'pdf',
    findings: [
      { ...first, id: 'text', evidence: [{ ...evidence, document: null, context: '支出合计295.82 万元。' }] },
      { ...first, id: 'cell', evidence: [{ ...evidence, document: null, figure: 'f2', block: 'b3', context: '合计' }] },
    ],
    ...over,
  });

const listed = (repeated = false): Promise<string[]> =>
  withStore(async (store) => {
    const found: string[] = [];
    for await (const { document, finding } of store.findings({ repeated }))
      found.push(`${document.file} ${finding.id}`);
    return found.sort();
  });

describe('what a worse reading finds', () => {
  test('is left out where the better one has the same words and the same cells, and kept for who asks', async () => {
    await save(entry(docx, '/r/a.docx'), entry(pdf(), '/r/a.pdf'));
    expect(await listed()).toEqual([]);
    expect(await listed(true)).toEqual(['a.pdf cell', 'a.pdf text']);
    expect(await withStore((store) => store.countWorseRead())).toBe(2);
    expect(query('SELECT count(*) AS count FROM v_findings')).toEqual([{ count: 0 }]);
  });

  const others: readonly [why: string, over: Partial<Report>, left: readonly string[]][] = [
    [
      'a sentence that reads otherwise',
      {
        findings: pdf().findings.map((it) => ({
          ...it,
          evidence: [{ ...evidence, document: null, context: '支出295.83万元' }],
        })),
      },
      ['a.pdf cell', 'a.pdf text'],
    ],
    [
      'a cell that holds another figure',
      { figures: [figure('f0'), figure('f2', { value: '13', table: { id: 't0', row: 1, col: 1 } })] },
      ['a.pdf cell'],
    ],
    [
      'a cell under another label',
      { figures: [figure('f0'), figure('f2', { label: '收入合计', table: { id: 't0', row: 1, col: 1 } })] },
      ['a.pdf cell'],
    ],
    ['another report', { identity: { ...identity, period: '2023', key: null } }, ['a.pdf cell', 'a.pdf text']],
  ];
  test.each(others)('is listed: %s', async (_why, over, left) => {
    await save(entry(docx, '/r/a.docx'), entry(pdf(over), '/r/a.pdf'));
    expect(await listed()).toEqual(left);
  });
});

test('what both find is listed once, in the better one, under the number that it had first', async () => {
  await save(entry(pdf(), '/r/a.pdf'));
  await save(entry(aReport({ ...sound, file: 'b.docx', format: 'docx', findings: pdf().findings }), '/r/b.docx'));
  await withStore(async (store) => {
    const found = [];
    for await (const { number, document, finding, also } of store.findings({}))
      found.push([number, document.file, finding.id, also.map(({ path }) => path)]);
    expect(found).toEqual([
      [1, 'b.docx', 'text', ['/r/a.pdf']],
      [2, 'b.docx', 'cell', ['/r/a.pdf']],
    ]);
    expect((await store.countFindings(2)).error).toBe(2);
    expect(await store.countWorseRead()).toBe(0);
  });
});

test('numbers are kept through re-import, and never given twice', async () => {
  const numbers = (): Promise<number[]> =>
    withStore(async (store) => {
      const found = [];
      for await (const { number } of store.findings({})) found.push(number);
      return found;
    });
  await save(entry(pdf(), '/r/a.pdf'));
  await save(entry(pdf({ findings: [] }), '/r/a.pdf'));
  await save(entry(aReport({ file: 'other', title: '青石镇简报', identity: null }), '/r/other.pdf'));
  await save(entry(pdf(), '/r/a.pdf'));
  expect(await numbers()).toEqual([1, 2, 3, 4]);
});

test('an edition that no path holds any longer leaves the others, of which the best counts', async () => {
  await save(entry(docx, '/r/a.docx'), entry(pdf(), '/r/a.pdf'));
  await save(entry(aReport({ file: 'letter', identity: null, figures: [] }), '/r/a.docx'));
  expect(query('SELECT file, edition FROM v_reports ORDER BY file')).toEqual([
    { file: 'a.pdf', edition: 1 },
    { file: 'letter', edition: 1 },
  ]);
  expect(await listed()).toContain('a.pdf text');
});

test('what a run stored is settled by the next, where it was killed before', async () => {
  await withStore(async (store) => {
    await store.record(await store.startRun(start), [entry(docx, '/r/a.docx'), entry(pdf(), '/r/a.pdf')]);
  });
  await save();
  expect(query('SELECT max(edition) AS editions FROM v_reports')).toEqual([{ editions: 2 }]);
});

test('amounts are those of the corrected edition, in every view that chooses', async () => {
  const spent = (text: string, value: string) => {
    const { fact, ...rest } = figure('f0', { text, value });
    return [{ ...rest, fact: fact && { ...fact, account: null } }];
  };
  const edition = (file: string, corrected: boolean, text: string, value: string): Report =>
    aReport({
      ...sound,
      file,
      identity: { ...identity, corrected },
      reportKind: 'final_dept',
      figures: spent(text, value),
      findings: [],
    });
  await save(
    entry(edition('a.pdf', false, '295.82万元', '2958200'), '/r/a.pdf'),
    entry(edition('b.pdf', true, '259.82万元', '2598200'), '/r/b.pdf'),
  );
  for (const column of ['v_spending.yuan', 'v_metrics.final', 'v_income_spending.spending']) {
    const [view = '', name = ''] = column.split('.');
    expect(query(`SELECT ${name} AS amount FROM ${view}`), column).toEqual([{ amount: '2598200' }]);
  }
});
