import { describe, expect, it } from 'vitest';
import { documentOf, furnitureOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import { height, inCells, ruled, type Page, type Text } from './tiny-pdf.js';

/** Text at an angle, as stamps and watermarks are printed. */
function askew(text: string, x: number, y: number, size: number, degrees = 35): string {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const hex = [...text].map((one) => (one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
  return `BT /F1 ${size} Tf ${cos} ${sin} ${-sin} ${cos} ${x} ${height - y} Tm <${hex}> Tj ET`;
}

const prose = [
  '本部门本年收入合计二百九十五万元，比上年有所增加，主要原因是',
  '项目经费增加，年末没有结转和结余的资金，也没有政府性基金收入。',
];
const lines = (first: number): Text[] => prose.map((text, i) => ({ text, x: 60, y: first + 20 * i }));

describe('watermarks', () => {
  it('askew over a table stand in no cell of it, and are given once', async () => {
    const xs = [60, 200, 300];
    const ys = [100, 120, 140, 160];
    const rows = [
      ['项目', '决算数'],
      ['基本支出', '198.00'],
      ['项目支出', '90.00'],
    ];
    const document = await documentOf([
      {
        texts: [...inCells(xs, ys, rows), ...lines(220)],
        lines: ruled(xs, ys),
        raw: [askew('严禁外传2024', 90, 150, 16), askew('严禁外传2024', 210, 150, 16)].join('\n'),
      },
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([rows]);
    expect(textsOf(document)).toEqual([prose.join('')]);
    expect(furnitureOf(document)).toEqual(['watermark 严禁外传2024']);
  });

  it('level and large under the lines do not mix into them', async () => {
    const page: Page = { texts: [{ text: '征求意见稿', x: 100, y: 128, size: 60 }, ...lines(100), ...lines(160)] };
    const document = await documentOf([page]);
    expect(textsOf(document).join('')).toBe([...prose, ...prose].join(''));
    expect(furnitureOf(document)).toEqual(['watermark 征求意见稿']);
  });

  it('are not titles, however large', async () => {
    const title = { text: '某某县财政局自评报告', x: 100, y: 70, size: 36 };
    const document = await documentOf([{ texts: [title, ...lines(100)] }]);
    expect(textsOf(document)).toEqual([title.text, ...prose]);
    expect(furnitureOf(document)).toEqual([]);
  });
});
