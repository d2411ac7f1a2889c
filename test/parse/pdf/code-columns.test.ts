import { expect, it } from 'vitest';
import { documentOf, rowsOf, tablesOf, textsOf } from './parsed.js';
import type { Stroke, Text } from './tiny-pdf.js';

const size = 10;
const rows = [
  ['205', '教育支出', '1,234.50', '1,200.00'],
  ['20502', '普通教育', '1,234.50', '1,200.00'],
  ['2050201', '学前教育', '1,000.00', '1,000.00'],
  ['2050202', '小学教育', '234.50', '200.00'],
  ['208', '社会保障和就业支出', '98.20', '98.20'],
] as const;

/** Codes of half an em a digit from x = 60 on; names begin `gap` em behind the longest, or each behind its own code. */
function lines(gap: number, column: boolean): Text[] {
  return rows.flatMap(([code, name, ...figures], r) => {
    const end = 60 + (size / 2) * (column ? 7 : code.length);
    return [
      { text: code, x: 60, y: 120 + 18 * r, size },
      { text: name, x: end + gap * size, y: 120 + 18 * r, size },
      ...figures.map((text, c) => ({ text, x: 300 + 100 * c - 5 * text.length, y: 120 + 18 * r, size })),
    ];
  });
}

it('codes and names are two columns however near, with a line under each row or none', async () => {
  const rules = [107, 125, 143, 161, 179, 197].map((y): Stroke => ({ from: [56, y], to: [404, y] }));
  for (const gap of [0.15, 2])
    for (const drawn of [[], rules])
      expect(tablesOf(await documentOf([{ texts: lines(gap, true), lines: drawn }])).map(rowsOf)).toEqual([rows]);
});

it('a name that follows a short code at once is in one cell with it', async () => {
  const [table] = tablesOf(await documentOf([{ texts: lines(0.15, false) }]));
  expect(table && rowsOf(table)[0]).toEqual(['205教育支出', '', '1,234.50', '1,200.00']);
});

it('in prose, figures before words are no codes', async () => {
  const texts = ['205人参加培训，比上年增加', '208个项目通过验收，项目金额', '213户居民完成改造，支出金额'].map(
    (text, i): Text => ({ text: `${text}${i + 1}0.50万元。`, x: 60, y: 120 + 18 * i, size }),
  );
  const document = await documentOf([{ texts }]);
  expect(tablesOf(document)).toEqual([]);
  expect(textsOf(document).join('')).toContain('205人参加培训');
});
