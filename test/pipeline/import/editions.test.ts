import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analyze } from '../../../src/pipeline/analyze.js';
import { importFiles } from '../../../src/pipeline/import/import-files.js';
import { openStore } from '../../../src/store/open-store.js';
import { comparing } from '../compare/comparing.js';
import { makeDocx, p } from '../../parse/docx/make-docx.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-editions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Lines = readonly string[];
/** Files of a family: text, or a DOCX of the same lines where the name says so. */
type Family = Readonly<Record<string, Lines>>;

/** Figures that no other seed has. */
function amount(seed: string, at: number): string {
  const number = createHash('sha256').update(`${seed} ${at}`).digest().readUInt32BE(0) % 900_000;
  return ((number + 100_000) / 100).toFixed(2);
}

/** A report's own sentences, with figures that its seed gives. */
const body = (seed: string): Lines => [
  '一、收支情况',
  `本年收入合计${amount(seed, 1)}万元，其中财政拨款收入${amount(seed, 2)}万元。`,
  `本年支出合计${amount(seed, 3)}万元，年末结余${amount(seed, 4)}万元。`,
  '二、实施情况',
  `完成养护里程${amount(seed, 5)}公里，投入机械台班费${amount(seed, 6)}万元。`,
  `支付劳务费${amount(seed, 7)}万元，支付材料费${amount(seed, 8)}万元。`,
  `受益群众${amount(seed, 9)}万人，节约资金${amount(seed, 10)}万元。`,
  `检测费${amount(seed, 11)}万元，设计费${amount(seed, 12)}万元。`,
];
const report = (title: string, seed: string, ...more: Lines): Lines => [title, '', ...more, ...body(seed)];
const signed = (lines: Lines, organisation: string, date: string): Lines => [...lines, organisation, date];
/** One figure otherwise. */
const corrected = (lines: Lines, seed: string): Lines =>
  lines.map((line) => line.replace(amount(seed, 7), amount(`${seed} corrected`, 7)));

const bytesOf = (name: string, lines: Lines): Uint8Array | string =>
  name.endsWith('.docx') ? makeDocx({ body: lines.map((line) => p(line)).join('') }) : `${lines.join('\n')}\n`;

/** Names of the files of each report, the edition that counts first. */
async function reportsOf(family: Family, order = Object.keys(family)): Promise<string[][]> {
  for (const name of order) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytesOf(name, family[name] ?? []));
  }
  const store = openStore(join(folder, 'gouji.db'));
  try {
    for (const name of order)
      await importFiles([join(folder, name)], store, { jobs: 1, analyze, compare: comparing(store) });
  } finally {
    await store.close();
  }
  const database = new BetterSqlite3(join(folder, 'gouji.db'), { readonly: true });
  type Row = { readonly path: string; readonly report: number; readonly edition: number };
  const rows = database.prepare<[], Row>('SELECT path, report, edition FROM v_reports ORDER BY report, edition').all();
  database.close();
  const reports = new Map<number, string[]>();
  for (const { path, report: of } of rows) reports.set(of, [...(reports.get(of) ?? []), path.slice(folder.length + 1)]);
  return [...reports.values()].sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
}

const bureau = '青石县交通运输局';
const account = `${bureau}2024年度部门决算`;
const plain = report(account, 'account');

const families: readonly [why: string, family: Family, reports: readonly (readonly string[])[]][] = [
  [
    'three projects of one unit are three reports',
    {
      'a.txt': report(`${bureau}2024年度农村公路养护项目支出绩效自评报告`, 'a'),
      'b.txt': report(`${bureau}2024年度桥梁检测项目支出绩效自评报告`, 'b'),
      'c.txt': report(`${bureau}2024年度公交补贴项目支出绩效自评报告`, 'c'),
    },
    [['a.txt'], ['b.txt'], ['c.txt']],
  ],
  [
    'also where only the cover names them',
    {
      'a.txt': report('2024年度项目支出绩效自评报告', 'a', `填报单位：${bureau}`, '项目名称：农村公路养护'),
      'b.txt': report('2024年度项目支出绩效自评报告', 'b', `填报单位：${bureau}`, '项目名称：桥梁检测'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'also where nothing names them',
    {
      'a.txt': report(`${bureau}2024年度项目支出绩效自评报告`, 'a'),
      'b.txt': report(`${bureau}2024年度项目支出绩效自评报告`, 'b'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'projects filled in with the same figures are two',
    {
      'a.txt': report(`${bureau}2024年度青年路改造项目支出绩效自评报告`, 'same'),
      'b.txt': report(`${bureau}2024年度渡口疏浚项目支出绩效自评报告`, 'same'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'a project of two years is two reports',
    {
      'a.txt': report(`${bureau}2023年度桥梁检测项目支出绩效自评报告`, 'a'),
      'b.txt': report(`${bureau}2024年度桥梁检测项目支出绩效自评报告`, 'b'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'a project of two bureaus is two reports',
    {
      'a.txt': report('青石县水利局2024年度渡口改造项目支出绩效自评报告', 'a'),
      'b.txt': report('青石县农业局2024年度渡口改造项目支出绩效自评报告', 'b'),
    },
    [['a.txt'], ['b.txt']],
  ],
  ['a DOCX and its text are one', { 'a.docx': plain, 'b.txt': plain }, [['a.docx', 'b.txt']]],
  [
    'also where one of them lost its cover',
    { 'a.docx': plain, 'b.txt': plain.map((line) => (line === account ? '2024年度部门决算' : line)) },
    [['a.docx', 'b.txt']],
  ],
  [
    'also where the title is set wide',
    { 'a.docx': plain, 'b.txt': plain.map((line) => (line === account ? [...account].join(' ') : line)) },
    [['a.docx', 'b.txt']],
  ],
  [
    'a corrected edition counts before the one that it corrects, whatever their names',
    {
      'z.txt': plain,
      'a.txt': corrected(report(`${account}（更正版）`, 'account'), 'account'),
    },
    [['a.txt', 'z.txt']],
  ],
  [
    'and the later signed before the earlier',
    {
      'a.txt': signed(plain, bureau, '2025年8月11日'),
      'b.txt': signed(corrected(plain, 'account'), bureau, '2025年9月3日'),
    },
    [['b.txt', 'a.txt']],
  ],
  [
    'a half counts after the whole, though it is signed later',
    {
      'a.txt': signed(plain.slice(0, 5), bureau, '2025年9月3日'),
      'b.txt': signed(plain, bureau, '2025年8月11日'),
    },
    [['b.txt', 'a.txt']],
  ],
  [
    'a department and its unit are two, with the same figures',
    {
      'a.txt': report(`${bureau}2024年部门预算`, 'same'),
      'b.txt': report(`${bureau}2024年单位预算`, 'same'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'a department and its own office are two',
    {
      'a.txt': report(`${bureau}2024年度部门决算`, 'same'),
      'b.txt': report(`${bureau}（本级）2024年度部门决算`, 'same'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'an account, a budget, a performance report and one on 三公 are four',
    {
      'a.txt': report(`${bureau}2024年度部门决算`, 'a'),
      'b.txt': report(`${bureau}2024年部门预算`, 'b'),
      'c.txt': report(`${bureau}2024年度部门整体支出绩效自评报告`, 'c'),
      'd.txt': report(`${bureau}2024年“三公”经费预算情况说明`, 'd'),
    },
    [['a.txt'], ['b.txt'], ['c.txt'], ['d.txt']],
  ],
  [
    'half a year and the year are two',
    {
      'a.txt': report('青石县2024年上半年预算执行情况的报告', 'a', '青石县财政局'),
      'b.txt': report('青石县2024年预算执行情况的报告', 'b', '青石县财政局'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'quarters of a company are as many',
    {
      'a.txt': report('青石航运股份有限公司2024年第一季度报告', 'a'),
      'b.txt': report('青石航运股份有限公司2024年第三季度报告', 'b'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'a budget and how it was changed are two',
    {
      'a.txt': report('关于青石县2024年预算草案的报告', 'a', '青石县财政局'),
      'b.txt': report('关于青石县2024年预算调整方案（草案）的报告', 'b', '青石县财政局'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'stages of a project are two',
    {
      'a.txt': report(`${bureau}2024年度航道疏浚项目（一期）支出绩效自评报告`, 'a'),
      'b.txt': report(`${bureau}2024年度航道疏浚项目（二期）支出绩效自评报告`, 'b'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'an agency on itself and another on it are two',
    {
      'a.txt': report(`${bureau}2024年度桥梁检测项目支出绩效自评报告`, 'a'),
      'b.txt': report(`${bureau}2024年度桥梁检测项目支出绩效评价报告`, 'b'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'notices of one bureau are as many',
    {
      'a.txt': report(`${bureau}关于拨付补助资金的通知`, 'a', '2024年3月1日'),
      'b.txt': report(`${bureau}关于拨付补助资金的通知`, 'b', '2024年7月1日'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'reports that do not say whose they are: one where they say the same, two where they do not',
    {
      'a.txt': report('2024年度部门决算', 'a'),
      'b.docx': report('2024年度部门决算', 'a'),
      'c.txt': report('2024年度部门决算', 'c'),
    },
    [['b.docx', 'a.txt'], ['c.txt']],
  ],
  [
    'two of one name with other figures altogether are two',
    { 'a.txt': plain, 'b.txt': report(account, 'another') },
    [['a.txt'], ['b.txt']],
  ],
  [
    'schools of like names are two',
    {
      'a.txt': report('青石县第一小学2024年单位预算', 'a'),
      'b.txt': report('青石县第二小学2024年单位预算', 'b'),
    },
    [['a.txt'], ['b.txt']],
  ],
  [
    'an explanation beside the account that it explains is an edition of it',
    { 'a.txt': plain, 'b.txt': report(`${bureau}2024年度部门决算公开情况说明`, 'account').slice(0, 8) },
    [['a.txt', 'b.txt']],
  ],
];

describe('which report a document is an edition of', () => {
  test.each(families)('%s', async (_why, family, reports) => expect(await reportsOf(family)).toEqual(reports));

  test('what would go with a department and with its unit makes no one report of the two', async () => {
    const reports = await reportsOf({
      'department.txt': report(`${bureau}2024年部门预算`, 'same'),
      'either.txt': report(`${bureau}2024年预算公开`, 'same'),
      'unit.txt': report(`${bureau}2024年单位预算`, 'same'),
    });
    expect(reports.map((names) => names.filter((it) => it !== 'either.txt'))).toEqual([
      ['department.txt'],
      ['unit.txt'],
    ]);
  });

  test('is the same in whatever order they came', async () => {
    const family: Family = {
      'a.txt': plain,
      'b.txt': corrected(report(`${account}（更正版）`, 'account'), 'account'),
      'c.docx': plain,
      'd.txt': plain.slice(0, 5),
    };
    const first = await reportsOf(family);
    rmSync(join(folder, 'gouji.db'), { force: true });
    const names = Object.keys(family).reverse();
    expect(await reportsOf(family, names)).toEqual(first);
    expect(first).toEqual([['b.txt', 'c.docx', 'a.txt', 'd.txt']]);
  });
});
