import { createHash } from 'node:crypto';
import { reportSchema, type Report } from '../../src/model/report.js';

type Figure = Report['figures'][number];

/** A figure in block b1 with everything that a figure can carry. */
export function figure(id: string, over: Partial<Figure> = {}): Figure {
  return {
    id,
    kind: 'money',
    text: '295.82万元',
    number: '295.82',
    unitText: '万元',
    value: '2958200',
    unit: 'CNY',
    step: '100',
    unitFrom: 'number',
    approx: null,
    label: '支出合计',
    role: 'total',
    fact: {
      metric: 'expenditure_year',
      stage: 'final',
      fund: 'all',
      period: '2024',
      entity: null,
      account: { list: 'functional', code: '2010601', name: '行政运行' },
      basis: { stage: 'stated', fund: 'inferred', period: 'inherited', entity: 'unknown' },
    },
    block: 'b1',
    start: 4,
    end: 12,
    page: 2,
    box: [72.25, 100.5, 144.125, 112.75],
    table: null,
    heading: 'h0',
    ...over,
  };
}

/** A report that fills every field of the schema, checked against it. `over` replaces what a test is about. */
export function aReport(over: Partial<Report> = {}): Report {
  const file = over.file ?? '青石镇决算.docx';
  return reportSchema.parse({
    schemaVersion: 1,
    file,
    sha256: createHash('sha256').update(file).digest('hex'),
    format: 'pdf',
    state: 'ok_partial',
    problems: [{ code: 'PAGE_NO_TEXT', params: { page: 3 }, message: '第 3 页没有文字层', page: 3 }],
    title: '青石镇2024年度部门决算',
    organisation: '青石镇人民政府',
    reportKind: 'final_accounts',
    reportYear: 2024,
    filledOn: '2025-03-01',
    pages: 12,
    headings: [
      { id: 'h0', level: 1, number: '一、', title: '总体情况', inferred: true, parent: null, block: 'b0', page: 1 },
      { id: 'h1', level: 2, number: '', title: '支出', inferred: false, parent: 'h0', block: 'b2', page: null },
    ],
    blocks: [
      { id: 'b0', kind: 'heading', text: '总体情况', page: 1 },
      { id: 'b1', kind: 'paragraph', text: '支出合计295.82万元。', page: 2 },
      { id: 'b2', kind: 'heading', text: '支出', page: null },
      { id: 'b3', kind: 'table', text: '项目\t金额\n合计\t12', page: 2 },
    ],
    tables: [
      {
        id: 't0',
        block: 'b3',
        title: '支出表',
        unit: '万元',
        note: '注：本表反映支出情况。',
        pages: [2, 3],
        cells: [
          { row: 0, col: 0, rowSpan: 1, colSpan: 2, text: '项目' },
          { row: 1, col: 0, rowSpan: 2, colSpan: 1, text: '合计' },
        ],
      },
      { id: 't1', block: 'b3', title: null, unit: null, note: null, pages: [], cells: [] },
    ],
    figures: [
      figure('f0'),
      figure('f1', { kind: 'count', value: '10..20', unit: '个', fact: null, box: null, page: null, heading: null }),
      figure('f2', { table: { id: 't0', row: 1, col: 1 }, text: '12', approx: 'over', role: null, step: null }),
    ],
    outcomes: [
      {
        check: 'parts-of-total',
        status: 'failed',
        figures: ['f0', 'f2'],
        residual: '-12.5',
        bound: '0.05',
        reason: '差',
      },
      { check: 'same-fact', status: 'passed', figures: [] },
    ],
    findings: [
      {
        id: 'n0',
        subject: 's0',
        rule: 'parts-of-total',
        severity: 'error',
        params: { total: '295.82万元', parts: 3 },
        message: '合计与分项不符',
        arithmetic: '12 + 7 = 19 ≠ 295.82',
        steps: [{ form: 'plain', params: { text: '12 + 7 = 19 ≠ 295.82' } }],
        hypothesis: {
          kind: 'unit',
          figure: 'f2',
          printed: '12元',
          expected: '12万元',
          value: '120000',
          unitText: '万元',
        },
        evidence: [
          {
            document: null,
            figure: 'f0',
            block: 'b1',
            start: 4,
            end: 12,
            page: 2,
            box: [72.25, 100.5, 144.125, 112.75],
            text: '295.82万元',
            context: '支出合计295.82万元。',
          },
          {
            document: 'f'.repeat(64),
            figure: null,
            block: 'b3',
            start: 0,
            end: 2,
            page: null,
            box: null,
            text: '项目',
            context: '项目 金额',
          },
        ],
      },
      {
        id: 'n1',
        subject: 's1',
        rule: 'same-fact',
        severity: 'info',
        params: {},
        message: '尾差',
        arithmetic: '',
        steps: [],
        hypothesis: null,
        evidence: [
          {
            document: null,
            figure: 'f2',
            block: 'b3',
            start: 0,
            end: 2,
            page: null,
            box: null,
            text: '12',
            context: '合计 12',
          },
        ],
      },
    ],
    ...over,
  });
}
