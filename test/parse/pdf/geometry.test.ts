import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fontFace } from '../../../src/parse/page/glyphs/font-face.js';
import { frameBox, frameOf, pageBox } from '../../../src/parse/page/glyphs/frame.js';
import { clusters, mergeRulings } from '../../../src/parse/page/tables/edges.js';
import { gridsOf } from '../../../src/parse/page/tables/grid.js';
import { plainIdeographs } from '../../../src/parse/page/glyphs/plain-ideographs.js';
import type { Ruling } from '../../../src/parse/page/glyphs/ruling.js';

const across = (at: number, from: number, to: number): Ruling => ({ axis: 'across', at, from, to });
const down = (at: number, from: number, to: number): Ruling => ({ axis: 'down', at, from, to });

describe('lines', () => {
  it('drawn in pieces or twice are one', () => {
    expect(
      mergeRulings([across(10, 0, 50), across(10.4, 52, 90), across(9.8, 40, 60), down(10, 0, 50)], 'across'),
    ).toEqual([expect.objectContaining({ from: 0, to: 90 })]);
  });

  it('apart from each other, or too short, are not', () => {
    expect(mergeRulings([across(10, 0, 50), across(10, 60, 90), across(30, 0, 3)], 'across')).toHaveLength(2);
  });

  it('values near each other form a group about their mean', () => {
    expect(clusters([1, 2, 10, 11, 12, 30])).toEqual([1.5, 11, 30]);
  });
});

describe('grids', () => {
  it('of any rows and columns have every cell once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 6 }), (rows, columns) => {
        const lines = [
          ...Array.from({ length: rows + 1 }, (_, i) => across(20 * i, 0, 40 * columns)),
          ...Array.from({ length: columns + 1 }, (_, i) => down(40 * i, 0, 20 * rows)),
        ];
        const [grid, ...more] = gridsOf(lines);
        expect(more).toEqual([]);
        expect(grid?.cells).toHaveLength(rows * columns);
        expect(grid?.cells.every((cell) => cell.rowSpan === 1 && cell.colSpan === 1)).toBe(true);
      }),
    );
  });

  it('with lines left out tile the same area, whatever is left out', () => {
    const pieces = Array.from({ length: 12 }, (_, i) => i);
    fc.assert(
      fc.property(fc.subarray(pieces), (left) => {
        const frame = [across(0, 0, 120), across(60, 0, 120), down(0, 0, 60), down(120, 0, 60)];
        const inner = left.map((i) => {
          const [a, b] = [(i % 6) % 2, Math.floor((i % 6) / 2)];
          return i < 6 ? across(20 * (a + 1), 40 * b, 40 * b + 40) : down(40 * (a + 1), 20 * b, 20 * b + 20);
        });
        for (const grid of gridsOf([...frame, ...inner])) {
          const [rows, columns] = [grid.ys.length - 1, grid.xs.length - 1];
          const taken = new Set<string>();
          for (const { row, col, rowSpan, colSpan } of grid.cells) {
            for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) taken.add(`${r} ${c}`);
          }
          expect(taken.size).toBe(rows * columns);
          expect(grid.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.colSpan, 0)).toBe(rows * columns);
        }
      }),
    );
  });

  it('open at their sides have the outer columns all the same', () => {
    const [grid] = gridsOf([
      across(0, 0, 120),
      across(20, 0, 120),
      across(40, 0, 120),
      down(40, 0, 40),
      down(80, 0, 40),
    ]);
    expect(grid?.xs).toEqual([0, 40, 80, 120]);
    expect(grid?.cells).toHaveLength(6);
  });

  it('apart on the page are two, and a box alone is none', () => {
    const box = (x: number, y: number): Ruling[] => [
      across(y, x, x + 80),
      across(y + 20, x, x + 80),
      down(x, y, y + 20),
      down(x + 80, y, y + 20),
    ];
    expect(gridsOf([...box(0, 0), down(40, 0, 20), ...box(0, 100), down(40, 100, 120)])).toHaveLength(2);
    expect(gridsOf(box(0, 0))).toEqual([]);
  });
});

describe('frames', () => {
  it('a box goes into the frame and comes back the same', () => {
    const place = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(fc.constantFrom(0, 90, 180, 270), place, place, place, place, (turn, x, y, wide, high) => {
        const box = [x, y, Math.min(x + wide, 595), Math.min(y + high, 842)] as const;
        const frame = frameOf(turn as 0 | 90 | 180 | 270, 595, 842);
        expect(pageBox(frame, frameBox(frame, box))).toEqual(box);
      }),
    );
  });
});

describe('characters and fonts', () => {
  it.each([
    ['Kangxi radicals', '⼀⼆⽀⽇', '一二支日'],
    ['a radical that mainland fonts draw like the simplified character', '⼾数', '户数'],
    ['radical supplements', '⻓⻚⺠⻅', '长页民见'],
    ['compatibility ideographs', '\uF9B4\uF9C1', '領療'],
    ['ligatures', 'ﬁnal ﬂow', 'final flow'],
    ['punctuation of vertical writing', '︐︒︵︶﹁﹂', '，。（）「」'],
    ['full-width characters stay', '１２，（Ａ）：％', '１２，（Ａ）：％'],
    ['circled numbers stay', '①㎡℃', '①㎡℃'],
  ])('%s', (_, text, plain) => {
    expect(plainIdeographs(text)).toBe(plain);
  });

  it.each([
    ['a subset of a display face', 'ABCDEF+FZXBSJW--GB1-0', { name: 'FZXBSJW--GB1-0', bold: true }],
    ['a bold face', 'NotoSerifCJKsc-Bold', { name: 'NotoSerifCJKsc-Bold', bold: true }],
    ['a name in GBK bytes', 'ABCDEF+\u00BA\u00DA\u00CC\u00E5', { name: '黑体', bold: true }],
    ['a name in UTF-8 bytes', '\u00E9\u00BB\u0091\u00E4\u00BD\u0093', { name: '黑体', bold: true }],
    ['a name in escaped bytes', '#CB#CE#CC#E5', { name: '宋体', bold: false }],
    ['a text face with a bold name', 'MicrosoftYaHei', { name: 'MicrosoftYaHei', bold: false }],
    ['a text face', 'SimSun', { name: 'SimSun', bold: false }],
    ['a face whose name only begins alike', 'Heiseimincho', { name: 'Heiseimincho', bold: false }],
  ])('%s', (_, raw, face) => {
    expect(fontFace(raw, false)).toEqual(face);
  });
});
