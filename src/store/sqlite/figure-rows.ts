import type { Bases, Basis, Fact, Figure } from '../../model/report.js';
import { valueE4 } from '../../model/value-e4.js';
import { asJson, fromJson, type RowShape } from './row-shape.js';

/** Without its fact, which lies in a table of its own under the same key. */
export const figureRows: RowShape<Figure> = {
  table: 'figures',
  toRow: (figure) => ({
    id: figure.id,
    kind: figure.kind,
    text: figure.text,
    number: figure.number,
    unit_text: figure.unitText,
    value: figure.value,
    value_e4: valueE4(figure.value),
    unit: figure.unit,
    step: figure.step,
    unit_from: figure.unitFrom,
    approx: figure.approx,
    label: figure.label,
    role: figure.role,
    figure_group: figure.group,
    block: figure.block,
    start_at: figure.start,
    end_at: figure.end,
    page: figure.page,
    box: asJson(figure.box),
    table_id: figure.table?.id ?? null,
    row: figure.table?.row ?? null,
    col: figure.table?.col ?? null,
    heading: figure.heading,
  }),
  fromRow: (row) => ({
    id: row['id'],
    kind: row['kind'],
    text: row['text'],
    number: row['number'],
    unitText: row['unit_text'],
    value: row['value'],
    unit: row['unit'],
    step: row['step'],
    unitFrom: row['unit_from'],
    approx: row['approx'],
    label: row['label'],
    role: row['role'],
    group: row['figure_group'] ?? null,
    block: row['block'],
    start: row['start_at'],
    end: row['end_at'],
    page: row['page'],
    box: fromJson(row['box']),
    table: row['table_id'] === null ? null : { id: row['table_id'], row: row['row'], col: row['col'] },
    heading: row['heading'],
  }),
};

/** 1 for a 类, 2 for a 款, 3 for a 项. */
export const levelOf = (code: string): number => (code.length - 1) / 2;

const howOf = (basis: Basis | null): string => basis?.how ?? 'unknown';
/** The bases of a fact that was stored before they were kept whole. */
const notRecorded: Bases = { metric: null, stage: null, fund: null, period: null, entity: null };

export const factRows: RowShape<Fact> = {
  table: 'facts',
  toRow: ({ metric, stage, fund, period, entity, account, basis }) => ({
    metric,
    stage,
    fund,
    period,
    entity,
    account_list: account?.list ?? null,
    account_code: account?.code ?? null,
    account_level: account ? levelOf(account.code) : null,
    account_name: account?.name ?? null,
    metric_basis: howOf(basis.metric),
    stage_basis: howOf(basis.stage),
    fund_basis: howOf(basis.fund),
    period_basis: howOf(basis.period),
    entity_basis: howOf(basis.entity),
    why: asJson(basis),
  }),
  fromRow: (row) => ({
    metric: row['metric'],
    stage: row['stage'],
    fund: row['fund'],
    period: row['period'],
    entity: row['entity'],
    account:
      row['account_code'] === null
        ? null
        : { list: row['account_list'], code: row['account_code'], name: row['account_name'] },
    basis: fromJson(row['why']) ?? notRecorded,
  }),
};
