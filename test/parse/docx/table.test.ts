import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownBlocks, tablesOf } from '../read.js';
import { p } from './make-docx.js';

const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (cells: string, properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
const tbl = (rows: string): string => `<w:tbl>${rows}</w:tbl>`;
const span = (columns: number): string => `<w:gridSpan w:val="${columns}"/>`;
const down = '<w:vMerge w:val="restart"/>';
const covered = '<w:vMerge/>';

/** Cells as `row,col` or `row,col+rowSpan×colSpan`, then their text. */
const cases: readonly (readonly [why: string, table: string, cells: readonly string[]])[] = [
  [
    'plain',
    tr(tc('项目') + tc('金额')) + tr(tc('合计') + tc('12.30')),
    ['0,0 项目', '0,1 金额', '1,0 合计', '1,1 12.30'],
  ],
  [
    'a wide cell',
    tr(tc('收入', span(2)) + tc('注')) + tr(tc('甲') + tc('1') + tc('')),
    ['0,0+1×2 收入', '0,2 注', '1,0 甲', '1,1 1', '1,2 '],
  ],
  [
    'a tall cell',
    tr(tc('投入', down) + tc('甲')) + tr(tc('', covered) + tc('乙')) + tr(tc('产出') + tc('丙')),
    ['0,0+2×1 投入', '0,1 甲', '1,1 乙', '2,0 产出', '2,1 丙'],
  ],
  [
    'a tall cell in the middle',
    tr(tc('甲') + tc('分值', down) + tc('5')) + tr(tc('乙') + tc('', covered) + tc('6')),
    ['0,0 甲', '0,1+2×1 分值', '0,2 5', '1,0 乙', '1,2 6'],
  ],
  [
    'both ways',
    tr(tc('总', down + span(2)) + tc('1')) + tr(tc('', covered + span(2)) + tc('2')),
    ['0,0+2×2 总', '0,2 1', '1,2 2'],
  ],
  [
    'a row that starts further right',
    tr(tc('甲') + tc('乙')) + tr(tc('丙'), '<w:gridBefore w:val="1"/>'),
    ['0,0 甲', '0,1 乙', '1,0 ', '1,1 丙'],
  ],
  [
    'a merge of the old kind',
    tr(tc('收入', '<w:hMerge w:val="restart"/>') + tc('', '<w:hMerge/>') + tc('注')),
    ['0,0+1×2 收入', '0,2 注'],
  ],
  [
    'deleted and hidden rows',
    tr(tc('旧'), '<w:del/>') + tr(tc('隐'), '<w:hidden/>') + tr(tc('新'), '<w:ins/>'),
    ['0,0 新'],
  ],
  [
    'rows and cells in content controls',
    `<w:sdt><w:sdtContent>${tr(`<w:sdt><w:sdtContent>${tc('甲')}</w:sdtContent></w:sdt>${tc('乙')}`)}</w:sdtContent></w:sdt>`,
    ['0,0 甲', '0,1 乙'],
  ],
  ['paragraphs of a cell, blank ones left out', tr(`<w:tc>${p('上')}${p('')}${p('下')}</w:tc>`), ['0,0 上\n下']],
  ['a covered cell under nothing', tr(tc('甲', covered)), ['0,0 甲']],
];

describe('tables', () => {
  it.each(cases)('%s', async (_, rows, expected) => {
    const [table] = await tablesOf({ body: tbl(rows) });
    const cells = table?.cells.map(({ row, col, rowSpan, colSpan, text }) => {
      const spans = rowSpan * colSpan === 1 ? '' : `+${rowSpan}×${colSpan}`;
      return `${row},${col}${spans} ${text}`;
    });
    expect(cells).toEqual(expected);
  });

  it('knows the rows that repeat on each page, at the top only', async () => {
    const header = '<w:tblHeader/>';
    const [table] = await tablesOf({
      body: tbl(tr(tc('甲'), header) + tr(tc('乙'), header) + tr(tc('丙')) + tr(tc('丁'), header)),
    });
    expect([table?.headerRows, table?.rows, table?.columns]).toEqual([2, 4, 1]);
  });

  it('puts inner tables after the outer one, in reading order', async () => {
    const inner = `<w:tc>${p('外')}${tbl(tr(tc('内')))}${p('末')}</w:tc>`;
    const body = p('前') + tbl(tr(inner + tc('右'))) + p('后');
    expect(await shownBlocks({ body })).toEqual(['前', '[外 末\t右]', '[内]', '后']);
  });

  it('leaves out a table without words', async () => {
    expect(await shownBlocks({ body: tbl(tr(tc('') + tc(''))) + p('后') })).toEqual(['后']);
  });

  it('covers its grid without gaps or overlaps, whatever is merged', async () => {
    const shape = fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 5,
    });
    const merges = fc.array(fc.constantFrom('', down, covered), { minLength: 20, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(shape, merges, async (rows, merge) => {
        let next = 0;
        const xml = rows
          .map((row) => tr(row.map((columns) => tc('x', span(columns) + (merge[next++ % 20] ?? ''))).join('')))
          .join('');
        const [table] = await tablesOf({ body: tbl(xml) });
        const seen = new Set<string>();
        for (const { row, col, rowSpan, colSpan } of table?.cells ?? []) {
          for (let r = row; r < row + rowSpan; r++) {
            for (let c = col; c < col + colSpan; c++) {
              expect(seen.has(`${r},${c}`)).toBe(false);
              seen.add(`${r},${c}`);
            }
          }
          expect(row + rowSpan).toBeLessThanOrEqual(rows.length);
          expect(col + colSpan).toBeLessThanOrEqual(table?.columns ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });
});
