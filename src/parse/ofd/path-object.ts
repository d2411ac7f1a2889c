import type { Ruling } from '../page/glyphs/ruling.js';
import { child, ownText, type XmlElement } from '../xml/read-xml.js';
import { matrixIn, numbersIn } from './numbers.js';
import type { Onto } from './text-object.js';

type Point = readonly [x: number, y: number];

/** A shape at most this thick is a line, in points. */
const thickest = 3;
const drift = 0.8;
/** Shorter strokes are ornaments and outlines of letters: no row or column is so small. */
const shortest = 4;

/** Coordinates that an operator takes. */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** The straight stretches of a path; a curve parts them. */
function subpaths(data: string, place: Onto): Point[][] {
  const words = data.trim().split(/[\s,]+/);
  const paths: Point[][] = [];
  for (let at = 0; at < words.length;) {
    const operator = words[at] ?? '';
    const count = operands[operator];
    if (count === undefined) return paths;
    const values = words.slice(at + 1, at + 1 + count).map(Number);
    const [x = 0, y = 0] = values.slice(-2);
    const open = paths.at(-1);
    if (operator === 'L') open?.push(place(x, y));
    else if (operator === 'C') {
      if (open?.[0]) open.push(open[0]);
    } else paths.push([place(x, y)]);
    at += count + 1;
  }
  return paths;
}

function straight([ax, ay]: Point, [bx, by]: Point): Ruling | null {
  const [width, height] = [Math.abs(ax - bx), Math.abs(ay - by)];
  if (height < drift && width > shortest)
    return { axis: 'across', at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) };
  if (width < drift && height > shortest)
    return { axis: 'down', at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) };
  return null;
}

/** The line that a thin filled shape makes; null for an area. */
function thin(points: readonly Point[]): Ruling | null {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (points.length < 2 || points.length > 100 || Math.min(width, height) > thickest) return null;
  if (Math.max(width, height) < shortest) return null;
  return width >= height
    ? { axis: 'across', at: (top + bottom) / 2, from: left, to: right }
    : { axis: 'down', at: (left + right) / 2, from: top, to: bottom };
}

/** White lines on white paper are not seen. */
const isWhite = (colour: XmlElement | null): boolean => {
  const values = numbersIn(colour?.attributes['Value']?.replaceAll('#', '0x'));
  return values.length === 3 && values.every((value) => value >= 240);
};

/** The straight lines that a PathObject draws, on the page as shown. */
export function rulingsOf(object: XmlElement, onto: Onto): Ruling[] {
  const [a, b, c, d, e, f] = matrixIn(object.attributes['CTM']);
  const place: Onto = (x, y) => onto(a * x + c * y + e, b * x + d * y + f);
  const isStroked = object.attributes['Stroke'] !== 'false' && !isWhite(child(object, 'StrokeColor'));
  const isFilled = object.attributes['Fill'] === 'true' && !isWhite(child(object, 'FillColor'));
  const paths = subpaths(ownText(child(object, 'AbbreviatedData')), place);
  return paths.flatMap((points) => {
    const line = isFilled ? thin(points) : null;
    if (line) return [line];
    return isStroked ? points.slice(1).flatMap((point, i) => straight(points[i] ?? point, point) ?? []) : [];
  });
}
