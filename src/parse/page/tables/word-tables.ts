import { overlap, partsOf, type Column } from './aligned-columns.js';
import { holdsFigures, type Segment, type SegmentedRow } from '../lines/segments.js';
import { emOf } from '../lines/lines.js';

// Tables of words without any line: only a header that says what its columns hold tells them from text set in columns.

/** Rows below the header, and columns, that make a table. */
const fewestRows = 3;
const fewestColumns = 3;
/** White space in em beyond which a table ends. */
const farthest = 2.2;

const heading =
  /^(?:序号|编号|姓名|名称|.{0,6}名称|性别|年龄|学历|专业|职务|职称|任期.{0,4}|.{0,4}单位|.{0,4}部门|.{0,4}地址?|.{0,4}电话|.{0,4}日期|.{0,4}时间|内容|备注|类别|类型|种类|事项|.{0,4}项目|.{0,4}关系|.{0,4}方式|状态|.{0,4}情况|说明|责任人|负责人|法定代表人|经营范围)$/;
/** Lines to sign or to look up are set in columns too. */
const other = /签字|签名|签章|盖章|[:：]$|[。；;]|[.…·]{3}/;

/** Columns of rows that each have one piece in every column, white space between them from top to bottom. */
function columnsOf(rows: readonly SegmentedRow[]): Column[] | null {
  const columns = (rows[0]?.segments ?? []).map(({ left, right }) => ({ left, right, hits: 1, figures: false }));
  for (const { segments } of rows.slice(1)) {
    segments.forEach((it, i) => {
      const column = columns[i];
      if (!column) return;
      column.hits += overlap(column, it) > 0 ? 1 : 0;
      [column.left, column.right] = [Math.min(column.left, it.left), Math.max(column.right, it.right)];
    });
  }
  const apart = columns.every((column, i) => i === 0 || column.left > (columns[i - 1]?.right ?? Infinity));
  return apart && columns.every((column) => column.hits === rows.length) ? columns : null;
}

function headsColumns(header: SegmentedRow, columns: readonly Column[]): boolean {
  const parts = header.segments.flatMap((it): Segment[] => partsOf(it, columns));
  const known = parts.filter((it) => heading.test(it.text.replace(/\s+/g, '')));
  const inOrder = parts.every((it, i) => {
    const column = columns[i];
    return (
      column !== undefined && overlap(column, it) > 0 && columns.every((one) => one === column || overlap(one, it) <= 0)
    );
  });
  return parts.length === columns.length && inOrder && 2 * known.length > parts.length;
}

/** The columns of the table of words whose header is the line at `at`, and the line after its last; null where there is none. */
export function wordTable(
  lines: readonly SegmentedRow[],
  at: number,
): { readonly columns: readonly Column[]; readonly end: number } | null {
  const [header, first] = [lines[at], lines[at + 1]];
  const count = first?.segments.length ?? 0;
  if (!header || header.segments.length < 2 || header.figures > 0 || count < fewestColumns) return null;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const [above, line] = [lines[end - 1], lines[end]];
    if (!above || line?.segments.length !== count || holdsFigures(line)) break;
    if (line.row.top - above.row.bottom > farthest * emOf(line.row)) break;
    if (line.segments.some((it) => other.test(it.text))) break;
  }
  const rows = lines.slice(at + 1, end);
  const columns = rows.length >= fewestRows ? columnsOf(rows) : null;
  return columns && headsColumns(header, columns) ? { columns, end } : null;
}
