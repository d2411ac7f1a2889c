import type { Quantity } from '../../model/quantity.js';
import type { Metadata } from '../../model/reading.js';
import type { Account, Fact, Fund, Stage } from '../../model/report.js';
import { stageAround } from './bind.js';
import { entityOf } from './entity.js';
import { unknown, type Known } from './known.js';
import type { MetricNames } from './metric-names.js';
import { plainWords, type TableWords, type Words } from './table-words.js';

/** What stands around a cell that holds an amount. */
export interface CellContext {
  /** The row's own words, and the words of the row above which it lists by fund (年初结转和结余 | 一、一般公共预算财政拨款). */
  readonly row: string;
  readonly above: string;
  /** The column's headings from the top down. */
  readonly column: readonly string[];
  /** The heading of the column that names the row (支出项目). */
  readonly rowsHeading?: string;
  readonly title: string;
  /** The subject whose row it is. */
  readonly account: Account | null;
  readonly kind: Quantity['kind'];
  readonly headings: readonly string[];
  /** The kind of report whose words these are. */
  readonly speaksAs: string | null;
  /** Where another cell stands under the same words. */
  readonly rival: 'row' | 'above' | null;
}

/**
 * Says which fact an amount in a table is, from its row, its column and the title. Every word of the column must be
 * understood, and row and column may not name different things: what is not certain stays unknown.
 */
export function bindCell(context: CellContext, words: TableWords, names: MetricNames, metadata: Metadata): Fact | null {
  const { speaksAs } = context;
  const column = words.column(context.column, speaksAs);
  if (!column || context.kind !== 'money') return null;
  const row = context.account ? words.nothing : words.row(plainWords(context.row), words.sideOf(context), speaksAs);
  // Rows of one name under different subjects (2010101 and 2050101 行政运行), or of one fund under different rows, are not the same.
  const isApart = context.rival === null || (context.rival === 'above' && (context.account !== null || row?.isFund));
  if (!row || !isApart) return null;
  const metric = metricOf(context, column, row, words);
  if (metric === null) return null;
  const title = plainWords(context.title);
  const prior = column.prior || row.prior;
  const year = column.year ?? words.yearIn(title);
  const reported = metadata.reportYear === null ? null : String(metadata.reportYear);
  const before = reported === null ? null : String(Number(reported) - 1);
  const stage = names.isStock(metric) ? unknown : stageIn(column, row, context, names, metadata);
  const fund = fundIn(column, row, title, context, words);
  const period = column.year ?? (prior ? before : (year ?? reported));
  const entity = entityOf(null, metadata, words);
  return {
    metric,
    stage: stage.value,
    fund: fund.value,
    period,
    entity: entity.value,
    account: context.account,
    basis: {
      stage: stage.basis,
      fund: fund.basis,
      period: period === null ? 'unknown' : column.year === null ? 'inherited' : 'stated',
      entity: entity.basis,
    },
  };
}

function metricOf(context: CellContext, column: Words, row: Words, words: TableWords): string | null {
  if (context.account) return column.metric ?? words.brokenDown(context);
  if (row.isFund) {
    const above = words.row(plainWords(context.above), null, context.speaksAs);
    if (above?.metric) return above.metric;
    return words.sideOf(context) === 'income_year' ? 'income_fiscal' : null;
  }
  if (row.metric !== null && column.metric !== null && row.metric !== column.metric) {
    // 年初结转 stands on the side of 收入; 本年支出合计 under 基本支出 is the basic part of it.
    if (words.isSide(column.metric)) return row.metric;
    return words.isSide(row.metric) ? column.metric : null;
  }
  if (row.metric !== null) return row.metric;
  if (!row.isTotal) return null;
  return column.metric ?? words.totalOf(context);
}

function stageIn(
  column: Words,
  row: Words,
  context: CellContext,
  names: MetricNames,
  metadata: Metadata,
): Known<Stage> {
  if (column.stage !== null) return { value: column.stage, basis: 'stated' };
  if (row.stage !== null) return { value: row.stage, basis: 'stated' };
  const { headings, title } = context;
  return stageAround(null, [plainWords(title)], headings, names, metadata);
}

function fundIn(column: Words, row: Words, title: string, { headings }: CellContext, words: TableWords): Known<Fund> {
  const own = row.isFund ? row.fund : (column.fund ?? row.fund);
  if (own !== null) return { value: own, basis: 'stated' };
  const titled = words.fundIn(title);
  if (titled !== null) return { value: titled, basis: 'inherited' };
  if (words.showsAllFunds(title)) return { value: 'all', basis: 'inferred' };
  if (title !== '') return unknown;
  const heading = headings.map((it) => words.fundIn(plainWords(it))).find((it) => it !== null);
  return heading === undefined || heading === null ? unknown : { value: heading, basis: 'inherited' };
}
