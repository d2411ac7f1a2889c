import { assert, asyncProperty, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import type { Store } from '../../src/store/store.js';
import { aReport } from './a-report.js';
import { dump } from './dump.js';
import { databasePath, entry, query, save, stamp, start, withStore } from './temp-store.js';

async function list(filter: Parameters<Store['findings']>[0]): Promise<unknown[]> {
  return withStore(async (store) => {
    const found = [];
    for await (const { finding } of store.findings(filter)) found.push(finding);
    return found;
  });
}

const files = (words: string): Promise<string[]> =>
  withStore(async (store) => (await store.findDocuments(words)).map((it) => it.file));

describe('a report', () => {
  test('comes back as it was saved', async () => {
    const report = aReport();
    await save(entry(report, '/r/a.pdf'));
    expect(await withStore((store) => store.loadReport(report.sha256))).toEqual(report);
    expect(await withStore((store) => store.loadReport('0'.repeat(64)))).toBeNull();
  });

  test('comes back whatever words it holds', async () => {
    const words = string({ unit: 'binary', maxLength: 20 });
    await assert(
      asyncProperty(words, words, async (title, text) => {
        const report = aReport({ title, blocks: [{ id: 'b0', kind: 'paragraph', text, page: null }] });
        await save(entry(report, '/r/a.pdf'));
        expect(await withStore((store) => store.loadReport(report.sha256))).toEqual(report);
      }),
      { numRuns: 25 },
    );
  });

  test('saved twice changes nothing', async () => {
    const report = aReport();
    await save(entry(report, '/r/a.pdf'));
    const once = dump(databasePath());
    await save(entry(report, '/r/a.pdf'));
    expect(dump(databasePath())).toEqual(once);
  });

  test('judged again replaces what was judged before', async () => {
    await save(entry(aReport(), '/r/a.pdf'));
    const bare = aReport({ figures: [], indicators: [], findings: [], outcomes: [], tables: [], headings: [] });
    await save(entry(bare, '/r/a.pdf'));
    expect(await withStore((store) => store.loadReport(bare.sha256))).toEqual(bare);
    expect(query('SELECT * FROM facts UNION ALL SELECT * FROM facts')).toEqual([]);
    expect(query('SELECT document FROM evidence UNION ALL SELECT document FROM cells')).toEqual([]);
    expect(query('SELECT id FROM documents')).toHaveLength(1);
  });

  test('all of a record is stored, or nothing', async () => {
    const sound = aReport();
    const broken = { ...aReport({ file: 'b.pdf' }), title: { not: 'text' } } as unknown as Report;
    await expect(save(entry(sound, '/r/a.pdf'), entry(broken, '/r/b.pdf'))).rejects.toThrow();
    expect(query('SELECT * FROM documents')).toEqual([]);
    expect(query('SELECT * FROM run_files')).toEqual([]);
  });
});

describe('paths', () => {
  test('the same bytes twice are one document with two paths', async () => {
    const report = aReport();
    await save(entry(report, '/r/a.pdf'), entry(report, '/r/b.pdf', { state: 'duplicate', report: null }));
    expect(query('SELECT id FROM documents')).toHaveLength(1);
    expect(query('SELECT path, version, current FROM paths ORDER BY path')).toEqual([
      { path: '/r/a.pdf', version: 1, current: 1 },
      { path: '/r/b.pdf', version: 1, current: 1 },
    ]);
  });

  test('a changed file is a new version, and the old one leaves the views', async () => {
    const [old, young] = [aReport({ file: 'a.pdf' }), aReport({ file: 'a2.pdf', title: '更正稿' })];
    await save(entry(old, '/r/a.pdf'));
    await save(entry(young, '/r/a.pdf'));
    await save(entry(old, '/r/a.pdf', { report: null }));
    await save(entry(young, '/r/a.pdf', { report: null }));
    expect(query('SELECT version, current FROM paths ORDER BY version')).toEqual([
      { version: 1, current: 0 },
      { version: 2, current: 0 },
      { version: 3, current: 0 },
      { version: 4, current: 1 },
    ]);
    expect(query('SELECT DISTINCT title FROM v_facts')).toEqual([{ title: '更正稿' }]);
  });

  test('a path is known with its stamp to the nanosecond', async () => {
    const report = aReport();
    await save(entry(report, '/r/a.pdf'));
    const known = { sha256: report.sha256, state: 'ok_partial', rules: 'rules-1', failed: null, wordless: null };
    expect(await withStore((store) => store.pathKnown('/r/a.pdf'))).toEqual({ ...known, stamp });
    expect(await withStore((store) => store.contentKnown(report.sha256))).toEqual(known);
    expect(await withStore((store) => store.pathKnown('/r/b.pdf'))).toBeNull();
  });
});

describe('finding', () => {
  test('findings are filtered by severity and rule, and equal those of the report', async () => {
    const report = aReport();
    await save(entry(report, '/r/a.pdf'));
    expect(await list({})).toEqual(report.findings);
    expect(await list({ severities: ['info'] })).toEqual(report.findings.slice(1));
    expect(await list({ rule: 'parts-of-total' })).toEqual(report.findings.slice(0, 1));
    expect(await list({ rule: "x' OR 1 --" })).toEqual([]);
  });

  test('documents are found by path, sha256, file and title, the surest way first', async () => {
    const [a, b] = [aReport({ file: 'a.docx', title: '决算' }), aReport({ file: 'b.docx', title: '决算说明' })];
    await save(entry(a, '/r/a.docx'), entry(b, '/r/b.docx'));
    expect(await files('/r/b.docx')).toEqual(['b.docx']);
    expect(await files(a.sha256.slice(0, 12).toUpperCase())).toEqual(['a.docx']);
    expect(await files('决算')).toEqual(['a.docx']);
    expect(await files('说明')).toEqual(['b.docx']);
    expect(await files('docx')).toEqual(['a.docx', 'b.docx']);
    expect(await files('%')).toEqual([]);
  });

  test('findings of a run are counted once a document', async () => {
    const report = aReport();
    await withStore(async (store) => {
      const run = await store.startRun(start);
      await store.record(run, [entry(report, '/a'), entry(report, '/b', { state: 'duplicate', report: null })]);
      expect(await store.countFindings(run)).toEqual({ error: 1, warning: 0, review: 0, info: 1 });
    });
  });
});
