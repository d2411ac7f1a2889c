import { dense, isBlank, isNumeric, type Grid } from './grid.js';

/** A stretch of rows under one set of column headings: a form may hold several in one grid. */
export interface TablePart {
  readonly start: number;
  /** The first row after its headings. */
  readonly body: number;
  readonly end: number;
}

/** Words that head the columns of a plan, an account or a score sheet, and stand nowhere else alone in a cell. */
const columnWords =
  /^(?:[一二三四]级指标|指标(?:名称|内容|类型|性质|值|解释|说明)|(?:年度|计划|预期|绩效)?(?:指标|目标)值|(?:全年|年度)?实际?完成(?:值|情况|数)|完成率|分值|权重|标准分|满分|(?:自评|评价)?得分|自评分|评分(?:标准|细则)|扣分(?:原因|说明)?|偏差原因.*|未完成原因.*|原因分析.*|备注|说明|资金来源|资金构成|(?:年初|全年|调整)?预算数?(?:[（(].*)?|(?:全年)?执行数?(?:[（(].*)?|决算数|(?:预算)?执行率?(?:[（(].*)?|支出完成率)$/;

/** Rows that only form fields (项目名称 | …) stand in may precede the first headings. */
const field = /^(?:项目名称|项目单位|主管部门|实施单位|单位名称|部门名称|预算部门|填报单位|项目负责人|联系电话)/;

function headsColumns(grid: Grid, row: number): boolean {
  const texts = new Set<string>();
  for (let col = 0; col < grid.columns; col++) {
    const cell = grid.at(row, col);
    if (!cell || cell.row !== row) continue;
    if (isNumeric(cell.text)) return false;
    const text = dense(cell.text);
    if (!isBlank(text)) texts.add(text);
  }
  const known = [...texts].filter((text) => columnWords.test(text)).length;
  return known >= 3 && known * 2 > texts.size;
}

const startsWithField = (grid: Grid, row: number): boolean =>
  Array.from({ length: grid.columns }, (_, col) => dense(grid.at(row, col)?.text ?? '')).some((it) => field.test(it));

/**
 * The parts of a composite form, or the whole table as one: 项目支出绩效自评表 holds form fields, a block of funds and a
 * sheet of scores, each under its own headings. `headers` is where the body begins if the table is a single one.
 */
export function partsOf(grid: Grid, headers: number): TablePart[] {
  const heads = Array.from({ length: grid.rows }, (_, row) => row).filter((row) => headsColumns(grid, row));
  const starts = heads.filter((row) => !heads.includes(row - 1));
  const [first] = starts;
  const fieldsFirst = first !== undefined && first > 0 && startsWithField(grid, 0);
  if (first === undefined || (starts.length === 1 && !fieldsFirst))
    return [{ start: 0, body: headers, end: grid.rows }];
  const parts = starts.map((start, i): TablePart => {
    let body = start + 1;
    while (heads.includes(body)) body++;
    return { start, body, end: starts[i + 1] ?? grid.rows };
  });
  if (fieldsFirst) return [{ start: 0, body: 0, end: first }, ...parts];
  if (first > headers) return [{ start: 0, body: headers, end: first }, ...parts];
  const [lead, ...rest] = parts;
  return lead ? [{ start: 0, body: lead.body, end: lead.end }, ...rest] : parts;
}
