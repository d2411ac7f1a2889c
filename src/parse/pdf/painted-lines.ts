import { dottedLines } from '../page/glyphs/dotted-lines.js';
import type { Ruling } from '../page/glyphs/ruling.js';
import { numbersOf, walk, type Matrix, type OperatorCodes, type Operators } from './operators.js';

type Point = readonly [x: number, y: number];

interface Pen {
  readonly lineWidth: number;
  readonly fillVisible: boolean;
  readonly strokeVisible: boolean;
}

/** A filled rectangle at most this thick is a line, in points. */
const thickest = 3;
/** A page with more lines than this is a drawing. */
const mostRulings = 20_000;
/** A dotted border of a table that fills a page has some ten thousand dots. */
const mostDots = 100_000;

/** White lines on white paper are not seen. */
const visible = (colour: unknown): boolean => !/^#f[a-f]f[a-f]f[a-f]$/i.test(String(colour));

/** pdf.js's path: a flat list of 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each with its coordinates. */
function subpaths(path: readonly number[] | Float32Array, place: (x: number, y: number) => Point): Point[][] {
  const paths: Point[][] = [];
  let open: Point[] | null = null;
  let at = 0;
  const point = (skip: number): Point => place(path[at + skip] ?? 0, path[at + skip + 1] ?? 0);
  while (at < path.length) {
    switch (path[at]) {
      case 0:
        open = [point(1)];
        paths.push(open);
        at += 3;
        break;
      case 1:
        open?.push(point(1));
        at += 3;
        break;
      case 4:
        if (open?.[0]) open.push(open[0]);
        at += 1;
        break;
      default: {
        // a curve ends the straight stretch; what follows begins a new one
        const skip: number = path[at] === 2 ? 5 : 3;
        open = [point(skip)];
        paths.push(open);
        at += skip + 2;
      }
    }
  }
  return paths;
}

function straight([ax, ay]: Point, [bx, by]: Point): Ruling | null {
  const [width, height] = [Math.abs(ax - bx), Math.abs(ay - by)];
  if (height < 0.8 && width > height)
    return { axis: 'across', at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) };
  if (width < 0.8 && height > width)
    return { axis: 'down', at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) };
  return null;
}

const stroked = (points: readonly Point[]): Ruling[] =>
  points.slice(1).flatMap((point, i) => straight(points[i] ?? point, point) ?? []);

/** The line that a thin filled shape makes; nothing for a filled area. A square too small to be a line is kept among the dots. */
function filled(points: readonly Point[], dots: Point[]): Ruling[] {
  if (points.length < 2) return [];
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > thickest) return [];
  if (Math.max(width, height) < 2) {
    dots.push([(left + right) / 2, (top + bottom) / 2]);
    return [];
  }
  if (width >= height) return [{ axis: 'across', at: (top + bottom) / 2, from: left, to: right }];
  return [{ axis: 'down', at: (left + right) / 2, from: top, to: bottom }];
}

/** The pen after an operator that changes it. */
function changed(pen: Pen, fn: number, [first]: readonly unknown[], codes: OperatorCodes): Pen {
  switch (fn) {
    case codes.setFillRGBColor:
      return { ...pen, fillVisible: visible(first) };
    case codes.setStrokeRGBColor:
      return { ...pen, strokeVisible: visible(first) };
    case codes.setFillTransparent:
    case codes.setFillColorN:
      return { ...pen, fillVisible: fn === codes.setFillColorN };
    case codes.setStrokeTransparent:
    case codes.setStrokeColorN:
      return { ...pen, strokeVisible: fn === codes.setStrokeColorN };
    case codes.setLineWidth:
      return { ...pen, lineWidth: Number(first) };
    default:
      return pen;
  }
}

/** The straight lines that are painted on a page, as it is shown; clipping paths are not. Nothing for a page that is a drawing. */
export function paintedLines(operators: Operators, codes: OperatorCodes, viewport: Matrix): Ruling[] {
  const both = [codes.fillStroke, codes.eoFillStroke, codes.closeFillStroke, codes.closeEOFillStroke];
  const strokes = new Set([codes.stroke, codes.closeStroke, ...both]);
  const fills = new Set([codes.fill, codes.eoFill, ...both]);
  const rulings: Ruling[] = [];
  const dots: Point[] = [];
  const paint = (args: readonly unknown[], matrix: Matrix, pen: Pen): void => {
    const strokeIt = strokes.has(Number(args[0])) && pen.strokeVisible;
    const fillIt = fills.has(Number(args[0])) && pen.fillVisible;
    if (!strokeIt && !fillIt) return;
    const [a, b, c, d, e, f] = matrix;
    const place = (x: number, y: number): Point => [a * x + c * y + e, b * x + d * y + f];
    const thin = pen.lineWidth * Math.sqrt(Math.abs(a * d - b * c)) <= 2 * thickest;
    for (const points of subpaths(numbersOf((args[1] as readonly unknown[] | undefined)?.[0]), place)) {
      if (strokeIt && thin) rulings.push(...stroked(points));
      else if (fillIt) rulings.push(...filled(points, dots));
    }
  };
  const pen: Pen = { lineWidth: 1, fillVisible: true, strokeVisible: true };
  walk(operators, codes, viewport, pen, (fn, args, matrix, state) => {
    if (fn === codes.constructPath) paint(args, matrix, state);
    const drawing = rulings.length > mostRulings || dots.length > mostDots;
    return drawing ? null : changed(state, fn, args, codes);
  });
  return rulings.length > mostRulings || dots.length > mostDots ? [] : [...rulings, ...dottedLines(dots)];
}
