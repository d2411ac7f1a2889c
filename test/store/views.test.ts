import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/model/report.js';
import { aReport, figure } from './a-report.js';
import { entry, query, save, start, withStore } from './temp-store.js';

type Figure = Report['figures'][number];

const spending = (
  id: string,
  text: string,
  value: string,
  step: string,
  stage: 'final' | 'initial_budget' = 'final',
) => {
  const { fact, ...rest } = figure(id, { text, value, step });
  return { ...rest, fact: fact && { ...fact, stage, account: null } };
};

describe('views', () => {
  test('v_facts is one row a fact, with its place and the name of its metric', async () => {
    await withStore(async (store) => {
      await store.nameMetrics([{ id: 'expenditure_year', name: '本年支出合计', unit: null }]);
      await store.record(await store.startRun(start), [entry(aReport({ figures: [figure('f0')] }), '/r/a.pdf')]);
    });
    expect(
      query(
        'SELECT organisation, year, metric_name, stage, fund, period, printed, value, value_e4, unit, page, path FROM v_facts',
      ),
    ).toEqual([
      {
        organisation: '青石镇人民政府',
        year: 2024,
        metric_name: '本年支出合计',
        stage: 'final',
        fund: 'all',
        period: '2024',
        printed: '295.82万元',
        value: '2958200',
        value_e4: 29_582_000_000,
        unit: 'CNY',
        page: 2,
        path: '/r/a.pdf',
      },
    ]);
  });

  test('v_spending is one row an organisation, year, stage and fund, however often and in how many documents it is printed', async () => {
    const figures = [
      spending('f0', '295.82万元', '2958200', '100'),
      spending('f1', '2958213.45元', '2958213.45', '0.01'),
      spending('f2', '300万元', '3000000', '10000', 'initial_budget'),
    ];
    const later = [spending('f0', '2958213.45元', '2958213.45', '0.01'), spending('f1', '1.00元', '1.00', '0.01')];
    const nameless = aReport({
      file: 'n.pdf',
      organisation: null,
      figures: [spending('f0', '7万元', '70000', '10000')],
    });
    await save(
      entry(aReport({ figures }), '/r/a.docx'),
      entry(aReport({ figures }), '/r/copy.docx', { state: 'duplicate', report: null }),
      entry(aReport({ file: 'a.pdf', figures: later }), '/r/a.pdf'),
      entry(nameless, '/r/n.pdf'),
    );
    const columns = 'organisation, year, stage, fund, yuan, yuan_e4, mentions, distinct_values, documents, path';
    expect(query(`SELECT ${columns} FROM v_spending ORDER BY yuan_e4 DESC`)).toEqual([
      {
        organisation: '青石镇人民政府',
        year: '2024',
        stage: 'final',
        fund: 'all',
        yuan: '2958213.45',
        yuan_e4: 29_582_134_500,
        mentions: 4,
        distinct_values: 3,
        documents: 2,
        path: '/r/a.docx',
      },
      {
        organisation: null,
        year: '2024',
        stage: 'final',
        fund: 'all',
        yuan: '70000',
        yuan_e4: 700_000_000,
        mentions: 1,
        distinct_values: 1,
        documents: 1,
        path: '/r/n.pdf',
      },
    ]);
  });

  test('v_findings has a row a finding with its first quote; v_files the last state of each file', async () => {
    await save(entry(aReport(), '/r/a.pdf'));
    await save(entry(aReport(), '/r/a.pdf', { state: 'unchanged', report: null }));
    expect(query('SELECT severity, rule, quote, page, path FROM v_findings ORDER BY severity')).toEqual([
      { severity: 'error', rule: 'parts-of-total', quote: '295.82万元', page: 2, path: '/r/a.pdf' },
      { severity: 'info', rule: 'same-fact', quote: '12', page: null, path: '/r/a.pdf' },
    ]);
    expect(query('SELECT path, state, run FROM v_files')).toEqual([{ path: '/r/a.pdf', state: 'unchanged', run: 2 }]);
  });
});

describe('views choose', () => {
  const amount = (
    id: string,
    text: string,
    value: string,
    step: string,
    fact: Partial<NonNullable<Figure['fact']>>,
    table: boolean,
  ) => {
    const { fact: usual, ...rest } = figure(id, {
      text,
      value,
      step,
      table: table ? { id: 't0', row: 1, col: 1 } : null,
    });
    return { ...rest, fact: usual && { ...usual, account: null, entity: '青石镇人民政府（部门）', ...fact } };
  };
  const account = { list: 'functional' as const, code: '210', name: '医疗卫生与计划生育支出' };
  const figures = [
    amount('f0', '296万元', '2960000', '10000', {}, false),
    amount('f1', '2958213.45元', '2958213.45', '0.01', {}, true),
    amount('f2', '300万元', '3000000', '10000', { metric: 'income_year' }, true),
    amount('f3', '12万元', '120000', '10000', { account, period: '2018' }, true),
    amount('f4', '5万元', '50000', '10000', { metric: 'carryover_open', stage: null }, true),
  ];
  const report = (file: string, format: 'docx' | 'pdf') =>
    aReport({ file, format, state: 'ok', reportKind: 'final_dept', figures });

  test('one figure a fact and one file a report; a subject is no second total', async () => {
    await save(entry(report('a.pdf', 'pdf'), '/r/a.pdf'), entry(report('a.docx', 'docx'), '/r/a.docx'));
    expect(query('SELECT period, income, spending, opening_balance, path FROM v_income_spending')).toEqual([
      { period: '2024', income: '3000000', spending: '2958213.45', opening_balance: '50000', path: '/r/a.docx' },
    ]);
    expect(query(`SELECT final, other FROM v_metrics WHERE metric = 'expenditure_year'`)).toEqual([
      { final: '2958213.45', other: null },
    ]);
    expect(
      query(
        `SELECT mentions, spread_e4 FROM v_figures WHERE metric = 'expenditure_year' AND account_code IS NULL AND edition = 1`,
      ),
    ).toEqual([{ mentions: 2, spread_e4: 17_865_500 }]);
  });

  test('one row a fact where a report says less of it in one place than in another', async () => {
    const said = [
      amount('f0', '296.00万元', '2960000', '100', { fund: null }, false),
      amount('f1', '2960000.00元', '2960000.00', '0.01', { fund: 'fiscal' }, true),
      amount('f2', '300万元', '3000000', '10000', { stage: 'budget', fund: null }, false),
      amount('f3', '300.00万元', '3000000', '100', { stage: 'initial_budget', fund: 'fiscal' }, true),
      amount('f4', '7万元', '70000', '10000', { fund: null, metric: 'meeting_fee' }, false),
      amount('f5', '8万元', '80000', '10000', { fund: 'gpb', metric: 'meeting_fee' }, false),
      amount('f6', '5万元', '50000', '10000', { stage: 'budget', metric: 'training_fee' }, false),
    ];
    const people = (id: string, text: string, unit: string, period: string) => {
      const counted = amount(
        id,
        text,
        text.slice(0, -1),
        '1',
        { metric: 'hc_actual', stage: null, fund: null, period },
        false,
      );
      return { ...counted, kind: 'count' as const, unit };
    };
    const printed = [
      ...said,
      people('f7', '30名', '名', '2024'),
      people('f8', '30人', '人', '2024'),
      people('f9', '28名', '名', '2023'),
    ];
    await withStore(async (store) => {
      await store.nameMetrics([{ id: 'hc_actual', name: '在职人数', unit: '人' }]);
      await store.record(await store.startRun(start), [entry(aReport({ state: 'ok', figures: printed }), '/r/a.pdf')]);
    });
    const columns = 'metric, fund, period, unit, initial_budget, budget, final, other';
    const rows = query<Record<string, string | null>>(`SELECT ${columns} FROM v_metrics ORDER BY metric, period, fund`);
    expect(
      rows.map((row) =>
        Object.values(row)
          .map((it) => it ?? '-')
          .join(' '),
      ),
    ).toEqual([
      'expenditure_year fiscal 2024 CNY 3000000 - 2960000.00 -',
      'hc_actual - 2023 人 - - - 28',
      'hc_actual - 2024 人 - - - 30',
      'meeting_fee - 2024 CNY - - 70000 -',
      'meeting_fee gpb 2024 CNY - - 80000 -',
      'training_fee all 2024 CNY - 50000 - -',
    ]);
  });

  test('the name of a code in its year, in v_functional_spending', async () => {
    await withStore(async (store) => {
      await store.nameAccounts([
        { list: 'functional', code: '210', name: '卫生健康支出', since: 2019, until: null },
        { list: 'functional', code: '210', name: '医疗卫生与计划生育支出', since: 2014, until: 2018 },
      ]);
      await store.record(await store.startRun(start), [entry(report('a.pdf', 'pdf'), '/r/a.pdf')]);
    });
    expect(query('SELECT period, code, level, name, yuan FROM v_functional_spending')).toEqual([
      { period: '2018', code: '210', level: 1, name: '医疗卫生与计划生育支出', yuan: '120000' },
    ]);
  });
});
