import type { Quantity } from '../../model/quantity.js';
import type { Metadata } from '../../model/reading.js';
import type { Account, Fact, Fund, Stage } from '../../model/report.js';
import { stageAround } from './bind.js';
import { entityOf } from './entity.js';
import { factOf, inferred, inherited, named, stated, unknown, type Known } from './known.js';
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
  const row = context.account
    ? words.nothing
    : words.row(plainWords(context.row), words.sideOf(context).value, speaksAs);
  // Rows of one name under different subjects (2010101 and 2050101 行政运行), or of one fund under different rows, are not the same.
  const isApart = context.rival === null || (context.rival === 'above' && (context.account !== null || row?.isFund));
  if (!row || !isApart) return null;
  const metric = metricOf(context, column, row, words);
  if (metric.value === null) return null;
  const title = plainWords(context.title);
  const stage = names.isStock(metric.value) ? unknown : stageIn(column, row, context, names, metadata);
  const fund = fundIn(column, row, title, context, words);
  const period = periodOf(column, row, title, words, metadata);
  const entity = entityOf({ label: null, clause: null }, metadata, words);
  return factOf({ metric, stage, fund, period, entity }, context.account);
}

function metricOf(context: CellContext, column: Words, row: Words, words: TableWords): Known<string> {
  const ofColumn = column.metric && named(column.metric, 'column');
  const ofRow = row.metric && named(row.metric, 'row');
  if (context.account) return ofColumn ?? words.brokenDown(context);
  if (row.isFund) {
    const above = words.row(plainWords(context.above), null, context.speaksAs);
    if (above?.metric) return inherited(above.metric, 'row');
    const side = words.sideOf(context);
    return side.value === 'income_year' ? { ...side, value: 'income_fiscal' } : unknown;
  }
  if (row.metric && column.metric && row.metric.means !== column.metric.means) {
    // 年初结转 stands on the side of 收入; 本年支出合计 under 基本支出 is the basic part of it.
    if (words.isSide(column.metric.means)) return ofRow ?? unknown;
    return words.isSide(row.metric.means) ? (ofColumn ?? unknown) : unknown;
  }
  if (ofRow) return ofRow;
  if (!row.isTotal) return unknown;
  return ofColumn ?? words.totalOf(context);
}

/** A year in the column's headings; 上年 of row or column is the year before the report's; else the title's year, or the report's. */
function periodOf(
  column: Words,
  row: Words,
  title: string,
  words: TableWords,
  { reportYear }: Metadata,
): Known<string> {
  if (column.year) return stated(column.year, 'column');
  const reported = reportYear === null ? null : String(reportYear);
  const prior = column.prior ?? row.prior;
  if (prior !== null) {
    const from = column.prior === null ? 'row' : 'column';
    return reported === null ? unknown : inherited({ word: prior, means: String(Number(reported) - 1) }, from);
  }
  const titled = words.yearIn(title);
  if (titled) return inherited(titled, 'caption');
  return reported === null ? unknown : inherited({ word: reported, means: reported }, 'report');
}

function stageIn(
  column: Words,
  row: Words,
  context: CellContext,
  names: MetricNames,
  metadata: Metadata,
): Known<Stage> {
  if (column.stage) return stated(column.stage, 'column');
  if (row.stage) return stated(row.stage, 'row');
  const { headings, title } = context;
  return stageAround([{ from: 'caption', text: plainWords(title) }], headings, names, metadata);
}

function fundIn(column: Words, row: Words, title: string, { headings }: CellContext, words: TableWords): Known<Fund> {
  const [ofColumn, ofRow] = [column.fund && stated(column.fund, 'column'), row.fund && stated(row.fund, 'row')];
  const own = row.isFund ? ofRow : (ofColumn ?? ofRow);
  if (own) return own;
  const titled = words.fundIn(title);
  if (titled) return inherited(titled, 'caption');
  if (words.showsAllFunds(title)) return inferred({ word: title, means: 'all' }, 'caption');
  if (title !== '') return unknown;
  const heading = headings.map((it) => words.fundIn(plainWords(it))).find((it) => it !== null);
  return heading ? inherited(heading, 'heading') : unknown;
}
