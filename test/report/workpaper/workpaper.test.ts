import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readPaper } from '../../../src/cli/workpaper/read.js';
import type { Language } from '../../../src/model/catalogue.js';
import { cellTexts, type SheetTexts } from '../../../src/parse/xlsx/cell-texts.js';
import { analyze } from '../../../src/pipeline/analyze.js';
import { writtenDocument } from '../../../src/report/workpaper/document.js';
import { operandsOf } from '../../../src/report/workpaper/paper.js';
import { writeWorkbook, type WrittenPaper } from '../../../src/report/workpaper/workbook.js';
import type { StoredFinding } from '../../../src/store/store.js';
import { faultyReport } from '../../cli/gouji.js';

const report = await analyze(new TextEncoder().encode(faultyReport), 'report.txt');
const [finding] = report.findings;
if (!finding) throw new Error('the parts make 1019, not 1109');
const figures = new Map(report.figures.map((it) => [it.id, it]));

const listed: StoredFinding = {
  number: 7,
  document: {
    sha256: report.sha256,
    file: 'report.txt',
    path: '/r/=report.txt',
    missing: null,
    state: 'ok',
    title: '=SUM(A1)<b>',
    organisation: report.organisation,
    reportKind: report.reportKind,
    reportYear: report.reportYear,
    reportSubject: null,
    edition: 1,
    report: report.sha256,
    stale: null,
  },
  finding,
  at: { headings: ['一、工作情况'], page: null, table: null },
  also: [],
  review: { status: 'open', events: [] },
};
// one pixel
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const paper: WrittenPaper = {
  head: {
    organisations: ['云溪区林业局'],
    years: [2024],
    preparedBy: '王芳',
    preparedOn: '2026-01-02',
    reviewedBy: '',
    version: 'gouji 0',
  },
  findings: [
    {
      index: 'GJ-001',
      listed,
      message: finding.message,
      ...operandsOf(finding, figures, report.outcomes),
      crops: [{ page: 1, png: new Uint8Array(png) }],
    },
  ],
  sources: [{ path: '/r/=report.txt', title: null, sha256: report.sha256, pages: null, rules: 'r1' }],
  rules: [{ id: finding.rule, title: '分项', why: '理由', letsPass: '尾差' }],
};

function workbook(language: Language = 'zh'): Uint8Array {
  const pieces: Uint8Array[] = [];
  writeWorkbook(paper, language, (bytes) => pieces.push(bytes));
  return new Uint8Array(Buffer.concat(pieces));
}

describe('a working paper', () => {
  test('the operands of a sum are signed so that they give the difference', () => {
    const { operands, difference } = operandsOf(finding, figures, report.outcomes);
    expect(difference).toBe('90');
    const said = operands.map(({ value, as }) => `${as} ${value}`).sort();
    expect(said).toEqual(['plus 275', 'plus 318', 'plus 426', 'stated 1109']);
    const other = report.outcomes.map((it) => ({ ...it, residual: '89' }));
    expect(operandsOf(finding, figures, other).difference).toBeNull();
  });

  test('is a workbook with live sums, links and typed numbers, and no text that is run', () => {
    const parts = unzipSync(workbook());
    const sheet = (at: number): string => strFromU8(parts[`xl/worksheets/sheet${at}.xml`] ?? new Uint8Array());
    expect(sheet(3)).toContain('<f>SUMPRODUCT(F2:F5,H2:H5)</f><v>1019</v>');
    expect(sheet(3).match(/<f>/g)).toHaveLength(2);
    expect(sheet(2)).not.toContain('<f>');
    expect(sheet(2)).toContain('=SUM(A1)&#60;b&#62;');
    expect(sheet(2)).toContain('<v>7</v>');
    expect(sheet(2)).toMatch(/dataValidation type="list".*确认,排除,重新打开,备注/);
    expect(sheet(2)).toContain(`location="'依据'!A2"`);
    expect(strFromU8(parts['xl/worksheets/_rels/sheet2.xml.rels'] ?? new Uint8Array())).toContain(
      'file:///r/=report.txt',
    );
    expect(Object.keys(parts)).toContain('xl/media/image2-1.png');
  });

  const edited = (sheets: readonly SheetTexts[], cells: Readonly<Record<string, string>>): SheetTexts[] =>
    sheets.map((sheet) => {
      const head = [...(sheet.rows.get(0) ?? [])];
      const changed = new Map(sheet.rows.get(1));
      for (const [name, text] of Object.entries(cells)) {
        const col = head.find(([, it]) => it === name)?.[0];
        if (col !== undefined) changed.set(col, text);
      }
      return { ...sheet, rows: new Map([...sheet.rows, [1, changed]]) };
    });
  const about = { by: '李强', at: '2026-01-03T00:00:00.000Z', language: 'zh' } as const;
  const find = async (number: number): Promise<StoredFinding | null> => (number === 7 ? listed : null);

  test('decisions are read back, in either language; an untouched one decides nothing', async () => {
    expect(await readPaper(cellTexts(workbook()), find, about)).toEqual({ decisions: [], faults: [] });
    const zh = edited(cellTexts(workbook()), { 决定: '排除', 理由: '口径不同' });
    expect(await readPaper(zh, find, about)).toMatchObject({
      faults: [],
      decisions: [{ finding: finding.id, action: 'dismiss', reason: '口径不同', by: '李强', seen: 0 }],
    });
    const en = edited(cellTexts(workbook('en')), { Decision: 'Confirm', By: 'Li' });
    expect(await readPaper(en, find, about)).toMatchObject({
      faults: [],
      decisions: [{ action: 'confirm', by: 'Li' }],
    });
  });

  const broken: readonly [why: string, cells: Readonly<Record<string, string>>, fault: RegExp][] = [
    ['an unknown number', { 编号: '8', 决定: '确认' }, /^发现!B2: “8”不是/],
    ['no number', { 编号: 'x', 决定: '确认' }, /^发现!B2: “x”不是/],
    ['a decision since', { 决定: '确认', 记录号: '3' }, /^发现!O2: 此后另有决定/],
    ['another finding', { 发现标识: 'x', 决定: '确认' }, /^发现!P2: 第 7 号发现不是“x”/],
    ['no decision', { 决定: '也许' }, /^发现!L2: “也许”不是决定/],
    ['no reason', { 决定: '排除' }, /^发现!M2: 排除和备注须写理由/],
  ];
  test.each(broken)('with %s the cell is named and nothing is decided', async (_why, cells, fault) => {
    const { decisions, faults } = await readPaper(edited(cellTexts(workbook()), cells), find, about);
    expect([decisions, faults]).toEqual([[], [expect.stringMatching(fault)]]);
  });

  test('a sheet that is none of findings, and a file that is no workbook', async () => {
    const { decisions, faults } = await readPaper([{ name: 'x', rows: new Map() }], find, about);
    expect([decisions, faults]).toEqual([[], [expect.stringContaining('缺少列')]]);
    expect(() => cellTexts(workbook().subarray(0, 900))).toThrow();
  });

  const soffice = '/usr/bin/soffice';
  test.skipIf(!existsSync(soffice))(
    'LibreOffice reckons the same sums, and opens the Word paper',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'gouji-paper-'));
      try {
        // without the stored values of formulas, so that it has to reckon
        const parts = unzipSync(workbook());
        const stripped = strFromU8(parts['xl/worksheets/sheet3.xml'] ?? new Uint8Array()).replace(
          /<\/f><v>[^<]*<\/v>/g,
          '</f>',
        );
        writeFileSync(join(folder, 'paper.xlsx'), zipSync({ ...parts, 'xl/worksheets/sheet3.xml': strToU8(stripped) }));
        writeFileSync(join(folder, 'word.docx'), await writtenDocument(paper, 'zh'));
        // as Excel does, and as LibreOffice offers to
        mkdirSync(join(folder, 'lo', 'user'), { recursive: true });
        writeFileSync(
          join(folder, 'lo', 'user', 'registrymodifications.xcu'),
          '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>',
        );
        const run = (to: string, file: string): void => {
          const args = [
            `-env:UserInstallation=file://${folder}/lo`,
            '--headless',
            '--convert-to',
            to,
            '--outdir',
            join(folder, 'out'),
          ];
          execFileSync(soffice, [...args, join(folder, file)], { stdio: 'ignore', timeout: 240_000 });
        };
        run('xlsx:Calc MS Excel 2007 XML', 'paper.xlsx');
        const saved = cellTexts(new Uint8Array(readFileSync(join(folder, 'out', 'paper.xlsx'))));
        const operands = [...(saved.find(({ name }) => name === '依据')?.rows.values() ?? [])].map((cells) =>
          cells.get(5),
        );
        expect(operands.slice(-2)).toEqual(['1,019.00', '90.00']);
        expect(await readPaper(edited(saved, { 决定: '确认' }), find, about)).toMatchObject({
          faults: [],
          decisions: [{ action: 'confirm' }],
        });
        run('txt:Text', 'word.docx');
        const text = readFileSync(join(folder, 'out', 'word.txt'), 'utf8');
        for (const words of ['云溪区林业局', 'GJ-001', '王芳', '1109人', '=SUM(A1)<b>']) expect(text).toContain(words);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    500_000,
  );
});
