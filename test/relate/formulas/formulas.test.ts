import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { examine } from '../../../src/pipeline/analyze.js';
import { miniature, type Given } from '../../../src/pipeline/miniature.js';
import type { Rulebook } from '../../../src/rulebook/rulebook.js';
import { rulebookWith } from '../../../src/rulebook/user-rules.js';

const table = (...rows: readonly string[]): Given => ({ table: rows.map((row) => row.split('|')) });

const cases: readonly [why: string, kind: string, relation: string, given: readonly Given[], statuses: string[]][] = [
  [
    'an optional term that is not told counts as nothing',
    'sum',
    '{ total: { label: 能源支出 }, plus: [{ label: 电费 }, { label: 煤气费, optional: true }, { label: 水费 }] }',
    ['能源支出9.50万元。电费7.20万元，水费2.30万元。'],
    ['passed'],
  ],
  [
    'without a needed one it is not tried',
    'sum',
    '{ total: { label: 物业支出 }, plus: [{ label: 保洁费 }, { label: 绿化费 }, { label: 保安费 }] }',
    ['物业支出9.50万元。保洁费7.20万元，保安费2.30万元。'],
    [],
  ],
  [
    'a label that two values bear picks none',
    'sum',
    '{ total: { label: 善款 }, plus: [{ label: 捐款 }, { label: 捐物 }] }',
    ['善款8.40万元。社区捐款1.40万元，企业捐款5.00万元，捐物2.00万元。'],
    [],
  ],
  [
    'a figure is no part of itself',
    'sum',
    '{ unit: count, total: { label: 总床位 }, plus: [{ label: 床位 }, { label: 加床 }] }',
    ['总床位300张，加床12张。'],
    [],
  ],
  [
    'each sentence that states all is a place of its own',
    'equal',
    '{ total: { label: 门票收入 }, plus: [{ label: 上缴款 }] }',
    ['东园门票收入31.20万元，上缴款31.20万元。西园门票收入18.70万元，上缴款18.10万元。'],
    ['passed', 'failed'],
  ],
  [
    'several that are added stay within a bound together',
    'at-most',
    '{ unit: count, greater: { label: 核定床位 }, lesser: [{ label: 男宾床位 }, { label: 女宾床位 }] }',
    ['核定床位120张，男宾床位70张，女宾床位62张。', '核定床位120张，男宾床位60张，女宾床位52张。'],
    ['failed', 'passed'],
  ],
  [
    'words that set a paragraph apart',
    'equal',
    '{ total: { label: 进款 }, plus: [{ label: 出款 }], unless: [代管, 暂存] }',
    ['进款5.50万元，出款5.10万元，其余为代管款项。'],
    [],
  ],
  [
    'a row is known without its number and sign; one under 其中 is no term',
    'sum',
    '{ table: 食堂收支, total: { row: 结余 }, plus: [{ row: 伙食收入 }], minus: [{ row: 采购支出 }] }',
    [
      '食堂收支表（单位：万元）',
      table(
        '项目|一季度|二季度',
        '一、伙食收入|52.30|48.80',
        '其中：伙食收入|12.00|11.00',
        '减：采购支出（含税）|50.10|47.60',
        '二、结余|2.20|2.10',
      ),
    ],
    ['passed', 'failed'],
  ],
  [
    'no column shows that the rows make up the total',
    'sum',
    '{ table: 食堂物料, total: { row: 耗料 }, plus: [{ row: 领料 }], minus: [{ row: 退料 }] }',
    ['食堂物料表（单位：万元）', table('项目|一季度|二季度', '领料|52.30|48.80', '退料|50.10|47.60', '耗料|7.20|7.80')],
    ['ambiguous', 'ambiguous'],
  ],
  [
    'a blank cell of a column that is there counts as nothing',
    'sum',
    '{ table: 班车费用, total: { column: 费用 }, plus: [{ column: 油料 }, { column: 过路费 }] }',
    ['班车费用明细表（单位：元）', table('车号|油料|过路费|费用', '甲|1800|260|2060', '乙|1750||1750')],
    ['passed', 'passed'],
  ],
  [
    'where most rows differ the columns were misread',
    'sum',
    '{ table: 渡船费用, total: { column: 费用 }, plus: [{ column: 油料 }, { column: 泊位费 }] }',
    [
      '渡船费用明细表（单位：元）',
      table('船号|油料|泊位费|费用', '甲|1800|260|2900', '乙|1750|120|2450', '丙|1690|230|1920', '丁|1710|90|2310'),
    ],
    ['ambiguous', 'ambiguous', 'passed', 'ambiguous'],
  ],
  [
    'a cell is one of a table that the document has once',
    'equal',
    '{ total: { cell: { table: 花木采购, row: 合计, column: 金额 } }, plus: [{ label: 花木采购费 }] }',
    [
      '花木采购费6.20万元。',
      '花木采购明细表（单位：万元）',
      table('品名|金额', '月季|2.00', '香樟|4.20', '合计|6.20'),
      '花木采购追加表（单位：万元）',
      table('品名|金额', '月季|1.00', '香樟|2.00'),
    ],
    [],
  ],
  [
    'the same where the document has it once',
    'equal',
    '{ total: { cell: { table: 苗木采购, row: 合计 } }, plus: [{ label: 苗木采购费 }] }',
    ['苗木采购费6.20万元。', '苗木采购明细表（单位：万元）', table('品名|金额', '月季|2.00', '香樟|4.20', '合计|6.20')],
    ['passed'],
  ],
  [
    'a cell beside a metric, wherever it is told',
    'equal',
    '{ total: { cell: { table: 接待清单, row: 合计 } }, plus: [sangong_reception] }',
    [
      '清溪县水务局2023年度部门决算',
      '2023年公务接待费支出决算1.85万元。',
      '公务接待清单表（单位：万元）',
      table('月份|金额', '三月|0.90', '九月|0.68', '合计|1.58'),
    ],
    ['failed'],
  ],
  [
    'figures of other units are not meant',
    'equal',
    '{ unit: percent, total: { label: 出勤率 }, plus: [{ label: 到岗率 }] }',
    ['出勤率97.5%，到岗率97.5%，到岗率考核奖3.20万元。'],
    ['passed'],
  ],
];

let folder = '';
let rulebook: Rulebook;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gouji-formulas-'));
  mkdirSync(join(folder, 'checks'));
  for (const [at, [, kind, relation]] of cases.entries()) {
    const examples = ['passed', 'failed', 'not_run'].map((it) => `{ name: ${it}, given: [x], expect: ${it} }`);
    const rest =
      'severity: error, catalogue: [], why: x, lets_pass: x, title: { zh: x, en: x }, message: { zh: x, en: x }';
    const check = `{ id: case-${at}, kind: ${kind}, relation: ${relation}, ${rest}, examples: [${examples.join(', ')}] }`;
    writeFileSync(join(folder, 'checks', `case-${at}.yaml`), check);
  }
  rulebook = rulebookWith(folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(cases.map(([why, , , given, statuses], at) => ({ why, given, statuses, at })))('$why', (it) => {
  const report = examine(miniature(it.given), { file: 'x', sha256: '0'.repeat(64) }, rulebook);
  const own = report.outcomes.filter(({ check }) => check === `case-${it.at}`);
  expect(own.map(({ status }) => status)).toEqual(it.statuses);
});
