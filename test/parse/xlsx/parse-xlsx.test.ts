import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Block, TableBlock } from '../../../src/model/document.js';
import { documentOf, ending } from '../read.js';
import { formula, makeXlsx, merged, rows, type Parts } from './make-xlsx.js';

const shown = (block: Block): string =>
  block.kind === 'table' ? `[${block.text}]` : block.kind === 'furniture' ? `${block.role}:${block.text}` : block.text;

const blocksOf = async (parts: Parts): Promise<string[]> =>
  (await documentOf(makeXlsx(parts), 'a.xlsx')).blocks.map(shown);

const sheet = (content: string): Parts => ({ sheets: { Sheet1: content } });

async function tableOf(parts: Parts): Promise<TableBlock> {
  const table = (await documentOf(makeXlsx(parts), 'a.xlsx')).blocks.find((it) => it.kind === 'table');
  if (!table) throw new Error('no table');
  return table;
}

const ending2 = (parts: Parts): Promise<string> => ending(makeXlsx(parts), 'a.xlsx');

const body = [
  ['项目', '金额'],
  ['甲', 1],
  ['乙', 2],
] as const;

describe('sheets are words and tables', () => {
  test('title and unit stand above a table, a note below it', async () => {
    const parts = sheet(rows(['收支总表'], ['编制单位：某局', '单位：万元'], ...body, ['注：本表反映本年收支情况。']));
    expect(await blocksOf(parts)).toEqual([
      '收支总表',
      '编制单位：某局',
      '单位：万元',
      '[项目\t金额\n甲\t1\n乙\t2]',
      '注：本表反映本年收支情况。',
    ]);
  });

  test('tables are parted by an empty row, each with its own title', async () => {
    const parts = sheet(rows(['表一'], ...body, [], ['表二'], ...body));
    expect(await blocksOf(parts)).toEqual(['表一', '[项目\t金额\n甲\t1\n乙\t2]', '表二', '[项目\t金额\n甲\t1\n乙\t2]']);
  });

  test('rows without headings below an empty row go on with the table', async () => {
    expect(await blocksOf(sheet(rows(...body, [], ['合计', 3])))).toEqual(['[项目\t金额\n甲\t1\n乙\t2\n合计\t3]']);
  });

  test('merged cells stand once, with their spans; what is stored beneath is not seen', async () => {
    const head = rows(['项目', '金额', '', '备注'], ['', '上年', '本年', ''], ['甲', 1, 2, '无'], ['乙', 3, 4, '藏']);
    const table = await tableOf(sheet(head + merged('A1:A2', 'B1:C1', 'D1:D2', 'D3:D4')));
    const spans = table.cells.map(
      ({ row, col, rowSpan, colSpan, text }) => `${row},${col} ${rowSpan}×${colSpan} ${text}`,
    );
    expect(spans).toContain('0,0 2×1 项目');
    expect(spans).toContain('0,1 1×2 金额');
    expect(spans).toContain('2,3 2×1 无');
    expect(table.text).not.toContain('藏');
  });

  test('sheets come in the order of their tabs, under their names where somebody gave them', async () => {
    const parts: Parts = { sheets: { 收入: rows(...body), Sheet2: rows(...body), 藏: rows(['藏']) }, hidden: ['藏'] };
    const table = '[项目\t金额\n甲\t1\n乙\t2]';
    expect(await blocksOf(parts)).toEqual(['header:收入', table, table]);
    expect(await ending2(parts)).toBe('ok PART_IGNORED');
  });

  test('rows and columns that show nothing are no part of a table', async () => {
    expect(await blocksOf(sheet(rows(['', '项目', '', '金额'], ['', '甲', '', 1], ['', '乙', '', 2])))).toEqual([
      '[项目\t金额\n甲\t1\n乙\t2]',
    ]);
  });
});

describe('what is hidden', () => {
  const hidden = (row: string): string => `<row r="3" hidden="1">${row}</row>`;
  const sheetWith = (third: string): Parts =>
    sheet(
      `<sheetData><row r="1"><c t="inlineStr"><is><t>项目</t></is></c><c t="inlineStr"><is><t>金额</t></is></c></row>` +
        `<row r="2"><c t="inlineStr"><is><t>甲</t></is></c><c><v>1</v></c></row>${third}` +
        `<row r="4"><c t="inlineStr"><is><t>合计</t></is></c><c><v>3</v></c></row></sheetData>`,
    );

  test('a row whose amount a total counts is read and told', async () => {
    const parts = sheetWith(hidden('<c t="inlineStr"><is><t>乙</t></is></c><c><v>2</v></c>'));
    expect(await blocksOf(parts)).toEqual(['[项目\t金额\n甲\t1\n乙\t2\n合计\t3]']);
    expect(await ending2(parts)).toBe('ok CELLS_HIDDEN');
  });

  test('a row of words only is left out and told, and parts no table', async () => {
    const parts = sheetWith(hidden('<c t="inlineStr"><is><t>ITEM_NAME</t></is></c>'));
    expect(await blocksOf(parts)).toEqual(['[项目\t金额\n甲\t1\n合计\t3]']);
    expect(await ending2(parts)).toBe('ok CELLS_HIDDEN');
  });

  test('a hidden column is left out unless a formula adds it', async () => {
    const columns = '<cols><col min="2" max="2" hidden="1"/></cols>';
    const plain = columns + rows(['项目', 'ID', '金额'], ['甲', 7, 1], ['乙', 8, 2]);
    expect(await blocksOf(sheet(plain))).toEqual(['[项目\t金额\n甲\t1\n乙\t2]']);
    const added =
      columns + rows(['项目', '上年', '金额'], ['甲', 7, formula('B2+1', 8)], ['乙', 8, formula('SUM(B3)', 8)]);
    expect((await blocksOf(sheet(added)))[0]).toContain('乙\t8\t8');
  });
});

describe('numbers are as they are shown, and kept as they are stored', () => {
  const xf = (format: number): string => `<xf numFmtId="${format}"/>`;
  const formats = ['#,##0.00', '0.00%', 'yyyy"年"m"月"d"日"', '0!.0000', '#,##0.00_);(#,##0.00)', ';;;'];
  const styles =
    `<numFmts>${formats.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
    `<cellXfs>${xf(0)}${xf(2)}${xf(14)}${formats.map((_, i) => xf(200 + i)).join('')}</cellXfs>`;
  const cases: readonly (readonly [stored: string, style: number, shown: string, exact: string | undefined])[] = [
    ['47190.189999999995', 0, '47190.19', undefined],
    ['123456789012', 0, '123456789012', undefined],
    ['302.165', 1, '302.17', '302.165'],
    ['1.005', 1, '1.01', '1.005'],
    ['45322', 2, '2024/1/31', '45322'],
    ['1234567.891', 3, '1,234,567.89', '1234567.891'],
    ['0.95236', 4, '95.24%', '0.95236'],
    ['45322', 5, '2024年1月31日', '45322'],
    ['12345678', 6, '1234.5678', '12345678'],
    ['-12.3', 7, '(12.30)', '-12.3'],
    ['1.2E-3', 0, '0.0012', undefined],
  ];
  test.each(cases)('%s in style %i is %s', async (stored, style, text, exact) => {
    const content = rows(['项目', '金额'], ['甲', `<c s="${style}"><v>${stored}</v></c>`], ['乙', 2]);
    const cell = (await tableOf({ ...sheet(content), styles })).cells.find(({ row, col }) => row === 1 && col === 1);
    expect([cell?.text, cell?.exact]).toEqual([text, exact]);
  });

  test('what a format hides shows nothing', async () => {
    const content = rows(['项目', '金额'], ['甲', '<c s="8"><v>5</v></c>'], ['乙', 2]);
    expect((await tableOf({ ...sheet(content), styles })).text).toBe('项目\t金额\n甲\t\n乙\t2');
  });

  test('days from 1904, truth, errors, strings of formulas, numbers as words', async () => {
    const cells = ['<c t="b"><v>1</v></c>', '<c t="e"><v>#DIV/0!</v></c>', '<c t="str"><v>是</v></c>', '12.50'];
    const files = {
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="s0"/></sheets></workbook>',
    };
    const content = rows(['日期', ...'abcd'], ['<c s="2"><v>43860</v></c>', ...cells]);
    expect((await tableOf({ ...sheet(content), styles, files })).text.split('\n')[1]).toBe(
      '2024/1/31\tTRUE\t#DIV/0!\t是\t12.50',
    );
  });

  test('rich strings are joined, without how they are spoken and what is struck out', async () => {
    const strings =
      '<si><r><t>教育</t></r><r><rPr><strike/></rPr><t>旧</t></r><r><t>支出</t></r><rPh><t>jiaoyu</t></rPh></si>';
    const parts = { ...sheet(rows(['项目', '金额'], ['<c t="s"><v>0</v></c>', 1])), strings };
    expect((await tableOf(parts)).text).toBe('项目\t金额\n教育支出\t1');
    expect(await ending2(parts)).toBe('ok PART_IGNORED');
  });
});

describe('what formulas add up', () => {
  const addsOf = async (content: string, ...more: string[]): Promise<string[]> => {
    const named = Object.fromEntries([content, ...more].map((it, i) => [`Sheet${i + 1}`, it]));
    const document = await documentOf(makeXlsx({ sheets: named }), 'a.xlsx');
    return document.blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.cells.flatMap(({ adds }) =>
            adds ? [adds.map((it) => `${it.weight < 0 ? '-' : ''}${it.block}:${it.row},${it.col}`).join(' ')] : [],
          )
        : [],
    );
  };
  const after = (total: string): string => rows(['项目', '金额'], ['甲', 1], ['乙', 2], ['合计', total]);
  test.each([
    ['SUM(B2:B3)', ['b0:1,1 b0:2,1']],
    ['=B2+$B$3', ['b0:1,1 b0:2,1']],
    ['B2-B3', ['b0:1,1 -b0:2,1']],
    ['-(B2-SUM(B3))', ['-b0:1,1 b0:2,1']],
    ['ROUND(SUM(B2,B3),2)', ['b0:1,1 b0:2,1']],
    ['SUM(A1:B3)', ['b0:1,1 b0:2,1']],
    ['B2*2', []],
    ['SUM(B2:B3)/2', []],
    ['IF(B2>0,B2,B3)', []],
    ['SUM(B2:B1048576)', []],
    ['Sheet9!B2+B3', []],
  ])('%s', async (text, expected) => {
    expect(await addsOf(after(formula(text, 3)))).toEqual(expected);
  });

  test('a shared formula moves with its cell', async () => {
    const shared = (value: number, text = ''): string => formula(text, value, ' t="shared" si="0"');
    const content = rows(['项目', '甲', '乙', '计'], ['一', 1, 2, shared(3, 'B2+C2')], ['二', 3, 4, shared(7)]);
    expect(await addsOf(content)).toEqual(['b0:1,1 b0:1,2', 'b0:2,1 b0:2,2']);
  });

  test('cells of another sheet, but not of a hidden one', async () => {
    expect(await addsOf(after(formula('Sheet2!B2+Sheet2!B3', 3)), rows(...body))).toEqual(['b1:1,1 b1:2,1']);
  });
});

describe('bad input ends in a state', () => {
  const far =
    '<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="9999999"><c><v>2</v></c></row></sheetData>';
  const many = `<sheetData>${Array.from({ length: 3000 }, (_, i) => `<row r="${i * 300 + 1}"><c r="${'ABCDEFGH'[i % 8]}${'ABCDEFGH'[(i >> 3) % 8]}${i * 300 + 1}"><v>1</v></c></row>`).join('')}</sheetData>`;
  const bomb = `<si><t>${'报'.repeat(30_000)}</t></si>`;
  const cases: readonly (readonly [why: string, parts: Parts, expected: string])[] = [
    ['cells at the far end', sheet(`<dimension ref="A1:XFD1048576"/>${far}`), 'ok'],
    ['cells all over', sheet(many), 'ok'],
    [
      'one long string in many cells',
      {
        ...sheet(`<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(10)}</sheetData>`),
        strings: bomb,
      },
      'limit_exceeded LIMIT_EXCEEDED',
    ],
    [
      'a DOCTYPE',
      { ...sheet(''), files: { 'xl/worksheets/sheet0.xml': '<!DOCTYPE a><worksheet/>' } },
      'failed XML_DOCTYPE',
    ],
    ['deep nesting', sheet('<a>'.repeat(500)), 'limit_exceeded LIMIT_EXCEEDED'],
    ['a cell of a string that is not there', { ...sheet(rows(['甲'], ['<c t="s"><v>99</v></c>'])) }, 'ok'],
    [
      'a part cut short',
      { ...sheet(''), files: { 'xl/worksheets/sheet0.xml': '<worksheet><sheetData><row><c t="inlineStr"><is><t>甲' } },
      'ok_partial FILE_PART_LOST',
    ],
    [
      'no part for a sheet',
      { ...sheet(''), files: { 'xl/_rels/workbook.xml.rels': '<Relationships/>' } },
      'ok_partial FILE_PART_LOST',
    ],
    ['no cells', sheet('<sheetData/>'), 'ok'],
    ['no workbook', { ...sheet(''), files: { 'xl/workbook.xml': 'x' } }, 'failed FILE_DAMAGED'],
    ['macros', { ...sheet(rows(['甲'])), files: { 'xl/vbaProject.bin': strToU8('x') } }, 'ok PART_IGNORED'],
  ];
  test.each(cases)('%s', async (_, parts, expected) => {
    expect(await ending2(parts)).toBe(expected);
  });

  test('the same cell twice, merges over each other, a merge of all cells', async () => {
    const content = rows(...body) + merged('A1:XFD1048576', 'A1:B2', 'A2:A1');
    expect((await blocksOf(sheet(content))).length).toBeGreaterThan(0);
  });
});
