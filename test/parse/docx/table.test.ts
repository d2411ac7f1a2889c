import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownBlocks, tablesOf } from '../read.js';
import { p } from './make-docx.js';

const tc = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`;
const tr = (cells: string, properties = ''): string =>
  `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
const tbl = (rows: string, widths: readonly number[] = []): string =>
  `<w:tbl><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`;
const wide = (twips: number): string => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
const part = (share: string): string => `<w:tcW w:w="${share}" w:type="pct"/>`;
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

/** Rows that do not agree in the number of their columns, in a grid of these widths. */
const unequal: readonly (readonly [why: string, grid: readonly number[], rows: string, cells: readonly string[]])[] = [
  [
    'a header without spans over two years each',
    [],
    tr(tc('项目', wide(2000)) + tc('预算', wide(4000)) + tc('决算', wide(4000))) +
      tr([2000, 2000, 2000, 2000, 2000].map((width, i) => tc(`${i}`, wide(width))).join('')),
    ['0,0 项目', '0,1+1×2 预算', '0,3+1×2 决算', '1,0 0', '1,1 1', '1,2 2', '1,3 3', '1,4 4'],
  ],
  [
    'a few twips are one edge, and a right end out by little is no column',
    [],
    tr(tc('甲', wide(3010)) + tc('乙', wide(6100))) +
      tr(tc('1', wide(2990)) + tc('2', wide(3015)) + tc('3', wide(2995))),
    ['0,0 甲', '0,1+1×2 乙', '1,0 1', '1,1 2', '1,2 3'],
  ],
  [
    'edges that no other row has make columns of their own',
    [],
    tr(tc('甲', wide(4500)) + tc('乙', wide(4500))) +
      tr(tc('1', wide(3000)) + tc('2', wide(3000)) + tc('3', wide(3000))),
    ['0,0+1×2 甲', '0,2+1×2 乙', '1,0 1', '1,1+1×2 2', '1,3 3'],
  ],
  [
    'shares of the table',
    [3000, 3000, 3000],
    tr(tc('甲', part('33.3%')) + tc('乙', part('66.7%'))) +
      tr(tc('1', part('1667')) + tc('2', part('1667')) + tc('3', part('1666'))),
    ['0,0 甲', '0,1+1×2 乙', '1,0 1', '1,1 2', '1,2 3'],
  ],
  [
    'rows that fit the grid stand as it says where their own widths say nothing sound',
    [1000, 2000, 3000],
    tr(tc('甲', wide(1000)) + tc('乙', wide(5000))) +
      tr(tc('1', wide(1700)) + tc('2', wide(1700)) + tc('3', wide(1700))),
    ['0,0 甲', '0,1+1×2 乙', '1,0 1', '1,1 2', '1,2 3'],
  ],
  [
    'a row that is skipped into by width',
    [],
    tr(tc('甲', wide(2000)) + tc('乙', wide(2000)) + tc('丙', wide(2000))) +
      tr(tc('3', wide(2000)), '<w:gridBefore w:val="1"/><w:wBefore w:w="4000" w:type="dxa"/>'),
    ['0,0 甲', '0,1 乙', '0,2 丙', '1,0+1×2 ', '1,2 3'],
  ],
  [
    'a row that leaves out its last columns',
    [],
    tr(tc('甲', wide(2000)) + tc('乙', wide(2000)) + tc('丙', wide(2000))) + tr(tc('1', wide(4000))),
    ['0,0 甲', '0,1 乙', '0,2 丙', '1,0+1×2 1'],
  ],
  [
    'rows whose widths nobody says stand from the left',
    [],
    tr(tc('甲') + tc('乙', wide(2000)) + tc('丙', wide(2000))) + tr(tc('1', wide(4000)) + tc('2', wide(2000))),
    ['0,0 甲', '0,1 乙', '0,2 丙', '1,0 1', '1,1 2'],
  ],
  [
    'rows that agree stand as they say, whatever their widths',
    [2000, 2000],
    tr(tc('甲', wide(3000)) + tc('乙', wide(1000))) + tr(tc('1', wide(1000)) + tc('2', wide(3000))),
    ['0,0 甲', '0,1 乙', '1,0 1', '1,1 2'],
  ],
  [
    'a tall cell beside rows of other widths',
    [],
    tr(tc('甲', wide(2000) + down) + tc('乙', wide(4000))) +
      tr(tc('', wide(2000) + covered) + tc('1', wide(2000)) + tc('2', wide(2000))),
    ['0,0+2×1 甲', '0,1+1×2 乙', '1,1 1', '1,2 2'],
  ],
];

const shownCells = async (table: string): Promise<string[] | undefined> =>
  (await tablesOf({ body: table }))[0]?.cells.map(({ row, col, rowSpan, colSpan, text }) => {
    const spans = rowSpan * colSpan === 1 ? '' : `+${rowSpan}×${colSpan}`;
    return `${row},${col}${spans} ${text}`;
  });

describe('tables', () => {
  it.each(cases)('%s', async (_, rows, expected) => {
    expect(await shownCells(tbl(rows))).toEqual(expected);
  });

  it.each(unequal)('unequal rows: %s', async (_, grid, rows, expected) => {
    expect(await shownCells(tbl(rows, grid))).toEqual(expected);
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
