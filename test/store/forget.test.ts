import { readFileSync, existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { forgetDocument } from '../../src/store/maintain.js';
import { queryDatabase } from '../../src/store/query.js';
import { aReport, figure } from './a-report.js';
import { databasePath, entry, query, save, withStore } from './temp-store.js';

const secret = '沙坪街道周某某安置补助';
const other = aReport({ file: 'other.docx' });
const report = aReport({
  file: 'secret.docx',
  title: `${secret}标题`,
  organisation: '青石镇人民政府',
  blocks: [{ id: 'b1', kind: 'paragraph', text: `${secret}295.82万元。`, page: 2 }],
  figures: [figure('f0', { label: secret, start: 11, end: 19, heading: null }), figure('f2', { heading: null })],
  headings: [],
});

const bytes = (): string =>
  ['', '-wal', '-shm']
    .map((end) => `${databasePath()}${end}`)
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path).toString('latin1'))
    .join('');
const latin = (text: string): string => Buffer.from(text).toString('latin1');

describe('forgetting a document', () => {
  test('leaves no byte of it, and all else sound', async () => {
    await save(entry(other, '/r/other.docx'), entry(report, `/r/${secret}.docx`));
    await withStore(async (store) => {
      const decide = (sha256: string, reason: string) => ({
        sha256,
        finding: 'n0',
        action: 'comment' as const,
        reason,
        by: '周某某',
        at: '2026-01-01T00:00:00.000Z',
      });
      await store.decide([decide(report.sha256, `${secret}理由`), decide(other.sha256, '别的理由')]);
    });
    expect(bytes()).toContain(latin(secret));
    expect(forgetDocument(databasePath(), report.sha256)).toBe(true);
    expect(bytes()).not.toContain(latin(secret));
    expect(bytes()).not.toContain(report.sha256);
    expect(query('SELECT file FROM documents')).toEqual([{ file: 'other.docx' }]);
    await withStore(async (store) => {
      expect(await store.verify()).toEqual([]);
      expect(await store.loadReport(other.sha256)).toEqual(other);
      for await (const event of store.decisions()) expect(event.reason).toBe('别的理由');
      for await (const hit of store.search('安置补助', {})) expect(hit).toBeUndefined();
    });
    expect(forgetDocument(databasePath(), report.sha256)).toBe(false);
  });
});

describe('a query', () => {
  test('gives rows up to its limit, integers that no float holds as text', async () => {
    await save(entry(other, '/r/other.docx'));
    const found = queryDatabase(databasePath(), 'SELECT 9007199254740993 AS large, file FROM documents', 10);
    expect(found).toEqual({ columns: ['large', 'file'], rows: [['9007199254740993', 'other.docx']], more: false });
    expect(queryDatabase(databasePath(), 'SELECT id FROM figures', 1)).toMatchObject({ more: true });
  });

  test.each([
    'DELETE FROM documents',
    'SELECT 1; DELETE FROM documents',
    'PRAGMA journal_mode = DELETE',
    `ATTACH 'x.db' AS x`,
    `VACUUM INTO 'x.db'`,
    'SELECT no_such FROM documents',
    `SELECT load_extension('x')`,
    'INSERT INTO metrics VALUES (1, 2) RETURNING id',
    '',
  ])('QUERY_INVALID: %s', async (sql) => {
    await save(entry(other, '/r/other.docx'));
    expect(() => queryDatabase(databasePath(), sql, 10)).toThrow(expect.objectContaining({ code: 'QUERY_INVALID' }));
    expect(query('SELECT count(*) AS count FROM documents')).toEqual([{ count: 1 }]);
  });
});
