import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/pipeline/analyze.js';
import { problem } from '../../src/model/problem.js';

/** Processor time of reading and checking a text in ms: what else the machine does does not count. */
async function cost(text: string): Promise<number> {
  const before = process.cpuUsage();
  await analyze(new TextEncoder().encode(`云溪区农业农村局2024年度部门决算说明\n\n${text}`), 'a.txt');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const several = (count: number, text: (at: number) => string, by = ''): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(by);

/** Five rows of so many cells. */
const wide = (columns: number, headings: (col: number) => string, by: string): string =>
  several(
    5,
    (row) =>
      several(columns, (col) => (col === 0 ? `项目${row}` : row === 0 ? headings(col) : `${(row * col) % 977}.5`), by),
    '\n',
  );

/** Texts by their size, and how large they are at first. */
const shapes: Readonly<Record<string, readonly [size: number, text: (size: number) => string]>> = {
  'a table of many columns': [600, (size) => wide(size, (col) => `第${col}列`, '\t')],
  'a table of many totals': [400, (size) => wide(size, () => '合计', '|')],
  'a paragraph of many figures': [
    600,
    (size) => several(size, (at) => `第${at % 97}项支出${at % 977}.51万元，占比${at % 60}%；`),
  ],
  'a paragraph of many lists': [250, (size) => several(size, (at) => `合计${at}万元，其中甲${at}万元，乙${at}万元，`)],
  'many equal figures': [1500, (size) => several(size, () => '支出100万元。', '\n')],
  'many references': [1000, (size) => several(size, (at) => `见附件${at % 1000}和附表${at % 1000}。`, '\n')],
  'many headings': [
    1000,
    (size) => several(size, (at) => `${['一、概况', '（一）部门', '1.情况', '（1）人员'][at % 4]}${at}`, '\n'),
  ],
  'words without a stop before a figure': [8000, (size) => `支出${'甲'.repeat(size)}100万元，占5%`],
  'brackets that stay open': [1500, (size) => `${'支出（其中'.repeat(size)}5万元`],
  'a rule drawn with dashes': [250, (size) => `${'—'.repeat(size)}支出`],
  'Chinese digits side by side': [4000, (size) => `支出${'一'.repeat(size)}`],
  'characters set wide': [500, (size) => '甲 '.repeat(size)],
  'letters that stand for a name': [8000, (size) => `支出${'X'.repeat(size)}5万元`],
  'names that stand for a name': [10_000, (size) => '某某局'.repeat(size)],
  'a cell of many figures': [4000, (size) => `项目\t金额\t比重\n支出\t${'5元，'.repeat(size)}\t5%\n合计\t5\t5%`],
  'a gap': [20_000, (size) => `支出${' '.repeat(size)}100万元`],
};

describe('four times of', () => {
  it.each(Object.entries(shapes))('%s take about four times as long', async (_, [size, text]) => {
    await cost(text(size / 4));
    let [once, fourfold] = [Infinity, Infinity];
    for (let run = 0; run < 3 && (run === 0 || fourfold > 7 * Math.max(once, 30)); run++) {
      once = Math.min(once, await cost(text(size)));
      fourfold = Math.min(fourfold, await cost(text(4 * size)));
    }
    // 7 × for four times as much; where it takes no time at all, compiling and collecting garbage decide
    expect(fourfold).toBeLessThan(7 * Math.max(once, 30));
  });
});

it('a table too wide for sums along its rows says so, and all else of it is checked', async () => {
  const report = await analyze(new TextEncoder().encode(wide(129, (col) => `第${col}列`, '\t')), 'a.txt');
  expect(report.problems).toEqual([problem('TABLE_TOO_WIDE', { table: 't0', columns: 129, limit: 128 })]);
  expect(report.figures).toHaveLength(4 * 128);
  const narrower = await analyze(new TextEncoder().encode(wide(128, (col) => `第${col}列`, '\t')), 'a.txt');
  expect(narrower.problems).toEqual([]);
});
