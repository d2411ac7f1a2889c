import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { strFromU8, unzipSync } from 'fflate';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Drafts } from '../../../src/cli/output/draft.js';
import { exportFormats, sinkOf, type ExportFormat } from '../../../src/cli/export/sinks.js';
import { documentTables } from '../../../src/report/export/tables.js';
import type { ExportTable, ExportValue } from '../../../src/report/export/table.js';
import { XlsxSink } from '../../../src/report/export/xlsx-sink.js';
import { aReport } from '../../store/a-report.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-export-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const column = (name: string, zh: string, type: ExportTable['columns'][number]['type']) => ({
  name,
  zh,
  type,
  about: { zh, en: name },
});
const table: ExportTable = {
  name: 'facts',
  about: { zh: '', en: '' },
  columns: [column('label', '名称', 'text'), column('value', '数值', 'decimal'), column('year', '年度', 'integer')],
};
const hostile = ['=1+1', '\n=cmd|calc', '\u0000\u0007<b>&"', '_x0041_', '＝1+1', '-12.30', '', '甲，"乙"\r\n丙'];
const values = ['90071992547409.93', '-0.10', '10..20', '12345678901234567890.5', '1/3', '0', null, '2958200.00'];
const rows: readonly (readonly ExportValue[])[] = hostile.map((it, at) => [it, values[at] ?? null, 2020 + at]);

async function written(format: ExportFormat, naming: 'en' | 'zh' = 'en'): Promise<string[]> {
  const drafts = new Drafts();
  const sink = await sinkOf(format, folder, naming, drafts);
  sink.begin(table);
  for (const row of rows) sink.row(row);
  sink.end();
  return drafts.keep();
}

describe('exports', () => {
  test.each(exportFormats)('%s: nothing but the whole file is left', async (format) => {
    const files = await written(format);
    expect(readdirSync(folder).map((it) => join(folder, it))).toEqual(files);
    const drafts = new Drafts();
    const sink = await sinkOf(format, folder, 'en', drafts);
    const before = readFileSync(files[0] ?? '');
    sink.begin(table);
    sink.row(rows[0] ?? []);
    drafts.discard();
    expect(readFileSync(files[0] ?? '').equals(before)).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('CSV: a mark of UTF-8, no text that a spreadsheet runs, numbers bare', async () => {
    const [file = ''] = await written('csv', 'zh');
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith('\uFEFF"名称","数值","年度"\r\n"\'=1+1",90071992547409.93,2020\r\n')).toBe(true);
    expect(text).toContain(`"'\n=cmd|calc",-0.10,2021`);
    expect(text).toContain(`"'＝1+1"`);
  });

  test('NDJSON: decimals are text', async () => {
    const [file = ''] = await written('ndjson');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((it): unknown => JSON.parse(it))).toEqual(
      rows.map(([label, value, year]) => ({ label, value, year })),
    );
  });

  test('Parquet: another reader has the same to the digit', async () => {
    const [file = ''] = await written('parquet');
    const buffer = await asyncBufferFromFile(file);
    const metadata = await parquetMetadataAsync(buffer);
    const decimal = metadata.schema.find(({ name }) => name === 'value_decimal');
    expect(decimal).toMatchObject({ type: 'INT64', converted_type: 'DECIMAL', scale: 4, precision: 18 });
    // as integers of 1/10,000, since the reader makes binary floats of decimals
    for (const element of metadata.schema) delete element.converted_type;
    const read = await parquetReadObjects({ file: buffer, metadata });
    expect(read.map(({ value_decimal: it }): unknown => it ?? null)).toEqual([
      900719925474099300n,
      -1000n,
      null,
      null,
      null,
      0n,
      null,
      29582000000n,
    ]);
    expect(read.map(({ value, year }) => [value ?? null, year])).toEqual(
      rows.map(([, value, year]) => [value, BigInt(Number(year))]),
    );
  });

  test('SQLite: exact text beside integers', async () => {
    const [file = ''] = await written('sqlite');
    const database = new BetterSqlite3(file, { readonly: true });
    try {
      const all = database.prepare('SELECT label, value, value_e4, typeof(value_e4) AS kind FROM facts').safeIntegers();
      expect(all.all()[0]).toEqual({
        label: '=1+1',
        value: '90071992547409.93',
        value_e4: 900719925474099300n,
        kind: 'integer',
      });
    } finally {
      database.close();
    }
  });

  test('XLSX: numbers that keep all their digits are numbers, no text is a formula', async () => {
    const [file = ''] = await written('xlsx');
    const sheet = strFromU8(
      unzipSync(new Uint8Array(readFileSync(file)))['xl/worksheets/sheet1.xml'] ?? new Uint8Array(),
    );
    expect(sheet).not.toContain('<f>');
    expect(sheet).not.toMatch(/(?![\t\n\r])\p{Cc}/u);
    expect(sheet).toContain('<v>-0.10</v>');
    expect(sheet).toContain('12345678901234567890.5</t>');
    expect(sheet).toContain('_x005F_x0041_');
    expect(sheet).toContain('<autoFilter ref="A1:C9"/>');
  });

  const soffice = '/usr/bin/soffice';
  test.skipIf(!existsSync(soffice))(
    'LibreOffice reads the CSV and the XLSX as typed',
    async () => {
      for (const format of ['xlsx', 'csv'] as const) {
        const [file = ''] = await written(format);
        // 44 comma, 34 quote, 76 UTF-8, no conversion of what is quoted
        const input = format === 'csv' ? ['--infilter=CSV:44,34,76,1,,0,false,true,false'] : [];
        const args = [`-env:UserInstallation=file://${folder}/lo`, '--headless', ...input, '--convert-to', 'fods'];
        execFileSync(soffice, [...args, '--outdir', folder, file], { stdio: 'ignore', timeout: 240_000 });
        const read = readFileSync(file.replace(/\.\w+$/, '.fods'), 'utf8');
        expect(read).not.toContain('table:formula');
        expect(read).toMatch(/office:value-type="float" office:value="-0.1"/);
      }
    },
    500_000,
  );

  test('100,000 rows need no more memory than a thousand', () => {
    const path = join(folder, 'large.xlsx');
    writeFileSync(path, '');
    let [bytes, most] = [0, 0];
    const sink = new XlsxSink((piece) => (bytes += piece.length), 'en');
    sink.begin(table);
    const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
    for (let at = 0; at < 100_000; at++) {
      sink.row([`第${at}行`, `${at}.50`, 2024]);
      if (at % 5000 === 0) most = Math.max(most, process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers);
    }
    sink.end();
    expect(bytes).toBeGreaterThan(500_000);
    expect(most - before).toBeLessThan(150 * 1024 * 1024);
  });

  test('tables of documents say the same as the report, each row as long as its columns', () => {
    const report = aReport();
    const document = {
      report,
      path: '/r/a.docx',
      edition: 1,
      metricName: (id: string) => (id === 'expenditure_year' ? '支出' : null),
    };
    for (const it of documentTables) for (const row of it.rows(document)) expect(row).toHaveLength(it.columns.length);
    const facts = documentTables.find(({ name }) => name === 'facts');
    const at = (name: string): number => facts?.columns.findIndex((it) => it.name === name) ?? -1;
    const [first] = [...(facts?.rows(document) ?? [])];
    expect([first?.[at('metric_name')], first?.[at('value')], first?.[at('account_code')]]).toEqual([
      '支出',
      '2958200',
      '2010601',
    ]);
  });
});
