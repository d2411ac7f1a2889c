import type { Report } from '../../model/report.js';
import type { Words } from '../../model/words.js';
import type { ColumnType, ExportColumn, ExportTable, ExportValue } from './table.js';

/** A document as it is exported: what is stored of it, and what only the database and the rules know. */
interface ExportedDocument {
  readonly report: Report;
  readonly path: string | null;
  /** 1 for the file of a report that counts. */
  readonly edition: number;
  /** What a metric is called; null for one that is not known here. */
  readonly metricName: (id: string) => string | null;
}

interface DocumentTable extends ExportTable {
  readonly rows: (document: ExportedDocument) => Iterable<readonly ExportValue[]>;
}

/** A column with how it is made of what a row stands for. */
interface Made<T> extends ExportColumn {
  readonly of: (it: T, document: ExportedDocument) => ExportValue;
}

function column<T>(
  name: string,
  zh: string,
  about: Words | string,
  of: Made<T>['of'],
  type: ColumnType = 'text',
): Made<T> {
  return { name, zh, type, of, about: typeof about === 'string' ? { zh, en: about } : about };
}
const key = <T>(made: Made<T>): Made<T> => ({ ...made, isKey: true });

function table<T>(
  name: string,
  about: Words,
  columns: readonly Made<T>[],
  each: (report: Report) => readonly T[],
): DocumentTable {
  return {
    name,
    about,
    columns,
    *rows(document) {
      for (const it of each(document.report)) yield columns.map(({ of }) => of(it, document));
    },
  };
}

/** Which document a row is of; the same first columns in every table. */
const whose = <T>(): readonly Made<T>[] => [
  key(column('sha256', '文档', 'SHA-256 of the document’s bytes; joins the tables', (_, { report }) => report.sha256)),
  column('title', '报告名称', 'title of the report', (_, { report }) => report.title),
  column('organisation', '单位', 'organisation as printed', (_, { report }) => report.organisation),
  column('report_kind', '报告种类', 'kind of report: an id of rules/kinds.yaml', (_, { report }) => report.reportKind),
  column('year', '报告年度', 'year reported on', (_, { report }) => report.reportYear, 'integer'),
];

type Figure = Report['figures'][number];

const placed = <T extends Pick<Figure, 'page' | 'block' | 'table'>>(): readonly Made<T>[] => [
  column('page', '页', 'page from 1; empty where the format has none', (it) => it.page, 'integer'),
  key(column('block', '块', 'block of the document', (it) => it.block)),
  key(column('table_id', '表', 'table of the document; empty outside tables', (it) => it.table?.id ?? null)),
  column('row', '行', 'row of the table from 0', (it) => it.table?.row ?? null, 'integer'),
  column('col', '列', 'column of the table from 0', (it) => it.table?.col ?? null, 'integer'),
];

const valued: readonly Made<Figure>[] = [
  column('label', '名称', 'what the figure is called where it stands', (it) => it.label),
  column('printed', '原文', 'the figure as printed', (it) => it.text),
  column('value', '数值', 'exact value in the base unit (yuan, persons, %)', (it) => it.value, 'decimal'),
  column('unit', '单位（计量）', 'base unit: CNY, %, 人 …', (it) => it.unit),
  column('step', '末位', 'worth of the last printed digit in the base unit', (it) => it.step, 'decimal'),
  column('approx', '约数', 'about, over, under … where the figure says so', (it) => it.approx),
];

const documents = table<Report>(
  'documents',
  { zh: '每份文档一行', en: 'a row a document' },
  [
    ...whose<Report>(),
    key(column('path', '路径', 'where the file lies', (_, { path }) => path)),
    column('file', '文件名', 'name of the file', (it) => it.file),
    column('edition', '版次', '1 for the file of a report that counts', (_, { edition }) => edition, 'integer'),
    column('format', '格式', 'docx, xlsx, html, text, ofd or pdf', (it) => it.format),
    column('state', '状态', 'ok, or ok_partial where a part was not read', (it) => it.state),
    column('period', '期间', 'period reported on', (it) => it.identity?.period ?? null),
    column('subject', '事项', 'project or matter of the report', (it) => it.identity?.subject ?? null),
    column('filled_on', '填报日期', 'date of the report', (it) => it.filledOn),
    column('pages', '页数', 'number of pages', (it) => it.pages, 'integer'),
    column('figures', '数字个数', 'number of figures', (it) => it.figures.length, 'integer'),
    column('findings', '发现处数', 'number of findings', (it) => it.findings.length, 'integer'),
  ],
  (report) => [report],
);

const headings = table<Report['headings'][number]>(
  'headings',
  { zh: '每个标题一行', en: 'a row a heading' },
  [
    ...whose<Report['headings'][number]>(),
    key(column('heading', '标题编号', 'id of the heading in its document', (it) => it.id)),
    key(column('parent', '上级', 'id of the heading above', (it) => it.parent)),
    column('level', '层级', 'level, 1 is the highest', (it) => it.level, 'integer'),
    column('number', '序号', 'number as printed', (it) => it.number),
    column('heading_title', '标题', 'words of the heading', (it) => it.title),
    column('page', '页', 'page from 1', (it) => it.page, 'integer'),
  ],
  (report) => report.headings,
);

const figures = table<Figure>(
  'figures',
  { zh: '每个数字一行，附出处', en: 'a row a figure, with its place' },
  [
    ...whose<Figure>(),
    key(column('figure', '数字编号', 'id of the figure in its document', (it) => it.id)),
    column('kind', '种类', 'money, count, percent, score …', (it) => it.kind),
    ...valued,
    column('role', '作用', 'what it does in its sentence: total, part …', (it) => it.role),
    column('metric', '指标', 'id of the metric that it states, where known', (it) => it.fact?.metric ?? null),
    key(column('heading', '所在标题', 'id of the heading above', (it) => it.heading)),
    ...placed<Figure>(),
  ],
  (report) => report.figures,
);

type FactFigure = Figure & { readonly fact: NonNullable<Figure['fact']> };

const facts = table<FactFigure>(
  'facts',
  { zh: '每个事实的每处印出一行', en: 'a row for each place in which a fact is printed' },
  [
    ...whose<FactFigure>(),
    key(column('figure', '数字编号', 'id of the figure in its document', (it) => it.id)),
    column('metric', '指标', 'id of the metric', (it) => it.fact.metric),
    column('metric_name', '指标名称', 'name of the metric', (it, { metricName }) => metricName(it.fact.metric)),
    column('stage', '阶段', 'initial_budget, adjusted_budget, final …', (it) => it.fact.stage),
    column('fund', '资金', 'fund: all, fiscal, general …', (it) => it.fact.fund),
    column('period', '期间', '2024, 2024-Q1 or a range of dates', (it) => it.fact.period),
    column('entity', '主体', 'unit or department that the fact is of, as printed', (it) => it.fact.entity),
    column('account_list', '科目表', 'list of the code: functional, economic …', (it) => it.fact.account?.list ?? null),
    key(column('account_code', '科目编码', 'code of the subject', (it) => it.fact.account?.code ?? null)),
    column('account_name', '科目名称', 'name of the subject as printed', (it) => it.fact.account?.name ?? null),
    ...valued,
    ...placed<FactFigure>(),
  ],
  (report) => report.figures.filter((it): it is FactFigure => it.fact !== null),
);

type Indicator = Report['indicators'][number];

const indicators = table<Indicator>(
  'indicators',
  { zh: '绩效评分表的指标', en: 'indicators of score sheets' },
  [
    ...whose<Indicator>(),
    key(column('indicator', '指标编号', 'id of the indicator in its document', (it) => it.id)),
    key(column('parent', '上级', 'id of the indicator above', (it) => it.parent)),
    column('kind', '种类', 'indicator, execution, total or result', (it) => it.kind),
    column('level', '层级', '1 for 一级指标; 0 for the whole', (it) => it.level, 'integer'),
    column('name', '名称', 'name of the indicator', (it) => it.name),
    column('weight', '分值', 'full marks, or a weight in percent', (it) => it.weight, 'decimal'),
    column('target', '目标值', 'target as printed', (it) => it.target),
    column('actual', '完成值', 'actual value as printed', (it) => it.actual),
    column('score', '得分', 'score given', (it) => it.score, 'decimal'),
    column('rate', '执行率', 'rate in percent', (it) => it.rate, 'decimal'),
    column('grade', '等级', 'grade: 优, 良, 中, 差 …', (it) => it.grade),
    column('note', '说明', 'why the target was missed or points were deducted', (it) => it.note),
    ...placed<Indicator>(),
  ],
  (report) => report.indicators,
);

/** Tables of what documents hold, in the order in which they are written. */
export const documentTables: readonly DocumentTable[] = [documents, headings, figures, facts, indicators];
