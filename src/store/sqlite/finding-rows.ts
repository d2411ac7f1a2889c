import type { Evidence, Finding, Outcome } from '../../model/report.js';
import { asJson, fromJson, present, type RowShape } from './row-shape.js';

export const outcomeRows: RowShape<Outcome> = {
  table: 'outcomes',
  toRow: ({ check, status, figures, residual, bound, reason }) => ({
    rule: check,
    status,
    figures: asJson(figures),
    residual: residual ?? null,
    bound: bound ?? null,
    reason: reason ?? null,
  }),
  fromRow: (row) => ({
    check: row['rule'],
    status: row['status'],
    figures: fromJson(row['figures']),
    ...present({ residual: row['residual'] ?? null, bound: row['bound'] ?? null, reason: row['reason'] ?? null }),
  }),
};

/** Without its evidence, which lies in a table of its own. */
export const findingRows: RowShape<Finding> = {
  table: 'findings',
  toRow: (finding) => ({
    id: finding.id,
    subject: finding.subject,
    rule: finding.rule,
    severity: finding.severity,
    params: asJson(finding.params),
    message: finding.message,
    arithmetic: finding.arithmetic,
    steps: asJson(finding.steps),
    hypothesis: asJson(finding.hypothesis),
    belief: asJson(finding.belief ?? null),
  }),
  fromRow: (row) => ({
    id: row['id'],
    subject: row['subject'],
    rule: row['rule'],
    severity: row['severity'],
    params: fromJson(row['params']),
    message: row['message'],
    arithmetic: row['arithmetic'],
    steps: fromJson(row['steps']),
    hypothesis: fromJson(row['hypothesis']),
    ...(typeof row['belief'] === 'string' && { belief: fromJson(row['belief']) }),
  }),
};

export const evidenceRows: RowShape<Evidence> = {
  table: 'evidence',
  toRow: ({ document, figure, block, start, end, page, box, text, context }) => ({
    other_document: document,
    figure,
    block,
    start_at: start,
    end_at: end,
    page,
    box: asJson(box),
    text,
    context,
  }),
  fromRow: (row) => ({
    document: row['other_document'],
    figure: row['figure'],
    block: row['block'],
    start: row['start_at'],
    end: row['end_at'],
    page: row['page'],
    box: fromJson(row['box']),
    text: row['text'],
    context: row['context'],
  }),
};
