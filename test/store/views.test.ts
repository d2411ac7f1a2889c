import { describe, expect, test } from 'vitest';
import { aReport, figure } from './a-report.js';
import { entry, query, save, start, withStore } from './temp-store.js';

const spending = (
  id: string,
  text: string,
  value: string,
  step: string,
  stage: 'final' | 'initial_budget' = 'final',
) => {
  const { fact, ...rest } = figure(id, { text, value, step });
  return { ...rest, fact: fact && { ...fact, stage } };
};

describe('views', () => {
  test('v_facts is one row a fact, with its place and the name of its metric', async () => {
    await withStore(async (store) => {
      await store.nameMetrics({ expenditure_year: '本年支出合计' });
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
