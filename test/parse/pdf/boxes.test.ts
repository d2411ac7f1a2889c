import { describe, expect, it } from 'vitest';
import type { Box } from '../../../src/model/document.js';
import { regionOf } from '../../../src/model/document.js';
import { documentOf } from './parsed.js';
import { height, width, type Page, type Text } from './tiny-pdf.js';

type Turn = 0 | 90 | 180 | 270;
const whole = [0, 0, width, height] as const;
const cropped = [40, 60, 500, 700] as const;

/** Where a point of the sheet is seen once the page is cropped and turned clockwise. */
function seen(x: number, y: number, [left, top, wide, high]: readonly [number, number, number, number], turn: Turn) {
  const [u, v] = [x - left, y - top];
  if (turn === 90) return [high - v, u] as const;
  if (turn === 180) return [wide - u, high - v] as const;
  return turn === 270 ? ([v, wide - u] as const) : ([u, v] as const);
}

/** Share of the area of both boxes that both cover. */
function common(a: Box, b: Box): number {
  const area = ([left, top, right, bottom]: Box): number => Math.max(0, right - left) * Math.max(0, bottom - top);
  const shared = area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
  return shared / (area(a) + area(b) - shared);
}

const size = 12;
const before = '本年支出合计';
const figure = '1,234.56';
const after = '万元';

/** The figure of a line that begins at x on the baseline y, as ink on the sheet: its em boxes, half an em wide each. */
function inked({ x, y, turned = 0 }: Text): Box {
  const [from, to] = [size * before.length, size * (before.length + figure.length / 2)];
  if (turned === 1) return [x - 0.88 * size, y - to, x + 0.12 * size, y - from];
  return [x + from, y - 0.88 * size, x + to, y + 0.12 * size];
}

describe.each([
  ['whole', whole],
  ['cropped', cropped],
] as const)('on a %s page the box of a figure covers its glyphs', (_, crop) => {
  it.each([0, 90, 180, 270] as const)('turned by %d degrees', async (rotate) => {
    const texts: Text[] = [
      { text: before + figure + after, x: 90, y: 300, size },
      { text: before + figure + after, x: 300, y: 640, size, turned: 1 },
    ];
    for (const text of texts) {
      const pages: Page[] = [{ texts: [text], rotate, crop }];
      const document = await documentOf(pages);
      const [block] = document.blocks;
      const at = block?.text.indexOf(figure) ?? -1;
      const { box } = regionOf(block?.stretches ?? [], at, at + figure.length);
      const ink = inked(text);
      const corners = [seen(ink[0], ink[1], crop, rotate), seen(ink[2], ink[3], crop, rotate)];
      const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
      const expected: Box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      expect(box && common(box, expected)).toBeGreaterThan(0.8);
    }
  });
});
