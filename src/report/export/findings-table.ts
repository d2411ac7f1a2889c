import { findingColumns, type FindingRow } from '../finding-row.js';
import type { ExportTable, ExportValue } from './table.js';

type Name = (typeof findingColumns)[number];

const described: Readonly<Record<Name, readonly [zh: string, en: string]>> = {
  severity: ['程度', 'error, warning, review or info'],
  rule: ['规则', 'id of the rule'],
  message: ['说明', 'what is wrong'],
  arithmetic: ['算式', 'the arithmetic'],
  title: ['报告名称', 'title of the report'],
  organisation: ['单位', 'organisation as printed'],
  year: ['报告年度', 'year reported on'],
  path: ['路径', 'where the file lies'],
  page: ['页', 'page of the first quotation'],
  quote: ['原文', 'the first quotation'],
  context: ['所在句', 'its sentence, or the cells of its row'],
  finding: ['发现编号', 'id of the finding, the same in every database'],
  subject: ['事由', 'what it is about, without values'],
  sha256: ['文档', 'SHA-256 of the document’s bytes'],
  status: ['复核', 'open, reopened, confirmed or dismissed'],
  decidedBy: ['决定人', 'who decided'],
  decidedAt: ['决定时间', 'when it was decided'],
  reason: ['理由', 'why'],
  number: ['编号', 'number of the finding in this database'],
  kind: ['报告种类', 'kind of report'],
  reportSubject: ['事项', 'project or matter of the report'],
  heading: ['标题', 'headings above it, outermost first'],
  table: ['表', 'title or number of the table'],
  row: ['行', 'row of the table from 1'],
  column: ['列', 'column of the table from 1'],
  also: ['同报告其他文件', 'other files of the report that have it'],
};
const integers: ReadonlySet<Name> = new Set(['year', 'page', 'number', 'row', 'column']);
const keys: ReadonlySet<Name> = new Set(['rule', 'path', 'finding', 'subject', 'sha256', 'also']);

/** Findings as a table: the columns of `findings -f csv`. */
export const findingsExport: ExportTable = {
  name: 'findings',
  about: { zh: '每处发现一行', en: 'a row a finding' },
  columns: findingColumns.map((name) => {
    const [zh, en] = described[name];
    const type = integers.has(name) ? 'integer' : 'text';
    return { name, zh, type, about: { zh, en }, isKey: keys.has(name) };
  }),
};

export const findingValues = (row: FindingRow): readonly ExportValue[] => findingColumns.map((name) => row[name]);
