import type { RawRun } from '../page/glyphs/glyph-runs.js';
import { matrixOf, times, walk, type Matrix, type OperatorCodes, type Operators } from './operators.js';

/** A glyph as pdf.js hands it to a canvas; in 1/1000 em. */
interface DrawnGlyph {
  readonly unicode: string;
  readonly width: number;
  /** Of a vertical font: advance downwards (negative), origin x, origin y. */
  readonly vmetric: readonly [number, number, number] | null;
  readonly isSpace: boolean;
  readonly originalCharCode: number;
}

export const isGlyph = (value: unknown): value is DrawnGlyph =>
  typeof value === 'object' && value !== null && 'unicode' in value && typeof value.unicode === 'string';

/** What a text operator shows: glyphs, and numbers for the space between them. */
export const partsOf = (shown: unknown): readonly unknown[] =>
  Array.isArray(shown) ? (shown as readonly unknown[]) : [];

/** A point or comma whose font says it is a blank; the file may tell what it is by /ActualText, which pdf.js does not read. */
const mark = ({ unicode, isSpace, originalCharCode: code }: DrawnGlyph): string | null =>
  unicode.trim() === '' && !isSpace && (code === 0x2e || code === 0x2c) ? String.fromCharCode(code) : null;

/** True when a glyph is a point or comma that passes for a blank. */
export const isMisreadMark = (glyph: DrawnGlyph): boolean => mark(glyph) !== null;

interface TextState {
  readonly font: string;
  readonly size: number;
  readonly charSpacing: number;
  readonly wordSpacing: number;
  /** Share of the usual width. */
  readonly stretch: number;
  readonly rise: number;
  readonly leading: number;
  /** Of the text, and where in it the line and the next glyph begin. */
  readonly matrix: Matrix;
  readonly lineX: number;
  readonly lineY: number;
  readonly x: number;
  readonly y: number;
}

const still: Matrix = [1, 0, 0, 1, 0, 0];

const start = (state: TextState, matrix: Matrix): TextState => ({ ...state, matrix, lineX: 0, lineY: 0, x: 0, y: 0 });

function move(state: TextState, right: number, up: number): TextState {
  const [x, y] = [state.lineX + right, state.lineY + up];
  return { ...state, lineX: x, lineY: y, x, y };
}

/** Text as the operators draw it, where `wanted` takes what is shown by the operator at an index in a font. Slower than pdf.js's own
 *  extraction, for what that does not tell: it loses text in vertical fonts near the foot of a page, and reads what nobody sees. */
export function drawnText(
  operators: Operators,
  codes: OperatorCodes,
  viewport: Matrix,
  isVertical: (font: string) => boolean,
  wanted: (index: number, font: string) => boolean,
): RawRun[] {
  const runs: RawRun[] = [];
  const none = { font: '', size: 0, charSpacing: 0, wordSpacing: 0, stretch: 1, rise: 0, leading: 0 };
  /** The file's page is drawn first, then what is written over it. */
  let over = false;
  const initial: TextState = { ...none, matrix: still, lineX: 0, lineY: 0, x: 0, y: 0 };
  walk(operators, codes, viewport, initial, (fn, args, page, state, index): TextState => {
    const [first, second] = [Number(args[0]), Number(args[1])];
    switch (fn) {
      case codes.beginAnnotation:
        over = true;
        return state;
      case codes.endAnnotation:
        over = false;
        return state;
      case codes.beginText:
        return start(state, still);
      case codes.setTextMatrix:
        return start(state, matrixOf(args[0]) ?? matrixOf(args) ?? still);
      case codes.setFont:
        return { ...state, font: String(args[0]), size: second };
      case codes.setCharSpacing:
        return { ...state, charSpacing: first };
      case codes.setWordSpacing:
        return { ...state, wordSpacing: first };
      case codes.setHScale:
        return { ...state, stretch: first / 100 };
      case codes.setTextRise:
        return { ...state, rise: first };
      case codes.setLeading:
        return { ...state, leading: first };
      case codes.moveText:
        return move(state, first, second);
      case codes.setLeadingMoveText:
        return move({ ...state, leading: -second }, first, second);
      case codes.nextLine:
        return move(state, 0, -state.leading);
      case codes.showText: {
        const into = !over && wanted(index, state.font) ? runs : [];
        return isVertical(state.font) ? showDown(args[0], state, page, into) : showAlong(args[0], state, page, into);
      }
      default:
        return state;
    }
  });
  return runs;
}

function showAlong(shown: unknown, state: TextState, page: Matrix, runs: RawRun[]): TextState {
  const matrix = times(page, state.matrix);
  const [a, b, c, d] = matrix;
  const [scale, wide] = [Math.hypot(c, d), Math.hypot(a, b)];
  const size = Math.abs(state.size) * scale;
  let { x } = state;
  let spaced = false;
  for (const glyph of partsOf(shown)) {
    if (typeof glyph === 'number') x -= ((glyph * state.size) / 1000) * state.stretch;
    if (!isGlyph(glyph)) continue;
    const advance = ((glyph.width * state.size) / 1000) * state.stretch;
    const text = mark(glyph) ?? glyph.unicode;
    if (size > 0 && wide > 0 && text.trim() !== '') {
      const [, , , , left, base] = times(matrix, [1, 0, 0, 1, x, state.y + state.rise]);
      const along = [a / wide, b / wide] as const;
      const run = { text, font: state.font, size, x: left, y: base, along, length: advance * wide };
      add(runs, { ...run, above: 0.86, below: 0.14 }, closeAlong, spaced);
    }
    spaced = text.trim() === '';
    x += advance + (state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0)) * state.stretch;
  }
  return { ...state, x };
}

function showDown(shown: unknown, state: TextState, page: Matrix, runs: RawRun[]): TextState {
  const matrix = times(page, state.matrix);
  const [, , c, d] = matrix;
  const scale = Math.hypot(c, d);
  const size = Math.abs(state.size) * scale;
  let { y: down } = state;
  for (const glyph of partsOf(shown)) {
    if (typeof glyph === 'number') down -= (glyph * state.size) / 1000;
    if (!isGlyph(glyph)) continue;
    const advance = (-(glyph.vmetric?.[0] ?? -1000) * state.size) / 1000;
    const [, , , , x, y] = times(matrix, [1, 0, 0, 1, state.lineX, down]);
    if (size > 0 && glyph.unicode.trim() !== '') {
      const { unicode: text } = glyph;
      const along = [-c / scale, -d / scale] as const;
      const run = { text, font: state.font, size, x, y, along, length: advance * scale, above: 0.5, below: 0.5 };
      add(runs, run, closeDown, false);
    }
    down -= advance - state.charSpacing;
  }
  return { ...state, y: down };
}

/** Em within which the next character of a run begins, and the next word of letters, which are one run with the blank between them. */
const closeAlong = 0.1;
const closeDown = 0.3;
const closeWord = 0.6;

const letterEnd = /[A-Za-z,.:;]$/;
const letterStart = /^[A-Za-z]/;

/** Appends a character to the run before it when it follows closely in the same line; `spaced` when a blank stands between. */
function add(runs: RawRun[], next: RawRun, close: number, spaced: boolean): void {
  const last = runs[runs.length - 1];
  if (last && last.font === next.font && Math.abs(last.size - next.size) < 0.1 && last.above === next.above) {
    const [endX, endY] = [last.x + last.along[0] * last.length, last.y + last.along[1] * last.length];
    const gap = Math.hypot(endX - next.x, endY - next.y) / next.size;
    const word = spaced && letterEnd.test(last.text) && letterStart.test(next.text);
    if (word ? gap < closeWord : !spaced && gap < close) {
      const between = word ? ' ' : '';
      const length = Math.hypot(next.x - last.x, next.y - last.y) + next.length;
      runs[runs.length - 1] = { ...last, text: last.text + between + next.text, length };
      return;
    }
  }
  runs.push(next);
}
