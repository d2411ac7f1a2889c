import { intoFrame, type Frame } from './frame.js';

/** A painted straight line, or the middle of a thin painted rectangle; in the frame of the page. */
export interface Ruling {
  readonly axis: 'across' | 'down';
  /** y of a line that runs across, x of one that runs down. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What pdf.js makes of a page's content stream. */
export interface Operators {
  readonly fnArray: ArrayLike<number>;
  readonly argsArray: ArrayLike<unknown>;
}

/** Numbers of the operators that draw lines or change how they are drawn (a part of pdf.js's OPS). */
export type OperatorCodes = Readonly<
  Record<
    | 'save'
    | 'restore'
    | 'transform'
    | 'paintFormXObjectBegin'
    | 'paintFormXObjectEnd'
    | 'constructPath'
    | 'setFillRGBColor'
    | 'setStrokeRGBColor'
    | 'setFillTransparent'
    | 'setStrokeTransparent'
    | 'setFillColorN'
    | 'setStrokeColorN'
    | 'setLineWidth'
    | 'stroke'
    | 'closeStroke'
    | 'fill'
    | 'eoFill'
    | 'fillStroke'
    | 'eoFillStroke'
    | 'closeFillStroke'
    | 'closeEOFillStroke',
    number
  >
>;

type Matrix = readonly [number, number, number, number, number, number];
type Point = readonly [x: number, y: number];

interface Pen {
  readonly matrix: Matrix;
  readonly lineWidth: number;
  readonly fillVisible: boolean;
  readonly strokeVisible: boolean;
}

/** A filled rectangle at most this thick is a line, in points. */
const thickest = 3;
/** A page with more lines than this is a drawing. */
const mostRulings = 20_000;

const numbersOf = (value: unknown): readonly number[] =>
  Array.isArray(value) || ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : [];

function matrixOf(value: unknown): Matrix | null {
  const [a, b, c, d, e, f] = numbersOf(value);
  if (a === undefined || b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) {
    return null;
  }
  return [a, b, c, d, e, f];
}

function times([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

/** White lines on white paper are not seen. */
const visible = (colour: unknown): boolean => !/^#f[a-f]f[a-f]f[a-f]$/i.test(String(colour));

/** pdf.js's path: a flat list of 0 move, 1 line, 2 curve, 3 quadratic curve, 4 close, each with its coordinates. */
function subpaths(path: readonly number[], place: (x: number, y: number) => Point): Point[][] {
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

/** The line that a thin filled shape makes; nothing for a filled area. */
function filled(points: readonly Point[]): Ruling[] {
  if (points.length < 2) return [];
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > thickest || Math.max(width, height) < 2) return [];
  if (width >= height) return [{ axis: 'across', at: (top + bottom) / 2, from: left, to: right }];
  return [{ axis: 'down', at: (left + right) / 2, from: top, to: bottom }];
}

/** The straight lines that are painted on a page; clipping paths are not. Nothing for a page that is a drawing. */
export function rulingsOf(operators: Operators, codes: OperatorCodes, viewport: Matrix, frame: Frame): Ruling[] {
  const strokes = new Set([
    codes.stroke,
    codes.closeStroke,
    codes.fillStroke,
    codes.eoFillStroke,
    codes.closeFillStroke,
    codes.closeEOFillStroke,
  ]);
  const fills = new Set([
    codes.fill,
    codes.eoFill,
    codes.fillStroke,
    codes.eoFillStroke,
    codes.closeFillStroke,
    codes.closeEOFillStroke,
  ]);
  let pen: Pen = { matrix: viewport, lineWidth: 1, fillVisible: true, strokeVisible: true };
  const saved: Pen[] = [];
  const rulings: Ruling[] = [];

  const paint = (args: readonly unknown[]): void => {
    const paintedWith = Number(args[0]);
    const strokeIt = strokes.has(paintedWith) && pen.strokeVisible;
    const fillIt = fills.has(paintedWith) && pen.fillVisible;
    if (!strokeIt && !fillIt) return;
    const { matrix } = pen;
    const place = (x: number, y: number): Point =>
      intoFrame(frame, matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]);
    const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
    const thin = pen.lineWidth * scale <= 2 * thickest;
    for (const points of subpaths(numbersOf((args[1] as readonly unknown[] | undefined)?.[0]), place)) {
      if (strokeIt && thin) rulings.push(...stroked(points));
      else if (fillIt) rulings.push(...filled(points));
    }
  };

  for (let i = 0; i < operators.fnArray.length && rulings.length <= mostRulings; i++) {
    const args = (operators.argsArray[i] ?? []) as readonly unknown[];
    switch (operators.fnArray[i]) {
      case codes.save:
        saved.push(pen);
        break;
      case codes.restore:
      case codes.paintFormXObjectEnd:
        pen = saved.pop() ?? pen;
        break;
      case codes.transform: {
        const matrix = matrixOf(args);
        if (matrix) pen = { ...pen, matrix: times(pen.matrix, matrix) };
        break;
      }
      case codes.paintFormXObjectBegin: {
        saved.push(pen);
        const matrix = matrixOf(args[0]);
        if (matrix) pen = { ...pen, matrix: times(pen.matrix, matrix) };
        break;
      }
      case codes.setFillRGBColor:
        pen = { ...pen, fillVisible: visible(args[0]) };
        break;
      case codes.setStrokeRGBColor:
        pen = { ...pen, strokeVisible: visible(args[0]) };
        break;
      case codes.setFillTransparent:
        pen = { ...pen, fillVisible: false };
        break;
      case codes.setStrokeTransparent:
        pen = { ...pen, strokeVisible: false };
        break;
      case codes.setFillColorN:
        pen = { ...pen, fillVisible: true };
        break;
      case codes.setStrokeColorN:
        pen = { ...pen, strokeVisible: true };
        break;
      case codes.setLineWidth:
        pen = { ...pen, lineWidth: Number(args[0]) };
        break;
      case codes.constructPath:
        paint(args);
        break;
    }
  }
  return rulings.length > mostRulings ? [] : rulings;
}
