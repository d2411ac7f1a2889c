import BetterSqlite3 from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { analyze } from '../../src/pipeline/analyze.js';
import { importFiles } from '../../src/pipeline/import/import-files.js';
import { defaultRulebook } from '../../src/rulebook/rulebook.js';
import { openStore } from '../../src/store/open-store.js';
import { comparing } from '../pipeline/compare/comparing.js';
import { gouji, here, write } from './gouji.js';

beforeEach(async () => {
  const account = (file: string, agency: string, year: number, text: string): void =>
    write(`${file}.txt`, `白桦区${agency}${year}年度部门决算说明\n\n一、收支情况\n${text}\n`);
  account('水务局', '水务局', 2024, '本年支出合计260.60万元，其中：基本支出120.20万元、项目支出140.40元。');
  account('前年', '林业局', 2023, '本年支出合计110.50万元。');
  account('去年', '林业局', 2024, '本年支出合计132.50万元，上年支出合计118.50万元。');
  account('农业局', '农业局', 2024, '全年向农商行借款2,460万元，年利率4.35%，每年应付利息170.01万元。');
  const store = openStore(here('out', 'gouji.db'));
  await importFiles([here('.')], store, { analyze, compare: comparing(store) });
  await store.close();
});

const idOf = async (rule: string): Promise<string> => {
  const { out } = await gouji(['findings', '-f', 'json']);
  const { findings } = JSON.parse(out) as { findings: { id: string; rule: string }[] };
  return findings.find((it) => it.rule === rule)?.id ?? '';
};

describe('explain', () => {
  test('arithmetic, places in the base unit, hypothesis and review, in Chinese and English', async () => {
    const id = await idOf('parts-of-total');
    const [zh, en] = [await gouji(['explain', id, '--lang', 'zh']), await gouji(['explain', id, '--lang', 'en'])];
    expect([zh.code, en.code]).toEqual([0, 0]);
    for (const words of [
      '分项之和为120.21万元',
      '120.20万元 + 140.40元 = 120.21万元 ≠ 260.60万元',
      '140.40元 = 140.4 ± 0.005 CNY',
      '若“140.40元”为“140.40万元”则相符',
      '一、收支情况',
      '理由：',
      '复核：未复核',
    ])
      expect(zh.out).toContain(words);
    for (const words of [
      'The parts add up to 120.21万元',
      'It adds up if “140.40元” reads “140.40万元”',
      'Review: open',
    ])
      expect(en.out).toContain(words);
    expect(en.out.split('\n')[0]).not.toContain('分项之和');
  });

  test('why a claim of no declared form is believed to be meant, in Chinese and English, and in JSON', async () => {
    const id = await idOf('stated-portion');
    const [zh, en] = [await gouji(['explain', id, '--lang', 'zh']), await gouji(['explain', id, '--lang', 'en'])];
    expect(zh.out).toMatch(/^可信度：\d[\d.]* : 1，文中确有此意而数字有误\n {2}仅凭文字：有此意 9\d\.\d%/m);
    expect(zh.out).toMatch(/^ {2}据以判断的词：“170\.01万元” .*利息（利息）/m);
    expect(zh.out).toMatch(/^ {2}支持：.*各数的远近/m);
    expect(zh.out).toMatch(/^ {2}改正一处笔误即相符的数：“170\.01万元”$/m);
    expect(en.out).toMatch(/^Belief: \d[\d.]* : 1 that this is meant and a figure is wrong$/m);
    expect(en.out).toMatch(/^ {2}for it: .*how near the figures stand/m);
    const { findings } = JSON.parse((await gouji(['check', '农业局.txt', '--json'])).out) as Report;
    expect(findings.find((it) => it.id === id)?.belief?.prior).toBeGreaterThan(900);
  });

  test('a finding that rests on what figures are, not on words, tells no odds', async () => {
    const { code, out } = await gouji(['explain', await idOf('prior-year-figure'), '--lang', 'zh']);
    expect([code, out.includes('可信度')]).toEqual([0, false]);
  });

  test('the beginning of an id will do; decisions are told', async () => {
    const id = await idOf('parts-of-total');
    await gouji(['review', 'dismiss', id, '--reason', '已更正', '--by', '李某']);
    const { code, out } = await gouji(['explain', id.slice(0, 6), '--lang', 'zh']);
    expect(code).toBe(0);
    for (const words of ['复核：已排除', '已更正', '李某']) expect(out).toContain(words);
  });

  test('a finding across two documents quotes both, each with its title', async () => {
    const { code, out } = await gouji(['explain', await idOf('prior-year-figure'), '--lang', 'zh']);
    expect(code).toBe(0);
    for (const words of ['118.50万元 = 1185000', '110.50万元 = 1105000', '《白桦区林业局2023年度部门决算说明》'])
      expect(out).toContain(words);
  });

  test('2: an id that is not there, in both languages', async () => {
    const [zh, en] = [
      await gouji(['explain', 'zzzz', '--lang', 'zh']),
      await gouji(['explain', 'zzzz', '--lang', 'en']),
    ];
    expect([zh.code, zh.out, en.code, en.out]).toEqual([2, '', 2, '']);
    expect(zh.err).toContain('“zzzz”');
    expect(en.err).toContain('No finding in the database has the number or id “zzzz”');
  });
});

describe('coverage', () => {
  test('a line a rule, also in the database: judged, or why not', async () => {
    const [zh, en] = [
      await gouji(['coverage', '水务局', '--lang', 'zh']),
      await gouji(['coverage', '水务局', '--lang', 'en']),
    ];
    const rules = defaultRulebook().checks.size;
    expect([zh, en].map(({ out }) => out.trim().split('\n').length)).toEqual([rules, rules]);
    expect(zh.out).toMatch(/^parts-of-total +不符 1$/m);
    expect(en.out).toMatch(/^prior-year-figure +not applicable {2}holds two documents against each other$/m);
    expect(en.out).toMatch(
      /^three-public-total +could not be checked {2}the document does not state .*Official receptions/m,
    );
    const database = new BetterSqlite3(here('out', 'gouji.db'), { readonly: true });
    const stored = database
      .prepare<[], { rule: string; status: string; claims: number; reason: string | null; missing: string | null }>(
        "SELECT rule, status, claims, reason, missing FROM v_coverage WHERE path LIKE '%水务局%' ORDER BY rule",
      )
      .all();
    database.close();
    expect(new Set(stored.map(({ rule }) => rule)).size).toBe(rules);
    const of = (rule: string) => stored.find((it) => it.rule === rule);
    expect(of('parts-of-total')).toMatchObject({ status: 'failed', claims: 1, reason: null });
    expect(of('three-public-total')).toMatchObject({ status: 'insufficient_data', claims: 0, reason: 'missing' });
    expect(of('three-public-total')?.missing).toContain('sangong_reception');
  });

  test('check counts what it checked; show sums up the rules', async () => {
    const { out } = await gouji(['check', '水务局.txt', '--lang', 'en']);
    expect(out).toMatch(/\d+ checked: \d+ passed, 2 failed, 0 undecided; \d+ could not be checked/);
    const shown = (await gouji(['show', '水务局', '--lang', 'zh'])).out;
    expect(shown).toMatch(/核对范围\n规则 \d+ 条/);
    expect(shown).toMatch(/ {2}用于两份文档之间 \d+\n/);
  });
});
