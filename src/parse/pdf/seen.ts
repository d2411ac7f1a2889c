import { isGlyph, isMisreadMark, partsOf } from './drawn-text.js';
import { matrixOf, numbersOf, times, walk, type Matrix, type OperatorCodes, type Operators } from './operators.js';

/** Why nobody sees a text. */
export type Unseen = 'unpainted' | 'layer' | 'white' | 'outside';

/** What a person sees of a page, apart from what its text layer says. */
export interface Seen {
  /** Most of the text is not painted: it lies, for searching, over or under a picture of the page. */
  readonly textInvisible: boolean;
  /** No picture, no glyph, and not more lines and areas than a frame, a rule or an empty form has. */
  readonly blank: boolean;
  /** Operators whose text nobody sees, by their index. */
  readonly unseen: ReadonlyMap<number, Unseen>;
  /** Text stands outside the page, which pdf.js leaves out. */
  readonly outside: boolean;
  /** Points or commas pass for blanks. */
  readonly misread: boolean;
}

/** Layers of a document, as pdf.js tells them. */
export interface Layers {
  isVisible(group: unknown): boolean;
}

/** Text rendering modes that paint nothing. */
const unpainted = new Set([3, 7]);
/** Share of a page from which a matrix is taken to place a picture (pictures themselves are never decoded, and not listed). */
const pictureShare = 0.15;
/** Area in square points from which it may be one under words. */
const smallestPicture = 100;
/** Words drawn as outlines are at least so many paths. */
const fewestPaths = 60;
/** Strokes so thick are areas, and more areas than this are a drawing, on which all is seen. */
const thickest = 4;
const mostGrounds = 2000;

type Box = readonly [left: number, top: number, right: number, bottom: number];

const white = /^#f[c-f]f[c-f]f[c-f]$/i;

function boxOf(points: readonly (readonly [number, number])[]): Box {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const placed = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The box of what is placed on the unit square, as pictures are. */
const unitBox = (matrix: Matrix): Box =>
  boxOf([placed(matrix, 0, 0), placed(matrix, 1, 0), placed(matrix, 0, 1), placed(matrix, 1, 1)]);

const areaOf = ([left, top, right, bottom]: Box): number => (right - left) * (bottom - top);

/** The pen and the place of text. */
interface State {
  readonly mode: number;
  readonly white: boolean;
  readonly lineWidth: number;
  readonly leading: number;
  /** Where the line of text begins. */
  readonly text: Matrix;
}

const moved = (state: State, x: number, y: number): State => ({
  ...state,
  text: times(state.text, [1, 0, 0, 1, x, y]),
});

/** Looks at what the operators of a page paint. */
export function seenOn(
  operators: Operators,
  codes: OperatorCodes,
  viewport: Matrix,
  page: { readonly width: number; readonly height: number },
  layers: Layers,
): Seen {
  const fills = new Set([codes.fill, codes.eoFill, codes.fillStroke, codes.eoFillStroke, codes.closeFillStroke]);
  const fillsOnly = new Set([codes.fill, codes.eoFill]);
  const unseen = new Map<number, Unseen>();
  /** What white words can be read on. */
  const grounds: Box[] = [];
  const whiteAt: (readonly [index: number, x: number, y: number])[] = [];
  /** Of the marked contents that are open, whether each is shown. */
  const shownContents: boolean[] = [];
  let [shown, hidden, paths] = [0, 0, 0];
  let [inked, pictured, misread, outside] = [false, false, false, false];

  const look = (index: number, args: readonly unknown[], matrix: Matrix, { mode, white: pale, text }: State): void => {
    const glyphs = partsOf(args[0]);
    if (!inked || !misread) {
      for (const glyph of glyphs) {
        if (!isGlyph(glyph) || glyph.isSpace) continue;
        if (glyph.unicode !== ' ') inked = true;
        else if (isMisreadMark(glyph)) misread = true;
      }
    }
    if (unpainted.has(mode)) hidden += glyphs.length;
    else shown += glyphs.length;
    if (shownContents.includes(false)) unseen.set(index, 'layer');
    else if (unpainted.has(mode)) unseen.set(index, 'unpainted');
    else if (pale || !outside) {
      const [x, y] = placed(times(matrix, text), 0, 0);
      outside ||= glyphs.length > 0 && (y < 0 || y > page.height || x > page.width);
      if (pale) whiteAt.push([index, x, y]);
    }
  };
  const ground = (args: readonly unknown[], matrix: Matrix, { white: pale, lineWidth }: State): void => {
    const [left = 0, top = 0, right = 0, bottom] = numbersOf(args[2]);
    const filled = fills.has(Number(args[0])) && !pale;
    const stroke = lineWidth >= thickest ? lineWidth / 2 : 0;
    if (bottom === undefined || (!filled && stroke === 0)) return;
    grounds.push(boxOf([placed(matrix, left - stroke, top - stroke), placed(matrix, right + stroke, bottom + stroke)]));
  };

  const initial: State = { mode: 0, white: false, lineWidth: 1, leading: 0, text: [1, 0, 0, 1, 0, 0] };
  walk(operators, codes, viewport, initial, (fn, args, matrix, state, index): State => {
    const [first, second] = args;
    switch (fn) {
      case codes.showText:
        look(index, args, matrix, state);
        return state;
      case codes.constructPath:
        if (Number(first) !== codes.endPath && !(state.white && fillsOnly.has(Number(first)))) paths++;
        ground(args, matrix, state);
        return state;
      case codes.transform: {
        const box = unitBox(matrix);
        pictured ||= areaOf(box) > pictureShare * page.width * page.height;
        if (areaOf(box) > smallestPicture) grounds.push(box);
        return state;
      }
      case codes.shadingFill:
        grounds.push([-Infinity, -Infinity, Infinity, Infinity]);
        return state;
      case codes.beginMarkedContentProps:
        shownContents.push(first !== 'OC' || second === null || layers.isVisible(second));
        return state;
      case codes.beginMarkedContent:
        shownContents.push(true);
        return state;
      case codes.endMarkedContent:
        shownContents.pop();
        return state;
      case codes.setFillRGBColor:
        return { ...state, white: white.test(String(first)) };
      case codes.setFillColorN:
      case codes.setFillTransparent:
        return { ...state, white: false };
      case codes.setTextRenderingMode:
        return { ...state, mode: Number(first) };
      case codes.beginText:
        return { ...state, text: initial.text };
      case codes.setTextMatrix:
        return { ...state, text: matrixOf(first) ?? matrixOf(args) ?? initial.text };
      case codes.setLeading:
        return { ...state, leading: Number(first) };
      case codes.moveText:
        return moved(state, Number(first), Number(second));
      case codes.setLeadingMoveText:
        return moved({ ...state, leading: -Number(second) }, Number(first), Number(second));
      case codes.nextLine:
        return moved(state, 0, -state.leading);
      case codes.setLineWidth:
        return { ...state, lineWidth: Number(first) };
      default:
        return state;
    }
  });
  const isGround =
    (x: number, y: number) =>
    (box: Box): boolean =>
      x > box[0] - 2 && x < box[2] + 2 && y > box[1] - 2 && y < box[3] + 2;
  if (grounds.length <= mostGrounds) {
    for (const [index, x, y] of whiteAt) if (!grounds.some(isGround(x, y))) unseen.set(index, 'white');
  }
  return { textInvisible: hidden > shown, blank: !pictured && !inked && paths < fewestPaths, unseen, outside, misread };
}
