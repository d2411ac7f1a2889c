import type { Fact, Figure } from '../../model/report.js';
import { valueE4 } from '../value-e4.js';
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
    stage_basis: basis.stage,
    fund_basis: basis.fund,
    period_basis: basis.period,
    entity_basis: basis.entity,
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
    basis: {
      stage: row['stage_basis'],
      fund: row['fund_basis'],
      period: row['period_basis'],
      entity: row['entity_basis'],
    },
  }),
};
